import type { SignUpChannel, SignUpSettings } from '../../availability/sign-up-settings.js';
import type { Language } from '../../messages/catalogue.js';
import { matchLanguage } from '../../messages/languages.js';
import { say } from '../../messages/say.js';
import { kindOf } from './kind-of.js';
import { askFor, setText, type LightForm } from './light-form.js';
import { adoptLightStyles } from './light-styles.js';
import { styles } from './more-fields-styles.js';

/** What is wrong with the quantity. */
export type QuantityFault = 'invalid' | 'refused' | undefined;

const MOST = 9999;

let made = 0;

/**
 * What a form asks beside the address: how to be told, how many, which variant, and consent to marketing, which stands apart and
 * is never ticked beforehand. Built once, into the form that is there.
 */
export class MoreFields {
  readonly #parts: LightForm;
  readonly #id = `backorder-more-${(made += 1)}`;
  readonly #ways = new Map<SignUpChannel, readonly [HTMLInputElement, HTMLElement]>();
  readonly #question = document.createElement('span');
  readonly #count: readonly [HTMLLabelElement, HTMLInputElement, HTMLElement] | undefined;
  readonly #any: readonly [HTMLInputElement, HTMLElement] | undefined;
  readonly #consent: readonly [HTMLInputElement, HTMLElement] | undefined;
  readonly #settings: SignUpSettings;
  /** What was written of each kind: whoever tries the other way finds it again. */
  readonly #written = { email: '', phone: '' };
  #language = '';

  /** @param changed called when the shopper wants to be told in another way */
  constructor(parts: LightForm, settings: SignUpSettings, variants: boolean, changed: () => void) {
    this.#parts = parts;
    this.#settings = settings;
    const { form, label, button } = parts;
    if (settings.channels.length > 1) {
      const group = document.createElement('div');
      group.setAttribute('role', 'radiogroup');
      this.#question.id = this.#id;
      group.setAttribute('aria-labelledby', this.#id);
      group.append(this.#question);
      for (const channel of settings.channels) group.append(this.#way(channel, changed));
      label.before(group);
    }
    if (settings.quantity) {
      this.#count = this.#number();
      button.before(...this.#count);
    }
    if (settings.anyVariant && variants) this.#any = this.#box('any');
    if (settings.marketing) this.#consent = this.#box('marketing');
    form.setAttribute('data-backorder-more', '');
    adoptLightStyles(form, styles);
  }

  /** The way in which the shopper wants to be told. */
  get channel(): SignUpChannel {
    const chosen = [...this.#ways].find(([, [radio]]) => radio.checked);
    return chosen?.[0] ?? this.#settings.channels[0] ?? 'email';
  }

  /** The pieces that are wanted: nothing where none were asked or told, 0 for what is no number of pieces. */
  get quantity(): number | undefined {
    const field = this.#count?.[1];
    if (!field || (field.value.trim() === '' && !field.validity.badInput)) return undefined;
    const number = Number(field.value);
    return Number.isInteger(number) && number >= 1 && number <= MOST ? number : 0;
  }

  get anyVariant(): boolean {
    return this.#any?.[0].checked === true;
  }

  /** The name of the wording that was agreed to. */
  get marketing(): string | undefined {
    const [box] = this.#consent ?? [];
    return box?.checked && !box.closest('[hidden]') ? this.#settings.marketing?.version : undefined;
  }

  /** The field of the quantity, to put the shopper there. */
  get count(): HTMLInputElement | undefined {
    return this.#count?.[1];
  }

  /** Writes the words and the state. */
  fill(language: Language, fault: QuantityFault, sending: boolean): void {
    setText(this.#question, say(language, 'sign-up.channel'));
    for (const [channel, [radio, words]] of this.#ways) {
      setText(words, say(language, `sign-up.by-${channel}`));
      radio.disabled = sending;
    }
    if (this.#count) {
      const [label, field, error] = this.#count;
      setText(label, say(language, 'sign-up.quantity'));
      setText(
        error,
        fault ? say(language, fault === 'invalid' ? 'sign-up.quantity.invalid' : 'sign-up.refused') : '',
      );
      field.ariaInvalid = fault ? 'true' : null;
      field.readOnly = sending;
    }
    if (this.#any) setText(this.#any[1], say(language, 'sign-up.any'));
    this.#fillConsent(language.tag);
  }

  /** The merchant's sentence, in the shopper's language or not at all: nobody agrees to what they cannot read. */
  #fillConsent(tag: string): void {
    if (!this.#consent) return;
    const [box, words] = this.#consent;
    const text = this.#settings.marketing?.text ?? {};
    const ours = matchLanguage(tag).language;
    const key =
      [tag, tag.split('-')[0] ?? ''].find((it) => Object.hasOwn(text, it)) ??
      Object.keys(text).find(
        (it) => matchLanguage(it).language === ours && (ours !== 'en' || /^en\b/i.test(it)),
      );
    const row = box.closest('label') as HTMLElement;
    row.hidden = key === undefined;
    // Another wording is another question.
    if (key !== undefined && this.#language !== '' && this.#language !== key) box.checked = false;
    this.#language = key ?? '';
    setText(words, key === undefined ? '' : (text[key] ?? ''));
  }

  #way(channel: SignUpChannel, changed: () => void): HTMLElement {
    const radio = this.#input('radio');
    Object.assign(radio, { name: this.#id, value: channel, checked: channel === this.#settings.channels[0] });
    const words = document.createElement('span');
    this.#ways.set(channel, [radio, words]);
    radio.addEventListener('change', () => {
      const { input } = this.#parts;
      const before = input.type === 'tel' ? 'phone' : 'email';
      const now = kindOf(this.channel);
      if (before !== now) {
        this.#written[before] = input.value;
        askFor(input, now);
        input.value = this.#written[now];
      }
      changed();
    });
    return row(radio, words);
  }

  #number(): readonly [HTMLLabelElement, HTMLInputElement, HTMLElement] {
    const field = this.#input('number');
    Object.assign(field, {
      id: `${this.#id}-count`,
      min: '1',
      max: String(MOST),
      step: '1',
      inputMode: 'numeric',
    });
    const label = document.createElement('label');
    label.htmlFor = field.id;
    const error = document.createElement('p');
    error.id = `${field.id}-error`;
    field.setAttribute('aria-describedby', error.id);
    for (const it of [label, error]) it.dir = 'auto';
    return [label, field, error];
  }

  #box(name: 'any' | 'marketing'): readonly [HTMLInputElement, HTMLElement] {
    const box = this.#input('checkbox');
    box.setAttribute('data-backorder-box', name);
    box.value = name;
    const words = document.createElement('span');
    this.#parts.button.before(row(box, words));
    return [box, words];
  }

  /** In no theme's form: see `lightForm`. */
  #input(type: string): HTMLInputElement {
    const input = document.createElement('input');
    input.type = type;
    if (this.#parts.input.hasAttribute('form')) input.setAttribute('form', '');
    return input;
  }
}

function row(input: HTMLInputElement, words: HTMLElement): HTMLLabelElement {
  const label = document.createElement('label');
  label.setAttribute('data-backorder-row', '');
  words.dir = 'auto';
  label.append(input, words);
  return label;
}
