import {
  DeleteQueryNode,
  InsertQueryNode,
  TableNode,
  UpdateQueryNode,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';

/** Milliseconds for which a write may still be on its way to its commit. */
const SETTLING = 2_000;

/** Counts the writes of this process to some tables. */
export class WriteWatch implements KyselyPlugin {
  readonly #tables: readonly string[];
  readonly #writing = new WeakSet<object>();
  #writes = 0;
  #latest = -Infinity;

  constructor(tables: readonly string[]) {
    this.#tables = tables;
  }

  /** Another number after each write; and all the time while one may not be committed yet. */
  get writes(): number {
    if (performance.now() - this.#latest < SETTLING) this.#writes += 1;
    return this.#writes;
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    const target = tableOf(node);
    if (target !== undefined && this.#tables.includes(target)) this.#writing.add(queryId);
    return node;
  }

  transformResult({ queryId, result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    if (this.#writing.has(queryId)) {
      this.#writes += 1;
      this.#latest = performance.now();
    }
    return Promise.resolve(result);
  }
}

/** The table that a statement writes to. */
function tableOf(node: RootOperationNode): string | undefined {
  const target: OperationNode | undefined = UpdateQueryNode.is(node)
    ? node.table
    : InsertQueryNode.is(node)
      ? node.into
      : DeleteQueryNode.is(node)
        ? node.from.froms[0]
        : undefined;
  return target && TableNode.is(target) ? target.table.identifier.name : undefined;
}
