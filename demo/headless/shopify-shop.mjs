// Shopify's Storefront API as far as a cart needs it, answered by msw: shapes, errors and habits as documented, 2026-07.
import { HttpResponse, http } from 'msw';

const gid = (kind, id) => `gid://shopify/${kind}/${id}`;
const bareId = (id) => /^gid:\/\/shopify\/\w+\/([^?]+)/.exec(String(id))?.[1];
const textOf = (attributes) => JSON.stringify([...attributes].sort((a, b) => (a.key < b.key ? -1 : 1)));
const userError = (code, field, message) => ({ code, field, message });

/**
 * @param {(variant: string) => { product: string, title: string, variantTitle: string, sellable?: number } | undefined} find
 * What is sold, and how many pieces; without `sellable` any number.
 *
 * The shop's `mood` makes it as unfriendly as shops can be: `throttle` answers so many requests with THROTTLED, `forget` drops
 * the attributes of so many adds, `refuse` answers the next add with these words as a user error.
 */
export function shopifyShop(find) {
  const carts = new Map();
  const mood = { throttle: 0, forget: 0, refuse: undefined };
  let last = 0;
  const next = () => String((last += 1));

  const shown = (cart) => ({
    id: cart.id,
    lines: {
      nodes: cart.lines.map(({ id, quantity, attributes, variant }) => {
        const { product, title, variantTitle } = find(variant);
        return {
          id,
          quantity,
          attributes,
          merchandise: {
            id: gid('ProductVariant', variant),
            title: variantTitle,
            product: { id: gid('Product', product), title },
          },
        };
      }),
    },
  });

  /** Never more than there are, of all lines of a variant together. */
  function cap(cart, line, wanted, warnings) {
    const { sellable = Infinity, title } = find(line.variant);
    const others = cart.lines
      .filter((it) => it !== line && it.variant === line.variant)
      .reduce((sum, it) => sum + it.quantity, 0);
    line.quantity = Math.min(wanted, Math.max(0, sellable - others));
    if (line.quantity === wanted) return;
    warnings.push(
      line.quantity
        ? {
            code: 'MERCHANDISE_NOT_ENOUGH_STOCK',
            target: line.id,
            message: `Only ${sellable} of '${title}' are available.`,
          }
        : {
            code: 'MERCHANDISE_OUT_OF_STOCK',
            target: line.id,
            message: `The product '${title}' is already sold out.`,
          },
    );
  }

  function add(cart, lines, warnings) {
    for (const { merchandiseId, quantity = 1, attributes: told = [] } of lines) {
      const variant = bareId(merchandiseId);
      const attributes = mood.forget > 0 ? [] : told;
      // The same goods with the same attributes are one line.
      const same = (it) => it.variant === variant && textOf(it.attributes) === textOf(attributes);
      let line = cart.lines.find(same);
      if (!line) {
        line = {
          id: `${gid('CartLine', next())}?cart=${bareId(cart.id)}`,
          variant,
          quantity: 0,
          attributes,
        };
        cart.lines.push(line);
      }
      cap(cart, line, line.quantity + quantity, warnings);
    }
    if (mood.forget > 0) mood.forget -= 1;
    cart.lines = cart.lines.filter((it) => it.quantity > 0);
  }

  function faultIn(lines) {
    for (const [at, { merchandiseId, quantity = 1, attributes = [] }] of lines.entries()) {
      const field = (name) => ['lines', String(at), name];
      if (!find(bareId(merchandiseId) ?? '')) {
        return userError(
          'INVALID',
          field('merchandiseId'),
          `The merchandise with id ${merchandiseId} does not exist.`,
        );
      }
      if (!Number.isInteger(quantity) || quantity < 0)
        return userError('INVALID', field('quantity'), 'The quantity is invalid.');
      if (attributes.some(({ key, value }) => typeof key !== 'string' || typeof value !== 'string'))
        return userError('INVALID', field('attributes'), 'Attributes must be texts.');
    }
    return undefined;
  }

  function mutate(name, { cartId, lines = [] }) {
    const failed = (error) => ({ [name]: { cart: null, userErrors: [error], warnings: [] } });
    if (mood.refuse && name !== 'cartLinesUpdate') {
      const words = mood.refuse;
      mood.refuse = undefined;
      return failed(userError('INVALID', ['lines'], words));
    }
    const cart =
      name === 'cartCreate' ? { id: `${gid('Cart', next())}?key=k${next()}`, lines: [] } : carts.get(cartId);
    if (!cart) return failed(userError('INVALID', ['cartId'], 'The specified cart does not exist.'));
    const warnings = [];
    if (name === 'cartLinesUpdate') {
      for (const { id, quantity, attributes } of lines) {
        const line = cart.lines.find((it) => it.id === id);
        if (!line)
          return failed(
            userError('INVALID', ['lines', '0', 'id'], `The merchandise line with id ${id} does not exist.`),
          );
        if (attributes) line.attributes = attributes;
        if (quantity !== undefined) cap(cart, line, quantity, warnings);
      }
      cart.lines = cart.lines.filter((it) => it.quantity > 0);
    } else {
      const fault = faultIn(lines);
      if (fault) return failed(fault);
      add(cart, lines, warnings);
    }
    carts.set(cart.id, cart);
    return { [name]: { cart: shown(cart), userErrors: [], warnings } };
  }

  const handlers = [
    http.post('*/api/:version/graphql.json', async ({ request }) => {
      const { query, variables } = await request.json();
      if (!request.headers.get('x-shopify-storefront-access-token'))
        return HttpResponse.json({ errors: [{ message: '', extensions: { code: 'UNAUTHORIZED' } }] });
      if (mood.throttle > 0) {
        mood.throttle -= 1;
        // With status 200.
        return HttpResponse.json({
          errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
        });
      }
      const name = /\b(cartCreate|cartLinesAdd|cartLinesUpdate)\(/.exec(query)?.[1];
      const cart = carts.get(variables.cartId);
      return HttpResponse.json({
        data: name ? mutate(name, variables) : { cart: cart ? shown(cart) : null },
      });
    }),
  ];
  return { handlers, mood, carts };
}
