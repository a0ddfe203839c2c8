/** A line as a shop's cart has it. */
export interface CartLine {
  readonly id: string;
  readonly product: string;
  readonly variant: string;
  readonly title: string;
  readonly quantity: number;
  /** What the line carries to the order, by name. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Something that the shop has changed by itself, in its own words: fewer pieces than were asked for. */
export interface CartNotice {
  readonly code: string;
  readonly text: string;
  /** Id of the line. */
  readonly line?: string | undefined;
}

export interface CartContents {
  /** Missing while nothing was ever put into it. */
  readonly id: string | undefined;
  readonly lines: readonly CartLine[];
  /** Of the last change only. */
  readonly notices: readonly CartNotice[];
}

export interface NewLine {
  readonly product: string;
  readonly variant: string;
  readonly quantity: number;
  readonly properties: Readonly<Record<string, string>>;
}

/** Other pieces or properties for a line; no pieces take it out. */
export interface LineChange {
  readonly id: string;
  readonly quantity?: number | undefined;
  readonly properties?: Readonly<Record<string, string>> | undefined;
}

/** A shop system's cart. What comes back is always what the shop says, never what was hoped for. */
export interface Cart {
  read(): Promise<CartContents>;
  add(lines: readonly NewLine[]): Promise<CartContents>;
  update(changes: readonly LineChange[]): Promise<CartContents>;
}

/**
 * Why a cart could not be changed. `refused`: by the shop, whose words are in `message`, and nothing was changed. `throttled`: too
 * many asked at once. `unreachable`: no answer that can be understood; whether it was changed nobody knows.
 */
export type CartErrorCode = 'refused' | 'throttled' | 'unreachable';

export class CartError extends Error {
  readonly code: CartErrorCode;

  constructor(code: CartErrorCode, message: string) {
    super(message);
    this.name = 'CartError';
    this.code = code;
  }
}

export const EMPTY_CART: CartContents = Object.freeze({ id: undefined, lines: [], notices: [] });
