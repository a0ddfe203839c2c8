import { decide } from '../availability/decide.js';
import { decideProduct } from '../availability/decide-product.js';
import type { ProductEntry } from '../availability/document.js';
import type { Selection } from '../availability/find-variant.js';
import type { Offer, ShipPromise } from '../availability/offer.js';
import { NO_POLICY, type Policy } from '../availability/policy.js';
import { known as own } from '../availability/read.js';
import type { Reckon } from '../availability/reckon.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../availability/record.js';
import type { AvailabilityStore, Follower } from './availability-store.js';
import { same } from './same.js';

/** What a scope is about. Each part may be missing. */
export interface ScopeSettings {
  /** Product id, handle or SKU, or a variant's id or SKU. */
  readonly product?: string | undefined;
  readonly selection?: Selection | undefined;
  readonly quantity?: number | undefined;
  /** A record set by hand: the store is not asked. */
  readonly record?: AvailabilityRecord | undefined;
  readonly policy?: Policy | undefined;
  /** The theme's own button is off: the shop refuses the order, and nothing may be offered but a sign-up. */
  readonly blocked?: boolean | undefined;
}

type Listener = (offer: Offer) => void;

const NOTHING_CHOSEN: Selection = Object.freeze({});
const NOBODY: readonly Listener[] = [];

/**
 * One product in one place of a page: which variant and quantity the shopper has chosen there, and the offer that follows.
 * All elements of that place share it. It follows the store from its first subscriber to its last.
 */
export class Scope implements Follower {
  readonly store: AvailabilityStore;
  #listeners: readonly Listener[] = NOBODY;
  // Without a prototype: what others have put there is no setting.
  #settings: ScopeSettings = own({});
  #offer: Offer | undefined;
  /** When the offer was decided, and by which of the store's facts. */
  #at = 0;
  #facts = -1;
  #first: { readonly product: ProductEntry | undefined; readonly promise: ShipPromise } | undefined;
  #product: ProductEntry | undefined;
  #variant: string | undefined;
  /** What it follows in the store at the moment. */
  #followed = '';

  constructor(store: AvailabilityStore) {
    this.store = store;
  }

  /** What it follows in the store: nothing while it has a record of its own. */
  get reference(): string {
    return (this.#settings.record ? undefined : this.#settings.product) ?? '';
  }

  get settings(): ScopeSettings {
    return this.#settings;
  }

  /** The product as the store knows it. */
  get product(): ProductEntry | undefined {
    return this.#product;
  }

  /** Id of the variant that is chosen, by whatever it was chosen. */
  get variant(): string | undefined {
    return this.#settings.selection?.id ?? this.#variant;
  }

  /** What the shopper can do now. Decided when first asked for, kept until something changes. */
  get offer(): Offer {
    return (this.#offer ??= this.#decide());
  }

  /** The promise that was shown here before the merchant told another date for the same choice. */
  get earlier(): ShipPromise | undefined {
    const promise = this.offer.promise;
    const { product, promise: first } = this.#first ?? {};
    const moved = promise && first && product !== this.#product && promise.window.end !== first.window.end;
    return moved && !promise.leadTime ? first : undefined;
  }

  /** Changes what the scope is about; parts that are not named stay. */
  set(changes: ScopeSettings): void {
    this.#first = undefined;
    this.#facts = -1;
    const before = this.reference;
    this.#settings = own({ ...this.#settings, ...changes });
    if (this.#listeners.length && this.reference !== before) {
      this.#unfollow();
      this.#follow();
    }
    this.refresh();
  }

  /** Calls `listener` with each new offer until the returned function is called, or {@link unsubscribe}. */
  subscribe(listener: Listener): () => void {
    this.#listeners = this.#listeners.concat(listener);
    if (this.#listeners.length === 1) this.#follow();
    return () => this.unsubscribe(listener);
  }

  /** For those of whom there are thousands, which keep no function for it. */
  unsubscribe(listener: Listener): void {
    this.#listeners = this.#listeners.filter((it) => it !== listener);
    if (this.#listeners.length) return;
    this.#unfollow();
    this.#offer = undefined;
  }

  refresh(regardless = false): void {
    if (!this.#listeners.length) {
      this.#offer = undefined;
      return;
    }
    const before = this.#offer;
    const offer = this.#decide();
    if (before !== offer && !same(before, offer)) this.#offer = offer;
    else if (!regardless) return;
    for (const listener of this.#listeners) listener(offer);
  }

  #follow(): void {
    this.#followed = this.reference;
    if (this.#followed) this.store.follow(this);
    this.#offer = undefined;
  }

  #unfollow(): void {
    this.store.unfollow(this, this.#followed);
    this.#followed = '';
  }

  #decide(): Offer {
    const { store } = this;
    const now = store.clock.now();
    const product = store.product(this.reference);
    let offer = this.#offer;
    // A page of a thousand products looks at them all again for one that has changed: the others make nothing.
    if (
      !offer ||
      now < this.#at ||
      now >= (offer.changesAt ?? Infinity) ||
      product !== this.#product ||
      store.facts !== this.#facts
    ) {
      this.#at = now;
      this.#product = product;
      this.#facts = store.facts;
      offer = this.#decideAt(now);
    }
    if (this.#listeners.length) store.wakeAt(offer.changesAt);
    this.#first ??= offer.promise && { product, promise: offer.promise };
    return offer;
  }

  #decideAt(now: number): Offer {
    const { store } = this;
    const { selection = NOTHING_CHOSEN, quantity = 1, record: given, blocked } = this.#settings;
    if (store.disabled) return decide(UNKNOWN_RECORD, NO_POLICY, quantity, now);
    const product = this.#product;
    const known = this.reference ? store.lookup(this.reference, selection) : undefined;
    this.#variant = known?.variant;
    const record = given ?? known?.record;
    const reckonOf = (variant?: string): Reckon | undefined =>
      product && store.reckonFor?.(product.id, variant);
    if (product && !record) return decideProduct(product, quantity, now, reckonOf);
    const told = record ?? UNKNOWN_RECORD;
    return decide(
      blocked ? own({ ...told, orderable: false }) : told,
      this.#settings.policy ?? known?.policy ?? NO_POLICY,
      quantity,
      now,
      reckonOf(this.#variant),
    );
  }
}
