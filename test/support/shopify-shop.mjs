// The server side of the Shopify storefronts: it renders their sections for a variant, takes what their themes add, and gives
// the cart back. Refuses what is not available, as the real one does.
import { dawnSection } from '../fixtures/storefronts/dawn-section.mjs';
import { horizonSection } from '../fixtures/storefronts/horizon-section.mjs';
import { CHAIR, VARIANTS } from '../fixtures/storefronts/shopify-chair.mjs';
import { vintageSection } from '../fixtures/storefronts/vintage-section.mjs';

const SECTIONS = {
  'storefronts/dawn': dawnSection,
  'storefronts/horizon-4': horizonSection(4),
  'storefronts/horizon-3': horizonSection(3),
  'storefronts/vintage': vintageSection,
};

const JSON_TYPE = 'application/json; charset=utf-8';
const reply = (value, status = 200) => ({ status, type: JSON_TYPE, body: JSON.stringify(value) });

/** Lines by shop. */
const carts = new WeakMap();

/** The product section of a page, for the variant that the slot `start` names. Nothing for pages of other shops. */
export function sectionOf(page, { start = 'oak', inside } = {}) {
  return SECTIONS[page]?.(VARIANTS[start], inside);
}

/** What a Shopify shop answers: `{ status, type, body }`. Nothing for other shops, and for what the test shop answers itself. */
export function answerShopify(shop, path, { method, headers, body, fields }) {
  const { page, slots } = shop.options;
  if (!SECTIONS[page]) return undefined;
  const [, start] = /^products\/chair\/(\w+)$/.exec(path) ?? [];
  if (VARIANTS[start]) {
    const html = `<!doctype html><html><body>${sectionOf(page, { ...slots, start })}</body></html>`;
    return { status: 200, type: 'text/html; charset=utf-8', body: html };
  }
  if (path === 'products/chair.js') return reply(CHAIR);
  if (!carts.has(shop)) carts.set(shop, []);
  const lines = carts.get(shop);
  if (method === 'GET' && /^cart\.js(?:on)?$/.test(path)) return reply(cartOf(lines));
  // A form that is sent by itself is answered as by any other shop.
  if (method !== 'POST' || (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate') return undefined;
  const sent = /json/.test(headers['content-type'] ?? '') ? JSON.parse(body) : fromFields(fields);
  if (/^cart\/add(?:\.js)?$/.test(path)) return add(lines, sent);
  if (path === 'cart/change.js') return change(lines, sent);
  return undefined;
}

function fromFields(fields) {
  const sent = { properties: {} };
  for (const [name, value] of fields) {
    const [, property] = /^properties\[(.+)\]$/.exec(name) ?? [];
    if (property) sent.properties[property] = value;
    else sent[name] = value;
  }
  return sent;
}

function add(lines, sent) {
  const added = [];
  for (const item of sent.items ?? [sent]) {
    const variant = CHAIR.variants.find(({ id }) => id === Number(item.id));
    if (!variant?.available) {
      const description = `The product '${variant?.name}' is already sold out.`;
      return reply({ status: 422, message: 'Cart Error', description }, 422);
    }
    const properties = item.properties ?? {};
    const same = lines.find(
      (it) => it.id === variant.id && JSON.stringify(it.properties) === JSON.stringify(properties),
    );
    const line = same ?? {
      id: variant.id,
      key: `${variant.id}:${lines.length + 1}`,
      properties,
      quantity: 0,
      variant_id: variant.id,
      product_id: CHAIR.id,
      title: variant.name,
      sku: variant.sku,
      price: variant.price,
      selling_plan_allocation: null,
    };
    line.quantity += Number(item.quantity ?? 1);
    if (!same) lines.push(line);
    added.push(line);
  }
  return reply(sent.items ? { items: added, sections: {} } : { ...added[0], sections: {} });
}

function change(lines, { id, line, quantity, properties }) {
  const found = line ? lines[line - 1] : lines.find((it) => it.key === id || String(it.id) === String(id));
  if (!found) return reply({ status: 404, message: 'Cart Error', description: 'no valid line item id' }, 404);
  if (quantity !== undefined) found.quantity = Number(quantity);
  if (properties !== undefined) found.properties = properties;
  if (found.quantity === 0) lines.splice(lines.indexOf(found), 1);
  return reply(cartOf(lines));
}

function cartOf(lines) {
  return {
    token: 'cart',
    note: '',
    item_count: lines.reduce((sum, it) => sum + it.quantity, 0),
    items: lines,
  };
}
