import type { AddressKind } from './kind-of.js';
import { adoptLightStyles } from './light-styles.js';
import type { NotifyMeFormView } from './notify-me-form-view.js';

const MARK = 'data-backorder-form';

const KINDS = {
  email: { type: 'email', name: 'email', autocomplete: 'email', inputMode: 'email' },
  phone: { type: 'tel', name: 'tel', autocomplete: 'tel', inputMode: 'tel' },
} as const;

/** Name of the slot of the form, so that what the page author put inside is not shown beside it. */
export const SLOT = 'form';

let made = 0;

/** The parts of the form, all in the light DOM, where password managers and autofill see the field. */
export interface LightForm {
  readonly form: HTMLElement;
  readonly label: HTMLLabelElement;
  readonly input: HTMLInputElement;
  readonly button: HTMLButtonElement;
  readonly error: HTMLElement;
  /** Ends what listens to it. */
  readonly ending: AbortController;
}

/**
 * Builds the form inside its element, or takes over the one that is there already because a theme has copied the element
 * with everything in it. Inside another form no form is made: a browser would never nest them, and the theme's must not
 * send the address. The field then belongs to no form at all.
 *
 * @param send called when the shopper sends the form
 */
export function lightForm(host: HTMLElement, send: () => void): LightForm {
  const nested = Boolean(host.parentElement?.closest('form'));
  const copies = [...host.querySelectorAll<HTMLElement>(`:scope > [${MARK}]`)];
  const kept = copies[0]?.querySelector<HTMLInputElement>('input[dir]')?.value ?? '';
  for (const copy of host.querySelectorAll(`:scope > [${MARK}]`)) copy.remove();

  const form = document.createElement(nested ? 'div' : 'form');
  form.setAttribute(MARK, '');
  if (form instanceof HTMLFormElement) form.noValidate = true;
  else form.setAttribute('role', 'group');
  const id = `backorder-email-${(made += 1)}`;

  const label = document.createElement('label');
  label.htmlFor = id;
  const input = document.createElement('input');
  input.id = id;
  askFor(input, 'email');
  // An address reads from left to right in every language.
  input.dir = 'ltr';
  input.required = true;
  input.value = kept;
  // Session recorders know these as "do not record".
  input.setAttribute('data-private', '');
  input.setAttribute('data-hj-suppress', '');
  input.classList.add('ph-no-capture');
  const button = document.createElement('button');
  button.type = nested ? 'button' : 'submit';
  if (nested) {
    input.setAttribute('form', '');
    button.setAttribute('form', '');
  }
  const error = document.createElement('p');
  error.id = `${id}-error`;
  input.setAttribute('aria-describedby', error.id);

  // English on a page that is read from the right keeps its own order.
  for (const it of [label, button, error]) it.dir = 'auto';
  form.slot = SLOT;
  // An error stands at its field, where it is read before the button.
  form.append(label, input, error, button);
  host.append(form);
  adoptLightStyles(host);
  const parts = { form, label, input, button, error, ending: new AbortController() };
  onSend(parts, send);
  return parts;
}

/** Makes the field one for an e-mail address or for a phone number, to keyboards and autofill as well. */
export function askFor(input: HTMLInputElement, kind: AddressKind): void {
  if (input.type !== KINDS[kind].type) Object.assign(input, KINDS[kind]);
}

/** Writes the words and the state of a sign-up into the form. */
export function fillForm(parts: LightForm, view: NotifyMeFormView, sending: boolean, language: string): void {
  const { form, label, input, button, error } = parts;
  form.lang = language;
  form.ariaLabel = view.heading;
  setText(label, view.email);
  // While it is sent, its name stays that of the action.
  setText(button, view.submit);
  setText(error, view.error);
  button.ariaBusy = sending ? 'true' : null;
  input.readOnly = sending;
  input.ariaInvalid = view.error ? 'true' : null;
}

/** Writes words where they are not already: assistive technology hears of every change. */
export function setText(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

/** Hears of the form being sent, however it is built. The event ends here: to a theme a submit is an order. */
function onSend({ form, input, button, ending: { signal } }: LightForm, send: () => void): void {
  const handle = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    send();
  };
  if (form instanceof HTMLFormElement) {
    form.addEventListener('submit', handle, { signal });
    return;
  }
  button.addEventListener('click', handle, { signal });
  input.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && !event.isComposing) handle(event);
    },
    { signal },
  );
}
