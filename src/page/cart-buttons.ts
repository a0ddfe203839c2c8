import { languageAt } from '../elements/shared/page-language.js';
import { badgeWords } from '../elements/shared/promise-words.js';
import type { AddRequest, CartAdapter } from '../outbox/cart-adapter.js';
import { lineRecord } from '../outbox/line-record.js';
import type { CartPut, NewLine } from '../platforms/platform.js';
import { shared } from '../store/shared-store.js';
import type { KnownPlans } from './known-plans.js';
import { globalAt } from './page-json.js';
import { lineProperty } from './read-cart.js';

type Button = HTMLElement & { adapter: CartAdapter | undefined };

/** Those that stand for themselves: no button of a theme inside, no form around or named. */
export const FORMLESS = 'preorder-button:defined:not([form], form *, :has(button, input))';

/**
 * Our own buttons in pages of a shop system whose cart can be asked directly: without a form they put the product into it by
 * themselves, with the promise and its plan. By the page's own function where it has one, since that shows the cart to the shopper too.
 */
export class CartButtons {
  readonly #put: CartPut;
  readonly #plans: KnownPlans;
  readonly #given = new Map<Button, CartAdapter>();

  constructor(put: CartPut, plans: KnownPlans) {
    this.#put = put;
    this.#plans = plans;
  }

  look(): void {
    const found = new Set(document.querySelectorAll<Button>(FORMLESS));
    for (const button of this.#given.keys()) if (!found.has(button)) this.#takeBack(button);
    for (const button of found) {
      // The page's own adapter comes first.
      if (button.adapter) continue;
      const adapter = { add: async (request: AddRequest) => this.#add(request, button) };
      this.#given.set(button, adapter);
      button.adapter = adapter;
    }
  }

  release(): void {
    for (const button of this.#given.keys()) this.#takeBack(button);
  }

  #takeBack(button: Button): void {
    if (button.adapter === this.#given.get(button)) button.adapter = undefined;
    this.#given.delete(button);
  }

  async #add(request: AddRequest, button: Element): Promise<unknown> {
    const line = await this.#lineOf(request, button);
    const { action: path } = this.#put;
    const action = globalAt(...path);
    if (typeof action === 'function') {
      const answer: unknown = await Reflect.apply(action, globalAt(...path.slice(0, -1)), [
        this.#put.payload(line),
      ]);
      const { userErrors } = (answer ?? {}) as { readonly userErrors?: readonly unknown[] };
      // Not tried the other way: nobody knows what has come of it.
      if (userErrors?.length) throw new Error(`the cart did not take it: ${JSON.stringify(userErrors)}`);
      return answer;
    }
    const { url, body } = this.#put.request(line);
    const root = globalAt(...this.#put.root);
    const at = new URL((typeof root === 'string' ? root : '/') + url, location.origin);
    if (at.origin !== location.origin) throw new Error('the cart is not this shop’s');
    const reply = await fetch(at, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`the cart answered ${reply.status}`);
    return reply.json();
  }

  async #lineOf(request: AddRequest, button: Element): Promise<NewLine> {
    const { variant, quantity, offer, promise } = request;
    if (variant === undefined) throw new Error('no variant is chosen');
    const { store, config } = shared();
    const { text, record } = config.lineFields;
    const language = await languageAt(button, store);
    const swap = offer.control === 'swap';
    const plan = this.#plans.of(variant);
    const { state } = offer;
    const id = swap && (state === 'preorder' || state === 'backorder') ? plan?.ids[state] : undefined;
    const fields: Record<string, string> = {};
    if (swap) {
      fields[text] = [badgeWords(offer, language), promise].filter(Boolean).join(': ');
      fields[record] = lineRecord(offer, language.tag);
    }
    const properties = Object.entries(fields).flatMap(([name, value]) => {
      const key = lineProperty(name);
      return key === undefined ? [] : [[key, value] as const];
    });
    return {
      variant,
      quantity,
      properties: Object.fromEntries(properties),
      ...(id !== undefined && { plan: id }),
    };
  }
}
