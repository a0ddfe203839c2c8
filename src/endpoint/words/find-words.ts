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
/** Norwegian is written in two ways, and who reads one reads the other; the rest are old codes. */
const READ_AS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', iw: 'he', in: 'id', mo: 'ro' };
const AS_IN_PORTUGAL = /^(?:AO|CH|CV|FR|GQ|GW|LU|MO|MZ|PT|ST|TL)$/;
const LONGEST_TAG = 40;

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

function match(wanted: string, otherwise = 'en'): string {
  try {
    const asked = new Intl.Locale(wanted.slice(0, LONGEST_TAG).replaceAll('_', '-'));
    const { language, script = '', region = '' } = asked.maximize();
    let tag = READ_AS[language] ?? language;
    if (tag === 'zh') tag += `-${script}`;
    if (tag === 'pt') tag += AS_IN_PORTUGAL.test(region) ? '-PT' : '-BR';
    return LANGUAGES.includes(tag) ? tag : otherwise;
  } catch {
    return otherwise;
  }
}
