import { askGraphql } from './ask-graphql.js';
import { EMPTY_CART, CartError, type Cart, type CartContents, type CartLine, type NewLine } from './cart.js';
import { cartMemory, type CartMemory } from './cart-memory.js';
import { oneByOne } from './one-by-one.js';

export interface BigCommerceShop {
  /** `https://STORE.mybigcommerce.com/graphql` */
  readonly url: string;
  /** A storefront token. */
  readonly token: string;
  /**
   * Entity ids of the text-field modifiers that the merchant has made for a product, by name. BigCommerce's lines carry nothing but
   * options and modifiers: without them the promise cannot go along, and the receipt check says so.
   */
  readonly modifiers: (product: string) => Readonly<Record<string, number>>;
  readonly memory?: CartMemory;
}

interface Option {
  readonly entityId: number;
  readonly name: string;
  readonly text?: string;
}

interface Item {
  readonly entityId: string;
  readonly productEntityId: number;
  readonly variantEntityId: number | null;
  readonly name: string;
  readonly quantity: number;
  readonly selectedOptions: readonly Option[];
}

interface BigCommerceCart {
  readonly entityId: string;
  readonly lineItems: { readonly physicalItems: readonly Item[] };
}

const CART = `fragment Contents on Cart {
  entityId
  lineItems { physicalItems {
    entityId productEntityId variantEntityId name quantity
    selectedOptions { entityId name ... on CartSelectedTextFieldOption { text } }
  } }
}`;
const READ = `query Cart($id: String!) { site { cart(entityId: $id) { ...Contents } } } ${CART}`;
const mutation = (name: string, input: string): string =>
  `mutation Change($input: ${input}!) { cart { ${name}(input: $input) { cart { ...Contents } } } } ${CART}`;
const CREATE = mutation('createCart', 'CreateCartInput');
const ADD = mutation('addCartLineItems', 'AddCartLineItemsInput');
const UPDATE = mutation('updateCartLineItem', 'UpdateCartLineItemInput');
const DELETE = mutation('deleteCartLineItem', 'DeleteCartLineItemInput');

/** The cart of BigCommerce's GraphQL Storefront API. What a line is to carry goes into text-field modifiers of the product. */
export function bigCommerceCart({
  url,
  token,
  modifiers,
  memory = cartMemory('bigcommerce-cart'),
}: BigCommerceShop): Cart {
  const inTurn = oneByOne();
  const ask = (query: string, variables: object): Promise<Readonly<Record<string, unknown>>> =>
    askGraphql(url, { authorization: `Bearer ${token}` }, query, variables);

  const inputOf = ({ product, variant, quantity, properties }: NewLine): object => {
    const ids = modifiers(product);
    const textFields = Object.entries(properties).flatMap(([name, text]) =>
      ids[name] === undefined ? [] : [{ optionEntityId: ids[name], text }],
    );
    return {
      productEntityId: Number(product),
      variantEntityId: Number(variant),
      quantity,
      ...(textFields.length && { selectedOptions: { textFields } }),
    };
  };

  async function change(name: string, query: string, input: object): Promise<CartContents> {
    const { cart: changed } = (await ask(query, { input })) as {
      readonly cart?: Readonly<Record<string, { readonly cart: BigCommerceCart | null } | null>>;
    };
    const cart = changed?.[name]?.cart;
    // A cart whose last line is taken out is gone.
    memory.set(cart?.entityId);
    if (!cart && name !== 'deleteCartLineItem') throw new CartError('refused', 'The shop made no cart.');
    return cart ? contentsOf(cart) : EMPTY_CART;
  }

  async function read(): Promise<CartContents> {
    const id = memory.get();
    if (!id) return EMPTY_CART;
    const { site } = (await ask(READ, { id })) as {
      readonly site?: { readonly cart: BigCommerceCart | null };
    };
    if (!site?.cart) memory.set(undefined);
    return site?.cart ? contentsOf(site.cart) : EMPTY_CART;
  }

  return {
    read: () => inTurn(read),
    add: (lines) =>
      inTurn(async () => {
        const lineItems = lines.map(inputOf);
        const { id } = await read();
        return id
          ? change('addCartLineItems', ADD, { cartEntityId: id, data: { lineItems } })
          : change('createCart', CREATE, { lineItems });
      }),
    // One line at a time is all that the shop takes.
    update: (changes) =>
      inTurn(async () => {
        let contents = await read();
        for (const { id, quantity, properties } of changes) {
          const line = contents.lines.find((it) => it.id === id);
          if (!line || contents.id === undefined) continue;
          const which = { cartEntityId: contents.id, lineItemEntityId: id };
          const lineItem = inputOf({
            ...line,
            quantity: quantity ?? line.quantity,
            properties: properties ?? line.properties,
          });
          contents =
            quantity === 0
              ? await change('deleteCartLineItem', DELETE, which)
              : await change('updateCartLineItem', UPDATE, { ...which, data: { lineItem } });
        }
        return contents;
      }),
  };
}

function contentsOf({ entityId, lineItems }: BigCommerceCart): CartContents {
  const lines = lineItems.physicalItems.map((it): CartLine => ({
    id: it.entityId,
    product: String(it.productEntityId),
    variant: String(it.variantEntityId ?? ''),
    title: it.name,
    quantity: it.quantity,
    properties: Object.fromEntries(
      it.selectedOptions.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text]])),
    ),
  }));
  return { id: entityId, lines, notices: [] };
}
