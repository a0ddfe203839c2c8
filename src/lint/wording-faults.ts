import { checkWording, type WordingProblem } from '../messages/check-wording.js';
import type { DocumentFault } from './document-faults.js';
import { vagueWord } from './vague-words.js';

/** What is wrong with the words of one message. */
export interface WordingFault {
  readonly rule: DocumentFault | 'vague-words';
  readonly message: string;
}

/** What is read beside something that can be ordered ahead; "coming soon" is none of it, and may be said so. */
const BUYABLE = /^(?:(?:badge|button)\.(?:backorder|preorder)|promise\.(?!release)|split\.|cart\.|when\.)/;

/** Values that tell a time; a number does in "in {count} days". */
const DATES = ['when', 'date', 'start', 'end', 'month', 'quarter', 'year', 'time'];
const NUMBERED = /^when\.(?:days|weeks)/;

/**
 * Looks at the words of one message, shipped or a merchant's: what `checkWording` says of its name, braces and form, and besides
 * whether a shopper who orders ahead would read a word such as "soon" in place of a date.
 *
 * @param tag of the language that it is in
 * @param name of the message, also `NAME#one` for a plural form
 */
export function wordingFaults(tag: string, name: string, text: string): readonly WordingFault[] {
  const [base = ''] = name.split('#');
  const problems = checkWording(name, text, undefined, tag);
  if (problems.some(({ code }) => code === 'unknown-message')) return problems.map(faultOf);
  if (!text.trim()) return [{ rule: 'empty-wording', message: `“${name}” says nothing.` }];
  return [
    ...problems.map((it) => (isLostDate(base, it) ? lost(it) : faultOf(it))),
    ...vague(tag, base, text),
    ...(/<[a-z/!][^>]*>/i.test(text)
      ? [{ rule: 'markup' as const, message: `“${name}” has markup in it.` }]
      : []),
  ];
}

const faultOf = ({ code, text }: WordingProblem): WordingFault => ({ rule: code, message: text });

const lost = ({ text }: WordingProblem): WordingFault => ({ rule: 'lost-date', message: text });

function isLostDate(base: string, { code, brace = '' }: WordingProblem): boolean {
  if (code !== 'missing-placeholder' || !BUYABLE.test(base)) return false;
  return DATES.includes(brace) || (NUMBERED.test(base) && brace === 'count');
}

function vague(tag: string, base: string, text: string): readonly WordingFault[] {
  if (!BUYABLE.test(base)) return [];
  // Beside a date, a vague word does no harm.
  if (DATES.some((it) => text.includes(`{${it}}`)) || NUMBERED.test(base)) return [];
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
