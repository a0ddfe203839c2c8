import type { ItemDelivery } from './delivery.js';
import { all, confidenceIn, dateWindow, handlingTime, supplierTime, told } from './parse-delivery.js';
import { count, fieldsOf, known, oneOf, text, wholeFrom, type Read, type ReadField } from './read.js';
import type { Shipment } from './shipments.js';

const MOST_SHIPMENTS = 100;

const shipment: Read<Shipment> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  if (!get) return undefined;
  const found = {
    quantity: told(get, 'quantity', wholeFrom(1)),
    window: told(get, 'date', dateWindow),
    confidence: confidenceIn(get),
    basis: told(get, 'basis', oneOf('warehouse', 'ship')) ?? 'warehouse',
  };
  const sound = found.quantity && found.window && !Object.values(found).includes('bad');
  return sound ? (found as Shipment) : undefined;
};

const ownTimes: Read<Pick<ItemDelivery, 'handlingTime' | 'leadTime'>> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  return (
    get && {
      handlingTime: told(get, 'handlingTime', handlingTime),
      leadTime: told(get, 'leadTime', supplierTime),
    }
  );
};

/** Reads what one product or variant tells of its delivery. `undefined` when it tells nothing. */
export function readItemDelivery(get: ReadField): ItemDelivery | undefined {
  const own = told(get, 'delivery', ownTimes);
  const found = known({
    // Of what is no object nobody knows what it was to say.
    ...(own === 'bad' ? { handlingTime: own, leadTime: own } : own),
    shippingClass: told(get, 'shippingClass', text),
    shipments: told(get, 'shipments', all(MOST_SHIPMENTS, shipment)),
    backordered: told(get, 'backordered', count),
  });
  return Object.keys(found).length ? found : undefined;
}
