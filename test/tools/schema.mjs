// The JSON Schema of the availability document, made from its TypeScript type; doc comments become descriptions.
//   --dist     write dist/availability-v1.schema.json (part of the build)
//   --update   write the copy in demo/data, which editors read while somebody edits a demo's document
//   otherwise  say whether that copy is up to date
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { formatted, keep } from './generated.mjs';
import { isMain } from './run.mjs';

const DIST = 'dist/availability-v1.schema.json';
const KEPT = 'demo/data/availability-v1.schema.json';

export async function schemaText() {
  const { $schema, ...schema } = createGenerator({
    path: 'src/availability/document-v1.ts',
    tsconfig: 'src/tsconfig.pure.json',
    type: 'AvailabilityDocumentV1',
    topRef: false,
    // A reader of version 1 ignores what it does not know, so its schema does too.
    additionalProperties: true,
    // tsc checks types; this only reads them.
    skipTypeCheck: true,
  }).createSchema('AvailabilityDocumentV1');
  const named = {
    $schema,
    $id: 'https://backorder-elements.dev/availability-v1.schema.json',
    title: 'Availability document, version 1',
    ...schema,
  };
  return formatted(KEPT, JSON.stringify(named));
}

export async function schema({ update = false, dist = false } = {}) {
  const text = await schemaText();
  if (dist) {
    mkdirSync(dirname(DIST), { recursive: true });
    writeFileSync(DIST, text);
    return 0;
  }
  if (update) mkdirSync(dirname(KEPT), { recursive: true });
  return keep(KEPT, text, { update, command: 'npm run schema' });
}

if (isMain(import.meta.url)) {
  const has = (flag) => process.argv.includes(flag);
  process.exitCode = await schema({ update: has('--update'), dist: has('--dist') });
}
