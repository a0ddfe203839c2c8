import { parseDocument, type AvailabilityDocument } from '../availability/document.js';
import { explainProblem } from '../availability/explain-problem.js';
import { REGIONS, type Region } from '../availability/promise-rules.js';
import { languageFor } from '../messages/languages.js';
import { withWording } from '../messages/wording.js';
import { jsonPlaces } from '../platforms/json-places.js';
import { findingOf, type Finding, type Note } from './finding.js';
import { lintFields } from './lint-fields.js';
import { lintMessages } from './lint-messages.js';
import { lintShop } from './lint-shop.js';
import { pointerOf } from './pointer-of.js';

/** How a document is looked at. */
export interface LintOptions {
  /** Whose rules count; all of them unless told. */
  readonly regions?: readonly Region[];
  /** The instant for which it is looked at, in milliseconds since 1970. */
  readonly now?: number;
  /** A language tag: shoppers' sentences are told in it, and wording in other languages is left alone. */
  readonly language?: string;
}

/**
 * What is wrong with an availability document: what cannot be read, what can be ordered without an honest date, and wording
 * that loses one. Total: whatever the text is, the answer is a list, in the order of the text.
 *
 * @param text the document as it stands in a file
 */
export async function lintDocument(text: string, options: LintOptions = {}): Promise<readonly Finding[]> {
  const { regions = REGIONS, now = Date.now(), language } = options;
  const found = new Map<string, Finding>();
  const note: Note = (rule, pointer, message, product) => {
    const finding = findingOf(rule, pointer, message, regions, product);
    const key = `${rule} ${pointer}`;
    // What several variants take from one place is said once.
    if (finding && !found.has(key)) found.set(key, finding);
  };
  const lineAt = linesOf(text);
  const placed = (finding: Finding, offset: number): Finding => {
    const [line, column] = lineAt(offset);
    return { ...finding, place: { ...finding.place, line, column } };
  };
  const places = jsonPlaces(text);
  if (!places.ok) {
    note('not-json', '', `The text is no JSON from ${lineAt(places.offset).join(':')} on.`);
    return [...found.values()].map((it) => placed(it, places.offset));
  }
  const json: unknown = JSON.parse(text);
  for (const pointer of places.twice) note('told-twice', pointer, `${pointer} is told twice.`);
  const result = parseDocument(json);
  for (const problem of result.ok ? result.problems : [result.problem]) {
    const { code, path } = problem;
    note(code, pointerOf(json, path), `${path || 'The document'}: ${explainProblem(problem)}.`);
  }
  if (result.ok) await lintRead(json, result.value, note, now, language);
  const offset = ({ place }: Finding): number => places.places.get(place.pointer)?.key ?? 0;
  return [...found.values()].map((it) => placed(it, offset(it))).sort(byPlace);
}

async function lintRead(
  json: unknown,
  document: AvailabilityDocument,
  note: Note,
  now: number,
  only: string | undefined,
): Promise<void> {
  const spoken = withWording(await languageFor(only ?? 'en'), document.messages);
  lintFields(json, note);
  lintMessages(document.messages, note, only);
  lintShop(json, document, spoken, note, now);
}

/** A way from an offset to its line and column, both from 1. */
function linesOf(text: string): (offset: number) => readonly [line: number, column: number] {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((it) => it.index + it[0].length)];
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (starts[low] as number) + 1];
  };
}

function byPlace({ place: a }: Finding, { place: b }: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
