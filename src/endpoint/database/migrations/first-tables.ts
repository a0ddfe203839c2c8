import type { CreateTableBuilder, Kysely } from 'kysely';
import { SqliteAdapter, sql } from 'kysely';

type Any = Kysely<never>;
type Table = CreateTableBuilder<string, string>;

/** `name type`, with `?` for a column that may be empty; `n` is a number of 64 bits, `t` text. */
const columns = (table: Table, text: string): Table =>
  text
    .trim()
    .split(/\s*,\s*/)
    .reduce((built, column) => {
      const [name = '', type = 't'] = column.split(' ');
      const optional = name.endsWith('?');
      return built.addColumn(name.replace('?', ''), type === 'n' ? 'bigint' : 'text', (it) =>
        optional ? it : it.notNull(),
      );
    }, table);

const TABLES: Readonly<Record<string, readonly [columns: string, ...key: string[]]>> = {
  items: [
    `product, variant, sku?, handle?, title?, url?, price? n, currency?, fields, on_hand? n, backorder_limit? n,
     shelf_held n, shelf_sold n, beyond_held n, beyond_sold n, stock_at? n, version n, updated_at n`,
    'product',
    'variant',
  ],
  settings: ['name, value, updated_at n', 'name'],
  api_keys: ['id, hash, name, scopes, created_at n, revoked_at? n', 'id'],
  audit: ['id, at n, actor, action, subject, before?, after?', 'id'],
  idempotency: ['scope, key, body_hash, status? n, answer?, created_at n', 'scope', 'key'],
  reservations: ['id, state, order_reference?, created_at n, expires_at n, updated_at n', 'id'],
  reservation_lines: [
    'reservation, line n, product, variant, shelf n, beyond n, ships_now n',
    'reservation',
    'line',
  ],
  webhook_events: ['platform, event, received_at n', 'platform', 'event'],
  order_lines: [
    'platform, order, line, product, variant, quantity n, shelf n, beyond n, placed_at n, changed_at n',
    'platform',
    'order',
    'line',
  ],
  links: ['hash, sign_up, purpose, until n', 'hash'],
  suppressions: ['address_hash, created_at n', 'address_hash'],
  restocks: ['id, product, variant, units n, told n, state, created_at n, next_at n', 'id'],
  demand: ['product, variant, week, kind, events n, pieces n', 'product', 'variant', 'week', 'kind'],
  mail_counts: ['address_hash, day, mails n', 'address_hash', 'day'],
  secrets: ['name, value', 'name'],
};

/** Tables whose rows have a turn, a number that only goes up. */
const IN_TURN: Readonly<Record<string, string>> = {
  sign_ups: `id, product, variant, any_variant n, channel, address?, address_hash, quantity n, language, page?, state,
    marketing_wording?, privacy_wording?, created_at n, confirmed_at? n, told_at? n, left_at? n`,
  outbox: `id, kind, target, sign_up?, lane, dedupe, payload, state, attempts n, next_at n, locked_until? n,
    created_at n, sent_at? n, last_problem?`,
};

const INDEXES: readonly (readonly [table: string, columns: string[]])[] = [
  // Each way to name a product has its index, or every question would read all of them.
  ['items', ['variant']],
  ['items', ['handle']],
  ['items', ['sku']],
  ['audit', ['at']],
  ['idempotency', ['created_at']],
  ['reservations', ['state', 'expires_at']],
  ['reservations', ['order_reference']],
  ['webhook_events', ['received_at']],
  ['order_lines', ['product', 'variant', 'placed_at']],
  ['order_lines', ['order']],
  ['sign_ups', ['product', 'variant', 'state', 'turn']],
  ['sign_ups', ['address_hash']],
  ['links', ['sign_up']],
  ['links', ['until']],
  ['sign_ups', ['state', 'created_at']],
  ['outbox', ['state', 'next_at']],
  ['outbox', ['lane', 'turn']],
  ['outbox', ['sign_up']],
  ['restocks', ['state', 'next_at']],
  ['demand', ['week']],
];

/** Makes every table of the first version. */
export async function up(db: Any): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  for (const [name, [text, ...key]] of Object.entries(TABLES)) {
    const table = columns(db.schema.createTable(name).ifNotExists(), text);
    await table.addPrimaryKeyConstraint(`${name}_key`, key).execute();
  }
  for (const [name, text] of Object.entries(IN_TURN)) {
    const table = db.schema.createTable(name).ifNotExists() as Table;
    const inTurn = isSqlite
      ? table.addColumn('turn', 'integer', (it) => it.primaryKey().autoIncrement())
      : table.addColumn('turn', 'bigserial', (it) => it.primaryKey());
    await columns(inTurn, text).addUniqueConstraint(`${name}_id`, ['id']).execute();
  }
  for (const [table, names] of INDEXES) {
    const name = `${table}_${names.join('_')}`;
    await db.schema.createIndex(name).ifNotExists().on(table).columns(names).execute();
  }
  await db.schema.createIndex('outbox_dedupe').ifNotExists().unique().on('outbox').column('dedupe').execute();
  // One person is on a product's list once; who was told, or has left, may come again.
  await sql`create unique index if not exists sign_ups_once on sign_ups
    (product, variant, any_variant, channel, address_hash) where state in ('pending', 'active')`.execute(db);
}
