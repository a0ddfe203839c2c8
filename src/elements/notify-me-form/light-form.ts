const MARK = 'data-backorder-form';

let made = 0;

/** The parts of the form, all in the light DOM, where password managers and autofill see the field. */
export interface LightForm {
  readonly form: HTMLElement;
  readonly label: HTMLLabelElement;
  readonly input: HTMLInputElement;
  readonly button: HTMLButtonElement;
  readonly error: HTMLElement;
}

/**
 * Builds the form inside its element, or takes over the one that is there already because a theme has copied the element
 * with everything in it. Inside another form no form is made: a browser would never nest them, and the theme's must not
 * send the address. The field then belongs to no form at all.
 */
export function lightForm(host: HTMLElement): LightForm {
  const nested = host.parentElement?.closest('form') !== null;
  const copies = [...host.querySelectorAll<HTMLElement>(`:scope > [${MARK}]`)];
  const kept = copies.shift()?.querySelector('input')?.value ?? '';
  for (const copy of host.querySelectorAll(`:scope > [${MARK}]`)) copy.remove();

  const form = document.createElement(nested ? 'div' : 'form');
  form.setAttribute(MARK, '');
  if (form instanceof HTMLFormElement) form.noValidate = true;
  else form.setAttribute('role', 'group');
  const id = `backorder-email-${(made += 1)}`;

  const label = document.createElement('label');
  label.htmlFor = id;
  const input = document.createElement('input');
  Object.assign(input, { id, type: 'email', name: 'email', autocomplete: 'email', inputMode: 'email' });
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

  form.append(label, input, button, error);
  host.append(form);
  return { form, label, input, button, error };
}

/** Calls `send` when the shopper sends the form, however it is built. The event ends here: to a theme a submit is an order. */
export function onSend({ form, input, button }: LightForm, send: () => void, signal: AbortSignal): void {
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
