// README's table of all events: the classes in src/events, joined with the elements that list them.
import { existsSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { docOf, parse } from './docs-types.mjs';
import { table } from './markdown.mjs';

const EVENTS = 'src/events';

/** Class name, event name and cancelability, from `super('name', { cancelable: true })` or a static `type`. */
function eventIn(node) {
  let name;
  let cancelable = false;
  const visit = (child) => {
    if (ts.isCallExpression(child) && child.expression.kind === ts.SyntaxKind.SuperKeyword) {
      const [first] = child.arguments;
      if (first && ts.isStringLiteral(first)) name = first.text;
    }
    if (ts.isPropertyDeclaration(child) && child.name.getText() === 'type' && child.initializer) {
      const value = ts.isAsExpression(child.initializer) ? child.initializer.expression : child.initializer;
      if (ts.isStringLiteral(value)) name ??= value.text;
    }
    if (ts.isPropertyAssignment(child) && child.name.getText() === 'cancelable') {
      cancelable ||= child.initializer.kind === ts.SyntaxKind.TrueKeyword;
    }
    ts.forEachChild(child, visit);
  };
  visit(node);
  return { name, cancelable, className: node.name.text, doc: docOf(node) };
}

const classesIn = (file) => parse(file).statements.filter((node) => ts.isClassDeclaration(node) && node.name);

export function eventTable(elements) {
  const files = existsSync(EVENTS) ? readdirSync(EVENTS).filter((file) => file.endsWith('.ts')) : [];
  const events = files
    .flatMap((file) => classesIn(`${EVENTS}/${file}`).map(eventIn))
    .filter(({ name }) => name);
  const firedBy = (name) =>
    [...elements.values()]
      .filter((element) => element.events?.some((event) => event.name === name))
      .map(({ tagName }) => `\`${tagName}\``)
      .join(', ');
  const rows = events
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, className, cancelable, doc }) => [
      `\`${name}\``,
      `\`${className}\``,
      firedBy(name),
      cancelable ? 'yes' : '',
      doc,
    ]);
  return table(['Event', 'Class', 'From', 'Cancelable', 'When'], rows);
}
