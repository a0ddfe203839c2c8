import type { Tx } from '../database/transaction.js';
import { newId } from '../ids.js';
import { Problem } from '../problem.js';
import { readShopFields } from '../products/shop-fields.js';
import { findLineItem, type Named } from './find-line-item.js';
import { itemOffer, type ItemOffer } from './item-offer.js';
import { lockItems, productRows, type ItemName } from './locked-items.js';
import type { Reservation, ReservationLine } from './reservation.js';

/** What is asked to be held. */
export interface Wanted {
  readonly lines: readonly (Named & { readonly quantity: number })[];
  readonly holdSeconds: number;
  readonly orderReference?: string | undefined;
}

type Line = ReservationLine & { readonly shelf: number; readonly beyond: number };

/**
 * Holds every line, or none. The items stay locked until the transaction ends, so what is decided here is true when it is
 * kept, however many ask at once.
 *
 * @throws Problem 409 `not-enough` with the first line that cannot be met, 422 for unknown items and quantities against the rule
 */
export async function hold(tx: Tx, wanted: Wanted, now: number): Promise<Reservation> {
  const names: ItemName[] = [];
  for (const [index, line] of wanted.lines.entries()) {
    names.push(await findLineItem(tx, line, `lines[${index}]`));
  }
  // A product stands for the allowance that its variants share.
  const items = await lockItems(tx, [...names, ...names.map(({ product }) => ({ product, variant: '' }))]);
  const shop = await readShopFields({ db: tx });
  const lines = new Map<number, Line>();
  for (const [index, name] of names.entries()) {
    if (lines.has(index)) continue;
    // Lines of one item are one wish: its rules hold for all of them together.
    const same = names.flatMap((it, at) => (isSame(it, name) ? [at] : []));
    const pieces = same.map((at) => wanted.lines[at]?.quantity ?? 0);
    const total = pieces.reduce((a, b) => a + b);
    const rows = await productRows(tx, name.product, items);
    const found = itemOffer(rows, shop, name.variant, total, now);
    const met = checked(found, total, (least) => `lines[${firstAbove(same, pieces, least)}].quantity`);
    items.add(name, { shelf_held: met.split.shelf, beyond_held: met.split.beyond });
    let { shelf } = met.split;
    let { shipsNow } = met;
    for (const [nth, at] of same.entries()) {
      const quantity = pieces[nth] ?? 0;
      const [ofShelf, soon] = [Math.min(quantity, shelf), Math.min(quantity, shipsNow)];
      shelf -= ofShelf;
      shipsNow -= soon;
      const { product, variant } = name;
      const split = { shelf: ofShelf, beyond: quantity - ofShelf };
      lines.set(at, { product, variant, quantity, now: soon, later: quantity - soon, ...split });
    }
  }
  await items.save(now);
  return keep(
    tx,
    wanted,
    names.map((_, index) => lines.get(index) as Line),
    now,
  );
}

const isSame = (a: ItemName, b: ItemName): boolean => a.product === b.product && a.variant === b.variant;

function checked(
  found: ItemOffer | undefined,
  total: number,
  fieldAbove: (pieces: number) => string,
): { split: { shelf: number; beyond: number }; shipsNow: number } {
  const refuse = (status: 409 | 422, code: string, detail: string, granted: number): never => {
    throw new Problem(status, code, detail, { field: fieldAbove(granted) });
  };
  if (!found) return refuse(422, 'unknown-item', 'The item is there no more.', 0);
  const { offer, record } = found;
  const { min, step } = offer.quantity;
  const most = record.quantity?.max ?? Infinity;
  if (total < min || (total - min) % step !== 0 || total > most) {
    const rule = `One order takes from ${min}${most < Infinity ? ` to ${most}` : ''} pieces, in steps of ${step}.`;
    return refuse(422, 'quantity-rule', rule, total > most ? most : 0);
  }
  const { split } = offer;
  if (!split || split.refused > 0) {
    const granted = split ? total - split.refused : 0;
    return refuse(409, 'not-enough', 'There are not so many pieces to promise.', granted);
  }
  return { split: found.split(total), shipsNow: split.now };
}

/** The line with which the sum goes above `least`. */
function firstAbove(lines: readonly number[], pieces: readonly number[], least: number): number {
  let sum = 0;
  return lines.find((_, nth) => (sum += pieces[nth] ?? 0) > least) ?? lines[0] ?? 0;
}

async function keep(tx: Tx, wanted: Wanted, lines: readonly Line[], now: number): Promise<Reservation> {
  const id = newId();
  const expires_at = now + wanted.holdSeconds * 1000;
  const row = { id, state: 'held' as const, order_reference: wanted.orderReference ?? null, expires_at };
  await tx
    .insertInto('reservations')
    .values({ ...row, created_at: now, updated_at: now })
    .execute();
  const rows = lines.map(({ product, variant, shelf, beyond, now: ships_now }, line) => ({
    ...{ reservation: id, line, product, variant, shelf, beyond, ships_now },
  }));
  await tx.insertInto('reservation_lines').values(rows).execute();
  const told = lines.map(({ shelf: _shelf, beyond: _beyond, ...line }) => line);
  return { id, state: 'held', expiresAt: new Date(expires_at).toISOString(), lines: told };
}
