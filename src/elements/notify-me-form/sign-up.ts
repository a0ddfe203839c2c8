import type { SignUpSettings } from '../../availability/sign-up-settings.js';
import { SignUpRequestEvent, type SendSignUp } from '../../events/signup-request-event.js';
import { webAddress } from '../../outbox/allowed-address.js';
import { loadTarget } from '../../outbox/load-target.js';
import { sendSignUp } from '../../outbox/send-sign-up.js';
import type { SignUpAnswer, SignUpWish } from '../../outbox/sign-up-wish.js';
import { shared } from '../../store/shared-store.js';

/** The merchant's privacy notice, where it stands on the web. */
export function privacyAddress(): string | undefined {
  const url = shared().store.signUp?.privacyUrl;
  return url === undefined ? undefined : webAddress(url, location.href)?.href;
}

/** Calls `again` when the network is back, if it is gone. */
export function onceOnline(again: () => void, signal: AbortSignal): void {
  if (!navigator.onLine) addEventListener('online', again, { once: true, signal });
}

/**
 * Sends sign-ups, one key an intent: a second try of the same address for the same variant repeats the key, so that a lost
 * reply cannot sign anybody up twice. Whoever changes anything asks for something else, under another key.
 */
export class SignUp {
  readonly #host: HTMLElement;
  readonly #keys = new Map<string, string>();
  #taken = '';

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /**
   * Asks the page first, by a cancelable event; then the page's own function, then the configured target.
   *
   * @returns what became of it; nothing when the page has prevented it without a word of its outcome
   * @throws when it was not taken
   */
  async send(
    wish: SignUpWish,
    own: SendSignUp | undefined,
    settings: SignUpSettings | undefined,
    signal: AbortSignal,
  ): Promise<SignUpAnswer | undefined> {
    const { product, variant, language, email = '' } = wish;
    const name = JSON.stringify({ ...wish, language: '', page: '' });
    const key = this.#keys.get(name) ?? newKey();
    this.#keys.set(name, key);
    const request = { product, variant, language, key };
    const event = new SignUpRequestEvent(request);
    const goesOn = this.#host.dispatchEvent(event);
    const send = event.handler ?? (goesOn ? own : undefined);
    if (!goesOn && !send) return undefined;
    let answer: SignUpAnswer = 'done';
    if (send) await send(email, request, wish);
    else if (!settings) throw new Error('nowhere to send a sign-up to');
    else answer = await this.#bring({ wish, settings, key, signal, host: this.#host });
    this.#keys.delete(name);
    this.#taken = wish.anyVariant ? nameOf({ product }) : nameOf(wish);
    return answer;
  }

  async #bring(order: Parameters<Awaited<ReturnType<typeof loadTarget>>>[0]): Promise<SignUpAnswer> {
    const { settings, wish, key, signal } = order;
    const { product, variant, language, page, email = '' } = wish;
    if (!settings.bare) return (await loadTarget(settings.target))(order);
    // An address alone is the contract of the first hour: its endpoints know these fields.
    const body = { email, product, ...(variant !== undefined && { variant }), language, page };
    return sendSignUp(settings.url ?? '', body, key, signal);
  }

  /** Whether this is the sign-up that was last taken. */
  isTaken(wish: Pick<SignUpWish, 'product' | 'variant'>): boolean {
    return [nameOf(wish), nameOf({ product: wish.product })].includes(this.#taken);
  }
}

function nameOf({ product, variant }: Pick<SignUpWish, 'product' | 'variant'>): string {
  return JSON.stringify([product, variant]);
}

// crypto.randomUUID is there on secure pages only.
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((it) => it.toString(16).padStart(2, '0'))
    .join('');
}
