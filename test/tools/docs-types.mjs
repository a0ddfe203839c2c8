// Reads doc comments of types in src/ for README's tables.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { table } from './markdown.mjs';

export const parse = (file) =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

/** A node's doc comment, without its tags. */
export const docOf = (node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join('\n');

/** `- \`name\`: meaning` lines, which may go on over several lines, as pairs. */
const listIn = (doc) =>
  [...doc.matchAll(/^- `([^`]+)`:? ([\s\S]*?)(?=^- `|^\s*$|$(?![\s\S]))/gm)].map(([, name, text]) => [
    name,
    text,
  ]);

/** @param more other types, `{file, name}` each, whose rows follow in the same table */
export function typeTable({ file, name, heads, label = (it) => it, more = [] }) {
  const rows = [{ file, name }, ...more].flatMap(rowsOf);
  return table(
    heads,
    rows.map(([key, text]) => [`\`${label(key)}\``, text]),
  );
}

function rowsOf({ file, name }) {
  const found = parse(file).statements.find(
    (node) => (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name.text === name,
  );
  if (!found) throw new Error(`${file} has no type ${name}, of which a table is wanted.`);
  const rows = ts.isInterfaceDeclaration(found)
    ? found.members.map((member) => [member.name.text, docOf(member)])
    : listIn(docOf(found));
  if (rows.length === 0)
    throw new Error(`${file}: nothing to make a table of in the doc comment of ${name}.`);
  return rows;
}
