import { ButtonLabel, type AddButton } from '../elements/shared/button-label.js';
import { languageAt } from '../elements/shared/page-language.js';
import { isSaid } from '../elements/shared/promise-words.js';
import { say } from '../messages/say.js';
import { shared } from '../store/shared-store.js';

/**
 * Buttons of a theme that stand apart from the page's product form and press its button, such as those of a sticky bar: they say
 * what that one says.
 */
export class StickyButtons {
  readonly #selector: string;
  readonly #labels = new Map<Element, ButtonLabel>();
  #turn = 0;

  constructor(selector: string) {
    this.#selector = selector;
  }

  /** Looks again: bars come late, and the offer changes. */
  look(): void {
    const turn = (this.#turn += 1);
    for (const element of this.#labels.keys()) if (!element.isConnected) this.#labels.delete(element);
    const offer = shared().scopes.main?.offer;
    if (!offer || offer.control !== 'swap' || !isSaid(offer.state)) {
      this.#restore();
      return;
    }
    const name = `button.${offer.state}` as const;
    for (const element of document.querySelectorAll<AddButton>(this.#selector)) {
      void Promise.resolve(languageAt(element, shared().store)).then((language) => {
        const words = say(language, name);
        if (turn !== this.#turn || !words.trim() || !element.isConnected) return;
        const label = this.#labels.get(element) ?? new ButtonLabel(element);
        this.#labels.set(element, label);
        label.show(words);
      });
    }
  }

  release(): void {
    this.#turn += 1;
    this.#restore();
  }

  #restore(): void {
    for (const label of this.#labels.values()) label.restore();
    this.#labels.clear();
  }
}
