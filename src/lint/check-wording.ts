import { messages as english } from '../messages/en.js';
import type { DocumentFault } from './document-faults.js';
import { vagueWord } from './vague-words.js';

/** What is wrong with the words of one message. */
export interface WordingFault {
  readonly rule: DocumentFault | 'vague-words';
  readonly message: string;
}

const BRACES = /\{(\w+)\}/g;

/** What is read beside something that can be ordered ahead; "coming soon" is none of it, and may be said so. */
const BUYABLE = /^(?:(?:badge|button)\.(?:backorder|preorder)|promise\.(?!release)|split\.|cart\.|when\.)/;

/** Values that tell a time. */
const DATES = ['when', 'date', 'start', 'end', 'month', 'quarter', 'year', 'time'];

/** Days and months of these come by either name. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'when.month': ['date'],
  'when.day': ['month'],
  'when.week': ['month'],
};

/**
 * Looks at the words of one message, shipped or a merchant's: what stands in braces against the shipped English, and whether
 * a shopper who orders ahead would read a word such as "soon" in place of a date.
 *
 * @param tag of the language that it is in
 * @param name of the message, also `NAME#one` for a plural form
 */
export function checkWording(tag: string, name: string, text: string): readonly WordingFault[] {
  const [base = '', form] = name.split('#') as [string?, string?];
  const shipped = Object.hasOwn(english, base)
    ? (english as unknown as Readonly<Record<string, string | Readonly<Record<string, string>>>>)[base]
    : undefined;
  if (shipped === undefined) {
    return [{ rule: 'unknown-message', message: `No message is called “${base}”.` }];
  }
  if (!text.trim()) return [{ rule: 'empty-wording', message: `“${name}” says nothing.` }];
  const wanted = valuesIn(typeof shipped === 'string' ? shipped : (shipped.other ?? ''));
  const found = valuesIn(text);
  return [
    ...lost(base, form, wanted, found),
    ...found
      .filter((it) => !wanted.includes(it) && !ALSO[base]?.includes(it))
      .map((it) => ({ rule: 'unknown-value' as const, message: `“${name}” has no value {${it}}.` })),
    ...vague(tag, base, text, found),
    ...(/<[a-z/!][^>]*>/i.test(text)
      ? [{ rule: 'markup' as const, message: `“${name}” has markup in it.` }]
      : []),
  ];
}

function valuesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(BRACES)].map(([, key]) => key as string))];
}

/** Values that the shipped words have and these do not. Of "in {count} days" a form for one piece may do without. */
function lost(
  base: string,
  form: string | undefined,
  wanted: readonly string[],
  found: readonly string[],
): readonly WordingFault[] {
  const missing = wanted.filter((it) => !found.includes(it));
  if (!missing.length || (ALSO[base] ?? []).some((it) => found.includes(it))) return [];
  const numbered = /^when\.(?:days|weeks)/.test(base);
  const spelled = form !== undefined && form !== 'other' && form !== 'many';
  return missing.flatMap((it) => {
    if (it === 'count' && spelled) return [];
    const dated = BUYABLE.test(base) && (DATES.includes(it) || (numbered && it === 'count'));
    const rule = dated ? 'lost-date' : 'missing-value';
    return [
      { rule, message: `“${base}” is said without {${it}}${dated ? ', so the date is lost' : ''}.` },
    ] as const;
  });
}

function vague(tag: string, base: string, text: string, found: readonly string[]): readonly WordingFault[] {
  if (!BUYABLE.test(base)) return [];
  // Beside a date, a vague word does no harm.
  if (found.some((it) => DATES.includes(it)) || /^when\.(?:days|weeks)/.test(base)) return [];
  const word = vagueWord(tag, text);
  return word === undefined
    ? []
    : [
        {
          rule: 'vague-words',
          message: `“${text}” (${base}, ${tag}) says “${word}” to shoppers who order, and no date.`,
        },
      ];
}
