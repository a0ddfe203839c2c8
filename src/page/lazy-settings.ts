/** The JSON that may stand in the place of the script tag's attributes. */
export const JSON_SETTINGS = 'script[type="application/json"][data-backorder-settings]';

/** Settings that only few pages have: read by the files that need them, so that the script itself stays small. All optional. */
export interface LazySettings {
  /**
   * Names or ids, separated by commas, of selling plans that are pre-orders and are not called so; or of their groups, or of the
   * apps that made them. Shopify.
   */
  readonly preorderPlans: unknown;
  /** On the script tag or on any element: a panel shows how each offer was decided. Not in the JSON settings. */
  readonly backorderExplain: string;
  /**
   * On any element: where the order goes (`DE`, `US-AK`, `US-AK-99501`), for dates by the merchant's calendar; without a value, on
   * a field or select, what is chosen there. Not in the JSON settings.
   */
  readonly backorderDestination: string;
}
