import type { ProductReading, VariantReading } from './reading.js';

/**
 * How the pages of one shop system are built: data, and pure functions that read its JSON; no code that touches a page. All
 * selectors are CSS. The page room reads a page by it. The first part is all that an adapter needs.
 */
export interface Platform {
  readonly name: string;
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
  /** Around the form, in an attribute: the product's id where nothing above tells it. */
  readonly reference?: Place;
  /** What a theme repeats as a whole for each product. */
  readonly root: string;
  /** Express, wallet and buy-now controls inside the root. */
  readonly express: string;

  /** Names of the fields that carry the promise with the order; empty where the system drops what it does not know. */
  readonly lineFields?: { readonly text: string; readonly record: string };
  /** Where the page has JSON of its products. */
  readonly data?: readonly PageJson[];
  /**
   * Set where that JSON does not say which product it is about, but speaks of what is chosen in the page's first form: of
   * the variant with its `options`, or of whatever is chosen `now`.
   */
  readonly chosen?: 'options' | 'now';
  /** Events on the document whose `detail` carries such JSON. */
  readonly events?: Readonly<Record<string, ReadJson>>;
  /** Events that only jQuery sees, on the form, with such JSON as their first argument. */
  readonly jqueryEvents?: Readonly<Record<string, ReadJson>>;
  /** Choices that are no form fields: an element that is marked when it is chosen. */
  readonly choices?: Choices;
  /** Buttons apart from the form that press its button, as on a sticky bar. */
  readonly sticky?: string;
  /** The system's own words on a backorder. Where they are seen, a badge would only repeat them. */
  readonly said?: string;
  /** A product that is sold out and therefore has no form; `after` is what our elements go after. */
  readonly formless?: Place & { readonly after: string };
  /** A product in a list: a badge goes over its corner. */
  readonly card?: Place;
  /** How its public cart is read back. */
  readonly cart?: Cart;
}

/** Reads the JSON of one shop system. Total. */
export type ReadJson = (json: unknown) => Readings | Promise<Readings>;

type Readings = readonly (ProductReading | VariantReading)[];

/** JSON in a page: the text of an element, an attribute of it, or a global of the page's scripts. */
export interface PageJson {
  readonly selector?: string;
  readonly attribute?: string;
  readonly global?: string;
  /** The attribute holds no JSON, such as `class`: it is read as it is. */
  readonly raw?: boolean;
  /** It speaks of the variant that is chosen in the form around it, whose id it does not tell. */
  readonly ofChosen?: boolean;
  readonly read: ReadJson;
}

/** Elements that stand for option values. */
export interface Choices {
  /** Those that are chosen. */
  readonly selector: string;
  /** Attribute with the option's name, on it or around it; attribute with its value, or `value` of a field. */
  readonly name: string;
  readonly value: string;
}

/** A piece of page for one product, and which product it is. */
export interface Place {
  /** What the system shows for one product. */
  readonly selector: string;
  /** Attribute, on it or inside it, that names the product, and the part of it that does. */
  readonly attribute: string;
  readonly pattern: RegExp;
}

/** A system's cart, as its public address tells it. */
export interface Cart {
  /** Fits the address to which adds are sent. */
  readonly adds: RegExp;
  /** Where the cart is read, from the shop's root. */
  readonly url: string;
  /** The lines of an answer, the newest first. */
  lines(json: unknown): readonly CartLine[];
  /** The request that puts the fields on a line, where the system allows that. */
  mend?(
    line: CartLine,
    fields: Readonly<Record<string, string>>,
  ): { readonly url: string; readonly body: object };
}

/** One line of a cart. */
export interface CartLine {
  readonly key: string;
  readonly variant: string;
  readonly quantity: number;
  readonly properties: Readonly<Record<string, string>>;
}
