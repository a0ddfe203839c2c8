// The server side of the Shopify storefronts: it renders their sections for a variant, takes what their themes add, and gives
// the cart back. Refuses what is not available, as the real one does.
import { dawnSection } from '../fixtures/storefronts/dawn-section.mjs';
import { horizonSection } from '../fixtures/storefronts/horizon-section.mjs';
import { CHAIR, chairWith, VARIANTS } from '../fixtures/storefronts/shopify-chair.mjs';
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
export function sectionOf(page, { start = 'oak', inside, plans } = {}) {
  const chosen = plans
    ? chairWith(plans).variants.find(({ id }) => id === VARIANTS[start].id)
    : VARIANTS[start];
  return SECTIONS[page]?.(chosen, inside);
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
  const chair = chairWith(slots?.plans);
  if (path === 'products/chair.js') return reply(chair);
  if (!carts.has(shop)) carts.set(shop, []);
  const lines = carts.get(shop);
  if (method === 'GET' && /^cart\.js(?:on)?$/.test(path)) return reply(cartOf(lines));
  // A form that is sent by itself is answered as by any other shop.
  if (method !== 'POST' || (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate') return undefined;
  const sent = /json/.test(headers['content-type'] ?? '') ? JSON.parse(body) : fromFields(fields);
  if (/^cart\/add(?:\.js)?$/.test(path)) return add(lines, sent, chair);
  if (path === 'cart/change.js') return change(lines, sent, chair);
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

/** The plan that a line asks for, as the cart tells it; a text where the shop refuses it. */
function planOf(variant, wanted, chair) {
  if (!wanted && variant.requires_selling_plan) return 'Variant can only be purchased with a selling plan.';
  if (!wanted) return null;
  const allowed = variant.selling_plan_allocations.some(
    (it) => String(it.selling_plan_id) === String(wanted),
  );
  if (!allowed) return 'Cannot apply selling plan to variant';
  const plans = chair.selling_plan_groups.flatMap((it) => it.selling_plans);
  return { price: variant.price, selling_plan: plans.find(({ id }) => String(id) === String(wanted)) };
}

function add(lines, sent, chair) {
  const added = [];
  for (const item of sent.items ?? [sent]) {
    const variant = chair.variants.find(({ id }) => id === Number(item.id));
    if (!variant?.available) {
      const description = `The product '${variant?.name}' is already sold out.`;
      return reply({ status: 422, message: 'Cart Error', description }, 422);
    }
    const properties = item.properties ?? {};
    const plan = planOf(variant, item.selling_plan, chair);
    if (typeof plan === 'string') {
      return reply({ status: 422, message: 'Cart Error', description: plan }, 422);
    }
    const said = (it) => JSON.stringify([it.id, it.properties, it.selling_plan_allocation]);
    const same = lines.find(
      (it) => said(it) === said({ id: variant.id, properties, selling_plan_allocation: plan }),
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
      selling_plan_allocation: plan,
    };
    line.quantity += Number(item.quantity ?? 1);
    if (!same) lines.push(line);
    added.push(line);
  }
  return reply(sent.items ? { items: added, sections: {} } : { ...added[0], sections: {} });
}

function change(lines, { id, line, quantity, properties, selling_plan }, chair) {
  const found = line ? lines[line - 1] : lines.find((it) => it.key === id || String(it.id) === String(id));
  if (!found) return reply({ status: 404, message: 'Cart Error', description: 'no valid line item id' }, 404);
  if (selling_plan !== undefined) {
    const variant = chair.variants.find((it) => it.id === found.id);
    const plan = planOf(variant, selling_plan, chair);
    if (typeof plan === 'string') {
      return reply({ status: 422, message: 'Cart Error', description: plan }, 422);
    }
    found.selling_plan_allocation = plan;
  }
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
