import { refusalOf } from './sign-up-refusal.js';
import { shopIds } from './shop-ids.js';
import type { SendTo, SignUpAnswer } from './sign-up-wish.js';
import { withinBudget } from './within-budget.js';

/** Parts of a product's address that shops without speaking addresses need; all else of a query is left out. */
const QUERY = ['product', 'p', 'post_type', 'lang'];

/** Where something begins that a page never shows, though its text is in it. */
const UNSEEN = /<(script|style|template|noscript|svg)\b|<!--/gi;

/** The notices that WooCommerce puts into the page that answers, of classic themes and of block themes. */
const TAKEN = /^woocommerce-message$|^is-success$/;
const REFUSED = /^woocommerce-error$|^is-error$/;

/** Longer than any tag of a notice. */
const LONGEST_TAG = 1000;

/** WooCommerce's own back-in-stock form, which is sent to the product's page. */
export const woocommerceTarget: SendTo = async ({ wish, signal }) =>
  withinBudget<SignUpAnswer>(async (budget) => {
    const body = new URLSearchParams({
      ...attributes(),
      wc_bis_email: wish.email ?? '',
      wc_bis_product_id: productId(wish),
      wc_bis_register: '1',
    });
    // Of the form that WooCommerce has put into the page; pages for everybody need none.
    const nonce = document.querySelector<HTMLInputElement>('input[name=wc_bis_nonce]')?.value;
    if (nonce) body.set('wc_bis_nonce', nonce);
    const reply = await fetch(ownAddress(), {
      method: 'POST',
      credentials: 'same-origin',
      referrerPolicy: 'same-origin',
      body,
      signal: budget,
    });
    if (!reply.ok) throw await refusalOf(reply);
    const classes = classesIn(seenOf(await reply.text()));
    const says = (sign: RegExp): boolean => classes.some((it) => sign.test(it));
    if (says(REFUSED) || !says(TAKEN)) throw new Error('sign-up not taken');
    return 'done';
  }, signal);

/** A page without what it does not show. Once through, whatever is in it; what does not end takes the rest with it. */
function seenOf(page: string): string {
  const parts: string[] = [];
  const small = page.toLowerCase();
  let from = 0;
  for (;;) {
    UNSEEN.lastIndex = from;
    const begin = UNSEEN.exec(small);
    parts.push(page.slice(from, begin?.index));
    if (!begin) break;
    const end = begin[1] ? `</${begin[1]}` : '-->';
    const at = small.indexOf(end, begin.index + begin[0].length);
    if (at < 0) break;
    from = at + end.length;
  }
  return parts.join('');
}

/** Class names of a page's notices. */
function classesIn(page: string): readonly string[] {
  const tags = page.split('<').map((it) => it.slice(0, LONGEST_TAG).split('>')[0] ?? '');
  return tags
    .filter((it) => it.includes('woocommerce-') || it.includes('notice-banner'))
    .flatMap((it) => /\sclass=["']([^"']*)/i.exec(it)?.[1]?.split(/\s+/) ?? []);
}

/** A variation's, where one is chosen. */
function productId(wish: Parameters<typeof shopIds>[0]): string {
  const { product } = wish.ids;
  return String(shopIds({ ...wish, ids: { product, variant: wish.ids.variant ?? product } }).variant);
}

/** What is chosen, for variations that stand for any value of an option. */
function attributes(): Record<string, string> {
  const fields = document.querySelectorAll<HTMLSelectElement>('form.variations_form [name^=attribute_]');
  return Object.fromEntries([...fields].map(({ name, value }) => [name, value]));
}

function ownAddress(): string {
  const address = new URL(location.origin + location.pathname);
  const told = new URLSearchParams(location.search);
  for (const name of QUERY) {
    const value = told.get(name);
    if (value !== null) address.searchParams.set(name, value);
  }
  return address.href;
}
