import {
  readProducts,
  recordOf,
  stateOf,
  type DescribedProduct,
} from '../platforms/schema-org/read-products.js';
import { originalText } from './original-text.js';

/**
 * What the page's own JSON-LD and microdata say. Shops print it from caches and defaults, so it is a hint: it can name a
 * state where nobody else does, and never enables buying.
 */
export function readStructuredData(root: ParentNode = document): readonly DescribedProduct[] {
  const graphs = [...root.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return [JSON.parse(originalText(script)) as unknown];
    } catch {
      return []; // Not our page to mend.
    }
  });
  return [...readProducts(graphs), ...readMicrodata(root)];
}

function readMicrodata(root: ParentNode): readonly DescribedProduct[] {
  const products = [...root.querySelectorAll('[itemscope][itemtype$="schema.org/Product"]')];
  return products.flatMap((product) => {
    const values = (name: string): string[] =>
      [...product.querySelectorAll(`[itemprop="${name}"]`)].flatMap((it) => {
        const value = it.getAttribute('content') ?? it.getAttribute('href') ?? it.textContent;
        return value ? [value.trim()] : [];
      });
    const states = new Set(values('availability').map(stateOf));
    const status = states.size === 1 ? [...states][0] : undefined;
    if (!status) return [];
    const names = [...values('sku'), ...values('productID')];
    return [{ names, record: recordOf(status, values('availabilityStarts')[0]) }];
  });
}
