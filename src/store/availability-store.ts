import type {
  AvailabilityDocument,
  ProductEntry,
  SignUp,
  VariantEntry,
  Wording,
} from '../availability/document.js';
import { findVariant, namesOf, type Selection } from '../availability/find-variant.js';
import { NO_POLICY, type Policy } from '../availability/policy.js';
import type { Reckon } from '../availability/reckon.js';
import type { AvailabilityRecord } from '../availability/record.js';
import type { SignUpSettings } from '../availability/sign-up-settings.js';
import { Clock } from './clock.js';
import { MultiMap } from './multi-map.js';
import { wake } from './wake.js';
import { same } from './same.js';

/** What the store knows of what was asked for. */
export interface Known {
  readonly product: ProductEntry | undefined;
  /** Id of the variant, where one is chosen that is known. */
  readonly variant: string | undefined;
  /** Missing while no variant is chosen, or when the product has none. */
  readonly record: AvailabilityRecord | undefined;
  readonly policy: Policy;
}

/** What the document tells of what was asked for. */
export interface Found {
  readonly product: ProductEntry | undefined;
  readonly variant: VariantEntry | undefined;
  /** Missing while no variant is chosen that is known. */
  readonly own: AvailabilityRecord | undefined;
  /** Names by which the page may tell of it as well. */
  readonly names: readonly (string | undefined)[];
  /** Whether the product has variants and none is chosen. */
  readonly whole: boolean;
  readonly policy: Policy;
}

/** Somebody who follows one product or variant. */
export interface Follower {
  readonly reference: string;
  /**
   * Called after what the store knows has changed, or when the instant it asked for has come.
   *
   * @param regardless the shop's own settings have changed, which an offer does not tell of
   */
  refresh(regardless?: boolean): void;
}

/**
 * The live records of a page. It keeps what sources told, tells followers of a product when that product has changed,
 * and owns the one timer. It asks for what is missing through `ask`, which the page sets.
 */
export class AvailabilityStore {
  /** Raised when the shape below changes, so that copies of different versions do not share a store. */
  readonly protocol = 1;
  readonly clock = new Clock();
  /** Has all followers look again at an instant, if not earlier. */
  readonly wakeAt = wake(
    () => this.clock.now(),
    () => this.refreshAll(),
  );
  /** Asks a source for products; without a source nothing is asked. */
  ask: ((references: readonly string[]) => void) | undefined;

  /** Puts what the page itself tells together with the document's record. Set by page-records.ts; most pages tell nothing. */
  fromPage:
    | ((
        own: AvailabilityRecord | undefined,
        names: readonly (string | undefined)[],
      ) => AvailabilityRecord | undefined)
    | undefined;

  /** Gives what reckons promises by the merchant's calendar. Set by plan-delivery.ts; most documents tell none. */
  reckonFor: ((product: string, variant?: string) => Reckon | undefined) | undefined;

  /** Where sign-ups of an element go, if anywhere. Set by page/sign-up-gate.ts; most documents name no target. */
  target: ((host?: HTMLElement) => SignUpSettings | undefined) | undefined;

  // As the document tells; set by put().
  /** Where sign-ups go. */
  signUp: SignUp | undefined;
  /** The merchant's own messages. */
  wording: Wording = {};
  /** Whether the merchant has switched everything off. */
  disabled = false;

  /** Grows with whatever offers are decided from besides products' own entries: the shop's policy, what the page tells, the calendar. */
  facts = 0;

  readonly #turns = new Map<string, number>();
  readonly #names = new Map<string, ProductEntry>();
  readonly #followers = new MultiMap<string, Follower>();
  #policy: Policy = NO_POLICY;
  #turn = 0;

  /** All references that somebody follows. */
  get followed(): readonly string[] {
    return [...this.#followers.keys()];
  }

  /**
   * Takes in a document. Products that came out the same are left alone, in silence; products for which a newer request
   * was answered already keep that newer answer, and so does the shop as a whole.
   *
   * @param turn grows with each request; a document without one counts as the first
   */
  put(document: AvailabilityDocument, turn = 0): void {
    let shopChanged = false;
    if (turn >= this.#turn) {
      const { disabled, messages, policy, signUp } = document;
      const shop = [this.disabled, this.wording, this.signUp, this.#policy];
      shopChanged = !same(shop, [disabled, messages, signUp, policy]);
      this.#turn = turn;
      this.#policy = policy;
      this.signUp = signUp;
      this.wording = messages;
      this.disabled = disabled;
    }

    const changed = new Set<ProductEntry>();
    for (const product of document.products) {
      if (turn < (this.#turns.get(product.id) ?? 0)) continue;
      if (turn) this.#turns.set(product.id, turn);
      if (same(this.product(product.id), product)) continue;
      changed.add(product);
      for (const name of namesOf(product)) this.#names.set(name, product);
    }
    if (shopChanged) {
      this.facts += 1;
      this.#refresh(() => true, true);
    } else this.#refresh((reference) => changed.has(this.product(reference) as ProductEntry));
  }

  /** The product that goes by a name. */
  product(reference: string): ProductEntry | undefined {
    return this.#names.get(reference);
  }

  /** What is known of a product, or of the variant of it that a selection names. */
  lookup(reference: string, selection: Selection): Known {
    const { product, variant, own, names, whole, policy } = this.find(reference, selection);
    const record = whole ? undefined : this.fromPage ? this.fromPage(own, names) : own;
    return { product, variant: variant?.id, record, policy };
  }

  /** What the document tells of it, and by which names the page may tell of it. */
  find(reference: string, selection: Selection): Found {
    const product = this.product(reference);
    const named = selection.id ?? selection.sku;
    // A reference that is itself a variant's name chooses that variant.
    const variant =
      product &&
      (findVariant(product, selection) ??
        (named === undefined ? findVariant(product, { id: reference, sku: reference }) : undefined));
    const open = !!product?.variants.length && !variant;
    const missed = open && named !== undefined;
    const entry = variant ?? product;
    return {
      product,
      variant,
      own: missed ? undefined : entry?.record,
      names: [reference, selection.id, selection.sku, variant?.sku, variant ? undefined : product?.sku],
      whole: open && !missed,
      policy: entry?.policy ?? this.#policy,
    };
  }

  /** Follows a product until {@link unfollow}. Asks for it when it is not known yet. */
  follow(follower: Follower): void {
    const { reference } = follower;
    const isFirst = !this.#followers.has(reference);
    this.#followers.add(reference, follower);
    if (isFirst && !this.product(reference)) this.ask?.([reference]);
  }

  /** @param reference what it followed, which may not be its reference any more */
  unfollow(follower: Follower, reference: string): void {
    this.#followers.remove(reference, follower);
  }

  /** Has all followers look again: the time has moved, or something an offer does not tell of. */
  refreshAll(regardless = false): void {
    this.#refresh(() => true, regardless);
  }

  #refresh(wanted: (reference: string) => boolean, regardless?: boolean): void {
    // Who is told may follow something else from then on.
    const all: Follower[] = [];
    const add = (it: Follower): void => void all.push(it);
    this.#followers.forEach((them, reference) => wanted(reference) && them.forEach(add));
    for (const it of all) it.refresh(regardless);
  }
}
