import type { MessageName } from './catalogue.js';
import { messages } from './en.js';
import { words } from './sign-up-en.js';

const english = { ...messages, ...words };

/** What is wrong with a merchant's own text for a message. */
export interface WordingProblem {
  readonly code:
    'unknown-message' | 'unknown-placeholder' | 'missing-placeholder' | 'unknown-category' | 'no-count';
  /** The name in the braces, where it is about one. */
  readonly brace?: string;
  /** What is wrong, in a sentence for whoever wrote it. */
  readonly text: string;
}

const CATEGORIES: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** "In one day" needs no number. */
const MAY_LACK_COUNT: readonly (string | undefined)[] = ['zero', 'one', 'two'];

/** Days and weeks come by either name, so that a text may say "in December". */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  'when.day': ['date', 'month'],
  'when.week': ['date', 'month'],
  'when.month': ['month', 'date'],
};

/**
 * Looks over a merchant's text for a message, or for one plural form of it: whether we ever say it, and whether its
 * `{braces}` are those that get a value. For tools that check a shop's settings; a page takes whatever it is told.
 *
 * @param name as in the document's `messages`: `when.days`, or `when.days#one`
 * @param category the plural form, where it is not in the name
 * @param tag the language, to tell plural forms that it does not have
 */
export function checkWording(
  name: string,
  text: string,
  category?: string,
  tag?: string,
): readonly WordingProblem[] {
  const [base = '', inName] = name.split('#');
  const form = category ?? inName;
  if (!Object.hasOwn(english, base)) {
    return [
      { code: 'unknown-message', text: `No message is called “${base}”, so nobody will see this text.` },
    ];
  }
  const shipped = english[base as MessageName];
  const known = bracesIn(typeof shipped === 'string' ? shipped : shipped.other);
  const alike = ALIKE[base] ?? [];
  const problems: WordingProblem[] = [];
  const add = (code: WordingProblem['code'], about: string, brace?: string): void => {
    problems.push({ code, text: `“${name}”: ${about}`, ...(brace !== undefined && { brace }) });
  };
  if (form !== undefined && typeof shipped === 'string') {
    add('no-count', 'this message follows no count, so it has no plural forms.');
  } else if (form !== undefined && !CATEGORIES.includes(form)) {
    add('unknown-category', `“${form}” is no plural form; there are ${CATEGORIES.join(', ')}.`);
  } else if (form !== undefined && tag !== undefined && !categoriesOf(tag).includes(form)) {
    add('unknown-category', `“${tag}” has no form “${form}”; it has ${categoriesOf(tag).join(', ')}.`);
  }
  const said = bracesIn(text);
  for (const it of said.filter((brace) => !known.includes(brace) && !alike.includes(brace))) {
    const all = known.length ? known.map((brace) => `{${brace}}`).join(', ') : 'none';
    add('unknown-placeholder', `{${it}} gets no value and is shown as it stands; known here: ${all}.`, it);
  }
  for (const it of known.filter((brace) => !said.includes(brace))) {
    if (it === 'count' && MAY_LACK_COUNT.includes(form)) continue;
    if (alike.some((brace) => said.includes(brace))) continue;
    add('missing-placeholder', `{${it}} is not in the text, so the shopper is not told it.`, it);
  }
  return problems;
}

/** Names in braces, as they are read when a message is said. */
const bracesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, brace = '']) => brace)),
];

function categoriesOf(tag: string): readonly string[] {
  try {
    return new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  } catch {
    return CATEGORIES;
  }
}
