import type { Cart, CartLine } from '../platforms/platform.js';
import { fieldsIn } from '../outbox/fields-in.js';
import { pressedIn, type Heard } from './first-press.js';
import { readCart, rootOf } from './read-cart.js';
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

interface Press {
  readonly form: HTMLFormElement;
  readonly promise: Pressed | undefined;
  readonly before: Pressed['before'];
  readonly at: number;
  /** Whether this one, or one before that is still to be sent, came before the form had the variant that was chosen. */
  readonly early: boolean;
}

/** Whether the engine tells how a request ended. */
const TOLD = 'responseStatus' in PerformanceResourceTiming.prototype;

/**
 * Watches for adds to the cart of products that carry a promise, without touching the theme's requests: the browser's own record
 * of what was fetched tells when one is done. Then the cart is read back.
 */
export class ReceiptWatch {
  readonly #cart: Cart;
  readonly #variantOf: (form: HTMLFormElement) => string | undefined;
  #pressed: Press | undefined;
  /** The variant of each form when a choice was last made. */
  #ids = new Map<HTMLFormElement | null, string>();

  /**
   * @param variantOf the variant that is chosen in a form, or the product, as the cart's lines name it
   * @param heard a press before this was here
   */
  constructor(cart: Cart, signal: AbortSignal, variantOf = variantIn, heard?: Heard) {
    this.#cart = cart;
    this.#variantOf = variantOf;
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
    if (heard) {
      const promise = heard.early ? undefined : this.#promiseIn(heard.form);
      this.#pressed = { ...heard, promise, before: undefined };
    }
    observer.observe({ type: 'resource', buffered: !!heard });
    signal.addEventListener('abort', () => observer.disconnect());
    // Tells of adds as well that go to another address.
    if (cart.event) document.addEventListener(cart.event, (event) => void this.#heard(event), { signal });
  }

  #press(event: Event): void {
    const button = pressedIn(event);
    const form = button?.form;
    if (!form) return;
    const promise = this.#promiseIn(form);
    const adds = /^(?:submit|image)$/.test(button.type);
    const before = adds && this.#inTheDark(form, promise) ? this.#readCart(form) : undefined;
    const id = variantIn(form);
    const early = this.#pressed?.early === true || (id !== undefined && this.#ids.get(form) === id);
    this.#pressed = { form, promise, before, at: performance.now(), early };
  }

  #choose(target: EventTarget | null): void {
    if (!(target instanceof Element && target.matches('select, [type=radio]'))) return;
    const fields = document.querySelectorAll<HTMLInputElement>('form [name=id]');
    this.#ids = new Map([...fields].map((it) => [it.form, it.value]));
  }

  /** Whether a refused add will look like one that went well: to the shop's page, or to engines that keep answers to themselves. */
  #inTheDark(form: HTMLFormElement, promise: Pressed | undefined): boolean {
    if (this.#cart.refusesSilently) return promise !== undefined;
    // The promise may come later, when the theme has fetched the variant.
    return !TOLD && this.#variantOf(form) !== undefined;
  }

  async #readCart(form: HTMLFormElement): Promise<readonly CartLine[] | undefined> {
    return readCart(this.#cart, rootOf(form, this.#cart));
  }

  /** An add that is under way, and says itself how it ends: by neither its lines nor its cart is a promise to be seen. */
  async #heard(event: Told): Promise<void> {
    const started = performance.now();
    try {
      if ((event.action ?? 'add') !== 'add' || !event.promise) return;
      const { userErrors, detail } = (await event.promise) ?? {};
      if (!userErrors?.length && !detail?.didError) this.#check(started, true);
    } catch {
      // It did not come to an end.
    }
  }

  /**
   * @param started when the add was sent: one that was under way before the press is another one's
   * @param sure the shop's own page has said that it went well
   */
  #check(started: number, sure = false): void {
    const pressed = this.#pressed;
    if (!pressed || started < pressed.at) return;
    this.#pressed = undefined;
    if (started - pressed.at > LATEST) return;
    // A press while the theme was fetching another variant is for that one, whose promise has come since.
    const { form, early } = pressed;
    const before = sure ? undefined : pressed.before;
    const promise = pressed.promise ?? this.#promiseIn(form);
    // In the dark, nothing is said of what was not read before.
    if (!sure && !before && this.#inTheDark(form, promise)) return;
    if (promise || early) void this.#receive({ ...pressed, before }, promise).catch(() => undefined);
  }

  async #receive({ form, early, before }: Press, promise: Pressed | undefined): Promise<void> {
    const cart = this.#cart;
    if (early && (await (await import('./queued-receipts.js')).checkQueued(cart, form, before))) return;
    if (promise) await (await import('./receipt-check.js')).checkReceipt(cart, { ...promise, before });
  }

  /** What a form promises, for which variant; nothing where it promises nothing. */
  #promiseIn(form: HTMLFormElement): Pressed | undefined {
    const fields = fieldsIn(form);
    const variant = Object.keys(fields).length ? this.#variantOf(form) : undefined;
    return variant === undefined ? undefined : { form, variant, fields };
  }
}

function variantIn(form: HTMLFormElement): string | undefined {
  const variant = new FormData(form).get('id');
  return typeof variant === 'string' ? variant : undefined;
}
