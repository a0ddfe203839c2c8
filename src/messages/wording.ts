import type { Language } from './catalogue.js';

type Override = Readonly<Record<string, string>>;

/** Merchant's message texts by name, by language tag. */
export type Wordings = Readonly<Record<string, Override>>;

/**
 * A language with the merchant's own wording in it. Overrides for `de` serve `de-CH` too, and those for `de-CH` go
 * first. One text replaces all plural forms; `NAME#one` replaces one of them. Names that nobody says do no harm.
 */
export function withWording(language: Language, wording: Wordings): Language {
  const own = Object.keys(wording)
    .filter((tag) => language.tag === tag || language.tag.startsWith(`${tag}-`))
    .sort((a, b) => a.length - b.length)
    .map((tag) => wording[tag] as Override);
  return own.length ? { tag: language.tag, messages: own.reduce(override, language.messages) } : language;
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
