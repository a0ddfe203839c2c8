import { known } from '../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord, type QuantityRule } from '../availability/record.js';
import { wholeOf } from './json-data.js';

/** What shop systems tell of one shelf, under one name each. */
export interface ToldStock {
  /** `false`: the system does not count. */
  readonly tracked?: boolean | undefined;
  readonly onHand?: number | undefined;
  /** Whether orders beyond the shelf are taken. */
  readonly beyond?: boolean | undefined;
  /** `false`: nothing is sold, whatever lies on the shelf. */
  readonly sold?: boolean | undefined;
  /** What the system calls selling beyond the shelf. */
  readonly as?: 'backorder' | 'preorder' | undefined;
  /** Pieces that may be sold beyond the shelf; no limit unless told. */
  readonly most?: number | undefined;
}

/** Fields besides the stock. */
export type RecordRest = {
  [K in 'restock' | 'release' | 'quantity']?: AvailabilityRecord[K] | undefined;
};

/**
 * The record of a counted (or expressly uncounted) shelf. What is not told stays unknown: an empty shelf of which nobody says
 * whether orders are taken is sold out without being refused.
 */
export function stockRecord(told: ToldStock, rest: RecordRest = {}): AvailabilityRecord {
  const { tracked, onHand, beyond, sold, as = 'backorder', most } = told;
  const make = (fields: AvailabilityRecord): AvailabilityRecord => known({ tracked, ...fields, ...rest });
  if (sold === false) return refusal(onHand, rest);
  if (tracked === false) return make({ status: 'in-stock', orderable: true });
  const limit = most ?? 'unlimited';
  if (onHand === undefined) {
    return make(beyond === true ? { orderable: true, availableForBackorder: limit } : {});
  }
  if (onHand > 0) {
    if (beyond === undefined) return make({ onHand });
    return make({
      onHand,
      orderable: true,
      ...(beyond ? { availableForBackorder: limit } : { availableToSell: onHand }),
    });
  }
  if (beyond === true && limit !== 0) {
    return make({ onHand, status: as, orderable: true, availableForBackorder: limit });
  }
  return beyond === undefined ? make({ onHand, status: 'sold-out' }) : make(refusal(onHand));
}

/** The record of what cannot be ordered. Pieces that lie there all the same would only contradict it. */
export function refusal(onHand?: number, rest: RecordRest = {}): AvailabilityRecord {
  return known({
    onHand: onHand !== undefined && onHand <= 0 ? onHand : undefined,
    status: 'sold-out',
    orderable: false,
    ...rest,
  });
}

/** What one order may take; numbers that are no rule (zero, "none" as 0) are left out. */
export function quantityRule(min: unknown, max?: unknown, step?: unknown): QuantityRule | undefined {
  const [least, most, by] = [min, max, step].map((it) => {
    const whole = wholeOf(it);
    return whole !== undefined && whole > 0 ? whole : undefined;
  });
  const rule: QuantityRule = known({ min: least, max: most, step: by });
  return Object.keys(rule).length ? rule : undefined;
}

/**
 * One record out of those of several places (warehouses, channels), when nobody says which of them serves the shopper: in stock if
 * any place has it, sold out if none has. No numbers: nobody could tell whose.
 */
export function somewhere(records: readonly AvailabilityRecord[]): AvailabilityRecord {
  if (records.length < 2) return records[0] ?? UNKNOWN_RECORD;
  const stocked = ({ status, onHand = 0, orderable }: AvailabilityRecord): boolean =>
    orderable !== false && (status === 'in-stock' || (!status && onHand > 0));
  if (records.some(stocked)) return known({ status: 'in-stock' });
  if (records.some(({ status }) => status !== 'sold-out')) return UNKNOWN_RECORD;
  return known({
    status: 'sold-out',
    orderable: records.every(({ orderable }) => orderable === false) ? false : undefined,
  });
}
