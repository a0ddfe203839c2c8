import type { Language } from '../../messages/catalogue.js';
import { first } from '../../messages/en-first.js';

const spoken = new Map<string, Language>();

/** Has elements that are rendered on a server speak a language: rendering there does not wait for any. */
export function speakOnServer(tag: string, language: Language): void {
  spoken.set(tag.toLowerCase(), language);
}

/** What elements on a server speak for a tag: English until they were told better. */
export function spokenOnServer(tag: string): Language {
  return spoken.get(tag.toLowerCase()) ?? { tag: 'en', messages: first };
}
