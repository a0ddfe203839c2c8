import { stripVTControlCharacters, styleText } from 'node:util';
import type { Finding } from '../lint/finding.js';

const SIGNS = { error: '✘', warning: '!' } as const;
const COLOURS = { error: 'red', warning: 'yellow' } as const;
const NAMES = { eu: 'EU', us: 'US', google: 'Google' } as const;

type Paint = (how: 'red' | 'yellow' | 'bold' | 'dim', text: string) => string;

/** The findings for a person, product by product: where, what, how to mend it, and who asks for it. */
export function printLint(source: string, findings: readonly Finding[], coloured: boolean): string {
  const paint: Paint = coloured
    ? (how, text) => styleText(how, text, { validateStream: false })
    : (_how, text) => text;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const title = finding.product === undefined ? 'The document' : `Product ${oneLine(finding.product)}`;
    groups.set(title, [...(groups.get(title) ?? []), finding]);
  }
  const parts = [...groups].map(([title, inner]) =>
    [paint('bold', title), ...inner.flatMap((it) => linesOf(it, paint))].join('\n'),
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  const sum = findings.length
    ? `${count(errors, 'error')}, ${count(warnings, 'warning')}.`
    : '✔ Nothing to mend.';
  return `${[oneLine(source), ...parts, sum].join('\n\n')}\n`;
}

function linesOf(
  { severity, place, rule, message, fix, see, asked }: Finding,
  paint: Paint,
): readonly string[] {
  const where = `${place.line ?? 1}:${place.column ?? 1}`;
  const sources = asked
    ? asked.map((it) => `    ${NAMES[it.region]}: ${it.asks} ${paint('dim', it.see)}`)
    : [`    See: ${paint('dim', see)}`];
  return [
    `  ${paint(COLOURS[severity], SIGNS[severity])} ${where} ${oneLine(message)} ${paint('dim', `(${rule}, ${oneLine(place.pointer) || '/'})`)}`,
    `    Mend: ${fix}`,
    ...sources,
  ];
}

/** What comes out of a document must not steer a terminal. */
function oneLine(text: string): string {
  return stripVTControlCharacters(text).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
