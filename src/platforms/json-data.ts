/** An object of parsed JSON, nothing of it believed yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

const DEEPEST = 12;
const MOST_VISITED = 100_000;
const MOST_ENTRIES = 5000;
const MOST_FOUND = 5000;
const MOST_CHARACTERS = 500;

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/**
 * What stands at the end of a path of keys. Only own properties are seen, so `__proto__` and `constructor` never turn into
 * data. Absent and `null` both mean "not told".
 */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found ?? undefined;
}

/** Text as JSON; `undefined` for what is none, or longer than a number of characters. */
export function parsed(text: string, most = Infinity): unknown {
  try {
    return text.length > most ? undefined : (JSON.parse(text) as unknown);
  } catch {
    // Not our page to mend.
    return undefined;
  }
}

/** Entries of a list, of a GraphQL connection (`edges`, `nodes`), or of an object that PHP keys by id. */
export function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES) as unknown[];
  if (!isObject(value)) return [];
  const edges = at(value, 'edges');
  if (Array.isArray(edges)) return entriesOf(edges).map((edge) => at(edge, 'node'));
  const nodes = at(value, 'nodes');
  return Array.isArray(nodes) ? entriesOf(nodes) : entriesOf(Object.values(value));
}

/**
 * The outermost objects that look like what is wanted, in the order of the JSON: so a reader takes a whole answer, a list, or
 * the bare thing. Nothing is sought inside what was found.
 */
export function objectsIn(json: unknown, fits: (object: JsonObject) => boolean): readonly JsonObject[] {
  const found: JsonObject[] = [];
  // A global of the page, the window at worst, may lead back to itself on many ways.
  const seen = new Set<unknown>();
  const visit = (value: unknown, depth: number): void => {
    if (value === null || typeof value !== 'object' || depth > DEEPEST) return;
    if (seen.has(value) || seen.size >= MOST_VISITED || found.length >= MOST_FOUND) return;
    if (isObject(value) && fits(value)) {
      found.push(value);
      return;
    }
    seen.add(value);
    for (const key of Object.keys(value)) visit((value as JsonObject)[key], depth + 1);
  };
  visit(json, 0);
  return found;
}

/** A test for {@link objectsIn}: whether an object has one of these keys. */
export function having(...keys: readonly string[]): (object: JsonObject) => boolean {
  return (object) => keys.some((key) => Object.hasOwn(object, key));
}

/** An id or a SKU as text; shops print the same id as a number and as a text. */
export function idOf(value: unknown): string | undefined {
  const id = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof id === 'string' && id !== '' && id.length <= 200 ? id : undefined;
}

/** Words for people; what is too long is no message. */
export function wordsOf(value: unknown): string | undefined {
  const words = typeof value === 'string' ? value.trim() : '';
  return words !== '' && words.length <= MOST_CHARACTERS ? words : undefined;
}

/** A whole number, also written as text (`"5"`, `"-1"`, `"10.0000"`). Fractions and everything else are not told. */
export function wholeOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,12}(\.0+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Math.abs(number) <= 1e9 && Number.isInteger(number)
    ? number + 0
    : undefined;
}

/** Yes or no, also as PHP and attributes write them: `1`, `"0"`, `"true"`. */
export function truthOf(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === '1' || value === 'true') return true;
  return value === false || value === 0 || value === '0' || value === 'false' ? false : undefined;
}

/** Option values by option name, out of a list; entries without both are left out. */
export function optionsOf(
  list: readonly unknown[],
  read: (entry: unknown) => readonly [name: unknown, value: unknown],
): Readonly<Record<string, string>> | undefined {
  const pairs = list.flatMap((entry) => {
    const [name, value] = read(entry).map(idOf);
    return name !== undefined && value !== undefined ? [[name, value] as const] : [];
  });
  if (!pairs.length) return undefined;
  const options = Object.create(null) as Record<string, string>;
  for (const [name, value] of pairs) options[name] = value;
  return Object.freeze(options);
}
