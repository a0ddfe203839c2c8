import type { Cart } from '../platforms/platform.js';
import { fieldsIn } from '../outbox/fields-in.js';
import type { Pressed } from './receipt-check.js';

/** Milliseconds after a press within which an add to the cart counts as its own: themes queue adds while they load. */
const LATEST = 15_000;

interface Press {
  readonly form: HTMLFormElement;
  readonly promise: Pressed | undefined;
  readonly at: number;
  /** Whether this one, or one before that is still to be sent, came before the form had the variant that was chosen. */
  readonly early: boolean;
}

/**
 * Watches for adds to the cart of products that carry a promise, without touching the theme's requests: the browser's own record
 * of what was fetched tells when one is done. Then the cart is read back.
 */
export class ReceiptWatch {
  readonly #cart: Cart;
  #pressed: Press | undefined;
  /** The variant of each form when a choice was last made. */
  #ids = new Map<HTMLFormElement | null, string>();

  constructor(cart: Cart, signal: AbortSignal) {
    this.#cart = cart;
    addEventListener('click', (event) => this.#press(event), { capture: true, signal });
    addEventListener('change', ({ target }) => this.#choose(target), { capture: true, signal });
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
  }

  #press({ target }: Event): void {
    // Not target.closest, which may be a field of a form.
    const button =
      target instanceof Element ? Element.prototype.closest.call(target, 'button, input') : undefined;
    const form = (button as HTMLButtonElement | null | undefined)?.form;
    if (!form) return;
    const id = variantIn(form);
    const early = this.#pressed?.early === true || (id !== undefined && this.#ids.get(form) === id);
    this.#pressed = { form, promise: promiseIn(form), at: performance.now(), early };
  }

  #choose(target: EventTarget | null): void {
    if (!(target instanceof Element && target.matches('select, [type=radio]'))) return;
    const fields = document.querySelectorAll<HTMLInputElement>('form [name=id]');
    this.#ids = new Map([...fields].map((it) => [it.form, it.value]));
  }

  /** @param started when the add was sent: one that was under way before the press is another one's */
  #check(started: number): void {
    const pressed = this.#pressed;
    if (!pressed || started < pressed.at) return;
    this.#pressed = undefined;
    if (started - pressed.at > LATEST) return;
    // A press while the theme was fetching another variant is for that one, whose promise has come since.
    const promise = pressed.promise ?? promiseIn(pressed.form);
    if (promise || pressed.early) void this.#read(pressed, promise).catch(() => undefined);
  }

  async #read({ form, early }: Press, promise: Pressed | undefined): Promise<void> {
    if (early && (await (await import('./queued-receipts.js')).checkQueued(this.#cart, form))) return;
    if (promise) await (await import('./receipt-check.js')).checkReceipt(this.#cart, promise);
  }
}

/** What a form promises, for which variant; nothing where it promises nothing. */
function promiseIn(form: HTMLFormElement): Pressed | undefined {
  const fields = fieldsIn(form);
  const variant = Object.keys(fields).length ? variantIn(form) : undefined;
  return variant === undefined ? undefined : { form, variant, fields };
}

function variantIn(form: HTMLFormElement): string | undefined {
  const variant = new FormData(form).get('id');
  return typeof variant === 'string' ? variant : undefined;
}
