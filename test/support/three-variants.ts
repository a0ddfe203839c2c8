/**
 * One page with a variant in stock, one on backorder and one that is sold out, gone through as a shopper does: chooses each, adds
 * two of them to the cart, and leaves an address for the third. For pages that others have changed: all of it has to be as on a
 * page of its own.
 */
import { openPage, sells, waitFor, type PageOptions, type ShopPage } from './journey.js';
import { shown } from './shown.js';
import { openSignUp } from './sign-up-form.js';

export const ADDRESS = 'o’somebody+lamp@example.com';

/** A chair in oak (in stock), in black (on backorder) and in red (sold out). */
export const CHAIRS = {
  ...sells({
    id: 'chair',
    variants: [
      { id: 'chair-oak', onHand: 5 },
      { id: 'chair-black', onHand: 0 },
      { id: 'chair-red', onHand: 0, policy: { sell: 'none' } },
    ],
  }),
  // The same on all pages, whenever they are opened.
  asOf: new Date(Date.now() - 60_000).toISOString(),
};

/** What a shopper had of it. */
export interface Gone {
  readonly seen: readonly (readonly string[])[];
  /** The fields of the adds, as they arrived. */
  readonly adds: readonly (readonly (readonly [string, string])[])[];
  /** What the endpoint has of the sign-up, without what is new each time. */
  readonly signUp: Readonly<Record<string, unknown>> | undefined;
}

/** Opens that page. */
export const openChairs = (options: PageOptions = {}): Promise<ShopPage> =>
  openPage({ page: 'variants', document: CHAIRS, ...options });

/** Chooses a variant as a press on it does. */
export const choose = (page: ShopPage, variant: string): void =>
  page.find(`[value=chair-${variant}]`).click();

/** Goes through the page. Waits in vain, and says for what, where something of it does not come. */
export async function goThrough(page: ShopPage): Promise<Gone> {
  await page.loaded();
  const seen: string[][] = [];
  const adds: (readonly (readonly [string, string])[])[] = [];
  const see = (): number =>
    seen.push([page.label, shown(page, 'backorder-badge'), shown(page, 'eta-notice').replace(/\d.*/, '')]);
  const add = async (): Promise<void> => {
    page.button.click();
    const all = await page.carted(adds.length + 1);
    adds.push(all.at(-1)?.fields ?? []);
  };

  choose(page, 'black');
  await waitFor(() => page.label === 'Backorder now' && shown(page, 'backorder-badge') === 'Backorder');
  await waitFor(() => shown(page, 'eta-notice').includes('5 days'), 'the notice');
  see();
  await add();

  choose(page, 'oak');
  await waitFor(() => page.label === 'Add to cart' && !shown(page, 'backorder-badge'), 'the theme’s button');
  see();
  await add();

  choose(page, 'red');
  await waitFor(() => shown(page, 'backorder-badge') === 'Sold out', 'the badge of what is sold out');
  see();
  const form = await openSignUp(page);
  form.input.value = ADDRESS;
  form.input.dispatchEvent(new page.window.InputEvent('input', { bubbles: true }));
  form.button.click();
  await waitFor(() => form.phase() === 'done', 'the sign-up to be taken');
  const [row] = await page.signUps();
  const { key: _key, page: _page, ...signUp } = row ?? {};
  return { seen, adds, signUp: row && signUp };
}
