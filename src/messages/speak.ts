import type { Language } from './catalogue.js';
import { languageFor } from './languages.js';
import { withWording, type Wordings } from './wording.js';

/**
 * The language for a tag, with the merchant's own wording: at once when its messages are here. A module of its own, which pages
 * in plain English never fetch.
 */
export function speak(tag: string, wordings: Wordings): Language | Promise<Language> {
  const found = languageFor(tag);
  return found instanceof Promise
    ? found.then((language) => withWording(language, wordings))
    : withWording(found, wordings);
}
