import { matchLanguage } from '../messages/languages.js';
import { pointerPart } from '../platforms/json-places.js';
import type { Note } from './finding.js';
import { wordingFaults } from './wording-faults.js';

type Wordings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Looks at a merchant's own wording.
 *
 * @param only a language tag: wording in other languages is left alone
 */
export function lintMessages(wordings: Wordings, note: Note, only?: string): void {
  for (const [tag, texts] of Object.entries(wordings)) {
    const pointer = `/messages/${pointerPart(tag)}`;
    if (only !== undefined && !isWithin(tag, only) && !isWithin(only, tag)) continue;
    const { language } = matchLanguage(tag);
    if (language === 'en' && !/^en\b/i.test(tag)) {
      note('unknown-language', pointer, `Wording for “${tag}”, which is no language of ours.`);
    } else if (!isCanonical(tag)) {
      note('unknown-language', pointer, `Wording for “${tag}”; pages look for it as “${canonical(tag)}”.`);
    }
    for (const [name, text] of Object.entries(texts)) {
      for (const { rule, message } of wordingFaults(tag, name, text)) {
        note(rule, `${pointer}/${pointerPart(name)}`, message);
      }
    }
  }
}

const isWithin = (tag: string, wider: string): boolean => tag === wider || tag.startsWith(`${wider}-`);

/** A tag is compared with the page's as it is written. */
const isCanonical = (tag: string): boolean => canonical(tag) === tag;

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? tag;
  } catch {
    return tag;
  }
}
