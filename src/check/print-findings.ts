import type { Finding } from './findings.js';

const SIGNS = { holds: '✔', fails: '✘', skipped: '–' } as const;

/** The findings for a person: a line each, and under those that fail what was seen and how to mend it. */
export function printFindings(url: string, findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ outcome, sentence, found, mend }) => {
    const aside = found && outcome !== 'fails' ? ` (${found})` : '';
    return [
      `${SIGNS[outcome]} ${sentence}${aside}`,
      ...(outcome === 'fails' && found ? [`    Seen: ${found}`] : []),
      ...(mend ? [`    Mend: ${mend}`] : []),
    ];
  });
  const count = (outcome: Finding['outcome']): number =>
    findings.filter((it) => it.outcome === outcome).length;
  const sum = `${count('holds')} hold, ${count('fails')} do not, ${count('skipped')} could not be tried.`;
  return `${url}\n\n${lines.join('\n')}\n\n${sum}\n`;
}
