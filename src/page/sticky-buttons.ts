import type { Offer } from '../availability/offer.js';
import { ButtonLabel } from '../elements/shared/button-label.js';
import type { AddButton } from '../elements/shared/label-text.js';
import { languageAt } from '../elements/shared/page-language.js';
import { isSaid } from '../elements/shared/promise-words.js';
import { say } from '../messages/say.js';
import { call, read } from '../native.js';
import type { Platform } from '../platforms/platform.js';
import { shared } from '../store/shared-store.js';
import type { Unit } from './find-units.js';

/** Controls that send a form; those that are named otherwise do something else with it. */
const ADDS = 'button[type=submit]:is([name=add],:not([name])),button:not([type],[name])';

/**
 * Buttons of a theme that stand apart from a product form and press its button or send it, such as those of a sticky bar: they
 * say what the button in the form says.
 */
export class StickyButtons {
  readonly #platform: Platform;
  readonly #labels = new Map<Element, ButtonLabel>();
  #turn = 0;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Looks again: bars come late, and the offer changes. */
  look(units: readonly Unit[]): void {
    const turn = (this.#turn += 1);
    const wanted = this.#wanted(units);
    for (const [element, label] of this.#labels) {
      if (wanted.has(element as AddButton)) continue;
      label.restore();
      this.#labels.delete(element);
    }
    for (const [element, { state }] of wanted) {
      if (!isSaid(state)) continue;
      void Promise.resolve(languageAt(element, shared().store)).then((language) => {
        const words = say(language, `button.${state}`);
        if (turn !== this.#turn || !words.trim() || !element.isConnected) return;
        const label = this.#labels.get(element) ?? new ButtonLabel(element);
        this.#labels.set(element, label);
        label.show(words);
      });
    }
  }

  release(): void {
    this.#turn += 1;
    for (const label of this.#labels.values()) label.restore();
    this.#labels.clear();
  }

  /** Those that order what is not on the shelf, each with its offer. */
  #wanted(units: readonly Unit[]): ReadonlyMap<AddButton, Offer> {
    const { sticky, express } = this.#platform;
    const wanted = new Map<AddButton, Offer>();
    const { main } = shared().scopes;
    const put = (element: AddButton, offer: Offer | undefined): void => {
      if (offer?.control === 'swap' && isSaid(offer.state)) wanted.set(element, offer);
    };
    for (const { form, button } of units) {
      // Without an id nothing outside can point here.
      if (!call(form, 'getAttribute', 'id')) continue;
      let seen = call(form, 'contains', button);
      for (const it of read(form, 'elements') as Iterable<AddButton>) {
        // Of those inside, others may buy at once; but where the first of all was outside, the first inside adds.
        const inside = call(form, 'contains', it);
        if (it === button || (inside && seen) || !it.matches(ADDS) || it.matches(express)) continue;
        seen ||= inside;
        put(it, shared().scopes.find(form)?.offer);
      }
    }
    for (const it of document.querySelectorAll<AddButton>(sticky ?? 'no-button')) {
      if (!wanted.has(it)) put(it, main?.offer);
    }
    return wanted;
  }
}
