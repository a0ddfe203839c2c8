import { parsePolicy } from '../availability/parse-policy.js';
import { parseRecord } from '../availability/parse-record.js';
import { piecesOf } from '../availability/pieces-of.js';
import type { Offer } from '../availability/offer.js';
import { languageAt, langOf } from '../elements/shared/page-language.js';
import { onLanguageSwitch } from '../elements/shared/language-switch.js';
import { nameOf } from '../elements/shared/own-properties.js';
import type { Language } from '../messages/catalogue.js';
import { first } from '../messages/en-first.js';
import { defaultConfig } from '../store/page-config.js';
import { same } from '../store/same.js';
import { Scope, type ScopeSettings } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import { servedOffer, takeServed, type Served } from './served-offers.js';
import { tellOffer, type ToldOffer } from './told-offer.js';

/** What an offer is wanted for. */
export interface OfferWish {
  /** Product id, handle or SKU; or a variant's id or SKU. */
  readonly product?: string | undefined;
  /** Variant id or SKU. */
  readonly variant?: string | undefined;
  /** Pieces. Anything but a whole number from 1 counts as 1. */
  readonly quantity?: number | undefined;
  /** A record to go by, in place of what the page's sources say. Takes the form of the document's records. */
  readonly record?: unknown;
  /** The policy that goes with `record`. */
  readonly policy?: unknown;
  /** Language of the words; that of the page unless told. */
  readonly language?: string | undefined;
  /** What the server has written the page from. */
  readonly served?: Served | undefined;
}

/**
 * The offer for one wish, for those who draw their own button: from the store that the elements use, with its words. Made it does
 * nothing; it follows the store from its first subscriber to its last. What is asked for twice is the same object until it changes.
 */
export class OfferSource {
  readonly #wish: OfferWish;
  readonly #settings: ScopeSettings;
  readonly #listeners = new Set<() => void>();
  #scope: Scope | undefined;
  #stop: (() => void)[] = [];
  #language: Language | undefined;
  #languageFor: readonly unknown[] = [];
  #told: ToldOffer | undefined;
  /** What it was told from. */
  #toldBy: readonly unknown[] = [];
  #offer: Offer | undefined;
  #served: Offer | undefined;
  #byServer: ToldOffer | undefined;

  constructor(wish: OfferWish) {
    this.#wish = wish;
    const variant = nameOf(wish.variant);
    this.#settings = {
      product: nameOf(wish.product),
      selection: variant === undefined ? undefined : { id: variant, sku: variant },
      quantity: piecesOf(wish.quantity),
      record: wish.record ? parseRecord(wish.record).record : undefined,
      policy: wish.policy ? parsePolicy(wish.policy).policy : undefined,
    };
  }

  /** What a server says, and the browser until it has taken over: nothing but what was served counts. */
  readonly toldByServer = (): ToldOffer => {
    if (this.#byServer) return this.#byServer;
    const { served } = this.#wish;
    const now = served?.now ?? Date.now();
    const offer = withoutCutoff(servedOffer(served, this.#settings, now));
    const language = served?.language ?? { tag: 'en', messages: first };
    return (this.#byServer = tellOffer(offer, { language, now, names: defaultConfig().lineFields }));
  };

  /** What the shopper can do now. Only in a browser. */
  readonly told = (): ToldOffer => {
    const { store, config } = shared();
    const scope = (this.#scope ??= this.#scopeOf());
    const offer = this.#unheard() ?? scope.offer;
    const language = this.#speak();
    const { earlier } = scope;
    const by = [language, config.lineFields, earlier];
    const before = this.#told;
    if (before && by.every((it, at) => it === this.#toldBy[at]) && same(offer, this.#offer)) return before;
    this.#toldBy = by;
    this.#offer = offer;
    const now = store.clock.now();
    return (this.#told = tellOffer(offer, { language, now, names: config.lineFields, earlier }));
  };

  /** Calls `listener` whenever another offer is told, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    // Of its own: a listener that subscribes twice is two.
    const own = (): void => listener();
    this.#listeners.add(own);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      this.#listeners.delete(own);
      if (!this.#listeners.size) for (const stop of this.#stop.splice(0)) stop();
    };
  };

  #start(): void {
    if (this.#wish.served) takeServed(this.#wish.served);
    const scope = (this.#scope ??= this.#scopeOf());
    this.#stop.push(
      scope.subscribe(() => this.#tell()),
      onLanguageSwitch(() => this.#tell()),
    );
  }

  #tell(): void {
    const before = this.#told;
    if (this.told() !== before) for (const listener of [...this.#listeners]) listener();
  }

  /** What the server knew, until the page's store knows the product as well: a page that is being drawn follows nothing yet. */
  #unheard(): Offer | undefined {
    const { store } = shared();
    const { served } = this.#wish;
    const { product, record } = this.#settings;
    if (!served || record || product === undefined || store.disabled || store.product(product))
      return undefined;
    return (this.#served ??= servedOffer(served, this.#settings, store.clock.now()));
  }

  #scopeOf(): Scope {
    const scope = new Scope(shared().store);
    scope.set(this.#settings);
    return scope;
  }

  /** The words' language; while they are on their way, that of the server. */
  #speak(): Language | undefined {
    const { store } = shared();
    const { language, served } = this.#wish;
    const tag = language ?? langOf(document.documentElement);
    const [before, wording] = this.#languageFor;
    if (before === tag && wording === store.wording) return this.#language ?? served?.language;
    this.#languageFor = [tag, store.wording];
    const at = document.createElement('i');
    at.lang = tag;
    const found = languageAt(at, store);
    if (!(found instanceof Promise)) return (this.#language = found);
    const asked = this.#languageFor;
    void found.then((it) => {
      if (this.#languageFor !== asked) return;
      this.#language = it;
      this.#tell();
    });
    return this.#language ?? served?.language;
  }
}

/** The hour until which a promise holds is said in the reader's own zone, which no server knows. */
function withoutCutoff(offer: Offer): Offer {
  if (offer.promise?.cutoffAt === undefined) return offer;
  const { cutoffAt: _unsaid, ...promise } = offer.promise;
  return { ...offer, promise };
}
