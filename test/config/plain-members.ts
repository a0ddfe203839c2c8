import { isNode, parse, type Node } from './syntax-tree.js';

/** All nodes of a piece of code, itself included. */
function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const part of Object.values(node).flat()) if (isNode(part)) yield* nodesIn(part);
}

const isClass = ({ type }: Node): boolean => /^Class(?:Expression|Declaration)$/.test(type);

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && typeof node.name === 'string' ? node.name : undefined;

/**
 * Writes the private members of classes, which a minifier has given short names, as plain ones of these names: a sign less each, and
 * nothing to look up in a class's own scope. The sources keep them private, which is where somebody could reach for them.
 */
export function withPlainMembers(code: string): string {
  const all = [...nodesIn(parse(code))];
  const bases = all.filter(isClass).flatMap(({ superClass }) => nameOf(superClass) ?? []);
  const edits: (readonly [at: number, end: number, name: string])[] = [];
  const based = all.filter(
    ({ type, id, init }) =>
      type === 'VariableDeclarator' && isNode(init) && isClass(init) && bases.includes(nameOf(id) ?? ''),
  );
  const names = based.map(({ id }) => nameOf(id));
  const isOther = (name = ''): boolean => !names.includes(name) && !(name in globalThis);
  if (bases.some(isOther) || based.some(({ init }) => names.includes(nameOf((init as Node).superClass))))
    throw new Error(
      'A class stands on one of another file, or on one that stands on another: members may clash.',
    );
  const publics = new Set(
    all
      .filter(({ type, key }) => /^(?:Method|Property)Definition$/.test(type) && isNode(key))
      .map(({ key }) => key as Node)
      .filter(({ type }) => type === 'Identifier')
      .map(nameOf),
  );
  for (const node of all) {
    if (node.type === 'BinaryExpression' && isNode(node.left) && node.left.type === 'PrivateIdentifier')
      throw new Error('Whether an object has a private member cannot be asked of a plain one.');
    if (node.type !== 'PrivateIdentifier') continue;
    // A class must not have the names of one on top of it.
    const inBase = based.some(({ start, end }) => start < node.start && node.end < end);
    const name = `${inBase ? '$' : ''}${String(node.name)}`;
    if (publics.has(name)) throw new Error(`A class has a public member "${name}" already.`);
    // `async#a` and `get#a` need no blank, which a plain name does.
    const apart = /\w/.test(code[node.start - 1] ?? '') ? ' ' : '';
    edits.push([node.start, node.end, apart + name]);
  }
  let written = '';
  let last = 0;
  for (const [at, end, name] of edits.sort((a, b) => a[0] - b[0])) {
    written += code.slice(last, at) + name;
    last = end;
  }
  return written + code.slice(last);
}
