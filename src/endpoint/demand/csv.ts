/** What a cell may hold: a number is written as one, a text never becomes anything else. */
export type CsvValue = string | number | undefined;

/**
 * What spreadsheets take for the beginning of a formula: `=`, `+`, `-`, `@`, their full-width and small forms and the minus
 * sign, also after spaces and characters that cannot be seen; and a tab or a line break at the beginning, which some drop.
 */
const FORMULA =
  /^(?:[\t\r\n]|[\s\p{C}\p{Z}'"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212])/u;

/**
 * Rows as RFC 4180 text in UTF-8, with the mark at its beginning that tells Excel so. Texts stand in quotes; one that a
 * spreadsheet would calculate gets an apostrophe before it, as its user would type it.
 */
export function csv(rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: CsvValue): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
