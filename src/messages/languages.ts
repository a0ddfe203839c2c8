import type { Language, Messages } from './catalogue.js';
import { first } from './en-first.js';

/** What we speak when nothing better is there. */
export const ENGLISH: Language = Object.freeze({ tag: 'en', messages: first });

/** The languages besides English, each fetched when a page first speaks it. Add a language: its file and a line here. */
const OTHERS: Readonly<Record<string, () => Promise<{ readonly messages: Messages }>>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
};

/** Tags of all languages that we have messages in. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(OTHERS)];

/**
 * The language we have for a wanted tag: `de-CH` finds `de` and keeps the region for dates and numbers. A tag that is
 * malformed or in none of our languages gives English.
 */
export function matchLanguage(wanted: string): { readonly language: string; readonly tag: string } {
  try {
    const tag = Intl.getCanonicalLocales(wanted.replaceAll('_', '-'))[0] ?? 'en';
    const language = LANGUAGES.find((it) => tag === it || tag.startsWith(`${it}-`));
    if (language) return { language, tag };
  } catch {
    // Not a language tag.
  }
  return { language: 'en', tag: 'en' };
}

const loaded = new Map<string, Language['messages']>([['en', first]]);

/** The language for a tag: at once when its messages are here, else once they have come; English when they do not. */
export function languageFor(wanted: string): Language | Promise<Language> {
  const { language, tag } = matchLanguage(wanted);
  const here = loaded.get(language);
  if (here) return { tag, messages: here };
  const load = OTHERS[language] as () => Promise<{ readonly messages: Messages }>;
  return load().then(
    ({ messages }) => {
      loaded.set(language, messages);
      return { tag, messages };
    },
    () => ENGLISH,
  );
}
