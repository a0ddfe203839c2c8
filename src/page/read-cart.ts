import { call } from '../native.js';
import type { Cart, CartLine } from '../platforms/platform.js';

/** Milliseconds for reading the cart. */
const LONGEST = 5000;

/**
 * Reads the cart, newest line first; nothing where it cannot be read. With the shopper's cookies, unlike what is asked of
 * endpoints: by those the shop knows the cart.
 *
 * @param root the shop's root
 */
export async function readCart(cart: Cart, root: string): Promise<readonly CartLine[] | undefined> {
  try {
    const reply = await fetch(root + cart.url, {
      cache: 'no-store',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(LONGEST),
    });
    return reply.ok ? cart.lines(await reply.json()) : undefined;
  } catch {
    return undefined;
  }
}

/** The shop's root, which may have a language in it: what stands before the cart's own address in a form. */
export function rootOf(form: HTMLFormElement, cart: Cart): string {
  try {
    // Not form.action, which may be a field.
    const action = new URL(call(form, 'getAttribute', 'action') ?? '', document.baseURI).href;
    const end = action.search(cart.adds);
    if (end >= 0) return action.slice(0, end + 1);
  } catch {
    // It leads nowhere.
  }
  return shopRoot(cart);
}

/** Whether a line is one of a variant, or of the product that stands for it. */
export function isOf(variant: string): (line: CartLine) => boolean {
  return (line) => line.variant === variant || line.product === variant;
}

/** How many pieces are on some lines. */
export function piecesOf(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The shop's root as its pages tell it. Never another site's: a cart is nobody else's business. */
export function shopRoot({ home }: Cart): string {
  const { origin } = location;
  try {
    const told = home && document.querySelector(home.selector)?.getAttribute(home.attribute);
    const root = told && home.pattern.exec(new URL(told, document.baseURI).href)?.[1];
    if (root && new URL(root).origin === origin) return root;
  } catch {
    // No address.
  }
  return `${origin}/`;
}

/** Name under which a cart keeps a form's field: `properties[Availability]` is the line's property "Availability". */
export function propertyName(field: string): string {
  return /\[(.+)\]$/.exec(field)?.[1] ?? field;
}

/** The property of a line that a form's field writes, where it writes one: of a cart as a whole it would be `attributes[…]`. */
export function lineProperty(field: string): string | undefined {
  return /^properties\[(.+)\]$/.exec(field)?.[1];
}
