import { isPostgres } from '../database/lock-item.js';
import { transaction, type Tx } from '../database/transaction.js';
import { countDemand } from '../demand/count-demand.js';
import { once, type Answer } from '../idempotency.js';
import { newId } from '../ids.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { enqueue } from '../restock/enqueue.js';
import { targetFor } from '../restock/target-for.js';
import type { SignUp } from './links.js';
import { takeMail } from './mail-budget.js';
import { namedItem } from './named-item.js';
import { findPerson, type Person } from './person.js';
import { addressOf, type SignUpBody } from './sign-up-body.js';

/** Milliseconds before an address that is asked to confirm is asked for the same again. */
const ASK_AGAIN = 10 * 60_000;

/** What became of a sign-up. Only figures are made of `outcome`: whoever asked must not learn it. */
interface Taken {
  readonly answer: Answer;
  readonly outcome: 'pending' | 'active' | 'known' | 'suppressed' | 'repeated' | 'no-mail-left';
}

/**
 * Takes a sign-up down, and in the same transaction puts the mail that asks for its confirmation into the outbox. The
 * answer is the same whether an address is known, waits already, or wants no mail from this shop.
 *
 * @param key names the intent; a repeat gets the first's answer
 * @param careful asks for a confirmation also where the shop asks for none
 * @throws Problem 422 for a channel that no sender of this shop serves, or a key that was used for another body
 */
export async function takeSignUp(
  parts: Parts,
  body: SignUpBody,
  { scope, key, careful }: { scope: string; key: string; careful: boolean },
): Promise<Taken> {
  const { database, settings, now: clock } = parts;
  const target = targetFor(settings, body.channel);
  if (!target) {
    const detail = 'This shop has no sender for this channel.';
    throw new Problem(422, 'channel-not-offered', detail, { field: 'channel' });
  }
  const now = clock();
  const person = await findPerson(parts, addressOf(body));
  const status = careful || settings.DOUBLE_OPT_IN === 'always' ? ('pending' as const) : ('active' as const);
  // The address goes into the fingerprint as its keyed hash: from a plain one it could be guessed. A second try of a
  // sign-up has a new token of the challenge.
  const same = { email: '', phone: '', challenge: '', referral: '', person: person.hash };
  const fingerprint = { ...body, ...same };
  let outcome: Taken['outcome'] = 'repeated';
  const work = async (tx: Tx): Promise<Answer> => {
    outcome = 'repeated';
    return once(tx, { scope, key, body: fingerprint, now }, async () => {
      outcome = await keep(tx, parts, { body, person, status, target, now });
      return { status: 202, body: { requestId: key, status } };
    });
  };
  return { answer: await transaction(database, work, clock), outcome };
}

interface Wish {
  readonly body: SignUpBody;
  readonly person: Person;
  readonly status: 'pending' | 'active';
  readonly target: NonNullable<ReturnType<typeof targetFor>>;
  readonly now: number;
}

async function keep(tx: Tx, { settings }: Parts, wish: Wish): Promise<Taken['outcome']> {
  const { person, status, target, now } = wish;
  const unwanted = await tx
    .selectFrom('suppressions')
    .select('address_hash')
    .where('address_hash', '=', person.hash)
    .executeTakeFirst();
  if (unwanted) return 'suppressed';
  const { signUp, isNew } = await insertOnce(tx, wish);
  if (status === 'active') {
    if (isNew) await countDemand(tx, now, signUp, 'asked', Number(signUp.quantity));
    return isNew ? 'active' : 'known';
  }
  if (signUp.state !== 'pending' || (!isNew && (await wasAsked(tx, signUp, now)))) return 'known';
  const at = await takeMail(tx, person.mailbox, settings, now);
  if (at === undefined) return 'no-mail-left';
  const dedupe = `confirm ${signUp.id} ${now}`;
  await enqueue(tx, now, {
    kind: 'confirm',
    target,
    signUp: signUp.id,
    lane: person.hash,
    dedupe,
    payload: {},
    at,
  });
  return isNew ? 'pending' : 'known';
}

/** The one row of this person for this item: the one that is there, or a new one. */
async function insertOnce(tx: Tx, { body, person, status, now }: Wish) {
  const named = await namedItem(tx, body.product, body.anyVariant ? '' : (body.variant ?? ''));
  const row = {
    product: named.product,
    variant: named.variant,
    any_variant: named.variant === '' ? (1 as const) : (0 as const),
    channel: body.channel,
    address_hash: person.hash,
  };
  const inserted: SignUp | undefined = await tx
    .insertInto('sign_ups')
    .values({
      ...row,
      id: newId(),
      address: addressOf(body),
      quantity: body.quantity,
      language: body.language,
      page: body.page,
      state: status,
      marketing_wording: body.marketing?.agreed ? body.marketing.wording : null,
      privacy_wording: body.privacy ?? null,
      created_at: now,
      confirmed_at: null,
      told_at: null,
      left_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted) return { signUp: inserted, isNew: true };
  const found = tx
    .selectFrom('sign_ups')
    .selectAll()
    .where((it) => it.and(row))
    .where('state', 'in', ['pending', 'active']);
  // In PostgreSQL two that ask for the same at once come here one after the other.
  const signUp: SignUp = await (isPostgres(tx) ? found.forUpdate() : found).executeTakeFirstOrThrow();
  return { signUp, isNew: false };
}

/** Whether a mail that asks for confirmation was just sent, or waits for its time. */
async function wasAsked(tx: Tx, { id }: SignUp, now: number): Promise<boolean> {
  const last = await tx
    .selectFrom('outbox')
    .select('id')
    .where('sign_up', '=', id)
    .where('kind', '=', 'confirm')
    .where((it) => it.or([it('created_at', '>', now - ASK_AGAIN), it('state', 'in', ['queued', 'sending'])]))
    .limit(1)
    .executeTakeFirst();
  return last !== undefined;
}
