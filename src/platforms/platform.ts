/**
 * How the pages of one shop system are built: data, no code that touches a page. All selectors are CSS. The page room reads
 * a page by it.
 */
export interface Platform {
  readonly name: string;
  /** Matches something on every page of this system. Without it the platform fits any page; it stands last in the list. */
  readonly detect?: string;
  /** Product forms: those that put something into the cart. */
  readonly form: string;
  /** The form's own add-to-cart control, among those that belong to the form wherever they stand. */
  readonly button: string;
  /** Names of the field that carries the quantity. */
  readonly quantity: readonly string[];
  /** Names of the field that carries the chosen variant's id. */
  readonly variant: readonly string[];
  /** Names of the field that carries the product's id. */
  readonly product: readonly string[];
  /** Attributes, on the form or around it, that carry the product's id. */
  readonly productAttributes: readonly string[];
  /** What a theme repeats as a whole for each product. */
  readonly root: string;
  /** Express, wallet and buy-now controls inside the root. */
  readonly express: string;
}
