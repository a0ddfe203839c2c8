import type { Database } from '../database/connect.js';
import type { OutboxTable } from '../database/people-tables.js';

/** Which messages to show. */
export interface OutboxQuestion {
  readonly state?: OutboxTable['state'] | undefined;
  readonly kind?: OutboxTable['kind'] | undefined;
  readonly limit: number;
  readonly before?: number | undefined;
}

interface Captured {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Part of the outbox, newest first, and where to go on. */
export async function outboxPage(
  { db }: Pick<Database, 'db'>,
  { state, kind, limit, before }: OutboxQuestion,
  showsPersons: boolean,
): Promise<{ messages: Record<string, unknown>[]; next: number | null }> {
  const rows = await db
    .selectFrom('outbox')
    .leftJoin('sign_ups', 'sign_ups.id', 'outbox.sign_up')
    .selectAll('outbox')
    .select([
      'sign_ups.product',
      'sign_ups.variant',
      'sign_ups.language',
      'sign_ups.channel',
      'sign_ups.address',
    ])
    .$if(state !== undefined, (query) => query.where('outbox.state', '=', state as OutboxTable['state']))
    .$if(kind !== undefined, (query) => query.where('outbox.kind', '=', kind as OutboxTable['kind']))
    .$if(before !== undefined, (query) => query.where('outbox.turn', '<', before as number))
    .orderBy('outbox.turn', 'desc')
    .limit(limit)
    .execute();
  const messages = rows.map((row) => {
    const { captured } = JSON.parse(row.payload) as { captured?: Captured };
    const { id, kind: what, target, attempts, product, variant, language, channel } = row;
    return {
      ...{ id, kind: what, target, state: row.state, attempts: Number(attempts) },
      ...{ product, variant, language, channel, problem: row.last_problem },
      createdAt: told(row.created_at),
      sentAt: told(row.sent_at),
      nextAt: row.state === 'queued' ? told(row.next_at) : null,
      ...(showsPersons && { to: captured?.to ?? row.address }),
      ...(captured && { mail: showsPersons ? { ...captured } : withoutSecrets(captured) }),
    };
  });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { messages, next: last ? Number(last.turn) : null };
}

const told = (instant: number | null): string | null =>
  instant === null ? null : new Date(Number(instant)).toISOString();

/** Who may not see addresses may not confirm for people either. */
function withoutSecrets({ subject, text, html }: Captured): Omit<Captured, 'to'> {
  const hide = (it: string): string => it.replace(/(?<=token=)[\w-]+/g, '…');
  return { subject, text: hide(text), html: hide(html) };
}
