import type { Language } from '../../messages/catalogue.js';
import { languageFor } from '../../messages/languages.js';
import { withWording } from '../../messages/wording.js';
import type { AvailabilityStore } from '../../store/availability-store.js';

/**
 * The language to speak at a place in the page: that of the nearest `lang`, through shadow roots, with the merchant's own
 * wording. At once when its messages are here.
 */
export function languageAt(node: Node, store: AvailabilityStore): Language | Promise<Language> {
  const found = languageFor(langOf(node));
  const worded = (language: Language): Language => withWording(language, store.wording);
  return found instanceof Promise ? found.then(worded) : worded(found);
}

function langOf(node: Node): string {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    const lang = at instanceof Element ? at.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return navigator.language;
}
