// How the comparison with other implementations meets the built script: see `npm run bench`.
//
// The page is a theme's: its own forms, its own picker, which writes the chosen variant into the form, and our tags beside the
// button. The product, and some of those in a list, are out of stock when the page is written, which its server knows: it prints
// the line that fetches ahead, as demo/docs/theme.md has it. What is sold out is so because the limit is reached: there the button is ours to stop. The sign-up is the line that
// opens a form, as the README has it, and the form itself comes when it is opened.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CDN = fileURLToPath(new URL('../../cdn/', import.meta.url));
const LOADER = 'backorder-elements.js';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');
const NAMES = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A merchant's page calls its JSON ours by an attribute; the pages here have one script for all who are compared. */
const PRELUDE = `document.getElementById('bo-data').setAttribute('data-backorder-availability','');\n`;

const AHEAD = '<link rel="modulepreload" href="/b/subject/backorder-elements.page.js">';
const BUTTON = '<button class="bo-btn theme" type="submit">Add to cart</button>';
const form = (product, inside) =>
  `<form class="cart" action="/cart/add" method="post" data-product-id="${product}">${inside}</form>`;

/** A stock record of the comparison in the words of the document. */
const offerOf = ({ qty, policy, eta }) => ({
  onHand: qty,
  policy:
    policy === 'preorder'
      ? { sell: 'preorder' }
      : { sell: 'backorder', ...(policy === 'deny' && { limit: 0 }) },
  ...(eta && { restock: eta }),
});

/** `Ships from 15 Mar 2027` as we say it. */
const promise = (eta) => {
  const [, day, month, year] = /(\d+) (\S+) (\d+)$/.exec(eta) ?? [];
  return day ? `Expected to ship on ${NAMES[MONTHS.indexOf(month)]} ${day}, ${year}` : '';
};

export const subject = {
  label: 'Backorder Elements',
  stub: false,
  // The theme's own form is submitted: there is no event in its place.
  events: false,
  build: async () => ({
    js: Buffer.concat([Buffer.from(PRELUDE), readFileSync(CDN + LOADER)]),
    lazy: readdirSync(CDN)
      .filter((name) => name.endsWith('.js') && name !== LOADER)
      .map((path) => ({ path, contents: readFileSync(CDN + path) })),
  }),
  product: () =>
    AHEAD +
    form(
      'table',
      `<input type="hidden" name="id" value="v3"><backorder-badge></backorder-badge>${BUTTON}<eta-notice></eta-notice><notify-me-form compact></notify-me-form>`,
    ),
  card: (sku) => (sku === 'p0' ? AHEAD : '') + form(sku, `<backorder-badge></backorder-badge>${BUTTON}`),
  data: ({ variants, products }) => ({
    version: 1,
    signUp: { url: '/notify' },
    products: [
      { id: 'table', variants: Object.entries(variants).map(([id, it]) => ({ id, ...offerOf(it) })) },
      ...Object.entries(products).map(([id, it]) => ({ id, ...offerOf(it) })),
    ],
  }),
  text: (view) => ({ badge: view.badge, eta: promise(view.eta), label: view.label, form: false }),
  glue: `
    const data = JSON.parse(document.getElementById('bo-data').textContent);
    const records = Object.fromEntries(data.products.flatMap((it) => [[it.id, it], ...(it.variants ?? []).map((v) => [v.id, v])]));
    const wordsOf = ({ onHand, policy }) =>
      onHand > 0 ? 'Add to cart' : policy.limit === 0 ? 'Sold out' : policy.sell === 'preorder' ? 'Pre-order now' : 'Backorder now';
    const buttons = () => [...document.querySelectorAll('form.cart > .theme')];
    const chosen = document.querySelector('input[name=id]');
    const isRight = (button, at) => button.textContent === wordsOf(records[chosen?.value ?? 'p' + at]);
    // Looked at after each change of the page, from the last one on, which comes last.
    const right = () => new Promise((resolve) => {
      const left = buttons();
      const look = () => {
        while (left.length && isRight(left.at(-1), left.length - 1)) left.pop();
        if (left.length) return;
        seen.disconnect();
        resolve();
      };
      const seen = new MutationObserver(look);
      seen.observe(document.body, { subtree: true, childList: true, characterData: true });
      look();
    });
    const picked = document.querySelector('input[name=id]');
    if (picked) addEventListener('change', (event) => { if (event.target.name === 'variant') picked.value = event.target.value; }, true);
    window.__bo = { ready: right(), settled: right, mount: right };
  `,
};
