import { SignUpRequestEvent, type SendSignUp } from '../../events/signup-request-event.js';
import { allowedAddress, webAddress } from '../../outbox/allowed-address.js';
import { sendSignUp } from '../../outbox/send-sign-up.js';
import { report } from '../../report.js';
import { shared } from '../../store/shared-store.js';

/** Where the sign-ups of this page may go by configuration: an address, or nothing. */
export function signUpAddress(): string | undefined {
  const { store, config } = shared();
  const url = store.signUp?.url;
  if (url === undefined) return undefined;
  const allowed = allowedAddress(url, location.href, config.signUpOrigins);
  if (allowed === undefined) {
    report(
      'foreign-sign-up',
      `the availability document wants sign-ups sent to ${JSON.stringify(url.slice(0, 120))}, which this page has not named; no form is shown. ` +
        'Name its origin in data-sign-up-origins of the script tag if that is right.',
    );
  }
  return allowed;
}

/** The merchant's privacy notice, where it stands on the web. */
export function privacyAddress(): string | undefined {
  const url = shared().store.signUp?.privacyUrl;
  return url === undefined ? undefined : webAddress(url, location.href)?.href;
}

/** Calls `again` when the network is back, if it is gone. */
export function onceOnline(again: () => void, signal: AbortSignal): void {
  if (!navigator.onLine) addEventListener('online', again, { once: true, signal });
}

/** What a sign-up is about. */
export interface Intent {
  readonly product: string;
  readonly variant: string | undefined;
  readonly language: string;
}

/**
 * Sends sign-ups, one key an intent: a second try of the same address for the same variant repeats the key, so that a lost
 * reply cannot sign anybody up twice.
 */
export class SignUp {
  readonly #host: HTMLElement;
  readonly #keys = new Map<string, string>();
  #taken = '';

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /**
   * Asks the page first, by a cancelable event; then the page's own function, then the configured address.
   *
   * @returns `true` when it was taken, `false` when the page has prevented it without a word of its outcome
   * @throws when it was not taken
   */
  async send(
    email: string,
    intent: Intent,
    own: SendSignUp | undefined,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { product, variant, language } = intent;
    const name = nameOf(intent, email);
    const key = this.#keys.get(name) ?? newKey();
    this.#keys.set(name, key);
    const request = { product, variant, language, key };
    const event = new SignUpRequestEvent(request);
    const goesOn = this.#host.dispatchEvent(event);
    const send = event.handler ?? (goesOn ? own : undefined);
    if (!goesOn && !send) return false;
    if (send) await send(email, request);
    else {
      const address = signUpAddress();
      if (address === undefined) throw new Error('nowhere to send a sign-up to');
      const body = {
        email,
        product,
        ...(variant !== undefined && { variant }),
        language,
        page: location.pathname,
      };
      await sendSignUp(address, body, key, signal);
    }
    this.#keys.delete(name);
    this.#taken = nameOf(intent);
    return true;
  }

  /** Whether this is the sign-up that was last taken. */
  isTaken(intent: Intent): boolean {
    return this.#taken === nameOf(intent);
  }
}

function nameOf({ product, variant }: Intent, email = ''): string {
  return JSON.stringify([email, product, variant]);
}

// crypto.randomUUID is there on secure pages only.
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((it) => it.toString(16).padStart(2, '0'))
    .join('');
}
