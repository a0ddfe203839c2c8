// The part of the availability document that tells how the merchant works and ships. The published JSON Schema is made from
// these types too, so every comment here is what an editor shows. Names are those of schema.org where it has one.

/**
 * @asType integer
 * @minimum 0
 * @maximum 365
 */
type Days = number;

/**
 * @asType integer
 * @minimum 0
 * @maximum 730
 */
type LongDays = number;

/**
 * @asType integer
 * @minimum 1
 */
type CountFromOne = number;

/**
 * @asType integer
 * @minimum 0
 */
type Count = number;

/** @pattern ^20\d\d-(\d\d(-\d\d(T[^/]+)?)?|W\d\d|Q[1-4])(/20\d\d-(\d\d(-\d\d(T[^/]+)?)?|W\d\d|Q[1-4]))?$ */
type DateText = string;

/** @pattern ^([01]\d|2[0-3]):[0-5]\d(:00)?$|^24:00(:00)?$ */
type TimeText = string;

/** @pattern ^[A-Za-z]{2}$ */
type CountryCode = string;

type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** From order to arrival: out of this a page reckons when goods ship and arrive. What cannot be read gives no date. */
export interface DeliveryV1 {
  /** The merchant's time zone, such as `Europe/Berlin`: its days and its clock are the ones that count. Else that of `policy`. */
  timeZone?: string;
  /** Days on which orders are worked on. Monday to Friday unless told. */
  businessDays?: Weekday[];
  /** Days, or ranges of days, on which nobody works, such as `2026-12-25` and `2026-12-24/2027-01-01`. */
  holidays?: DateText[];
  /** Time of day up to which an order is worked on the same day, such as `14:00`. Midnight unless told. */
  cutoffTime?: TimeText;
  /** Working days from the order, or from the arrival of goods in the warehouse, to dispatch. 0: the same day. */
  handlingTime?: SpanV1;
  /** From an order with the supplier to the arrival of goods in the warehouse, where neither a shipment nor a date is known. */
  leadTime?: SupplierTimeV1;
  /** Days on which the carrier picks up and delivers. Monday to Friday unless told. */
  carrierDays?: Weekday[];
  /** Days on which the carrier does not. The merchant's holidays unless told. */
  carrierHolidays?: DateText[];
  /**
   * From dispatch to arrival, by place and by class of item. The most specific counts: a postcode prefix before a region, that
   * before a country; one for the item's class before one for any. Where one is closer by place and another by class, the later.
   */
  transitTime?: TransitTimeV1[];
  /** Where orders go for shoppers of whom nothing else is known. Without it, and without another, dates are those of dispatch. */
  destination?: DestinationV1;
}

/** Least and most days. */
export interface SpanV1 {
  /** As many as `max` unless told. */
  min?: Days;
  max: Days;
}

/** As least and most, or as the days that it took before. */
export type SupplierTimeV1 =
  | {
      /** As many as `max` unless told. */
      min?: LongDays;
      max: LongDays;
      unit?: 'day' | 'week';
      /** `true`: counted in the merchant's working days. */
      working?: boolean;
      /** Whether the supplier has confirmed it. Default `estimated`. */
      confidence?: 'confirmed' | 'estimated';
    }
  | {
      /**
       * Whole days that earlier orders took, five or more.
       * @minItems 5
       * @maxItems 1000
       */
      observed: LongDays[];
      /** Shares of them that took no longer than the first and the last day of the window. Default `[0.1, 0.9]`. */
      quantiles?: [number, number];
      /** `true`: those are the merchant's working days. */
      working?: boolean;
    };

export interface TransitTimeV1 extends SpanV1 {
  /** Two letters of ISO 3166-1, such as `DE`. */
  addressCountry?: CountryCode;
  /** As destinations name it, such as `HI`. Only with a country. */
  addressRegion?: string;
  /** First characters of postcodes. Only with a country. */
  postalCodePrefix?: string;
  /** Only for items of this class, such as `bulky`. */
  shippingClass?: string;
  /** `false`: days of the calendar. Else the carrier's days. */
  working?: boolean;
  /** Whether the carrier has confirmed it. Default `estimated`. */
  confidence?: 'confirmed' | 'estimated';
}

export interface DestinationV1 {
  addressCountry: CountryCode;
  addressRegion?: string;
  postalCode?: string;
}

/** What a product or a variant may tell beside its record. A variant's own goes before its product's. */
export interface ItemDeliveryV1 {
  /**
   * Goods on their way. Who orders a piece beyond the shelf waits for the shipment that serves their place in the queue. Those of
   * a product with variants are shared by the variants that have none of their own. Read only where the document has `delivery`.
   * @maxItems 100
   */
  shipments?: {
    quantity: CountFromOne;
    date: DateText;
    /** Whether the supplier has confirmed it. Default `estimated`. */
    confidence?: 'confirmed' | 'estimated';
    /** Whether it is the day of arrival in the warehouse (default), with handling on top, or that of dispatch to shoppers. */
    basis?: 'warehouse' | 'ship';
  }[];
  /** Pieces sold beyond the shelf that wait already. Left out, an `onHand` below zero tells. */
  backordered?: Count;
  /** The class by which transit times differ, such as `bulky`. */
  shippingClass?: string;
  /** In the place of the shop's own. */
  delivery?: Pick<DeliveryV1, 'handlingTime' | 'leadTime'>;
}
