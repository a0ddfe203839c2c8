// BigCommerce's GraphQL Storefront API as far as a cart needs it, answered by msw: shapes and errors as documented.
import { HttpResponse, http } from 'msw';

const failed = (name, message) => ({
  data: { cart: { [name]: null } },
  errors: [{ message, path: ['cart', name], locations: [{ line: 1, column: 10 }] }],
});

/**
 * @param {(variant: string) => { product: string, title: string, variantTitle: string, sellable?: number, modifiers: Record<string, number> } | undefined} find
 * What is sold, how many pieces, and the text-field modifiers that the merchant has made for it.
 *
 * The shop's `mood` makes it as unfriendly as shops can be: `throttle` answers so many requests with status 429, `forget` drops the
 * modifiers of so many adds, `refuse` answers the next add with these words as an error.
 */
export function bigCommerceShop(find) {
  const carts = new Map();
  const mood = { throttle: 0, forget: 0, refuse: undefined };
  let last = 0;
  const next = () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;

  const shown = ({ entityId, items }) => ({
    entityId,
    lineItems: {
      physicalItems: items.map(({ entityId: id, variant, quantity, textFields }) => {
        const { product, title, variantTitle, modifiers } = find(variant);
        const names = new Map(Object.entries(modifiers).map(([name, it]) => [it, name]));
        return {
          entityId: id,
          productEntityId: Number(product),
          variantEntityId: Number(variant),
          name: title,
          quantity,
          selectedOptions: [
            ...(variantTitle ? [{ entityId: 1, name: 'Option', value: variantTitle }] : []),
            ...textFields.map(({ optionEntityId, text }) => ({
              entityId: optionEntityId,
              name: names.get(optionEntityId),
              text,
            })),
          ],
        };
      }),
    },
  });

  /** The words with which the shop refuses a line, if it does. Fewer than were asked for it never sells by itself. */
  function faultIn(items, { productEntityId, variantEntityId, quantity, selectedOptions }, but) {
    const goods = find(String(variantEntityId));
    if (!goods || Number(goods.product) !== productEntityId) return 'Product not found';
    if (!Number.isInteger(quantity) || quantity < 1) return 'Quantity must be greater than 0';
    const known = Object.values(goods.modifiers);
    for (const { optionEntityId } of selectedOptions?.textFields ?? [])
      if (!known.includes(optionEntityId)) return `Option ${optionEntityId} is not valid for this product`;
    const others = items
      .filter((it) => it.variant === String(variantEntityId) && it !== but)
      .reduce((sum, it) => sum + it.quantity, 0);
    return others + quantity > (goods.sellable ?? Infinity)
      ? `Not enough stock: ${goods.title} is available in a smaller quantity.`
      : undefined;
  }

  function add(cart, lineItems) {
    for (const { variantEntityId, quantity, selectedOptions } of lineItems) {
      const variant = String(variantEntityId);
      const textFields = mood.forget > 0 ? [] : (selectedOptions?.textFields ?? []);
      const text = JSON.stringify(textFields);
      const same = cart.items.find((it) => it.variant === variant && JSON.stringify(it.textFields) === text);
      if (same) same.quantity += quantity;
      else cart.items.push({ entityId: next(), variant, quantity, textFields });
    }
    if (mood.forget > 0) mood.forget -= 1;
  }

  function mutate(name, { cartEntityId, lineItemEntityId, lineItems, data }) {
    const adds = name === 'createCart' || name === 'addCartLineItems';
    if (mood.refuse && adds) {
      const words = mood.refuse;
      mood.refuse = undefined;
      return failed(name, words);
    }
    const cart = name === 'createCart' ? { entityId: next(), items: [] } : carts.get(cartEntityId);
    if (!cart) return failed(name, `Cart ${cartEntityId} not found`);
    const item = cart.items.find((it) => it.entityId === lineItemEntityId);
    if (!adds && !item) return failed(name, 'Line item not found');
    if (adds) {
      const all = lineItems ?? data.lineItems;
      let together = cart.items;
      for (const it of all) {
        const fault = faultIn(together, it);
        if (fault) return failed(name, fault);
        together = [...together, { variant: String(it.variantEntityId), quantity: it.quantity }];
      }
      add(cart, all);
    } else if (name === 'updateCartLineItem') {
      const fault = faultIn(cart.items, data.lineItem, item);
      if (fault) return failed(name, fault);
      item.quantity = data.lineItem.quantity;
      item.textFields = data.lineItem.selectedOptions?.textFields ?? item.textFields;
    } else cart.items = cart.items.filter((it) => it !== item);
    carts.set(cart.entityId, cart);
    if (!cart.items.length) carts.delete(cart.entityId);
    return { data: { cart: { [name]: { cart: cart.items.length ? shown(cart) : null } } } };
  }

  const handlers = [
    http.post('*/graphql', async ({ request }) => {
      if (!/^Bearer ./.test(request.headers.get('authorization') ?? ''))
        return new HttpResponse(null, { status: 401 });
      if (mood.throttle > 0) {
        mood.throttle -= 1;
        return new HttpResponse('', { status: 429 });
      }
      const { query, variables } = await request.json();
      const name = /\b(createCart|addCartLineItems|updateCartLineItem|deleteCartLineItem)\(/.exec(query)?.[1];
      if (name) return HttpResponse.json(mutate(name, variables.input));
      const cart = carts.get(variables.id);
      return HttpResponse.json({ data: { site: { cart: cart ? shown(cart) : null } } });
    }),
  ];
  return { handlers, mood, carts };
}
