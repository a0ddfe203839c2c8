import { html } from '../html/platform.js';
import type { Cart, NewLine, Platform, ReadJson } from '../platform.js';

const readProduct: ReadJson = async (json, plans) =>
  (await import('./read-product-json.js')).readProductJson(json, plans);

const readSelected: ReadJson = async (json, plans) =>
  (await import('./read-selected.js')).readSelected(json, (it) => readProduct(it, plans));

/** The form's field for a selling plan, and the name of the same in requests. */
const PLAN = 'selling_plan';

/** The Ajax API of every Shopify shop: https://shopify.dev/docs/api/ajax/reference/cart */
const cart: Cart = {
  adds: /\/cart\/add(?:\.js)?(?:[?#]|$)/,
  url: 'cart.js',
  event: 'shopify:cart:lines-update',
  home: { selector: 'form[action*="/cart"]', attribute: 'action', pattern: /^(.*?\/)cart(?:[/?#]|$)/ },
  lines: (json) => readLines(json),
  put: {
    action: ['Shopify', 'actions', 'updateCart'],
    root: ['Shopify', 'routes', 'root'],
    // https://shopify.dev/docs/api/storefront-events-and-actions/actions/update-cart
    payload: ({ variant, quantity, properties, plan }: NewLine) => ({
      lines: [
        {
          merchandiseId: variant,
          quantity,
          attributes: Object.entries(properties).map(([key, value]) => ({ key, value })),
          ...(plan !== undefined && { sellingPlanId: plan }),
        },
      ],
    }),
    request: ({ variant, quantity, properties, plan }: NewLine) => ({
      url: 'cart/add.js',
      body: { items: [{ id: variant, quantity, properties, ...(plan !== undefined && { [PLAN]: plan }) }] },
    }),
  },
  mend: ({ key, quantity, properties }, fields) => {
    const { [PLAN]: own, ...others } = properties;
    const { [PLAN]: plan = own, ...wanted } = fields;
    return {
      url: 'cart/change.js',
      body: {
        id: key,
        quantity,
        properties: { ...others, ...propertiesOf(wanted) },
        ...(plan !== undefined && { [PLAN]: plan }),
      },
    };
  },
};

/** Links that buy: `/cart/41:1`, and no others below `/cart/`. */
function linked(path: string): string {
  return Array.from({ length: 9 }, (_, index) => `[href*="/${path}/${index + 1}"]`).join();
}

const BUYING_LINKS = `a:is(${linked('cart')},${linked('buy')})`;

/** Shopify: Dawn, Horizon 3 and 4, and the themes before them. */
export const platform: Platform = {
  ...html,
  name: 'shopify',
  // Pickers have forms of their own; those for instalments have no button and do not count.
  form: 'form[action*="cart/add"]',
  button: '[data-backorder-button], [name=add], [type=submit], button:not([type])',
  variant: ['id'],
  product: ['product-id'],
  root: `[data-backorder-root],product-availability,product-info,.card-wrapper,product-card,.quick-add-modal,quick-add-modal,${html.root}`,
  express: `${html.express},.shopify-payment-button,.shopify-payment-button__button--unbranded,[data-shopify-buttoncontainer],.accelerated-checkout-block,shopify-accelerated-checkout,${BUYING_LINKS}`,
  // Selling plans do not go with links, and with those of /buy neither do properties:
  // https://shopify.dev/docs/apps/build/checkout/create-cart-permalinks
  links: {
    selector: BUYING_LINKS,
    pattern: /\/(?:cart|buy)\/(\d+):\d/,
    carries: /\/cart\/\d+:\d+[^?#]*(?:[?#]|$)/,
    parameter: 'properties',
  },
  data: [
    {
      selector:
        'script[type$=json]:is([data-selected-variant],[data-product-json],[data-variant-json],[id^=ProductJson],variant-picker *)',
      read: readProduct,
    },
  ],
  // Themes from before sections put a select for each option in front of the one of all variants.
  choices: { selector: '.single-option-selector', name: 'data-option', value: 'value' },
  events: { 'variant:update': readProduct, 'variant:change': readProduct },
  // https://shopify.dev/docs/storefronts/themes/best-practices/standard-events
  promises: { 'shopify:product:select': readSelected },
  plans: {
    field: PLAN,
    addresses: ['data-product-url', 'data-url'],
    pattern: /^([^?#]*\/products\/[^/?#]+)/,
    json: '.js',
    read: readProduct,
  },
  sticky: 'sticky-add-to-cart button,[class*=sticky] button[type=button][name=add]',
  card: {
    selector: '.card-wrapper,product-card',
    attribute: 'href',
    pattern: /\/products\/([^/?#]+)/,
  },
  lines: {
    // Dawn and its kin, Horizon.
    selector: `${html.lines.selector}, .cart-item[id^="Cart"], .cart-items__table-row[data-key]`,
    after: ['.cart-item__name', '.cart-items__title', 'a[href*="/products/"]:not(:has(img, svg), :empty)'],
    key: { attribute: 'data-key', pattern: /(.+)/ },
    index: { attribute: 'id', pattern: /^Cart(?:Drawer-)?Item-(\d+)$/ },
    variant: { attribute: 'href', pattern: /[?&]variant=(\d+)/ },
  },
  cart,
  // Markets: the country that prices are shown for.
  country: () => own((globalThis as { Shopify?: unknown }).Shopify, 'country'),
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const own = (from: unknown, key: string): unknown =>
  isObject(from) && Object.hasOwn(from, key) ? from[key] : undefined;

function readLines(json: unknown): ReturnType<Cart['lines']> {
  const items = own(json, 'items');
  if (!Array.isArray(items)) return [];
  return items.slice(0, 500).flatMap((item: unknown) => {
    const [key, variant, quantity, told] = ['key', 'id', 'quantity', 'properties'].map((it) => own(item, it));
    if (typeof key !== 'string' || typeof quantity !== 'number') return [];
    const properties = Object.entries(isObject(told) ? told : {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    const plan = own(own(own(item, 'selling_plan_allocation'), PLAN), 'id');
    if (typeof plan === 'number' || typeof plan === 'string') properties.push([PLAN, String(plan)]);
    return [{ key, variant: String(variant), quantity, properties: Object.fromEntries(properties) }];
  });
}

/** `properties[Availability]` is the line's property "Availability". */
function propertiesOf(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [/^properties\[(.+)\]$/.exec(name)?.[1] ?? name, value]),
  );
}
