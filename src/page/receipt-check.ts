import { call } from '../native.js';
import { announce } from '../elements/shared/announce.js';
import { languageAt } from '../elements/shared/page-language.js';
import { ReceiptEvent, type ReceiptCode } from '../events/receipt-event.js';
import { withMore } from '../messages/en-more.js';
import { say } from '../messages/say.js';
import type { Cart, CartLine } from '../platforms/platform.js';
import { report } from '../report.js';
import { shared } from '../store/shared-store.js';
import { isOf, piecesOf, propertyName, readCart, rootOf } from './read-cart.js';

/** What was in a form when its button was pressed. */
export interface Pressed {
  readonly form: HTMLFormElement;
  readonly variant: string;
  readonly fields: Readonly<Record<string, string>>;
  /** What was in the cart then, where nothing else tells whether the add went well. */
  readonly before?: Promise<readonly CartLine[] | undefined> | undefined;
  /** Key of the cart line that is meant, where it is known. */
  readonly line?: string;
}

/**
 * Reads the cart after an add, and sees that the promise is on the line. Where it was lost on the way and the system allows it, it
 * is put there; else the shopper is told, and the page by an event.
 */
export async function checkReceipt(cart: Cart, pressed: Pressed): Promise<void> {
  const { form, variant, fields, before, line: key } = pressed;
  const root = rootOf(form, cart);
  const all = ((await readCart(cart, root)) ?? []).filter(isOf(variant));
  const lines = all.filter((it) => key === undefined || it.key === key);
  const [newest] = lines;
  // A cart that cannot be read says nothing, good or bad.
  if (!newest) return;
  // Nothing has come: what is there is of another add.
  const then = await before;
  if (before && !(then && piecesOf(all) > piecesOf(then.filter(isOf(variant))))) return;
  let code: ReceiptCode = 'kept';
  if (!lines.some((line) => hasAll(line, fields))) {
    code = (await mend(cart, root, newest, pressed)) ? 'repaired' : 'lost';
  }
  call(form, 'dispatchEvent', new ReceiptEvent(code, variant, fields));
  if (code !== 'lost') return;
  report('promise-lost', 'the cart line was added without the promise that the shopper saw.', variant);
  const language = withMore(await languageAt(form, shared().store));
  announce(say(language, 'receipt.lost'), language.tag);
}

function hasAll({ properties }: CartLine, fields: Readonly<Record<string, string>>): boolean {
  return Object.entries(fields).every(([name, value]) => properties[propertyName(name)] === value);
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
