import { parseArgs } from 'node:util';
import { REGIONS, type Region } from '../availability/promise-rules.js';
import { lintDocument } from '../lint/lint-document.js';
import { LANGUAGES, matchLanguage } from '../messages/languages.js';
import { printLint } from './print-lint.js';
import { readLinted } from './read-linted.js';
import { refuse, say } from './print.js';

/** How it is called. */
export const LINT_HELP = `backorder-elements lint FILE|URL|- [--region eu,us,google] [--now INSTANT] [--language TAG] [--json]

Looks at an availability document and prints what cannot be read, what can be ordered without an honest date, and wording that loses one.

  FILE|URL|-  the document, or a page that has it in a <script data-backorder-availability>; - reads what is piped in
  --region    whose rules count: eu, us, google (Google Merchant); all of them unless told
  --now       the instant to look at it for, such as 2026-12-01T09:00:00Z
  --language  the language to quote shoppers' sentences in; wording in other languages is left alone
  --json      findings as JSON

Ends with 0 when there is no error, 1 when there is one, 2 when nothing could be read. Warnings do not count.
`;

/** `backorder-elements lint`, with its own arguments; gives the exit code. */
export async function lintCommand(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      region: { type: 'string', multiple: true },
      now: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return say(LINT_HELP, 0);
  const [source, more] = positionals;
  if (source === undefined || more !== undefined) return refuse(LINT_HELP);
  const regions = (values.region ?? REGIONS).flatMap((it) => it.split(',')).map((it) => it.trim());
  const strange = regions.find((it) => !REGIONS.includes(it as Region));
  if (strange !== undefined)
    return refuse(`No region is called "${strange}": write ${REGIONS.join(', ')}.\n`);
  const now = values.now === undefined ? Date.now() : Date.parse(values.now);
  if (Number.isNaN(now)) {
    return refuse(`"${values.now}" is no instant: write it as 2026-12-01T09:00:00Z.\n`);
  }
  const { language } = values;
  if (language !== undefined && matchLanguage(language).language === 'en' && !/^en\b/i.test(language)) {
    return refuse(`The widgets do not speak "${language}": they speak ${LANGUAGES.join(', ')}.\n`);
  }
  const read = await readLinted(source);
  if (!read.ok) return refuse(`${read.why}\n`);
  const options = { regions: regions as Region[], now, ...(language !== undefined && { language }) };
  const findings = await lintDocument(read.text, options);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const code = errors ? 1 : 0;
  if (values.json) {
    const told = { source, now: new Date(now).toISOString(), regions };
    const counts = { errors, warnings: findings.length - errors };
    return say(`${JSON.stringify({ ...told, ...counts, findings }, undefined, 2)}\n`, code);
  }
  const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
  return say(printLint(source, findings, coloured), code);
}
