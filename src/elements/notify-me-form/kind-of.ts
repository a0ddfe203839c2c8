import type { SignUpChannel, SignUpSettings } from '../../availability/sign-up-settings.js';

/** What an address field takes. */
export type AddressKind = 'email' | 'phone';

/** What a shopper is asked for, to be told in a way: an app finds its people by their e-mail address. */
export function kindOf(channel: SignUpChannel | undefined): AddressKind {
  return channel === 'sms' || channel === 'whatsapp' ? 'phone' : 'email';
}

/** Whether a target asks for more than an e-mail address. */
export function asksMore({ channels, quantity, anyVariant, marketing }: SignUpSettings): boolean {
  return channels.length > 1 || quantity || anyVariant || !!marketing || kindOf(channels[0]) === 'phone';
}
