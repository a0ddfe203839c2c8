import { expectation, type Expectation } from './expectation.js';
import {
  allowance,
  fieldsOf,
  instant,
  known,
  oneOf,
  truth,
  wholeFrom,
  type Read,
  type ReadField,
} from './read.js';
import { STATES, type State } from './state.js';

/** What a shop system allows in one order. */
export interface QuantityRule {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

/**
 * What is known, at an instant, of one variant's stock. Every field may be missing, and missing means unknown:
 * never zero, never false.
 */
export interface AvailabilityRecord {
  /** Pieces on the shelf. Below zero when the shop has sold past it. */
  readonly onHand?: number;
  /** `false`: the shop does not count this variant, so its number means nothing: in stock unless `status` tells otherwise. */
  readonly tracked?: boolean;
  /** Pieces that may still be ordered beyond the shelf. */
  readonly availableForBackorder?: number | 'unlimited';
  /** Pieces that may be ordered in all: shelf and beyond. */
  readonly availableToSell?: number | 'unlimited';
  /** The shop system's own word on the state, where it tells one. */
  readonly status?: State;
  /** `false`: the shop system refuses the order, so nothing may be offered but a sign-up. `true`: it takes the order. */
  readonly orderable?: boolean;
  /** When stock is expected again. */
  readonly restock?: Expectation;
  /** When a product that is not out yet will be. */
  readonly release?: Expectation;
  readonly quantity?: QuantityRule;
  /** When all this was true, in milliseconds since 1970. */
  readonly asOf?: number;
  /** A state told by a source that is often wrong (the page's structured data). Never enables buying. */
  readonly hint?: State;
}

/** A record of which nothing is known. */
export const UNKNOWN_RECORD: AvailabilityRecord = known({});

/** Reads the record fields of an outside object. Bad fields are left out and noted. */
export function readRecord(get: ReadField): AvailabilityRecord {
  return known({
    onHand: get('onHand', wholeFrom(-1_000_000_000)),
    tracked: get('tracked', truth),
    availableForBackorder: get('availableForBackorder', allowance),
    availableToSell: get('availableToSell', allowance),
    status: get('status', oneOf(...STATES)),
    orderable: get('orderable', truth),
    restock: get('restock', expectation),
    release: get('release', expectation),
    quantity: get('quantity', quantityRule),
    asOf: get('asOf', instant),
  });
}

const quantityRule: Read<QuantityRule> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  if (!get) return undefined;
  const rule: QuantityRule = known({
    min: get('min', wholeFrom(1)),
    max: get('max', wholeFrom(1)),
    step: get('step', wholeFrom(1)),
  });
  return rule;
};
