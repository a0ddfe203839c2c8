import type { CarrierRules } from './delivery-terms.js';
import { orderTransit } from './order-transit.js';
import { holidays, LONGEST_SPAN, week } from './parse-delivery.js';
import { country, destination } from './parse-destination.js';
import { all, timeOf } from './told-fields.js';

const MOST_TRANSIT_TIMES = 1000;

export const carrierRules: CarrierRules = {
  fieldsFor: (rare) => ({
    carrierDays: week,
    carrierHolidays: holidays,
    transitTime: all(
      MOST_TRANSIT_TIMES,
      rare?.transitTime ?? timeOf(LONGEST_SPAN, true, { addressCountry: country }),
    ),
    destination,
  }),
  orderTransit,
};
