import { parseDateWindow, type DateWindow } from './date-window.js';
import type { ItemDelivery } from './delivery.js';
import type { RareRules } from './delivery-terms.js';
import { transitTime } from './parse-transit.js';
import { queuedParts } from './queued-parts.js';
import { count, known, oneOf, text, wholeFrom, type Read } from './read.js';
import { sampledTime } from './sampled-time.js';
import type { Shipment } from './shipments.js';
import { all, confidence, fieldsIn, word } from './told-fields.js';
import { arrivalOf, transitTo } from './transit.js';

const MOST_SHIPMENTS = 100;

const shipmentFields = fieldsIn<Shipment>({
  quantity: wholeFrom(1),
  date: word('date', parseDateWindow),
  confidence,
  basis: oneOf('warehouse', 'ship'),
});

const shipment: Read<Shipment> = (value, path, problems) => {
  const found = shipmentFields(value, path, problems) as (Shipment & { date?: DateWindow }) | undefined;
  if (!found?.quantity || !found.date || Object.values(found).includes('bad')) return undefined;
  const { quantity, date: window, confidence = 'estimated', basis = 'warehouse' } = found;
  return { quantity, window, confidence, basis };
};

export const rareRules: RareRules = {
  fields: {
    shippingClass: text,
    shipments: all(MOST_SHIPMENTS, shipment),
    backordered: count,
    onHand: wholeFrom(-1_000_000_000),
  },
  sampled: sampledTime,
  transitTime,
  transitTo,
  arrivalOf,
  queuedParts,
  itemOf({ own, variants }, id) {
    const variant = variants.get(id);
    const item = { ...own, ...variant };
    if (!variant || variant.shipments || !own.shipments) {
      // Pieces of the product that wait need not be of this variant.
      return {
        item: known({ ...item, backordered: (variant ?? own).backordered }),
        othersWaiting: 0,
      };
    }
    // The product's shipments serve all its variants. Its own number of those who wait has them all.
    if (own.backordered !== undefined) {
      return { item: known({ ...item, backordered: own.backordered }), othersWaiting: 0 };
    }
    let othersWaiting = 0;
    for (const [other, it] of variants) if (other !== id && !it.shipments) othersWaiting += waitingOf(it);
    return { item: known(item), othersWaiting };
  },
};

/** Pieces that wait, as far as the document tells. */
function waitingOf({ backordered, onHand }: ItemDelivery): number {
  if (typeof backordered === 'number') return backordered;
  return typeof onHand === 'number' ? Math.max(0, -onHand) : 0;
}
