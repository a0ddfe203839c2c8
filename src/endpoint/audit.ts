import type { Tx } from './database/transaction.js';
import { newId } from './ids.js';

/** A change to keep a note of. */
export interface Change {
  /** Id of the key that asked, or `webhook:shopify` and the like. */
  readonly actor: string;
  /** Such as `product.put`. */
  readonly action: string;
  /** What was changed: a product's id, a key's. Nothing of shoppers. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Notes who changed what, in the transaction of the change. */
export async function noteChange(tx: Tx, now: number, change: Change): Promise<void> {
  const { actor, action, subject, before, after } = change;
  const text = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  await tx
    .insertInto('audit')
    .values({ id: newId(), at: now, actor, action, subject, before: text(before), after: text(after) })
    .execute();
}
