import { isNode, parse, type Node } from './syntax-tree.js';

const isFunction = ({ type }: Node): boolean => /Function/.test(type);

/** All names in a piece of code; without those in its functions, which run later or never. */
function namesIn(node: Node, functions: boolean, found = new Set<string>()): Set<string> {
  if (node.type === 'Identifier') found.add(String(node.name));
  for (const part of Object.values(node).flat()) {
    if (isNode(part) && (functions || !isFunction(part))) namesIn(part, functions, found);
  }
  return found;
}

/** The statements of a module, or of the one function that a script is. */
function statementsOf(code: string): readonly Node[] {
  const body = parse(code).body as readonly Node[];
  const [only, ...others] = body;
  const call = only?.expression;
  const script = !others.length && isNode(call) && isNode(call.callee) && call.callee.body;
  return isNode(script) ? (script.body as readonly Node[]) : body;
}

/** The names that a statement declares. */
function declaredBy(statement: Node): readonly string[] {
  const all = [statement, ...((statement.declarations as readonly Node[] | undefined) ?? [])];
  return all.flatMap(({ id }) => (isNode(id) ? [...namesIn(id, true)] : []));
}

/**
 * Writes function declarations as variables, which the minifier then makes arrow functions. Only those that nothing can
 * reach before their line has run: a declaration is there from the start, a variable is not.
 */
export function asVariables(code: string): string {
  const statements = statementsOf(code);
  const declaring = new Map(statements.flatMap((it) => declaredBy(it).map((name) => [name, it] as const)));
  // What has run so far may have called or handed on: all that it names, and all that this names.
  const reached = new Set<string>();
  const reach = (names: Iterable<string>): void => {
    for (const name of names) {
      if (reached.has(name)) continue;
      reached.add(name);
      const statement = declaring.get(name);
      if (statement) reach(namesIn(statement, true));
    }
  };
  let written = '';
  let end = 0;
  for (const statement of statements) {
    if (statement.type !== 'FunctionDeclaration') reach(namesIn(statement, false));
    else if (!statement.generator && !reached.has(declaredBy(statement)[0] ?? '')) {
      const own = code.slice(statement.start, statement.end);
      const [, async = '', name, rest] = /^(async )?function\s+([\w$]+)([^]*)$/.exec(own) ?? [];
      written += `${code.slice(end, statement.start)}var ${name}=${async}function${rest};`;
      end = statement.end;
    }
  }
  return written + code.slice(end);
}
