import type { Language, Messages } from './catalogue.js';
import { first } from './en-first.js';

/** What we speak when nothing better is there. */
export const ENGLISH: Language = Object.freeze({ tag: 'en', messages: first });

type Load = () => Promise<{ readonly messages: Messages }>;

/** The languages besides English, each fetched when a page first speaks it. Add a language: its file and a line here. */
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

/** Tags of all languages that we have messages in. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(OTHERS)];

/** English that cannot be mistaken for a text that was never translated: for those who try out a page. */
const PSEUDO = 'en-XA';

/** Longer than any tag in use. */
const LONGEST_TAG = 99;

/**
 * Norwegian is written in two ways, and who reads one reads the other. The rest are old codes, which not every engine
 * puts into today's.
 */
const READ_AS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', iw: 'he', in: 'id', mo: 'ro' };

/** Where Portuguese is that of Portugal, as Unicode's locale data has it. */
const AS_IN_PORTUGAL = /AO|CH|CV|FR|GQ|GW|LU|MO|MZ|PT|ST|TL/;

/**
 * The language we have for a wanted tag: `de-CH` finds `de` and keeps the region for dates and numbers, `zh-TW` finds
 * `zh-Hant`, `pt` that of Brazil. A tag that is malformed or in none of our languages gives English.
 */
export function matchLanguage(wanted: string): { readonly language: string; readonly tag: string } {
  try {
    // Servers write en_US.UTF-8 and sr_RS@latin.
    const written = wanted
      .trim()
      .replace(/[.@].*/, '')
      .replaceAll('_', '-');
    const asked = new Intl.Locale(written.length > LONGEST_TAG ? 'und' : written);
    // The text is Bokmål, so that is what we call it.
    const locale = new Intl.Locale(asked, { language: READ_AS[asked.language] ?? asked.language });
    const language = ours(locale);
    if (language) return { language, tag: String(locale) };
  } catch {
    // Not a language tag.
  }
  return { language: 'en', tag: 'en' };
}

/** Which of our languages a reader of a locale reads, by language, script and, for Portuguese, region. */
function ours(locale: Intl.Locale): string | undefined {
  if (locale.baseName === PSEUDO) return PSEUDO;
  const likely = locale.maximize();
  const { script = '', region = '' } = likely;
  let tag = locale.language;
  if (tag === 'zh') tag += `-${script}`;
  if (tag === 'pt') tag += AS_IN_PORTUGAL.test(region) ? '-PT' : '-BR';
  // Who wants Russian in Latin letters may not read Cyrillic ones.
  return LANGUAGES.includes(tag) && new Intl.Locale(tag).maximize().script === script ? tag : undefined;
}

const loaded = new Map<string, Language['messages']>([['en', first]]);

/** The language for a tag: at once when its messages are here, else once they have come; English when they do not. */
export function languageFor(wanted: string): Language | Promise<Language> {
  const { language, tag } = matchLanguage(wanted);
  const here = loaded.get(language);
  if (here) return { tag, messages: here };
  const load = language === PSEUDO ? () => import('./pseudo.js') : (OTHERS[language] as Load);
  return load().then(
    ({ messages }) => {
      if (!isWhole(messages)) return ENGLISH;
      loaded.set(language, messages);
      return { tag, messages };
    },
    () => ENGLISH,
  );
}

/** A shop may still have the file of an older version, which lacks a message. Half a sentence would be worse than English. */
const isWhole = (messages: object): boolean =>
  Object.keys(first).every((name) => Object.hasOwn(messages, name));
