import type { Platform } from '../platforms/platform.js';
import type { Unit } from './find-units.js';
import type { KnownPlans } from './known-plans.js';
import { QuietButtons } from './quiet-buttons.js';

interface Extra {
  look(units: readonly Unit[]): void;
  release(): void;
}

/** Buttons of ours without a form; their file says it more exactly. */
const BUTTONS = 'preorder-button:defined:not([form])';

/** What few pages of a shop system need: the code for it comes with the first one that does, and is looked at ever after. */
export class Extras {
  readonly #platform: Platform;
  readonly #plans: KnownPlans;
  readonly #again: () => void;
  readonly #there = new Map<string, Extra | undefined>([['quiet', new QuietButtons()]]);
  readonly #ending = new AbortController();

  /** @param again called when code has come, or more is known */
  constructor(platform: Platform, plans: KnownPlans, again: () => void) {
    this.#platform = platform;
    this.#plans = plans;
    this.#again = again;
  }

  look(units: readonly Unit[]): void {
    const { plans, links, cart, variant } = this.#platform;
    const { signal } = this.#ending;
    if (plans && this.#plans.some) {
      this.#have('plans', async () => {
        const { PlanFields } = await import('./plan-fields.js');
        return new PlanFields(plans, variant, this.#plans, this.#again, signal);
      });
    }
    if (links && document.querySelector(links.selector)) {
      this.#have('links', async () => new (await import('./buy-links.js')).BuyLinks(links, variant));
    }
    const put = cart?.put;
    if (put && document.querySelector(BUTTONS)) {
      this.#have(
        'buttons',
        async () => new (await import('./cart-buttons.js')).CartButtons(put, this.#plans),
      );
    }
    // In this order: a link cannot carry what the form says of its plan.
    for (const name of ['quiet', 'plans', 'links', 'buttons']) this.#there.get(name)?.look(units);
  }

  release(): void {
    this.#ending.abort();
    for (const it of this.#there.values()) it?.release();
  }

  #have(name: string, bring: () => Promise<Extra>): void {
    if (this.#there.has(name)) return;
    this.#there.set(name, undefined);
    bring().then(
      (it) => {
        if (this.#ending.signal.aborted) return;
        this.#there.set(name, it);
        this.#again();
      },
      () => undefined,
    );
  }
}
