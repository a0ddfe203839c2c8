import { at, entriesOf, idOf, wholeOf } from '../json-data.js';
import type { Cart } from '../platform.js';

const OPTIONS = ['physicalItems', 'digitalItems'] as const;

/**
 * The storefront API of every BigCommerce shop. A line keeps its modifiers, by their ids, and cannot be given others later:
 * https://developer.bigcommerce.com/docs/rest-storefront/carts
 */
export const cart: Cart = {
  adds: /\/(?:remote\/v1\/cart\/add|cart\.php\?action=add)\b/,
  // An error of the shop comes as an answer of status 200.
  refusesSilently: true,
  home: { selector: 'form[action*="/cart.php"]', attribute: 'action', pattern: /^(.*?\/)cart\.php/ },
  url: `api/storefront/carts?include=${OPTIONS.map((it) => `lineItems.${it}.options`).join()}`,
  lines: (json) => {
    const [first] = entriesOf(json);
    return OPTIONS.flatMap((kind) => entriesOf(at(first, 'lineItems', kind)).slice(0, 500)).flatMap(lineOf);
  },
};

function lineOf(item: unknown): ReturnType<Cart['lines']> {
  const [key, product] = [idOf(at(item, 'id')), idOf(at(item, 'productId'))];
  const quantity = wholeOf(at(item, 'quantity'));
  const options = at(item, 'options');
  // Without its options nobody can tell what is on the line.
  if (key === undefined || product === undefined || quantity === undefined || !Array.isArray(options)) {
    return [];
  }
  const properties = Object.create(null) as Record<string, string>;
  for (const option of entriesOf(options)) {
    const [name, value] = [idOf(at(option, 'nameId')), at(option, 'value')];
    if (name !== undefined && typeof value === 'string') properties[name] = value;
  }
  return [{ key, variant: idOf(at(item, 'variantId')) ?? product, product, quantity, properties }];
}
