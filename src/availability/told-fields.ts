import type { Confidence } from './dated-days.js';
import type { Told } from './delivery.js';
import type { Expected } from './problem.js';
import { fieldsOf, known, list, oneOf, refuse, truth, wholeFrom, type Read, type ReadField } from './read.js';
import type { WorkTime } from './working-days.js';

/** Readers of fields by name. */
export type Fields = Readonly<Record<string, Read<unknown>>>;

/** Reads a field of which it matters whether it was told at all: what cannot be read is `bad`, and not left out. */
export function told<T>(get: ReadField, key: string, read: Read<T>): Told<T> {
  return get<T | 'bad'>(key, (value, path, problems) => noted(read)(value, path, problems) ?? 'bad');
}

/** A reader that always says so when it gives nothing, also where only a part was missing. */
function noted<T>(read: Read<T>): Read<T> {
  return (value, path, problems) => {
    const { length } = problems;
    const found = read(value, path, problems);
    return found ?? (problems.length > length ? undefined : refuse(path, 'all its fields', value, problems));
  };
}

/** A reader of lists of up to `most`, in which every entry must be sound: with one left out, a date may come too early. */
export function all<T>(most: number, read: Read<T>): Read<readonly T[]> {
  return (value, path, problems) => {
    const entries = list(value, path, problems);
    if (!entries) return undefined;
    if (entries.length > most) return refuse(path, `up to ${most} entries`, value, problems);
    const found = entries.map((entry, index) => noted(read)(entry, `${path}[${index}]`, problems));
    return found.includes(undefined) ? undefined : (Object.freeze(found) as readonly T[]);
  };
}

/** A reader of objects with these fields, each of which may be missing or `bad`. */
export function fieldsIn<T extends object>(fields: Fields): Read<T> {
  return (value, path, problems) => {
    const get = fieldsOf(value, path, problems);
    return get && toldIn<T>(get, fields);
  };
}

export function toldIn<T extends object>(get: ReadField, fields: Fields): T {
  return known(
    Object.fromEntries(Object.keys(fields).map((key) => [key, told(get, key, fields[key] as Read<unknown>)])),
  ) as T;
}

/** A reader of texts, by what makes a value of one. */
export function word<T>(expected: Expected, make: (text: string) => T | undefined): Read<T> {
  return (value, path, problems) =>
    (typeof value === 'string' && value.length <= 500 ? make(value) : undefined) ??
    refuse(path, expected, value, problems);
}

export const confidence: Read<Confidence> = oneOf('confirmed', 'estimated');

/**
 * A reader of times from `min` to `max` up to `longest`; where there are other fields, also of what they are worth. All of it has to
 * be sound.
 *
 * @param working whether they are days of work, unless told
 */
export function timeOf<T extends WorkTime>(longest: number, working: boolean, fields?: Fields): Read<T> {
  const read = fieldsIn<T>({
    min: wholeFrom(0),
    max: wholeFrom(0),
    ...(fields && { working: truth, confidence, ...fields }),
  });
  return (value, path, problems) => {
    const found = read(value, path, problems);
    if (!found || found.max === undefined || Object.values(found).includes('bad')) return undefined;
    const { max, min = max } = found;
    return min <= max && max <= longest
      ? (known({ working, confidence: fields && 'estimated', ...found, min }) as T)
      : refuse(path, `min up to max, max up to ${longest}`, `${min} to ${max}`, problems);
  };
}
