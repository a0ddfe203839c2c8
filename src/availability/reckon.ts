import type { Policy } from './policy.js';
import type { PromiseFound } from './promise.js';
import type { AvailabilityRecord } from './record.js';

/**
 * Reckons the promise of one product or variant in the place of the plain rule; a delivery plan gives it. `undefined`: it has no
 * opinion, and the plain rule holds.
 *
 * @param pieces those that are asked for from beyond the shelf; with `in-stock` those from it. Of what is not on sale yet there
 * are none: then it is the next piece that is asked for
 */
export type Reckon = (
  record: AvailabilityRecord,
  policy: Policy,
  sold: 'in-stock' | 'backorder' | 'preorder',
  now: number,
  pieces: number,
) => PromiseFound | undefined;
