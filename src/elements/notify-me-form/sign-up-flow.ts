import type { Offer } from '../../availability/offer.js';
import type { SignUpSettings } from '../../availability/sign-up-settings.js';
import { known } from '../../availability/read.js';
import { SignedUpEvent } from '../../events/signed-up-event.js';
import type { SendSignUp } from '../../events/signup-request-event.js';
import type { Language } from '../../messages/catalogue.js';
import { say } from '../../messages/say.js';
import { SignUpRefusal } from '../../outbox/sign-up-refusal.js';
import type { SignUpWish } from '../../outbox/sign-up-wish.js';
import { announce } from '../shared/announce.js';
import type { Intent } from './intent-of.js';
import { kindOf } from './kind-of.js';
import type { LightForm } from './light-form.js';
import type { MoreFields, QuantityFault } from './more-fields.js';
import {
  cleanAddress,
  cleanPhone,
  isAddress,
  isPhone,
  isTaken,
  notifyMeFormView,
  type SignUpPhase,
} from './notify-me-form-view.js';
import { onceOnline, SignUp } from './sign-up.js';

/** The form that a sign-up is sent from, as it stands now. */
export interface FlowState {
  readonly send: SendSignUp | undefined;
  readonly offer: Offer | undefined;
  readonly settings: SignUpSettings | undefined;
  readonly language: Language;
  readonly intent: Intent;
  readonly more: MoreFields | undefined;
}

/** The element that a sign-up is sent from, as far as sending goes. */
export interface FlowHost {
  readonly element: HTMLElement & { readonly updateComplete: Promise<boolean> };
  now(): FlowState;
  form(): LightForm;
  /** The words that few forms say are there, or will not come. */
  needWords(): Promise<void>;
  changed(): void;
}

/** What happens between the press and the thanks: fields are looked at, the sign-up goes out, what came of it is told. */
export class SignUpFlow {
  phase: SignUpPhase = 'ready';
  fault: QuantityFault;
  readonly #host: FlowHost;
  readonly #signUp: SignUp;
  #sending: AbortController | undefined;
  /** By the steady clock: a server that wants to be left alone is, whatever the shopper presses. */
  #waitUntil = 0;

  constructor(host: FlowHost) {
    this.#host = host;
    this.#signUp = new SignUp(host.element);
  }

  /** Gives up what is on its way. */
  stop(): void {
    this.#sending?.abort();
    if (this.phase === 'sending') this.phase = 'ready';
  }

  /** Thanks are for one variant; of another one the shopper can still be told. */
  forget(intent: Intent): void {
    if (isTaken(this.phase) && !this.#signUp.isTaken(intent)) this.phase = 'ready';
  }

  async send(): Promise<void> {
    const { element } = this.#host;
    const { settings, more, intent, language, send } = this.#host.now();
    const { input, ending } = this.#host.form();
    if (this.phase === 'sending') return;
    const channel = more?.channel ?? settings?.channels[0] ?? 'email';
    const phone = kindOf(channel) === 'phone';
    const address = phone ? cleanPhone(input.value) : cleanAddress(input.value);
    if (address !== input.value) input.value = address;
    const fine = phone ? isPhone(address) : isAddress(address);
    const quantity = more?.quantity;
    this.fault = quantity === 0 ? 'invalid' : undefined;
    if (!fine || this.fault) {
      this.#become(fine ? 'ready' : address ? 'invalid' : 'missing');
      await element.updateComplete;
      (fine ? more?.count : input)?.focus();
      return;
    }
    if (performance.now() < this.#waitUntil) {
      this.#become('wait');
      return;
    }
    const { product, variant, ids } = intent;
    const anyVariant = more?.anyVariant === true || undefined;
    const wish = known({
      ...{ product, variant: anyVariant ? undefined : variant, ids, anyVariant, channel, quantity },
      ...{ email: phone ? undefined : address, phone: phone ? address : undefined },
      ...{ marketing: more?.marketing, language: language.tag, page: location.pathname },
    }) as SignUpWish;
    const sending = new AbortController();
    this.#sending = sending;
    this.#become('sending');
    try {
      const answer = await this.#signUp.send(wish, send, settings, sending.signal);
      if (sending.signal.aborted) return;
      if (answer === 'pending' || answer === 'already') await this.#host.needWords();
      this.#become(answer ?? 'ready');
      if (!answer) return;
      input.value = '';
      element.dispatchEvent(new SignedUpEvent(wish.product, wish.variant));
    } catch (reason) {
      if (sending.signal.aborted) return;
      if (reason instanceof SignUpRefusal) await this.#refused(reason, phone);
      else this.#become('failed');
      // Once the network is back the same sign-up goes out again, with the same key.
      onceOnline(() => {
        if (this.phase === 'failed' && element.isConnected) void this.send();
      }, ending.signal);
    }
  }

  /** Says which field was refused, as far as the target has; everything that was written stays. */
  async #refused({ field, retryIn }: SignUpRefusal, phone: boolean): Promise<void> {
    const { input } = this.#host.form();
    await this.#host.needWords();
    const { more } = this.#host.now();
    if (retryIn !== undefined) {
      this.#waitUntil = performance.now() + retryIn * 1000;
      this.#become('wait');
    } else if (field === 'quantity' && more?.count) {
      this.fault = 'refused';
      this.#become('ready');
      more.count.focus();
    } else if (field === (phone ? 'phone' : 'email')) {
      this.#become('refused');
      input.focus();
    } else this.#become('failed');
  }

  #become(phase: SignUpPhase): void {
    const { element } = this.#host;
    const { offer, language, settings, more } = this.#host.now();
    const { form, input } = this.#host.form();
    const focused = form.matches(':focus-within');
    const earlier = this.phase;
    this.phase = phase;
    this.#host.changed();
    if (!offer) return;
    const kind = kindOf(more?.channel ?? settings?.channels[0]);
    const { status, error } = notifyMeFormView(offer, phase, false, language, kind);
    const count = this.fault === 'refused' ? 'sign-up.refused' : 'sign-up.quantity.invalid';
    // A field is read out with its error when the focus comes to it, and not when it is there already.
    const here = input.matches(':focus')
      ? error
      : this.fault && more?.count?.matches(':focus')
        ? say(language, count)
        : '';
    if (status || here || earlier !== 'ready') announce(status || here, language.tag);
    if (!isTaken(phase) || !focused) return;
    // The form goes; the focus stays where the shopper is, on the thanks.
    void element.updateComplete.then(() =>
      element.shadowRoot?.querySelector<HTMLElement>('[part=status]')?.focus(),
    );
  }
}
