import type { ColumnType } from 'kysely';
import type {
  LinkTable,
  SignUpTable,
  SuppressionTable,
  OutboxTable,
  RestockTable,
  DemandTable,
  MailCountTable,
} from './people-tables.js';
import type {
  ItemTable,
  SettingTable,
  ApiKeyTable,
  AuditTable,
  IdempotencyTable,
  ReservationTable,
  ReservationLineTable,
  WebhookEventTable,
  OrderLineTable,
} from './stock-tables.js';

/** Secrets that are made when the database is: there is no default to forget. */
export interface SecretTable {
  name: string;
  value: ColumnType<string, string, never>;
}

/** The whole database. */
export interface Tables {
  items: ItemTable;
  settings: SettingTable;
  api_keys: ApiKeyTable;
  audit: AuditTable;
  idempotency: IdempotencyTable;
  reservations: ReservationTable;
  reservation_lines: ReservationLineTable;
  webhook_events: WebhookEventTable;
  order_lines: OrderLineTable;
  sign_ups: SignUpTable;
  links: LinkTable;
  suppressions: SuppressionTable;
  outbox: OutboxTable;
  restocks: RestockTable;
  demand: DemandTable;
  mail_counts: MailCountTable;
  secrets: SecretTable;
}
