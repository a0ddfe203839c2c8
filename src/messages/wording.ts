import type { Language } from './catalogue.js';
import { matchLanguage } from './languages.js';

type Override = Readonly<Record<string, string>>;

/** Merchant's message texts by name, by language tag. */
export type Wordings = Readonly<Record<string, Override>>;

/**
 * A language with the merchant's own wording in it. Overrides for `de` serve `de-CH` too, and those for `de-CH` go
 * first; those for `zh-Hant` serve `zh-TW`. One text replaces all plural forms; `NAME#one` replaces one of them. Names
 * that nobody says do no harm.
 */
export function withWording(language: Language, wording: Wordings): Language {
  const { tag } = language;
  const ours = matchLanguage(tag).language;
  const own = Object.keys(wording)
    .map((key) => ({ key, means: meaningOf(key) }))
    .filter(({ means }) => means !== undefined && (`${tag}-`.startsWith(`${means}-`) || means === ours))
    .sort((a, b) => Number(a.means === tag) - Number(b.means === tag) || a.key.length - b.key.length)
    .map(({ key }) => wording[key] as Override);
  return own.length ? { tag, messages: own.reduce(override, language.messages) } : language;
}

/** The tag that a merchant's `no`, `iw` or `de_CH` is in our tags; none where it is of a language that we do not speak. */
function meaningOf(key: string): string | undefined {
  const { language, tag } = matchLanguage(key);
  // What we do not know gives English, and is no wording for it.
  return language === 'en' && !/^en(?![a-z])/i.test(key) ? undefined : tag;
}

function override(messages: Language['messages'], own: Override): Language['messages'] {
  const changed: Record<string, unknown> = { ...messages };
  // Sorted, so that a message comes before its forms.
  for (const name of Object.keys(own).sort()) {
    const [base, category] = name.split('#') as [string, string?];
    const shipped = changed[base];
    const forms = typeof shipped === 'string' ? { other: shipped } : (shipped as object | undefined);
    changed[base] = category === undefined ? own[name] : { ...forms, [category]: own[name] };
  }
  return changed as unknown as Language['messages'];
}
