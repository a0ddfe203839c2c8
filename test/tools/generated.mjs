// Writes a generated file that is kept in the repository, or says that it is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** Formats as prettier would, so that `npm run format` and the generators agree. */
export async function formatted(file, text) {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

/** With `update` writes the file, otherwise compares. Answers with an exit code. */
export function keep(file, text, { update, command }) {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (old === text) return 0;
  if (update) {
    writeFileSync(file, text);
    console.log(`${file} written.`);
    return 0;
  }
  console.error(`${file} is not what would be generated now: run '${command}' and keep the result.`);
  return 1;
}
