import type { Language } from '../../messages/catalogue.js';
import { withSignUpWords } from '../../messages/sign-up-words.js';

/** The language of a form, and with it the words that few forms say, once they are needed and have come. */
export class FormWords {
  readonly #changed: () => void;
  #of: Language | undefined;
  #full: Language | undefined;
  #coming: Promise<void> = Promise.resolve();

  /** @param changed called when more words are there */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The language with all words that are there. */
  in(language: Language): Language {
    return (this.#of === language && this.#full) || language;
  }

  /** Whether all words of the language are there. */
  has(language: Language): boolean {
    return this.#of === language && !!this.#full;
  }

  /** Fetches the words; fulfilled also when they do not come. */
  need(language: Language): Promise<void> {
    if (this.#of !== language) {
      this.#of = language;
      this.#full = undefined;
      this.#coming = this.#fetch(language);
    }
    return this.#coming;
  }

  async #fetch(language: Language): Promise<void> {
    const full = await withSignUpWords(language).catch(() => undefined);
    if (this.#of !== language) return;
    this.#full = full;
    this.#changed();
  }
}
