import { askGraphql } from './ask-graphql.js';
import { CartError, EMPTY_CART, type Cart, type CartContents, type NewLine } from './cart.js';
import { cartMemory, type CartMemory } from './cart-memory.js';
import { oneByOne } from './one-by-one.js';

export interface ShopifyShop {
  /** `https://SHOP.myshopify.com/api/2026-07/graphql.json` */
  readonly url: string;
  /** The public access token of the Storefront API. */
  readonly token: string;
  readonly memory?: CartMemory;
}

interface ShopifyCart {
  readonly id: string;
  readonly lines: { readonly nodes: readonly ShopifyLine[] };
}

interface ShopifyLine {
  readonly id: string;
  readonly quantity: number;
  readonly attributes: readonly { readonly key: string; readonly value: string | null }[];
  readonly merchandise: {
    readonly id: string;
    readonly title: string;
    readonly product: { readonly id: string; readonly title: string };
  };
}

interface Payload {
  readonly cart: ShopifyCart | null;
  readonly userErrors: readonly {
    readonly code: string | null;
    readonly field: readonly string[] | null;
    readonly message: string;
  }[];
  readonly warnings: readonly { readonly code: string; readonly target: string; readonly message: string }[];
}

const CART = `fragment Contents on Cart {
  id
  lines(first: 250) { nodes {
    id quantity
    attributes { key value }
    merchandise { ... on ProductVariant { id title product { id title } } }
  } }
}`;
const PAYLOAD = `{ cart { ...Contents } userErrors { code field message } warnings { code target message } }`;

const READ = `query Cart($cartId: ID!) { cart(id: $cartId) { ...Contents } } ${CART}`;
const CREATE = `mutation CartCreate($lines: [CartLineInput!]!) { cartCreate(input: { lines: $lines }) ${PAYLOAD} } ${CART}`;
const ADD = `mutation CartLinesAdd($cartId: ID!, $lines: [CartLineInput!]!) { cartLinesAdd(cartId: $cartId, lines: $lines) ${PAYLOAD} } ${CART}`;
const UPDATE = `mutation CartLinesUpdate($cartId: ID!, $lines: [CartLineUpdateInput!]!) { cartLinesUpdate(cartId: $cartId, lines: $lines) ${PAYLOAD} } ${CART}`;

const gid = (kind: string, id: string): string =>
  id.startsWith('gid:') ? id : `gid://shopify/${kind}/${id}`;
const bareId = (id: string): string => /^gid:\/\/shopify\/\w+\/([^?]+)/.exec(id)?.[1] ?? id;
const attributesOf = (properties: NewLine['properties']): readonly { key: string; value: string }[] =>
  Object.entries(properties).map(([key, value]) => ({ key, value }));

/** The cart of Shopify's Storefront API. What a line is to carry are its attributes; those beginning with `_` stay out of sight. */
export function shopifyCart({ url, token, memory = cartMemory('shopify-cart') }: ShopifyShop): Cart {
  const inTurn = oneByOne();
  const ask = (query: string, variables: object): Promise<Readonly<Record<string, unknown>>> =>
    askGraphql(url, { 'x-shopify-storefront-access-token': token }, query, variables);

  async function change(name: string, query: string, variables: object): Promise<CartContents> {
    const { cart, userErrors, warnings } = (await ask(query, variables))[name] as Payload;
    if (userErrors.length || !cart)
      throw new CartError(
        'refused',
        userErrors.map(({ message }) => message).join(' ') || 'The shop made no cart.',
      );
    memory.set(cart.id);
    // Since 2024-10 fewer pieces are no error: the cart is changed, and a warning says so.
    const notices = warnings.map(({ code, target, message }) => ({ code, text: message, line: target }));
    return { ...contentsOf(cart), notices };
  }

  async function read(): Promise<CartContents> {
    const cartId = memory.get();
    if (!cartId) return EMPTY_CART;
    const cart = (await ask(READ, { cartId }))['cart'] as ShopifyCart | null;
    // Carts are kept for some days only.
    if (!cart) memory.set(undefined);
    return cart ? contentsOf(cart) : EMPTY_CART;
  }

  return {
    read: () => inTurn(read),
    add: (added) =>
      inTurn(async () => {
        const lines = added.map(({ variant, quantity, properties }) => ({
          merchandiseId: gid('ProductVariant', variant),
          quantity,
          attributes: attributesOf(properties),
        }));
        const { id: cartId } = await read();
        return cartId
          ? change('cartLinesAdd', ADD, { cartId, lines })
          : change('cartCreate', CREATE, { lines });
      }),
    update: (changes) =>
      inTurn(async () => {
        const lines = changes.map(({ id, quantity, properties }) => ({
          id,
          ...(quantity !== undefined && { quantity }),
          ...(properties && { attributes: attributesOf(properties) }),
        }));
        return change('cartLinesUpdate', UPDATE, { cartId: memory.get(), lines });
      }),
  };
}

function contentsOf({ id, lines }: ShopifyCart): CartContents {
  return {
    id,
    notices: [],
    lines: lines.nodes.map(
      ({ id: line, quantity, attributes, merchandise: { id: variant, title, product } }) => ({
        id: line,
        product: bareId(product.id),
        variant: bareId(variant),
        title: title === 'Default Title' ? product.title : `${product.title}, ${title}`,
        quantity,
        properties: Object.fromEntries(attributes.map(({ key, value }) => [key, value ?? ''])),
      }),
    ),
  };
}
