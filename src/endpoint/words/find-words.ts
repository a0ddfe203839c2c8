import { matchLanguage } from '../../messages/languages.js';
import { words as english } from './en.js';
import type { Words } from './words.js';

/** Words, and the language that they and the dates and numbers beside them are in. */
export interface Spoken {
  readonly words: Words;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

type Load = () => Promise<{ readonly words: Words }>;

/** The languages besides English. Add a language: its file and a line here. */
const OTHERS: Readonly<Record<string, Load>> = {
  ar: () => import('./ar.js'),
  bg: () => import('./bg.js'),
  cs: () => import('./cs.js'),
  da: () => import('./da.js'),
  de: () => import('./de.js'),
  el: () => import('./el.js'),
  es: () => import('./es.js'),
  et: () => import('./et.js'),
  fi: () => import('./fi.js'),
  fr: () => import('./fr.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  hr: () => import('./hr.js'),
  hu: () => import('./hu.js'),
  id: () => import('./id.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  lt: () => import('./lt.js'),
  lv: () => import('./lv.js'),
  nb: () => import('./nb.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  'pt-BR': () => import('./pt-br.js'),
  'pt-PT': () => import('./pt-pt.js'),
  ro: () => import('./ro.js'),
  ru: () => import('./ru.js'),
  sk: () => import('./sk.js'),
  sl: () => import('./sl.js'),
  sv: () => import('./sv.js'),
  th: () => import('./th.js'),
  tr: () => import('./tr.js'),
  uk: () => import('./uk.js'),
  vi: () => import('./vi.js'),
  'zh-Hans': () => import('./zh-hans.js'),
  'zh-Hant': () => import('./zh-hant.js'),
};

/** Tags of all languages that there are words in. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(OTHERS)];

const ENGLISH: Spoken = { words: english, language: 'en', direction: 'ltr' };
const FROM_THE_RIGHT = new Set(['ar', 'he']);

/** The words for a tag: `de-CH` finds `de`, `zh-TW` finds `zh-Hant`. English for what is unknown or no tag at all. */
export async function findWords(wanted: string): Promise<Spoken> {
  const language = match(wanted);
  const load = OTHERS[language];
  if (!load) return ENGLISH;
  const { words } = await load();
  return { words, language, direction: FROM_THE_RIGHT.has(language) ? 'rtl' : 'ltr' };
}

/** The first language of an `Accept-Language` header that there are words in. */
export function preferred(header: string | undefined): string {
  const tags = (header ?? '').slice(0, 500).split(',');
  return tags.map((it) => match(it.split(';')[0]?.trim() ?? '', '')).find(Boolean) ?? 'en';
}

/** One of the languages above; the pages have others, such as the one that shows what is not translated. */
function match(wanted: string, otherwise = 'en'): string {
  if (wanted === '') return otherwise;
  const { language } = matchLanguage(wanted);
  // What is not English and finds none is answered with plain English.
  const isFound = LANGUAGES.includes(language) && (language !== 'en' || /^en\b/i.test(wanted.trim()));
  return isFound ? language : otherwise;
}
