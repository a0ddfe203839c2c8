import type { SignUpChannel, SignUpSettings } from '../availability/sign-up-settings.js';

/** What a shopper has asked for, with the address to tell it to: an e-mail address or a phone number. */
export interface SignUpWish {
  /** Product as the page names it. */
  readonly product: string;
  /** Variant id, where one is chosen and it is this one that is wanted. */
  readonly variant?: string;
  /** Any variant will do. */
  readonly anyVariant?: true;
  /** Ids in the shop system, as far as they are known: other companies know a product by these alone. */
  readonly ids: { readonly product?: string | undefined; readonly variant?: string | undefined };
  readonly channel: SignUpChannel;
  readonly email?: string;
  /** In the form +4915123456789. */
  readonly phone?: string;
  readonly quantity?: number;
  /** Tag of the language that the form spoke. */
  readonly language: string;
  /** Path of the page, without query and hash: those may hold what is nobody's business. */
  readonly page: string;
  /** The shopper has ticked the consent to marketing, in the wording of this name. */
  readonly marketing?: string;
}

/** One sign-up on its way. */
export interface SignUpOrder {
  readonly wish: SignUpWish;
  readonly settings: SignUpSettings;
  /** The same for each try of one intent. */
  readonly key: string;
  readonly signal: AbortSignal;
  /** The element that the shopper signs up in. */
  readonly host: Element;
}

/** A sign-up was taken: at once, or with a confirmation to come, or it was on the list before. */
export type SignUpAnswer = 'done' | 'pending' | 'already';

/** Brings a sign-up to one kind of target. Rejects on every failure, with a `SignUpRefusal` where the reason is known. */
export type SendTo = (order: SignUpOrder) => Promise<SignUpAnswer>;
