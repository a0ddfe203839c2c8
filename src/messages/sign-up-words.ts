import type { Language, SignUpMessages } from './catalogue.js';
import { matchLanguage } from './languages.js';

type Load = () => Promise<{ readonly words: SignUpMessages }>;

/** The words of the sign-up form that few forms say: a file a language, fetched when one is said. A new language has a line here too. */
const FILES: Readonly<Record<string, Load>> = {
  ar: () => import('./sign-up-ar.js'),
  bg: () => import('./sign-up-bg.js'),
  cs: () => import('./sign-up-cs.js'),
  da: () => import('./sign-up-da.js'),
  de: () => import('./sign-up-de.js'),
  el: () => import('./sign-up-el.js'),
  en: () => import('./sign-up-en.js'),
  es: () => import('./sign-up-es.js'),
  et: () => import('./sign-up-et.js'),
  fi: () => import('./sign-up-fi.js'),
  fr: () => import('./sign-up-fr.js'),
  he: () => import('./sign-up-he.js'),
  hi: () => import('./sign-up-hi.js'),
  hr: () => import('./sign-up-hr.js'),
  hu: () => import('./sign-up-hu.js'),
  id: () => import('./sign-up-id.js'),
  it: () => import('./sign-up-it.js'),
  ja: () => import('./sign-up-ja.js'),
  ko: () => import('./sign-up-ko.js'),
  lt: () => import('./sign-up-lt.js'),
  lv: () => import('./sign-up-lv.js'),
  nb: () => import('./sign-up-nb.js'),
  nl: () => import('./sign-up-nl.js'),
  pl: () => import('./sign-up-pl.js'),
  'pt-BR': () => import('./sign-up-pt-br.js'),
  'pt-PT': () => import('./sign-up-pt-pt.js'),
  ro: () => import('./sign-up-ro.js'),
  ru: () => import('./sign-up-ru.js'),
  sk: () => import('./sign-up-sk.js'),
  sl: () => import('./sign-up-sl.js'),
  sv: () => import('./sign-up-sv.js'),
  th: () => import('./sign-up-th.js'),
  tr: () => import('./sign-up-tr.js'),
  uk: () => import('./sign-up-uk.js'),
  vi: () => import('./sign-up-vi.js'),
  'zh-Hans': () => import('./sign-up-zh-hans.js'),
  'zh-Hant': () => import('./sign-up-zh-hant.js'),
};

/**
 * A language with the sign-up's words; the merchant's own, which it has already, go first. Rejects when the file does not come.
 */
export async function withSignUpWords({ tag, messages }: Language): Promise<Language> {
  const { language } = matchLanguage(tag);
  const load = language === 'en-XA' ? () => import('./sign-up-pseudo.js') : (FILES[language] ?? FILES.en);
  const { words } = await (load as Load)();
  return { tag, messages: { ...words, ...messages } };
}

/** Tags of the languages that have these words. */
export const SIGN_UP_LANGUAGES: readonly string[] = Object.keys(FILES);
