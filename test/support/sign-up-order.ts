// One sign-up as it is handed to a target.
import { signUpSettings, type SignUpSettings } from '../../src/availability/sign-up-settings.js';
import type { SendTo, SignUpOrder, SignUpWish } from '../../src/outbox/sign-up-wish.js';

export const CANARY = 'canary@example.com';
export const KEY = '0123456789abcdef0123456789abcdef';

/** Settings as a document tells them. Broken ones are a mistake of the test. */
export function settingsOf(told: object): SignUpSettings {
  const { settings, problems } = signUpSettings(told);
  if (!settings || problems.length) throw new Error(`bad settings: ${JSON.stringify(problems)}`);
  return settings;
}

/** A sign-up by e-mail for variant 42 of product 7012. */
export const order = (told: object, wish: Partial<SignUpWish> = {}, host?: Element): SignUpOrder => ({
  wish: {
    product: 'lamp',
    variant: '42',
    ids: { product: '7012', variant: '42' },
    channel: 'email',
    email: CANARY,
    language: 'de-CH',
    page: '/products/lamp',
    ...wish,
  },
  settings: settingsOf(told),
  key: KEY,
  signal: new AbortController().signal,
  host: host ?? document.body,
});

/** What became of a sign-up: the answer, or the reason why not with the field that it was about. */
export const outcome = (sent: ReturnType<SendTo>): Promise<string> =>
  sent.then(
    (answer) => answer,
    (reason: unknown) => {
      const { field, retryIn } = reason as { field?: string; retryIn?: number };
      return `no: ${field ?? retryIn ?? String(reason)}`;
    },
  );

/** Takes `field` out of what a sign-up is by e-mail. */
export const byPhone = {
  channel: 'sms',
  phone: '+4915123456789',
  email: undefined,
} as unknown as Partial<SignUpWish>;
