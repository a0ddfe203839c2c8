import type { Tx } from '../database/transaction.js';
import type { Parts } from '../parts.js';
import { lockSignUp } from '../sign-ups/confirm-sign-ups.js';
import { newLink, type SignUp } from '../sign-ups/links.js';
import { findWords, type Spoken } from '../words/find-words.js';
import type { Claimed } from './claim.js';
import type { Outcome } from './outcome.js';
import { piecesOf, shownItem, type ShownItem } from './shown-item.js';

/** All that a message to a shopper is made of. */
export interface Prepared {
  readonly id: string;
  readonly kind: 'confirm' | 'restock';
  readonly signUp: SignUp;
  readonly address: string;
  readonly item: ShownItem;
  /** The item that it is about: for a sign-up to any variant, the one that is there again. */
  readonly names: { readonly product: string; readonly variant: string };
  readonly spoken: Spoken;
  /** Address of the page that confirms; for messages that ask for it. */
  readonly confirm: string | undefined;
  readonly leave: string;
}

/**
 * Looks up what a message needs, as it is now: who has left meanwhile gets none, and when the pieces are gone again nobody
 * is sent to an empty shelf.
 */
export async function prepareMessage(
  tx: Tx,
  { settings, now: clock }: Pick<Parts, 'settings' | 'now'>,
  row: Claimed,
): Promise<Prepared | Outcome> {
  const now = clock();
  const signUp = row.sign_up === null ? undefined : await lockSignUp(tx, row.sign_up);
  const dropped = (problem: string): Outcome => ({ state: 'dropped', problem });
  if (!signUp?.address) return dropped('left');
  const kind = row.kind === 'confirm' ? ('confirm' as const) : ('restock' as const);
  if (signUp.state !== (kind === 'confirm' ? 'pending' : 'active')) return dropped(`is-${signUp.state}`);
  const unwanted = await tx
    .selectFrom('suppressions')
    .select('address_hash')
    .where('address_hash', '=', signUp.address_hash)
    .executeTakeFirst();
  if (unwanted) return dropped('suppressed');
  const names = kind === 'confirm' ? signUp : namesIn(row.payload, signUp);
  if (kind === 'restock' && (await piecesOf(tx, names)) <= 0) return dropped('stock-gone');
  const { id } = row;
  return {
    id,
    kind,
    signUp,
    address: signUp.address,
    item: await shownItem(tx, names),
    names,
    spoken: await findWords(signUp.language),
    confirm: kind === 'confirm' ? await newLink(tx, settings, signUp.id, 'confirm', now) : undefined,
    leave: await newLink(tx, settings, signUp.id, 'leave', now),
  };
}

function namesIn(payload: string, otherwise: Prepared['names']): Prepared['names'] {
  const { product, variant } = JSON.parse(payload) as Partial<Prepared['names']>;
  return typeof product === 'string' && typeof variant === 'string' ? { product, variant } : otherwise;
}
