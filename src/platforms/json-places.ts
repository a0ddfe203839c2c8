/** Where a value stands in a JSON text: offsets, the end excluded. */
export interface JsonPlace {
  readonly start: number;
  readonly end: number;
  /** Where its key begins; of list entries and of the whole the value itself. */
  readonly key: number;
}

/** The places of all values by their JSON pointer, or the offset where the text stops being JSON. */
export type JsonPlaces =
  | { readonly ok: true; readonly places: ReadonlyMap<string, JsonPlace>; readonly twice: readonly string[] }
  | { readonly ok: false; readonly offset: number };

const DEEPEST = 200;
const BLANK = /[\t\n\r ]*/y;
// Unrolled, so that megabytes without an end are gone through once.
const TEXT = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][-+]?\d+)?|true|false|null/y;

/**
 * Finds where each value of a JSON text stands, which `JSON.parse` does not tell; and which keys are given twice, of which
 * it keeps the last in silence.
 */
export function jsonPlaces(text: string): JsonPlaces {
  const places = new Map<string, JsonPlace>();
  const twice: string[] = [];
  let at = 0;

  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) throw new Stop();
    at += found.length;
    return found;
  };
  const next = (sign: string): boolean => {
    take(BLANK);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const need = (sign: string): void => {
    if (!next(sign)) throw new Stop();
  };

  const entries = (close: string, entry: (index: number) => void): void => {
    at += 1;
    if (next(close)) return;
    for (let index = 0; ; index += 1) {
      entry(index);
      if (next(close)) return;
      need(',');
    }
  };

  const value = (pointer: string, key: number | undefined, depth: number): void => {
    take(BLANK);
    if (depth > DEEPEST) throw new Stop();
    const start = at;
    if (text[at] === '{') {
      entries('}', () => {
        take(BLANK);
        const from = at;
        const name = textIn(take(TEXT));
        const inner = `${pointer}/${pointerPart(name)}`;
        if (places.has(inner)) twice.push(inner);
        need(':');
        value(inner, from, depth + 1);
      });
    } else if (text[at] === '[') {
      entries(']', (index) => value(`${pointer}/${index}`, undefined, depth + 1));
    } else if (text[at] === '"') textIn(take(TEXT));
    else take(PLAIN);
    places.set(pointer, { start, end: at, key: key ?? start });
  };

  try {
    value('', undefined, 0);
    take(BLANK);
    if (at < text.length) throw new Stop();
    return { ok: true, places, twice };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { ok: false, offset: at };
  }
}

/** The text is no JSON from here on. */
class Stop extends Error {}

/** What a text in quotes says; line breaks and odd escapes in it are no JSON. */
function textIn(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new Stop();
  }
}

/** A key as a part of a JSON pointer (RFC 6901). */
export function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
