import type { CardAdds } from './card-adds.js';
import type { ProductReading, VariantReading } from './reading.js';
import type { PreorderPlans } from './shopify/selling-plans.js';

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
  /** Events on the document that bring such JSON later, by their `promise`; the reader is given `{product, ...what came}`. */
  readonly promises?: Readonly<Record<string, ReadJson>>;
  /** Events that only jQuery sees, on the form, with such JSON as their first argument. */
  readonly jqueryEvents?: Readonly<Record<string, ReadJson>>;
  /** Fits the address that a theme asks about each form as it opens, if it drops the answer once a field has come to the form. */
  readonly firstLook?: RegExp;
  /** A global that tells events as Node's emitters do, and may come late. Readers are given the list of all that came with one. */
  readonly emitter?: { readonly global: string; readonly events: Readonly<Record<string, ReadJson>> };
  /** Adds by AJAX from buttons without a form, as on cards. */
  readonly cardAdds?: CardAdds;
  /** Choices that are no form fields: an element that is marked when it is chosen. */
  readonly choices?: Choices;
  /** Links that buy a variant at once. */
  readonly links?: Links;
  /** How an order names the selling plan of a pre-order. */
  readonly plans?: Plans;
  /** Buttons apart from the form that press its button, as on a sticky bar. */
  readonly sticky?: string;
  /** The system's own words on a backorder. Where they are seen, a badge would only repeat them. */
  readonly said?: string;
  /** A product that is sold out and therefore has no form; `after` is what our elements go after. */
  readonly formless?: Place & { readonly after: string };
  /** A product in a list: a badge goes over its corner. */
  readonly card?: Place;
  /** Lines of the cart, on its page and in drawers. */
  readonly lines: LinePlace;
  /** How its public cart is read back. */
  readonly cart?: Cart;
  /** The country that the system has for the shopper, two letters, where its pages know one. */
  readonly country?: () => unknown;
}

/** Reads the JSON of one shop system. Total. `plans` are the selling plans that the merchant calls pre-orders. */
export type ReadJson = (json: unknown, plans?: PreorderPlans) => Readings | Promise<Readings>;

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
  /** All of them, where those are not selects with options of their own. */
  readonly all?: string;
  /** Attribute with the option's name, on it or around it; attribute with its value, or `value` of a field. */
  readonly name: string;
  readonly value: string;
  /** Where these are missing: an attribute with JSON, `name` around and `option.value` on it; what names begin with in the data. */
  readonly context?: { readonly attribute: string; readonly prefix: string };
}

/** Links that order without a form. */
export interface Links {
  readonly selector: string;
  /** The variant that an address buys, or buys first. */
  readonly pattern: RegExp;
  /** Fits addresses that take properties of that variant, in the query's `parameter`, as Base64 of their JSON. */
  readonly carries: RegExp;
  readonly parameter: string;
}

/** Selling plans, which a widget can only use: the merchant's apps make them. */
export interface Plans {
  /** Name of the form field that carries one. */
  readonly field: string;
  /** Attributes, around a form or beside it, with the address of its product; without them the page's own address is read. */
  readonly addresses: readonly string[];
  /** The part of an address that leads to the product. */
  readonly pattern: RegExp;
  /** What is put after that address to have the product as JSON. */
  readonly json: string;
  readonly read: ReadJson;
}

/** A piece of page for one product, and which product it is. */
export interface Place {
  /** What the system shows for one product. */
  readonly selector: string;
  /** Attribute, on it or inside it, that names the product, and the part of it that does. */
  readonly attribute: string;
  readonly pattern: RegExp;
}

/** Where a theme shows the lines of the cart, and how one of them is found in the cart that the system tells. */
export interface LinePlace {
  readonly selector: string;
  /** In a line, what our words go after: the first of these that is there. Without any they come last. */
  readonly after?: readonly string[];
  /** The line's key in the cart; its place there, from 1; its variant. What a theme does not tell may be missing. */
  readonly key?: Sign;
  readonly index?: Sign;
  readonly variant?: Sign;
}

/** An attribute, on an element or inside it, and the part of it that tells something. */
export type Sign = Pick<Place, 'attribute' | 'pattern'>;

/** A system's cart, as its public address tells it. */
export interface Cart {
  /** Fits the address to which adds are sent, from the shop's root on. */
  readonly adds: RegExp;
  /** A refused add is answered like one that went well, so only the cart itself tells. */
  readonly refusesSilently?: boolean;
  /** An element whose attribute has the shop's root in it; without it, that is the root of the page's address. */
  readonly home?: Place;
  /** Where the cart is read, from the shop's root. */
  readonly url: string;
  /** The lines of an answer, the newest first. */
  lines(json: unknown): readonly CartLine[];
  /** Event on the document when an add begins: its `promise` tells how it ended. */
  readonly event?: string;
  /** How a line is put in from a page that has no form for it. */
  readonly put?: CartPut;
  /** The request that puts the fields on a line, where the system allows that. */
  mend?(
    line: CartLine,
    fields: Readonly<Record<string, string>>,
  ): { readonly url: string; readonly body: object };
}

/** A line that is to come into a cart. */
export interface NewLine {
  readonly variant: string;
  readonly quantity: number;
  readonly properties: Readonly<Record<string, string>>;
  /** Its selling plan. */
  readonly plan?: string;
}

/** Two ways into a cart: the page's own function, which shows it to the shopper as well, and the system's address. */
export interface CartPut {
  /** Where the page's scripts have the function, and the shop's root. */
  readonly action: readonly string[];
  readonly root: readonly string[];
  payload(line: NewLine): object;
  request(line: NewLine): { readonly url: string; readonly body: object };
}

/** One line of a cart. */
export interface CartLine {
  readonly key: string;
  readonly variant: string;
  /** Id of its product, where forms name that and not the variant. */
  readonly product?: string;
  readonly quantity: number;
  /** What is on it, by the name of the property; its selling plan by the name of the form's field. */
  readonly properties: Readonly<Record<string, string>>;
}
