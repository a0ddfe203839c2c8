import { known } from '../../availability/read.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import { refusal, type RecordRest } from '../stock-record.js';

/** What BigCommerce tells of one shelf, under one name each. Its many endpoints tell different parts of it. */
export interface Shelf {
  /** Whether selling is enabled; it stays on when nothing is left. */
  readonly purchasable?: boolean | undefined;
  /** Whether something is on the shelf. */
  readonly inStock?: boolean | undefined;
  readonly onHand?: number | undefined;
  /** Pieces on the shelf and beyond it. */
  readonly toSell?: number | undefined;
  readonly forBackorder?: number | undefined;
  readonly unlimited?: boolean | undefined;
}

/** The record of a shelf. What contradicts itself is left unknown. */
export function shelfRecord(shelf: Shelf, rest: RecordRest = {}): AvailabilityRecord {
  const { purchasable, inStock, onHand, unlimited } = shelf;
  const toSell = shelf.toSell === undefined ? undefined : Math.max(0, shelf.toSell);
  const forBackorder = shelf.forBackorder === undefined ? undefined : Math.max(0, shelf.forBackorder);
  const make = (fields: AvailabilityRecord): AvailabilityRecord =>
    known({ orderable: purchasable, ...fields, ...rest });
  if (purchasable === false) return refusal(onHand, rest);
  // Without a limit, what may be sold in all is told as what lies there.
  const limits = unlimited
    ? { availableForBackorder: 'unlimited' as const }
    : (known({ availableForBackorder: forBackorder, availableToSell: toSell }) as AvailabilityRecord);
  const sellsOn = unlimited === true || (toSell ?? forBackorder ?? 0) > 0;
  if (onHand !== undefined && onHand > 0) {
    return inStock === false && !sellsOn ? refusal(undefined, rest) : make({ onHand, ...limits });
  }
  const empty = onHand !== undefined || inStock === false;
  if (empty && sellsOn) {
    return make({
      ...(onHand !== undefined && { onHand }),
      status: 'backorder',
      orderable: true,
      ...limits,
      ...(!unlimited && { availableForBackorder: forBackorder ?? toSell ?? 0 }),
    });
  }
  if (inStock === false) return refusal(onHand, rest);
  if (inStock === true && onHand === undefined) return make({ status: 'in-stock', ...limits });
  return make(onHand === undefined ? limits : {});
}
