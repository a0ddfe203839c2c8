import type { Language } from '../../messages/catalogue.js';
import { languageFor } from '../../messages/languages.js';
import type { AvailabilityStore } from '../../store/availability-store.js';

/**
 * The language to speak at a place in the page: that of the nearest `lang`, through shadow roots, with the merchant's own
 * wording. At once when its messages are here and the merchant has none.
 */
export function languageAt(node: Node, { wording }: AvailabilityStore): Language | Promise<Language> {
  const found = languageFor(langOf(node));
  return Object.keys(wording).length ? worded(found, wording) : found;
}

async function worded(
  found: Language | Promise<Language>,
  wording: AvailabilityStore['wording'],
): Promise<Language> {
  const language = await found;
  const module = await import('../../messages/wording.js').catch(() => undefined);
  return module ? module.withWording(language, wording) : language;
}

function langOf(node: Node): string {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    const lang = at instanceof Element ? at.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return navigator.language;
}

const listening = new Set<() => void>();
let switches: MutationObserver | undefined;

/** Calls `look` when the page is switched to another language, until the returned function is called. */
export function onLanguageSwitch(look: () => void): () => void {
  listening.add(look);
  switches ??= new MutationObserver(() => {
    for (const it of [...listening]) it();
  });
  switches.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => {
    listening.delete(look);
    if (!listening.size) switches?.disconnect();
  };
}
