import type { Cart } from '../platforms/platform.js';
import { fieldsIn } from '../outbox/fields-in.js';
import type { Pressed } from './receipt-check.js';

/** Milliseconds after a press within which an add to the cart counts as its own: themes queue adds while they load. */
const LATEST = 15_000;

/** Shopify's `shopify:cart:lines-update`. */
interface Told extends Event {
  readonly action?: unknown;
  readonly promise?: PromiseLike<Ended | undefined>;
}

interface Ended {
  readonly userErrors?: { readonly length: number };
  readonly detail?: { readonly didError?: boolean };
}

/**
 * Watches for adds to the cart of products that carry a promise, without touching the theme's requests: the browser's own record
 * of what was fetched tells when one is done. Then the cart is read back.
 */
export class ReceiptWatch {
  readonly #cart: Cart;
  #pressed:
    | { readonly form: HTMLFormElement; readonly promise: Pressed | undefined; readonly at: number }
    | undefined;

  constructor(cart: Cart, signal: AbortSignal) {
    this.#cart = cart;
    addEventListener('click', (event) => this.#press(event), { capture: true, signal });
    const observer = new PerformanceObserver((list) => {
      for (const {
        name,
        startTime,
        responseStatus = 0,
      } of list.getEntries() as PerformanceResourceTiming[]) {
        // What the shop has refused is in no cart; a line that is there is another one's.
        if (cart.adds.test(name) && responseStatus < 400) this.#check(startTime);
      }
    });
    observer.observe({ type: 'resource' });
    signal.addEventListener('abort', () => observer.disconnect());
    // Tells of adds as well that go to another address.
    if (cart.event) document.addEventListener(cart.event, (event) => void this.#heard(event), { signal });
  }

  #press({ target }: Event): void {
    // Not target.closest, which may be a field of a form.
    const button =
      target instanceof Element ? Element.prototype.closest.call(target, 'button, input') : undefined;
    const form = (button as HTMLButtonElement | null | undefined)?.form;
    if (form) this.#pressed = { form, promise: promiseIn(form), at: performance.now() };
  }

  /** An add that is under way, and says itself how it ends: by neither its lines nor its cart is a promise to be seen. */
  async #heard(event: Told): Promise<void> {
    const started = performance.now();
    try {
      if ((event.action ?? 'add') !== 'add' || !event.promise) return;
      const { userErrors, detail } = (await event.promise) ?? {};
      if (!userErrors?.length && !detail?.didError) this.#check(started);
    } catch {
      // It did not come to an end.
    }
  }

  /** @param started when the add was sent: one that was under way before the press is another one's */
  #check(started: number): void {
    const pressed = this.#pressed;
    if (!pressed || started < pressed.at) return;
    this.#pressed = undefined;
    if (started - pressed.at > LATEST) return;
    // A press while the theme was fetching another variant is for that one, whose promise has come since.
    const promise = pressed.promise ?? promiseIn(pressed.form);
    if (!promise) return;
    import('./receipt-check.js').then((it) => it.checkReceipt(this.#cart, promise)).catch(() => undefined);
  }
}

/** What a form promises, for which variant; nothing where it promises nothing. */
function promiseIn(form: HTMLFormElement): Pressed | undefined {
  const fields = fieldsIn(form);
  const variant = Object.keys(fields).length ? new FormData(form).get('id') : undefined;
  return typeof variant === 'string' ? { form, variant, fields } : undefined;
}
