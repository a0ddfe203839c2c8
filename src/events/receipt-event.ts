/** What became of a promise on its way into the cart. */
export type ReceiptCode = 'kept' | 'repaired' | 'lost';

declare global {
  interface HTMLElementEventMap {
    'backorder-receipt': ReceiptEvent;
  }
}

/**
 * The cart was read back after an add: the promise is on the line (`kept`), was put there again (`repaired`), or is not there
 * (`lost`), and the shopper has been told. Dispatched on the product form.
 */
export class ReceiptEvent extends CustomEvent<null> {
  static readonly type = 'backorder-receipt';

  /** What became of it. */
  readonly code: ReceiptCode;
  /** Id of the variant. */
  readonly variant: string;
  /** The fields that belong on the line, by name. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: ReceiptCode, variant: string, fields: Readonly<Record<string, string>>) {
    super(ReceiptEvent.type, { bubbles: true, composed: true });
    this.code = code;
    this.variant = variant;
    this.fields = fields;
  }
}
