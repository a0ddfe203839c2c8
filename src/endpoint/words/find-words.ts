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
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
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
