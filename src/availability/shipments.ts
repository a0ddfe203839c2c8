import { daysOf, type Confidence, type DatedDays } from './dated-days.js';
import type { DateWindow } from './date-window.js';

/** Goods on their way to the merchant. */
export interface Shipment {
  readonly quantity: number;
  readonly window: DateWindow;
  readonly confidence: Confidence;
  /** Whether the date is that of arrival in the warehouse, so that handling comes on top, or that of dispatch to shoppers. */
  readonly basis: 'warehouse' | 'ship';
}

/** A shipment that is still to come, with the days on which its pieces can be dispatched. */
export interface Incoming {
  readonly quantity: number;
  readonly days: DatedDays;
}

/** Pieces that wait for the same shipments; without days for those that no shipment is left for. */
export interface Supply {
  readonly quantity: number;
  readonly days?: DatedDays;
}

/**
 * Those still to come. One whose days are over counts for nothing: it has come and lies on the shelf, or it is late, and nobody
 * told which.
 */
export function stillToCome(shipments: readonly Shipment[], today: number): readonly Shipment[] {
  return shipments.filter(({ window, confidence }) => daysOf(window, confidence)[1] >= today);
}

/**
 * When the pieces of an order are there that stand in the queue behind `waiting` others. A piece is there at the earliest when
 * all shipments that come early would be enough for it and all before it, and at the latest when those that come late are.
 */
export function suppliesFor(
  incoming: readonly Incoming[],
  waiting: number,
  pieces: number,
): readonly Supply[] {
  const early = inOrder(incoming, 0);
  const late = inOrder(incoming, 1);
  const last = waiting + pieces;
  const found: Supply[] = [];
  for (let done = waiting; done < last;) {
    const first = early.find(({ upTo }) => upTo > done);
    const index = late.findIndex(({ upTo }) => upTo > done);
    const then = late[index];
    if (!first || !then) {
      found.push({ quantity: last - done });
      break;
    }
    const upTo = Math.min(first.upTo, then.upTo, last);
    // If one before it fails to come, those who wait for that one take the pieces of this.
    const unsure = late.slice(0, index + 1).some(({ days }) => days[3] > 0);
    const days: DatedDays = [
      first.days[0],
      then.days[1],
      Math.max(first.days[2], then.days[2]),
      unsure ? 1 : 0,
    ];
    found.push({ quantity: upTo - done, days });
    done = upTo;
  }
  return found;
}

function inOrder(
  incoming: readonly Incoming[],
  by: 0 | 1,
): readonly { readonly days: DatedDays; readonly upTo: number }[] {
  let upTo = 0;
  return [...incoming]
    .sort((a, b) => a.days[by] - b.days[by])
    .map(({ quantity, days }) => ({ days, upTo: (upTo += quantity) }));
}
