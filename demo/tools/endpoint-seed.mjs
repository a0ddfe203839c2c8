/**
 * What the demo's endpoint begins with: the shop's products as its own shop system would import them, and some weeks of
 * demand, the same at every start.
 */
import { readFileSync } from 'node:fs';
import { documentAt } from './shop-server.mjs';

const DAY = 86_400_000;
const { shop, products } = JSON.parse(
  readFileSync(new URL('../data/products.json', import.meta.url), 'utf8'),
);

/** The demo's availability as an import: with titles and prices, for mails and the demand report. */
export function importedDocument(now, origin) {
  const document = documentAt(now);
  const priced = ({ price }) => ({ price, currency: shop.currency });
  return {
    ...document,
    // So that a page that is looked at again asks again at once.
    ttl: 0,
    // In this shop a backorder has no limit where a product tells none.
    policy: { ...document.policy, limit: 'unlimited' },
    signUp: { url: '/endpoint/v1/sign-ups', privacyUrl: '/privacy.html' },
    products: document.products.map((product) => {
      const told = products.find(({ id }) => id === product.id);
      const own = ({ id }) => told.variants.find((it) => it.id === id);
      return {
        ...product,
        title: told.title,
        ...priced(told),
        url: `${origin}/endpoint/${product.handle}.html`,
        variants: product.variants.map((it) => ({
          ...it,
          ...priced(own(it)),
          // The only one has no name of its own.
          ...(product.variants.length > 1 && { title: own(it).title }),
        })),
      };
    }),
  };
}

/** Numbers between 0 and 1 that are the same at every start. */
function* chances(seed) {
  for (let at = seed; ;) {
    at = (at * 16_807) % 2_147_483_647;
    yield at / 2_147_483_647;
  }
}

/** How much some products are wanted in a week, about: `[handle, backordered, asked for]`. */
const WANTED = [
  ['ember-fire-bowl', 0, 13],
  ['lykke-table-lamp', 9, 3],
  ['fjell-wool-blanket', 6, 5],
  ['mussel-pendant', 5, 2],
  ['skerry-lantern', 3, 3],
  ['tove-dining-chair', 4, 1],
  ['lund-dining-table', 2, 2],
  ['tuva-planter', 1, 3],
];

const WEEKS = 20;

/** Rows of the table `demand`. */
export function seededDemand(now) {
  const monday = Math.floor((now / DAY + 3) / 7) * 7 - 3;
  const chance = chances(7);
  return WANTED.flatMap(([handle, backordered, asked]) => {
    const { id, variants } = products.find((it) => it.handle === handle);
    return variants.slice(0, 2).flatMap((variant) =>
      Array.from({ length: WEEKS }, (_, ago) => {
        const week = new Date((monday - 7 * ago) * DAY).toISOString().slice(0, 10);
        // Nights get longer: what warms and what shines is wanted more of late.
        const season = 1.6 - ago / WEEKS;
        const about = (mean) => Math.round(mean * season * (0.5 + chance.next().value));
        const orders = about(backordered);
        const people = about(asked);
        const told = ago % 6 === 3 ? Math.round(people * 1.5) : 0;
        const counts = {
          backordered: [orders, orders + about(1)],
          released: [ago % 4 === 1 ? Math.round(orders / 5) : 0],
          asked: [people, people + about(1)],
          told: [told],
          converted: [Math.round(told / 3)],
          left: [ago % 5 === 2 ? Math.round(people / 6) : 0],
        };
        return Object.entries(counts)
          .filter(([, [events]]) => events > 0)
          .map(([kind, [events, pieces = events]]) => {
            return { product: String(id), variant: String(variant.id), week, kind, events, pieces };
          });
      }).flat(),
    );
  });
}

/** Pieces that are sold beyond the shelf and still owed, by variant. */
export const OWED = { 41027: 14, 41006: 6 };
