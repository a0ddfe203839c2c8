import { isObject } from '../platforms/json-data.js';
import { pointerPart } from '../platforms/json-places.js';

/** The JSON pointer of a problem's path, such as `products[2].onHand`. Keys may have dots in them, so the JSON itself is asked. */
export function pointerOf(json: unknown, path: string): string {
  return descend(json, path) ?? '';
}

function descend(value: unknown, path: string): string | undefined {
  if (path === '') return '';
  const entry = /^\[(\d+)\]\.?/.exec(path);
  if (entry && Array.isArray(value)) {
    const rest = descend(value[Number(entry[1])], path.slice(entry[0].length));
    return rest === undefined ? undefined : `/${entry[1]}${rest}`;
  }
  if (!isObject(value)) return '';
  for (const key of Object.keys(value)) {
    if (!path.startsWith(key) || !/^(?:$|\.|\[)/.test(path.slice(key.length))) continue;
    const rest = descend(value[key], path.slice(key.length).replace(/^\./, ''));
    if (rest !== undefined) return `/${pointerPart(key)}${rest}`;
  }
  // What is missing is missing here.
  return '';
}

/** What stands at a JSON pointer. */
export function valueAt(json: unknown, pointer: string): unknown {
  let value = json;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
