import type { Choice } from './snapshot.js';

/** What the check answers in place of the shop, to a page that asks for these. */
export type Answer = (references: readonly string[]) => object;

/** The day that the check promises: in the year after next. */
export const PROMISED = `${new Date().getUTCFullYear() + 2}-05-17`;

const SHELF = { onHand: 50 };
const LATER = { onHand: 0, restock: PROMISED };

/** All that a page asks for is on the shelf. */
export function inStock(main: string, choice: Choice): Answer {
  return answer(main, [[choice, SHELF]]);
}

/** All that a page asks for is on backorder, with a date. */
export function onBackorder(main: string, choice: Choice): Answer {
  return answer(main, [[choice, LATER]]);
}

/** The first choice is on the shelf and the second on backorder. */
export function oneOfTwo(main: string, shelf: Choice, later: Choice): Answer {
  return answer(main, [
    [shelf, SHELF],
    [later, LATER],
  ]);
}

/** @param main what the main form says it is for: its product, or its variant */
function answer(main: string, stock: readonly (readonly [Choice, object])[]): Answer {
  const variants = stock
    .filter(([{ id, options }]) => id || Object.keys(options).length)
    // What is chosen by options alone has an id all the same: the document asks for one.
    .map(([{ id, options }, told], index) => ({
      id: id ?? `variant ${index + 1}`,
      ...(!id && { options }),
      ...told,
    }));
  const flat = stock[0]?.[1];
  const own = variants.length ? { variants } : flat;
  const isVariant = (name: string): boolean => stock.some(([{ id }]) => id === name);
  const byVariant = isVariant(main);
  return (references) => {
    // A page whose form only names the variant may find out which product that is, and ask for it.
    const others = references
      .filter((it) => it !== main && !isVariant(it))
      .map((id) => ({ id, ...(byVariant ? own : flat) }));
    const products = [{ id: byVariant ? `product of ${main}` : main, ...own }, ...others];
    return { version: 1, ttl: 3600, policy: { sell: 'backorder' }, products };
  };
}
