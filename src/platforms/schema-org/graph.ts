const DEEPEST = 12;
const MOST_NODES = 4000;

/** An object of JSON-LD. */
export type Node = Readonly<Record<string, unknown>>;

/** The nodes of a page's JSON-LD, and a way to what they point at by `@id`. */
export interface Graph {
  readonly nodes: readonly Node[];
  /** The nodes that a member holds or points at; one or a list. */
  readonly of: (node: Node, key: string) => readonly Node[];
}

/** Opens the parsed JSON-LD of a page. Total: whatever the JSON is, the answer is a graph. */
export function openGraph(graphs: readonly unknown[]): Graph {
  const byId = new Map<unknown, Node>();
  const nodes: Node[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || nodes.length > MOST_NODES) return;
    if (Array.isArray(value)) value.forEach((it) => walk(it, depth + 1));
    else if (isNode(value)) {
      nodes.push(value);
      const id = own(value, '@id');
      // A node with nothing but an id points at one that stands elsewhere.
      if (typeof id === 'string' && Object.keys(value).length > 1) byId.set(id, value);
      for (const key of Object.keys(value)) walk(value[key], depth + 1);
    }
  };
  walk(graphs, -1);
  return {
    nodes,
    of: (node, key) =>
      listOf(own(node, key)).flatMap((it) => (isNode(it) ? [byId.get(own(it, '@id')) ?? it] : [])),
  };
}

export function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function own(node: Node, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
}

export function isType(node: Node, ...types: readonly string[]): boolean {
  return listOf(own(node, '@type')).some(
    (it) => typeof it === 'string' && types.includes(it.replace(/^.*[/:#]/, '')),
  );
}

/** What a member says as text: one text or number, or the first of a list. */
export function textOf(node: Node, key: string): string | undefined {
  const [value] = listOf(own(node, key));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
