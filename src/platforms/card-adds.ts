/**
 * An event that only jQuery sees, on the body: its arguments are the button and the fields that are about to be sent, for others to
 * put more into.
 */
export interface CardAdds {
  readonly event: string;
  /** Names of the fields for the product, or the variant, and for how many of it. */
  readonly product: string;
  readonly quantity: string;
}
