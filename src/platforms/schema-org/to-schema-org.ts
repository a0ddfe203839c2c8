import { dayNumber } from '../../availability/dated-days.js';
import type { DateWindow, IsoDate } from '../../availability/date-window.js';
import type { LeadTime } from '../../availability/expectation.js';
import type { Offer, ShipPromise } from '../../availability/offer.js';
import { isObject } from '../json-data.js';
import { nameOfState } from './offer.js';

/** What the shop knows of an offer besides its availability. Each part may be missing. */
export interface OfferFacts {
  readonly price?: number | string;
  /** ISO 4217. */
  readonly priceCurrency?: string;
  readonly url?: string;
  readonly sku?: string;
  readonly itemCondition?: string;
  /** Days that the parcel is on its way, least and most; turns a lead time into shipping details. */
  readonly transitTime?: { readonly min: number; readonly max: number };
  /** Told only where you give it: how much is on a shelf is nobody's business unless you make it so. */
  readonly inventoryLevel?: number;
  /** A lead time also as the day on which it ends, for channels that want a date. The day is true only while the page is fresh. */
  readonly leadTimeAsDate?: boolean;
}

/** A number of days or weeks as schema.org has it, in UN/CEFACT units. */
export interface QuantitativeValue {
  readonly '@type': 'QuantitativeValue';
  readonly value?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly unitCode?: 'DAY' | 'WEE';
}

/** How long a parcel takes, and where to. */
export interface ShippingDetails {
  readonly '@type': 'OfferShippingDetails';
  readonly shippingDestination?: {
    readonly '@type': 'DefinedRegion';
    readonly addressCountry: string;
    readonly addressRegion?: string;
    readonly postalCode?: string;
  };
  readonly deliveryTime: {
    readonly '@type': 'ShippingDeliveryTime';
    readonly handlingTime?: QuantitativeValue;
    readonly transitTime?: QuantitativeValue;
    /** With its zone, which is UTC. */
    readonly cutoffTime?: string;
  };
}

/** An Offer of schema.org, for JSON-LD. */
export interface SchemaOrgOffer {
  readonly '@type': 'Offer';
  readonly availability?: string;
  /** The last day of what was promised: available "from" must not be told too early. */
  readonly availabilityStarts?: IsoDate;
  readonly deliveryLeadTime?: QuantitativeValue;
  readonly shippingDetails?: ShippingDetails;
  readonly inventoryLevel?: QuantitativeValue;
  readonly price?: number | string;
  readonly priceCurrency?: string;
  readonly url?: string;
  readonly sku?: string;
  readonly itemCondition?: string;
}

/** What structured data says of availability; nothing of it where nobody knows. */
export type SchemaOrgAvailability = Pick<
  SchemaOrgOffer,
  'availability' | 'availabilityStarts' | 'deliveryLeadTime'
>;

/**
 * The availability of an offer in the words of schema.org: state, date and lead time. A week or a month becomes its last day,
 * since the format knows days only and a shopper must not be told one that is too early.
 *
 * @param leadTimeAsDate whether a lead time is told as a day as well
 */
export function schemaOrgAvailability(offer: Offer, leadTimeAsDate = false): SchemaOrgAvailability {
  const { state, promise } = offer;
  const name = nameOfState(state);
  if (name === undefined) return {};
  const { leadTime, basis }: Partial<ShipPromise> = promise ?? {};
  // It is available from its dispatch on; the way to the shopper comes on top.
  const { window }: Partial<ShipPromise> = promise?.ship ?? promise ?? {};
  return {
    availability: `https://schema.org/${name}`,
    ...(window && (!leadTime || leadTimeAsDate) && { availabilityStarts: lastDay(window) }),
    // The time until dispatch: one until arrival is another thing.
    ...(leadTime && basis === 'ship' && { deliveryLeadTime: timeOf(leadTime) }),
  };
}

/**
 * An offer as an Offer of schema.org, for a server that writes JSON-LD. What is unknown is left out; nothing is told more
 * exactly than it was promised. The reverse of {@link readStructuredProducts}, with the same table.
 */
export function toSchemaOrg(offer: Offer, facts: OfferFacts = {}): SchemaOrgOffer {
  const { price, priceCurrency, url, sku, itemCondition, transitTime, inventoryLevel } = facts;
  const told: Partial<Offer> = isObject(offer) ? offer : {};
  const details = told.promise && shippingOf(told.promise, transitTime);
  return {
    '@type': 'Offer',
    ...(sku !== undefined && { sku }),
    ...(url !== undefined && { url }),
    ...(price !== undefined && { price }),
    ...(priceCurrency !== undefined && { priceCurrency }),
    ...(itemCondition !== undefined && { itemCondition }),
    ...(told.state && schemaOrgAvailability(told as Offer, facts.leadTimeAsDate)),
    ...(details && { shippingDetails: details }),
    ...(inventoryLevel !== undefined && {
      inventoryLevel: { '@type': 'QuantitativeValue', value: inventoryLevel },
    }),
  };
}

/**
 * A lead time with the way that the shop tells, or both as they were reckoned. How long a dated parcel is handled nobody told, so it
 * is left out.
 */
function shippingOf(
  { leadTime, basis, ship, arrive, place, cutoffAt }: ShipPromise,
  told: OfferFacts['transitTime'],
): ShippingDetails | undefined {
  if (leadTime && basis === 'ship' && told) {
    const times = { handlingTime: timeOf(inDays(leadTime)), transitTime: timeOf({ ...told, unit: 'day' }) };
    return {
      '@type': 'OfferShippingDetails',
      deliveryTime: { '@type': 'ShippingDeliveryTime', ...times },
    };
  }
  if (!ship || !arrive) return undefined;
  const transit = told ?? daysBetween(ship.window, arrive.window);
  return {
    '@type': 'OfferShippingDetails',
    ...(place && { shippingDestination: { '@type': 'DefinedRegion', ...place } }),
    deliveryTime: {
      '@type': 'ShippingDeliveryTime',
      ...(transit && { transitTime: timeOf({ ...transit, unit: 'day' }) }),
      ...(cutoffAt !== undefined && { cutoffTime: `${new Date(cutoffAt).toISOString().slice(11, 19)}Z` }),
    },
  };
}

/** Days of the calendar from dispatch to arrival; of whole weeks or months nobody knows them. */
function daysBetween(ship: DateWindow, arrive: DateWindow): { min: number; max: number } | undefined {
  if (ship.precision !== 'day' || arrive.precision !== 'day') return undefined;
  const min = dayNumber(arrive.start) - dayNumber(ship.start);
  const max = dayNumber(arrive.end) - dayNumber(ship.end);
  return min >= 0 && max >= min ? { min, max } : undefined;
}

const lastDay = ({ end }: DateWindow): IsoDate => end;

/** Handling and transit are added up by those who read them, so they share a unit. */
const inDays = ({ min, max, unit }: LeadTime): LeadTime =>
  unit === 'week' ? { min: min * 7, max: max * 7, unit: 'day' } : { min, max, unit };

function timeOf({ min, max, unit }: LeadTime): QuantitativeValue {
  return {
    '@type': 'QuantitativeValue',
    minValue: min,
    maxValue: max,
    unitCode: unit === 'week' ? 'WEE' : 'DAY',
  };
}
