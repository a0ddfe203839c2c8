// The server side of the BigCommerce, WooCommerce and PrestaShop storefronts, as far as it takes orders: what is added, what is
// refused, which fields are kept, and the public cart. What their themes ask about choices is in `PAGE.answers.json`.

const JSON_TYPE = 'application/json; charset=utf-8';
const reply = (value, status = 200, headers = {}) => ({
  status,
  type: JSON_TYPE,
  body: JSON.stringify(value),
  headers,
});

/** Lines by shop. */
const carts = new WeakMap();

const SYSTEMS = [
  [/\/cornerstone$/, bigcommerce],
  [/\/woo-/, woocommerce],
  [/\/prestashop$/, prestashop],
];

/** What such a shop answers: `{ status, type, body, headers }`. Nothing for other shops, and for what has no answer here. */
export function answerOthers(shop, path, entry) {
  const [, system] = SYSTEMS.find(([page]) => page.test(shop.options.page)) ?? [];
  if (!system) return undefined;
  if (!carts.has(shop)) carts.set(shop, []);
  const lines = carts.get(shop);
  // A form that is sent by itself is answered as by any other shop.
  if (entry.method === 'POST' && (entry.headers['sec-fetch-mode'] ?? 'navigate') === 'navigate')
    return undefined;
  return system(path, entry, Object.fromEntries(entry.fields), lines);
}

/** Unknown fields are not refused: they are dropped. The one modifier that the merchant has made is kept. */
function bigcommerce(path, { method }, fields, lines) {
  if (path === 'remote/v1/cart/add') {
    const stock = { 101: 5, 102: 20, 103: 0 }[fields['attribute[9]']];
    const quantity = Number(fields['qty[]'] ?? 1);
    const held = lines.filter((it) => it.value === fields['attribute[9]']);
    const before = held.reduce((sum, it) => sum + it.quantity, 0);
    if (stock === undefined) return reply({ data: { error: 'Please choose options for your product.' } });
    if (before + quantity > stock)
      return reply({
        data: { error: "We don't have enough Chair stock on hand for the quantity you selected." },
      });
    const options = Object.entries(fields)
      .filter(([name]) => /^attribute\[(?:9|11)\]$/.test(name))
      .map(([name, value]) => ({ nameId: Number(name.slice(10, -1)), value }));
    const line = { id: `line-${lines.length + 1}`, value: fields['attribute[9]'], quantity, options };
    lines.push(line);
    return reply({ data: { cart_id: 'cart', cart_item: { id: line.id } } });
  }
  if (method === 'GET' && path === 'api/storefront/carts') {
    const physicalItems = lines.map(({ id, value, quantity, options }) => ({
      id,
      productId: 77,
      variantId: Number(value) + 400,
      quantity,
      options,
    }));
    return reply(lines.length > 0 ? [{ id: 'cart', lineItems: { physicalItems } }] : []);
  }
  return undefined;
}

const NONCE = 'a1b2c3d4e5';

function woocommerce(path, { method, query, body, headers }, fields, lines) {
  if (query?.startsWith('wc-ajax=add_to_cart')) {
    const refused = fields.product_id === '83' || Number(fields.quantity) > 20;
    if (refused) return reply({ error: true, product_url: '../product/table/' });
    const { variation_id: variation, product_id: product, quantity } = fields;
    // The plugin is there: it tells what it keeps, empty texts where that is nothing.
    const told = { text: fields.backorder_text ?? '', record: fields.backorder_record ?? '' };
    lines.push({ id: Number(variation || product), quantity: Number(quantity), told });
    return reply({ fragments: {}, cart_hash: `cart-${lines.length}` });
  }
  const error = (status, code, message) =>
    reply({ code, message, data: { status } }, status, { Nonce: NONCE });
  if (path === 'wp-json/wc/store/v1/batch') {
    const responses = JSON.parse(body).requests.map((it) => {
      const own = { method: it.method, headers: lowered(it.headers), body: JSON.stringify(it.body) };
      const { status, body: answer } = woocommerce(`wp-json${it.path}`, own, {}, lines);
      return { status, body: JSON.parse(answer), headers: { Nonce: NONCE } };
    });
    return reply({ responses }, 207, { Nonce: NONCE });
  }
  if (path === 'wp-json/wc/store/v1/cart/update-item') {
    const { key, quantity } = JSON.parse(body);
    const line = lines[Number(key.slice('line-'.length)) - 1];
    if (!line) return error(409, 'woocommerce_rest_cart_invalid_key', 'Cart item no longer exists.');
    line.quantity = quantity;
    return reply(storeCart(lines), 200, { Nonce: NONCE });
  }
  if (path === 'wp-json/wc/store/v1/cart/add-item') {
    if (!headers.nonce) return error(401, 'woocommerce_rest_missing_nonce', 'Missing the Nonce header.');
    if (headers.nonce !== NONCE) return error(403, 'woocommerce_rest_invalid_nonce', 'Nonce is invalid.');
    const { id, quantity } = JSON.parse(body);
    if (![601, 602].includes(id)) {
      const text = 'You cannot add “Chair” to the cart because the product is out of stock.';
      return error(400, 'woocommerce_rest_product_out_of_stock', text);
    }
    lines.push({ id, quantity });
    return reply(storeCart(lines), 201, { Nonce: NONCE });
  }
  if (method === 'GET' && path === 'wp-json/wc/store/v1/cart')
    return reply(storeCart(lines), 200, { Nonce: NONCE });
  return undefined;
}

const lowered = (headers = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const storeCart = (lines) => ({
  items: lines.map(({ id, quantity, told }, index) => ({
    key: `line-${index + 1}`,
    id,
    quantity,
    backorders_allowed: id === 602,
    show_backorder_badge: id === 602,
    low_stock_remaining: null,
    item_data: [],
    ...(told && { extensions: { 'backorder-elements': told } }),
  })),
  items_count: lines.reduce((sum, it) => sum + it.quantity, 0),
  errors: [],
});

function prestashop(path, { method }, fields, lines) {
  if (path !== 'cart' || method !== 'POST' || fields.action !== 'update') return undefined;
  const [product, attribute] = { 5: [31, 101], 6: [31, 102], 7: [31, 103] }[fields['group[2]']] ?? [0, 0];
  if (attribute === 103 || product === 0) {
    const errors = ['There are not enough products in stock.'];
    return reply({ hasError: true, errors, quantity: 0 });
  }
  lines.push({ id: attribute, quantity: Number(fields.qty) });
  return reply({
    success: true,
    id_product: product,
    id_product_attribute: attribute,
    id_customization: 0,
    quantity: Number(fields.qty),
    cart: { products_count: lines.reduce((sum, it) => sum + it.quantity, 0) },
    errors: '',
  });
}
