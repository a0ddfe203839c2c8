import type { Offer } from '../../availability/offer.js';
import type { Language, MessageName } from '../../messages/catalogue.js';
import { withMore } from '../../messages/en-more.js';
import { say } from '../../messages/say.js';

/** Where a sign-up stands. */
export type SignUpPhase = 'ready' | 'missing' | 'invalid' | 'sending' | 'failed' | 'done';

/** What the form says. */
export interface NotifyMeFormView {
  readonly heading: string;
  readonly email: string;
  readonly submit: string;
  readonly note: string;
  readonly privacy: string;
  /** An error that belongs to the field; empty when there is none. */
  readonly error: string;
  /** What has happened, for everyone to read and hear; empty while nothing has. */
  readonly status: string;
}

/** @param back whether the product can be ordered again while the form is still open */
export function notifyMeFormView(
  { state }: Offer,
  phase: SignUpPhase,
  back: boolean,
  language: Language,
): NotifyMeFormView {
  const spoken = withMore(language);
  const text = (name: MessageName): string => say(spoken, name);
  return {
    heading: text(state === 'coming-soon' ? 'form.heading.coming-soon' : 'form.heading'),
    email: text('form.email'),
    submit: text('form.submit'),
    note: text('form.note'),
    privacy: text('form.privacy'),
    error: phase === 'missing' || phase === 'invalid' ? text(`form.${phase}`) : '',
    status:
      phase === 'sending' || phase === 'failed' || phase === 'done'
        ? text(`form.${phase}`)
        : back
          ? text('form.back')
          : '',
  };
}

/** Takes off what comes with a pasted address: blanks, `mailto:`, angle brackets. */
export function cleanAddress(pasted: string): string {
  return pasted
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]*)>$/, '$1')
    .trim();
}

/** Whether something could be an e-mail address. Only what certainly is none is refused: the mail itself is the proof. */
export function isAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@.<>"(),:;[\]\\]{2,}$/u.test(address)
  );
}
