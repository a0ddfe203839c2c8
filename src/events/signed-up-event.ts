/** A sign-up was taken. It names the product and never the address. Bubbles and is composed. */
export class SignedUpEvent extends CustomEvent<null> {
  static readonly type = 'backorder-signed-up';
  readonly product: string;
  readonly variant: string | undefined;

  constructor(product: string, variant: string | undefined) {
    super(SignedUpEvent.type, { bubbles: true, composed: true });
    this.product = product;
    this.variant = variant;
  }
}

declare global {
  interface HTMLElementEventMap {
    'backorder-signed-up': SignedUpEvent;
  }
}
