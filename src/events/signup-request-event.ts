import type { SignUpWish } from '../outbox/sign-up-wish.js';

/** What the shopper asks to be told of. */
export interface SignUpRequest {
  /** Product as the page names it. */
  readonly product: string;
  /** Variant id, where one is chosen. */
  readonly variant: string | undefined;
  /** Tag of the language that the form spoke. */
  readonly language: string;
  /** The same for each try of one intent, so that a lost reply never signs anybody up twice. */
  readonly key: string;
}

/**
 * Sends a sign-up somewhere. Fulfilled when it was taken. `email` is empty where the shopper wants to be told by phone; `wish`
 * has all that was asked.
 */
export type SendSignUp = (email: string, request: SignUpRequest, wish: SignUpWish) => Promise<unknown>;

/**
 * A shopper sends the sign-up form. Cancelable: with {@link handle} the page takes it over. The event itself carries no
 * address, so that a script which records events never sees one. Bubbles and is composed.
 */
export class SignUpRequestEvent extends CustomEvent<null> {
  static readonly type = 'backorder-signup-request';
  readonly request: SignUpRequest;
  #send: SendSignUp | undefined;

  constructor(request: SignUpRequest) {
    super(SignUpRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.request = request;
  }

  /**
   * Takes the sign-up over in place of the configured endpoint: `send` gets the address, the form says thanks when its
   * promise is fulfilled and offers another try when it is rejected.
   */
  handle(send: SendSignUp): void {
    this.#send = send;
    this.preventDefault();
  }

  /** What {@link handle} was given. */
  get handler(): SendSignUp | undefined {
    return this.#send;
  }
}

declare global {
  interface HTMLElementEventMap {
    'backorder-signup-request': SignUpRequestEvent;
  }
}
