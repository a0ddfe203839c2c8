/**
 * What the conformance suite does to each theme family: opens its page with and without us, and reads off it what a shopper
 * has.
 */
import { expect } from '@open-wc/testing';
import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { openPage, waitFor, type Logged, type PageOptions, type ShopPage } from '../support/journey.js';
import { expectQuiet, openOracle, type Oracle } from '../support/oracle.js';
import { textOf } from '../support/shown.js';

export type Chosen = 'oak' | 'black' | 'red';

/** The day on which black is back, and what of it is in any wording. */
export const DATE = '2031-05-17';
export const YEAR = '2031';

const named = (front: Storefront, variant: Chosen): object => ({
  id: front.variants[variant],
  ...(front.options && { options: front.options(variant) }),
});

/** Plenty of each. */
export const plenty = (front: Storefront): object => ({
  version: 1,
  products: [
    {
      id: front.product,
      variants: (['oak', 'black', 'red'] as const).map((it) => ({ ...named(front, it), onHand: 7 })),
    },
  ],
});

/** Five of oak, black by a date, no red; the merchant would sell all of them beyond the shelf. */
export const chairs = (front: Storefront, more: object = {}, policy: object = {}): object => ({
  version: 1,
  policy: { sell: 'backorder', ...policy },
  signUp: { url: '{own}/sign-ups' },
  products: [
    {
      id: front.product,
      variants: [
        { ...named(front, 'oak'), onHand: 5 },
        { ...named(front, 'black'), onHand: 0, restock: DATE },
        { ...named(front, 'red'), onHand: 0 },
      ],
    },
  ],
  ...more,
});

const optionsOf = (front: Storefront, start: Chosen, options: PageOptions): PageOptions => ({
  page: front.pages?.[start] ?? front.page,
  button: front.button,
  document: chairs(front),
  ...options,
  slots: { ...front.startsWith?.(start), ...options.slots },
});

const opened = new Set<ShopPage>();

/** Whether we are at work in a page. */
const atWork = (page: ShopPage): Promise<unknown> =>
  waitFor(() => page.document.querySelector('[data-backorder-live]'), 'us to be at work');

/** The page of a storefront, loaded, with us at work in it and a variant chosen. */
export async function openFront(
  front: Storefront,
  start: Chosen = 'oak',
  options: PageOptions = {},
): Promise<ShopPage> {
  const page = await openPage(optionsOf(front, start, options));
  opened.add(page);
  await page.loaded();
  if (options.script !== false) await atWork(page);
  await begin(front, page, start);
  return page;
}

/** The same page with us and without. */
export async function openBoth(
  front: Storefront,
  start: Chosen = 'oak',
  options: PageOptions = {},
  wait = true,
): Promise<Oracle> {
  const oracle = await openOracle(optionsOf(front, start, options));
  opened.add(oracle.page);
  await Promise.all([oracle.page.loaded(), oracle.without.loaded()]);
  if (wait) await atWork(oracle.page);
  for (const page of [oracle.page, oracle.without]) await begin(front, page, start);
  return oracle;
}

async function begin(front: Storefront, page: ShopPage, start: Chosen): Promise<void> {
  const { express, settled } = front;
  if (settled) await waitFor(() => settled(page), 'the theme to be done');
  // Wallets come late.
  if (express)
    await waitFor(() => page.document.querySelector(`${express} > *`), 'the express control', 4000);
  const chooses = !front.pages && (!front.startsWith || (front.beginsAvailable === true && start === 'red'));
  if (chooses && start !== 'oak') front.choose(page, start);
  if (start !== 'red')
    await waitFor(() => front.chosen(page) === front.variants[start], `${start} to be chosen`);
}

/** Badges of the product itself; cards of other products have theirs. */
export const BADGE = 'backorder-badge:not([data-backorder-listed], [data-backorder-listed] *)';

/** Badges and fields that belong to one product that is on backorder. */
export const badges = (front: Storefront): number => (front.saysItself ? 0 : 1);
export const fields = (front: Storefront): number => (front.noFields ? 0 : 2);

/** A test at whose end nothing was thrown in any page that it opened, and each has had at most one warning of ours. */
export function check(title: string, act: () => Promise<void>): void {
  it(title, async () => {
    opened.clear();
    await act();
    for (const page of opened) expectQuiet(page.heard, 1);
  });
}

/** A test in which something is chosen, or the button of what is sold out is pressed: none where there is nothing of it. */
export function checkChoice(front: Storefront): typeof check {
  return front.pages ? () => undefined : check;
}

/** Our words on the button, and everything that belongs to them. */
export async function isBackorder(
  front: Storefront,
  page: ShopPage,
  within: ParentNode = page.document,
): Promise<void> {
  await waitFor(() => front.words(page) === 'Backorder now', `Backorder now, not ${front.words(page)}`, 4000);
  await waitFor(() => stateOf(page) === 'backorder', 'the state backorder', 4000);
  // Where the shop says so itself, a badge would only say it again.
  if (!front.saysItself) await waitFor(() => textIn(within, BADGE) === 'Backorder', 'a badge', 4000);
  await waitFor(() => textIn(within, 'eta-notice').includes(YEAR), 'the date', 4000);
  expect(page.button.disabled, 'the button is off').to.equal(false);
}

/** The theme's own words, and nothing said beside them. */
export async function isInStock(
  front: Storefront,
  page: ShopPage,
  words = 'Add to cart',
  off = false,
): Promise<void> {
  const own = words.toLowerCase();
  await waitFor(() => front.words(page).toLowerCase() === own, `${words}, not ${front.words(page)}`, 4000);
  await waitFor(() => textIn(page.document, BADGE) === '', 'no badge', 4000);
  await waitFor(() => !textIn(page.document, 'eta-notice').includes(YEAR), 'no date', 4000);
  expect(page.button.disabled, 'the button is off').to.equal(off);
  expect(fieldsIn(page), 'fields of ours').to.equal(0);
}

/** Nothing can be ordered and nothing is promised; a sign-up is taken. */
export async function isRefused(front: Storefront, page: ShopPage): Promise<void> {
  await waitFor(() => textIn(page.document, 'notify-me-form') !== '', 'a sign-up', 4000);
  expect(front.words(page)).to.not.equal('Backorder now');
  expect(textIn(page.document, BADGE)).to.not.equal('Backorder');
  expect(textIn(page.document, 'eta-notice')).to.equal('');
  expect(fieldsIn(page), 'fields of ours').to.equal(0);
}

/** Signs up in the page's form, and waits until that has arrived. */
export async function signUp(page: ShopPage): Promise<void> {
  const form = page.find('notify-me-form');
  const opener = [form, form.shadowRoot].flatMap((it) => [...(it?.querySelectorAll('button') ?? [])])[0];
  opener?.click();
  const email = await waitFor(() => page.document.querySelector<HTMLInputElement>('[type=email]'), 'a field');
  email.value = 'anna@example.com';
  email.dispatchEvent(new Event('input', { bubbles: true }));
  email.form?.requestSubmit();
  await waitFor(async () => (await page.signUps()).length === 1, 'the sign-up', 5000);
}

/** What our first tag of a kind that is in sight shows. */
export function textIn(within: ParentNode, tag: string): string {
  const seen = [...within.querySelectorAll(tag)].find((it) => it.getClientRects().length > 0);
  return seen ? textOf(seen) : '';
}

export const stateOf = (page: ShopPage): string | undefined =>
  page.button.closest('[data-backorder-state]')?.getAttribute('data-backorder-state') ?? undefined;

export const fieldsIn = (page: ShopPage): number =>
  [...(page.button.form?.elements ?? [])].filter((it) => it.hasAttribute('data-backorder-field')).length;

/** How many of a kind there are. */
export const count = (page: ShopPage, selector: string): number =>
  page.document.querySelectorAll(selector).length;

type Added = ReturnType<Storefront['adds']>[number];

/** The adds of a page, once there are as many. */
export async function added(front: Storefront, page: ShopPage, least: number): Promise<readonly Added[]> {
  return waitFor(
    async () => {
      const found = front.adds(await page.log());
      return found.length >= least && found;
    },
    `${least} adds`,
    5000,
  );
}

/** An add as the theme sends it by itself, and what we have put to it. */
export function compareAdd(
  ours: Added | undefined,
  theirs: Added | undefined,
): Readonly<Record<string, string>> {
  const more = { ...ours?.fields };
  const own: Record<string, string> = {};
  for (const name of Object.keys(theirs?.fields ?? {})) {
    if (name in more) own[name] = more[name] as string;
    delete more[name];
  }
  expect({ ...ours, fields: own }, 'the theme’s own part of the add').to.deep.equal(theirs);
  return more;
}

/** Requests that are not for the page itself or for its theme's files. */
export const asked = (log: readonly Logged[]): readonly string[] =>
  log.map(({ path }) => path).filter((path) => !path.startsWith('storefronts/'));

/** Writes other words on the main control, wherever its words are. */
export function writeWords(page: ShopPage, before: string, after: string): void {
  const { button } = page;
  if (button.localName === 'input') {
    if (button.value.includes(before)) button.value = button.value.replace(before, after);
    return;
  }
  const texts = page.document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.data.includes(before)) text.data = text.data.replace(before, after);
  }
}
