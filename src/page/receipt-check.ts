import { announce } from '../elements/shared/announce.js';
import { languageAt } from '../elements/shared/page-language.js';
import { ReceiptEvent, type ReceiptCode } from '../events/receipt-event.js';
import { withMore } from '../messages/en-more.js';
import { say } from '../messages/say.js';
import type { Cart, CartLine } from '../platforms/platform.js';
import { report } from '../report.js';
import { shared } from '../store/shared-store.js';

/** Milliseconds for reading the cart. */
const LONGEST = 5000;

/** What was in a form when its button was pressed. */
export interface Pressed {
  readonly form: HTMLFormElement;
  readonly variant: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Key of the cart line that is meant, where it is known. */
  readonly line?: string;
}

/**
 * Reads the cart after an add, and sees that the promise is on the line. Where it was lost on the way and the system allows it, it
 * is put there; else the shopper is told, and the page by an event.
 */
export async function checkReceipt(cart: Cart, pressed: Pressed): Promise<void> {
  const { form, variant, fields, line: key } = pressed;
  const root = rootOf(form, cart);
  const lines = (await readCart(cart, form)).filter(
    (it) => it.variant === variant && (key === undefined || it.key === key),
  );
  const [newest] = lines;
  // A cart that cannot be read says nothing, good or bad.
  if (!newest) return;
  let code: ReceiptCode = 'kept';
  if (!lines.some((line) => hasAll(line, fields))) {
    code = (await mend(cart, root, newest, pressed)) ? 'repaired' : 'lost';
  }
  form.dispatchEvent(new ReceiptEvent(code, variant, fields));
  if (code !== 'lost') return;
  report('promise-lost', 'the cart line was added without the promise that the shopper saw.', variant);
  const language = withMore(await languageAt(form, shared().store));
  announce(say(language, 'receipt.lost'), language.tag);
}

/** The shop's root, which may have a language in it: what stands before the cart's own address. */
function rootOf(form: HTMLFormElement, { adds }: Cart): string {
  // Not form.action, which may be a field.
  const action = new URL(form.getAttribute('action') ?? '', document.baseURI).href;
  const end = action.search(adds);
  return end < 0 ? new URL('/', document.baseURI).href : action.slice(0, end + 1);
}

/** Property names stand in brackets in a form. */
function hasAll({ properties }: CartLine, fields: Readonly<Record<string, string>>): boolean {
  return Object.entries(fields).every(
    ([name, value]) => properties[/\[(.+)\]$/.exec(name)?.[1] ?? name] === value,
  );
}

/** The lines of the shopper's cart; none where they cannot be had. */
export async function readCart(cart: Cart, form: HTMLFormElement): Promise<readonly CartLine[]> {
  try {
    // With the shopper's cookies, unlike what is asked of endpoints: by those the shop knows the cart.
    const reply = await fetch(rootOf(form, cart) + cart.url, {
      cache: 'no-store',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(LONGEST),
    });
    return reply.ok ? cart.lines(await reply.json()) : [];
  } catch {
    return [];
  }
}

async function mend(cart: Cart, root: string, line: CartLine, pressed: Pressed): Promise<boolean> {
  const request = cart.mend?.(line, pressed.fields);
  if (!request) return false;
  try {
    const reply = await fetch(root + request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(request.body),
    });
    const lines = reply.ok ? cart.lines(await reply.json()) : [];
    return lines.some((it) => it.variant === line.variant && hasAll(it, pressed.fields));
  } catch {
    return false;
  }
}
