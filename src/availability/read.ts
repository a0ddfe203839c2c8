import { isDay } from './date-window.js';
import { badField, type Expected, type Problem } from './problem.js';

/** Reads one outside value: the typed value, or `undefined` after noting why it could not be used. */
export type Read<T> = (value: unknown, path: string, problems: Problem[]) => T | undefined;

/** Reads a named field of one object. Absent and `null` both mean "not told". */
export type ReadField = <T>(key: string, read: Read<T>) => T | undefined;

const MOST_CHARACTERS = 500;

/**
 * Opens an outside object for reading. Only its own properties are seen, so `__proto__`, a polluted
 * `Object.prototype` and names such as `constructor` never turn into data.
 */
export function fieldsOf(value: unknown, path: string, problems: Problem[]): ReadField | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    problems.push(badField(path, 'object', value));
    return undefined;
  }
  return (key, read) => {
    const field: unknown = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    return field === undefined || field === null
      ? undefined
      : read(field, path ? `${path}.${key}` : key, problems);
  };
}

type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Objects of this have no field but their own, and are as small and quick as any: `Object.create(null)` makes a hash table. */
class Bare {}
Object.setPrototypeOf(Bare.prototype, null);
delete (Bare.prototype as { constructor?: unknown }).constructor;

/**
 * Drops the fields that are unknown, so that "missing" has one form only, and freezes the rest. Without the page's prototype:
 * what another script has put on `Object.prototype` is never read as a field that is missing here.
 */
export function known<T extends object>(fields: T): Known<T> {
  const found = new Bare() as Known<T>;
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const value = fields[key];
    if (value !== undefined) found[key] = value as Known<T>[typeof key];
  }
  return Object.freeze(found);
}

/** The same as an ordinary object, for those who print it or ask it for its own fields. */
export function ordinary<T extends object>(fields: T): Known<T> {
  return Object.freeze({ ...known(fields) });
}

/** Notes a value that is of no use, with what would have been right. */
export function refuse(path: string, expected: Expected, value: unknown, problems: Problem[]): undefined {
  problems.push(badField(path, expected, value));
  return undefined;
}

/** A reader of whole numbers of at least `least`. Texts such as "5 pcs", fractions and infinities are refused. */
export function wholeFrom(least: number): Read<number> {
  return (value, path, problems) =>
    Number.isSafeInteger(value) && (value as number) >= least
      ? (value as number)
      : refuse(path, `from ${least}`, value, problems);
}

/** A count of pieces from zero. */
export const count = wholeFrom(0);

/** A count, or no limit at all. */
export const allowance: Read<number | 'unlimited'> = (value, path, problems) =>
  value === 'unlimited' ? value : count(value, path, problems);

/** A reader of one word out of a list. */
export function oneOf<T extends string>(...words: readonly T[]): Read<T> {
  return (value, path, problems) =>
    words.find((word) => word === value) ?? refuse(path, words, value, problems);
}

export const truth: Read<boolean> = (value, path, problems) =>
  typeof value === 'boolean' ? value : refuse(path, 'truth', value, problems);

export const text: Read<string> = (value, path, problems) =>
  typeof value === 'string' && value.length <= MOST_CHARACTERS
    ? value
    : refuse(path, 'text', value, problems);

/** A platform's identifier: numbers become text, since shops print the same id both ways. */
export const identifier: Read<string> = (value, path, problems) => {
  const id = Number.isSafeInteger(value) ? String(value) : value;
  return typeof id === 'string' && id !== '' && id.length <= 200 ? id : refuse(path, 'id', value, problems);
};

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** An instant with its zone, as milliseconds since 1970. A time without a zone is refused: nobody could tell when it is. */
export const instant: Read<number> = (value, path, problems) => {
  const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  const at = day !== undefined && isDay(day) ? Date.parse(value as string) : NaN;
  // Not a number also for a zone such as +99:00.
  return at === at ? at : refuse(path, 'instant', value, problems);
};

/** A list, its entries unread. */
export const list: Read<readonly unknown[]> = (value, path, problems) => {
  if (Array.isArray(value)) return value as unknown[];
  return refuse(path, 'list', value, problems);
};

/** Reads each entry of a list; an entry that cannot be read is left out. */
export function each<T>(
  entries: readonly unknown[],
  path: string,
  problems: Problem[],
  read: (get: ReadField) => T | undefined,
): readonly T[] {
  return Object.freeze(
    entries.flatMap((entry, index) => {
      const noted = problems.length;
      const get = fieldsOf(entry, `${path}[${index}]`, problems);
      const value = get && read(get);
      if (value !== undefined) return [value];
      // What is wrong with it has been noted when it was read; that there is no id at all has not.
      if (noted === problems.length) problems.push(badField(`${path}[${index}]`, 'id', undefined));
      return [];
    }),
  );
}

/** A reader of objects with any keys. What it gives has no prototype, so a key such as `constructor` finds nothing. */
export function mapOf<T>(read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (value, path, problems) => {
    const get = fieldsOf(value, path, problems);
    if (!get) return undefined;
    const found = Object.keys(value as object).map((key) => [key, get(key, read)] as const);
    return known(Object.fromEntries(found)) as Readonly<Record<string, T>>;
  };
}

/** An object of texts. */
export const texts = mapOf(text);
