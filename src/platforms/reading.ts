import type { AvailabilityRecord } from '../availability/record.js';

/**
 * What a shop system's own data says of one variant. What it does not tell is missing, and missing means unknown. Names of the
 * foreign data end here.
 */
export interface VariantReading {
  /** The system's id of the variant, as text; of Shopify's global ids the number at the end. */
  readonly id?: string;
  readonly sku?: string;
  /** Option values by option name. An empty value fits any. */
  readonly options?: Readonly<Record<string, string>>;
  readonly record: AvailabilityRecord;
  /** `true`: the system itself calls the shelf low, by a threshold of its own. */
  readonly low?: boolean;
  /** The system's own words on it. Free text: shown by a theme already, and no source of states or dates. */
  readonly message?: string;
  /** Selling plans, in systems that sell ahead of the stock under one. */
  readonly plan?: SalePlan;
}

/** The plans under which a system sells one variant ahead of its stock. */
export interface SalePlan {
  /** The plan that an order has to name, by what it is sold as. */
  readonly ids: { readonly preorder?: string; readonly backorder?: string };
  /** `true`: the system takes no order without a plan. */
  readonly required: boolean;
  /** `false`: there are plans, and the data do not say what for. */
  readonly sure: boolean;
}

/** The same of a product. Its own record speaks for the product as a whole, and for it alone when it has no variants. */
export interface ProductReading extends VariantReading {
  /** The name of the product in addresses. */
  readonly handle?: string;
  readonly variants: readonly VariantReading[];
}
