/** What a shop is asked for after it has told that something changed. */
export type Wanted = { readonly order: string } | { readonly product: string };

/** The shop could not be asked what changed: not there, too slow, or its answer is not in the form that is known. */
export class ShopNotReadError extends Error {
  override readonly name = 'ShopNotReadError';
  readonly wanted: Wanted;

  constructor(wanted: Wanted) {
    super('the shop could not be read');
    this.wanted = wanted;
  }
}
