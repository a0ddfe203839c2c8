/** A text whose form follows a count: one text a plural category of the language; `other` is always there. */
export type Plural = { readonly other: string } & {
  readonly [category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

/**
 * What a page says from the start, by name. `{braces}` stand for values, named in the comment beside each message.
 * `when` is one of the `when.*` messages: a whole phrase of time, such as "on 12 December".
 */
export interface FirstMessages {
  readonly 'badge.backorder': string;
  readonly 'badge.preorder': string;
  readonly 'badge.coming-soon': string;
  readonly 'badge.sold-out': string;

  /** Only on our own button; a theme's keeps its words. */
  readonly 'button.in-stock': string;
  readonly 'button.backorder': string;
  readonly 'button.preorder': string;
  readonly 'button.coming-soon': string;
  readonly 'button.sold-out': string;

  /** `{when}`. Confirmed and estimated dates differ in words, by ship and by deliver. */
  readonly 'promise.ship.confirmed': string;
  readonly 'promise.ship.estimated': string;
  readonly 'promise.deliver.confirmed': string;
  readonly 'promise.deliver.estimated': string;
  /** `{when}`: of a product that is announced and cannot be ordered yet. */
  readonly 'promise.release': string;
  /** Ordered now, no date known. */
  readonly 'promise.none': string;
  /** There was a date, and it has passed or is too old to repeat. */
  readonly 'promise.withheld': string;

  /** `{date}`, a day. */
  readonly 'when.day': string;
  /** `{start}` and `{end}`: days or quarters. In words, since a dash is not read out. */
  readonly 'when.range': string;
  /** `{start}` and `{end}`: months. Many languages have another case for a month alone than for one with a day. */
  readonly 'when.months': string;
  /** `{date}`, the Monday. */
  readonly 'when.week': string;
  /** `{month}`, with its year. */
  readonly 'when.month': string;
  /** `{quarter}` 1 to 4 and `{year}`. */
  readonly 'when.quarter': string;
  /** `{date}`, the last day of a window that has begun. */
  readonly 'when.by': string;
  /** The same as the name of a quarter alone, for ranges. */
  readonly quarter: string;
  /** `{count}` days or weeks from the order. */
  readonly 'when.days': Plural;
  readonly 'when.weeks': Plural;
  /** `{min}` to `{count}` days or weeks from the order. */
  readonly 'when.days-range': Plural;
  readonly 'when.weeks-range': Plural;

  /** `{now}` pieces at once, `{later}` pieces `{when}`. */
  readonly 'split.dated': string;
  /** `{now}` pieces at once, `{later}` pieces at a time not known. */
  readonly 'split.undated': string;
  /** `{count}` pieces are the most that can be ordered. */
  readonly 'limit.most': Plural;

  /** Names of the buttons that open the explanation and the sign-up form. */
  readonly 'explain.open': string;
  readonly 'form.heading': string;
  readonly 'form.heading.coming-soon': string;
}

/** What is said only after a press: in the explanation of a date and in the sign-up form. */
export interface MoreMessages {
  readonly 'explain.close': string;
  /** `{count}` pieces. */
  readonly 'explain.now': Plural;
  readonly 'explain.later': Plural;
  readonly 'explain.restock': string;
  readonly 'explain.release': string;
  readonly 'explain.lead-time': string;
  readonly 'explain.estimated': string;
  readonly 'explain.confirmed': string;
  /** `{date}` of the information. */
  readonly 'explain.as-of': string;

  readonly 'form.email': string;
  readonly 'form.submit': string;
  readonly 'form.sending': string;
  readonly 'form.note': string;
  readonly 'form.privacy': string;
  readonly 'form.done': string;
  /** The product can be bought again while the form is open. */
  readonly 'form.back': string;
  readonly 'form.missing': string;
  readonly 'form.invalid': string;
  readonly 'form.failed': string;

  /** `{when}`: the date that this shopper was told before, as a phrase of time. */
  readonly 'promise.changed': string;
  /** `{time}`, a time of day or a day with its time: whoever orders later gets a later date. */
  readonly 'promise.cutoff': string;
  /** `{place}`, a country or region that the date of arrival is for. */
  readonly 'promise.place': string;
  /** All `{count}` pieces wait for the last of them, and ship `{when}`. */
  readonly 'split.together': Plural;
  /** `{count}` shipments of a cart, the last of them `{when}`. */
  readonly 'cart.apart': Plural;
  /** The whole cart in one shipment, `{when}`. */
  readonly 'cart.together': string;
  /** Something in the cart has no date. */
  readonly 'cart.undated': string;

  /** `{promise}`, what was told, as "Pre-order: Ships on 12 December": a way to buy that cannot take it along. */
  readonly 'express.without': string;
  /** The cart did not keep the date that was shown. */
  readonly 'receipt.lost': string;
}

/** What is said in few sign-up forms: where more than an e-mail address is asked, or more than thanks is answered. */
export interface SignUpMessages {
  /** The question above the ways to be told; each way is an answer to it. */
  readonly 'sign-up.channel': string;
  readonly 'sign-up.by-email': string;
  readonly 'sign-up.by-sms': string;
  readonly 'sign-up.by-whatsapp': string;
  readonly 'sign-up.by-push': string;
  readonly 'sign-up.phone': string;
  readonly 'sign-up.phone.missing': string;
  readonly 'sign-up.phone.invalid': string;
  readonly 'sign-up.quantity': string;
  readonly 'sign-up.quantity.invalid': string;
  /** Beside a box to tick: the chosen variant or any other of the product. */
  readonly 'sign-up.any': string;
  /** Of a field whose content looked right and was refused. */
  readonly 'sign-up.refused': string;
  /** A message to confirm by is on its way. */
  readonly 'sign-up.pending': string;
  readonly 'sign-up.already': string;
  readonly 'sign-up.wait': string;

  /** Above two ways: to order beyond the shelf, or to be told. */
  readonly 'choice.legend': string;
  /** Under the second way. */
  readonly 'choice.wait': string;
}

/** Everything that we say, but for the few words of {@link SignUpMessages}. */
export interface Messages extends FirstMessages, MoreMessages {}

/** The name of a message. */
export type MessageName = keyof Messages | keyof SignUpMessages;

/** The messages of one language; those that are said only after a press may still be on their way. */
export interface Language {
  /** BCP 47 tag, for Intl and for `lang`. */
  readonly tag: string;
  readonly messages: FirstMessages & Partial<MoreMessages & SignUpMessages>;
}
