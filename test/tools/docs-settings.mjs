// The table of the endpoint's settings, from their schemas and doc comments: those of every room, whichever there are.
import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { docOf, parse } from './docs-types.mjs';
import { table } from './markdown.mjs';

const files = () => [
  'src/endpoint/settings.ts',
  ...readdirSync('src/endpoint', { recursive: true, encoding: 'utf8' })
    .filter((file) => /[\\/][\w-]+-settings\.ts$/.test(file))
    .sort()
    .map((file) => `src/endpoint/${file.replaceAll('\\', '/')}`),
];

/** Names of settings with what is said of them; one without words of its own stands with the one before it. */
export function settings() {
  const rows = [];
  for (const file of files()) {
    const source = parse(file);
    const visit = (node) => {
      if (ts.isPropertyAssignment(node) && /^[A-Z][A-Z0-9_]+$/.test(node.name.getText(source))) {
        const initial = /\.default\(([^()]*)\)/s.exec(node.initializer.getText(source))?.[1];
        rows.push({
          name: node.name.getText(source),
          meaning: docOf(node),
          initial: initial?.replace(/^'|'$/g, ''),
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return rows;
}

export const settingsTable = () =>
  table(
    ['Variable', 'Unless told', 'Meaning'],
    settings().map(({ name, meaning, initial }) => [
      `\`${name}\``,
      initial === undefined || initial === '' || initial === '[]' ? '' : `\`${initial.replaceAll('_', '')}\``,
      meaning || 'As above',
    ]),
  );

/** Whether README names each of them. */
export const namedIn = (file) => {
  const text = readFileSync(file, 'utf8');
  return settings().filter(({ name }) => !text.includes(`\`${name}\``));
};
