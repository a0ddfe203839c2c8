import { escapeHtml } from './escape-html.js';

/** Attributes by name: `true` stands without a value; what is empty, missing or no text is left out. */
export type Attributes = Readonly<Record<string, unknown>>;

/**
 * A tag as HTML.
 *
 * @param name a name of ours, written as it is
 * @param inside HTML
 */
export function htmlTag(name: string, attributes: Attributes, inside = ''): string {
  const end = name === 'input' ? '' : `${inside}</${name}>`;
  return `<${name}${Object.entries(attributes).map(written).join('')}>${end}`;
}

/** A tag with a text in it; nothing at all where there is no text. */
export function textTag(name: string, attributes: Attributes, text: string): string {
  return text && htmlTag(name, attributes, escapeHtml(text));
}

function written([name, value]: readonly [string, unknown]): string {
  if (value === true) return ` ${name}`;
  // Ids are numbers in many shops. Anything else would be written as "[object Object]".
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text && ` ${name}="${escapeHtml(text)}"`;
}
