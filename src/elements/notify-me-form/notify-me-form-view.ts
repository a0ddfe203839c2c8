import type { Offer } from '../../availability/offer.js';
import type { Language, MessageName } from '../../messages/catalogue.js';
import { withMore } from '../../messages/en-more.js';
import { say } from '../../messages/say.js';
import type { AddressKind } from './kind-of.js';

/** Where a sign-up stands. */
export type SignUpPhase =
  | 'ready'
  | 'missing'
  | 'invalid'
  | 'refused'
  | 'sending'
  | 'failed'
  | 'wait'
  | 'done'
  | 'pending'
  | 'already';

/** What the form says. */
export interface NotifyMeFormView {
  readonly heading: string;
  /** What the field is for. */
  readonly email: string;
  readonly submit: string;
  readonly note: string;
  readonly privacy: string;
  /** An error that belongs to the field; empty when there is none. */
  readonly error: string;
  /** What has happened, for everyone to read and hear; empty while nothing has. */
  readonly status: string;
}

/** Words that come later than the form may not come at all: what is said then. */
const INSTEAD = {
  refused: 'form.invalid',
  wait: 'form.failed',
  pending: 'form.done',
  already: 'form.done',
} as const;

/**
 * @param back whether the product can be ordered again while the form is still open
 * @param kind what the field takes
 */
export function notifyMeFormView(
  { state }: Offer,
  phase: SignUpPhase,
  back: boolean,
  language: Language,
  kind: AddressKind = 'email',
): NotifyMeFormView {
  const spoken = withMore(language);
  const text = (name: MessageName): string => say(spoken, name);
  const later = (it: keyof typeof INSTEAD): string => text(`sign-up.${it}`) || text(INSTEAD[it]);
  const errors = {
    missing: () => (kind === 'phone' && text('sign-up.phone.missing')) || text('form.missing'),
    invalid: () => (kind === 'phone' && text('sign-up.phone.invalid')) || text('form.invalid'),
    refused: () => later('refused'),
  };
  const statuses = {
    sending: () => text('form.sending'),
    failed: () => text('form.failed'),
    done: () => text('form.done'),
    wait: () => later('wait'),
    pending: () => later('pending'),
    already: () => later('already'),
  };
  return {
    heading: text(state === 'coming-soon' ? 'form.heading.coming-soon' : 'form.heading'),
    email: (kind === 'phone' && text('sign-up.phone')) || text('form.email'),
    submit: text('form.submit'),
    note: text('form.note'),
    privacy: text('form.privacy'),
    error: phase in errors ? errors[phase as keyof typeof errors]() : '',
    status: phase in statuses ? statuses[phase as keyof typeof statuses]() : back ? text('form.back') : '',
  };
}

/** Whether a sign-up was taken, one way or another. */
export function isTaken(phase: SignUpPhase): boolean {
  return phase === 'done' || phase === 'pending' || phase === 'already';
}

/** Characters that nobody sees: address books and messengers copy them with an address. Two are letters of some domains. */
const UNSEEN = /[^\P{Cf}\u200c\u200d]/gu;

/** Takes off what comes with a pasted address: blanks, `mailto:`, angle brackets, and what cannot be seen. */
export function cleanAddress(pasted: string): string {
  return pasted
    .replace(UNSEEN, '')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]*)>$/, '$1')
    .trim();
}

/** Whether something could be an e-mail address. Only what certainly is none is refused: the mail itself is the proof. */
export function isAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    // Controls, and halves of a character.
    !/[\p{Cc}\p{Cs}]/u.test(address) &&
    /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@.<>"(),:;[\]\\]{2,}$/u.test(address)
  );
}

/** A phone number as machines write it, +4915123456789, where it is one with its country code; else the text as it came. */
export function cleanPhone(written: string): string {
  const bare = written
    .trim()
    .replace(/^tel:/i, '')
    .replace(/[\s().\-\u2010-\u2015/\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^(?:00|\uff0b)/, '+');
  return isPhone(bare) ? bare : written.trim();
}

/** Whether something is a phone number with its country code (E.164). */
export function isPhone(number: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(number);
}
