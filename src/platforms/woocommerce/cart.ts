import { at, entriesOf, idOf, isObject, wholeOf } from '../json-data.js';
import type { Cart } from '../platform.js';

/** Under this name the plugin tells what it keeps with a line. */
const PLUGIN = 'backorder-elements';

/** The Store API. What a line was promised is told by the plugin; of a shop without it nothing is known. */
export const cart: Cart = {
  // Of what is in the cart already the block form updates the line.
  adds: /\/(?:wp-json\/wc\/store\/(?:v1\/)?(?:cart\/(?:add|update)-item|batch)|[^/]*[?&]wc-ajax=add_to_cart)\b/,
  // By AJAX, an error comes as an answer of status 200; in a batch as well.
  refusesSilently: true,
  // WordPress may live in a folder, and names the address of its API.
  home: { selector: 'link[rel="https://api.w.org/"]', attribute: 'href', pattern: /^(.*?\/)wp-json\b/ },
  url: 'wp-json/wc/store/v1/cart',
  lines: (json) => entriesOf(at(json, 'items')).slice(0, 500).flatMap(lineOf),
};

function lineOf(item: unknown): ReturnType<Cart['lines']> {
  const [key, variant] = [idOf(at(item, 'key')), idOf(at(item, 'id'))];
  const quantity = wholeOf(at(item, 'quantity'));
  const told = at(item, 'extensions', PLUGIN);
  if (key === undefined || variant === undefined || quantity === undefined || !isObject(told)) return [];
  const properties = Object.create(null) as Record<string, string>;
  for (const name of ['text', 'record'] as const) {
    const value = at(told, name);
    if (typeof value === 'string') properties[`backorder_${name}`] = value;
  }
  return [{ key, variant, quantity, properties }];
}
