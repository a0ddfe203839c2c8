import { call } from '../native.js';

/** Names of the hidden form fields that carry the promise with the cart line. An empty name sends nothing. */
export interface LineFieldNames {
  /** What the shopper saw, in words. */
  readonly text: string;
  /** What was promised, compact and versioned, for machines. */
  readonly record: string;
}

/** On the fields that are ours. */
export const MARK = 'data-backorder-field';

/**
 * Puts the promise into a form, as hidden inputs in the light DOM: a theme that sends the form natively, by FormData, or
 * by reading its inputs finds them there beforehand. Called again it changes what is there; without a promise it
 * takes the inputs out.
 */
export function setLineFields(
  form: HTMLFormElement,
  names: LineFieldNames,
  text: string,
  record: string,
): void {
  setField(form, 'text', names.text, text);
  setField(form, 'record', names.record, record);
}

/** Takes the fields out of a form. */
export function removeLineFields(form: HTMLFormElement): void {
  setLineFields(form, { text: '', record: '' }, '', '');
}

function setField(form: HTMLFormElement, kind: string, name: string, value: string): void {
  let input = call(form, 'querySelector', `input[${MARK}="${kind}"]`) as HTMLInputElement | null;
  if (!name || !value) {
    input?.remove();
    return;
  }
  const made = !input;
  input ??= document.createElement('input');
  if (made) {
    input.type = 'hidden';
    input.setAttribute(MARK, kind);
  }
  // Themes watch their forms: what is already right is not written again.
  if (input.name !== name) input.name = name;
  if (input.value !== value) input.value = value;
  if (made) call(form, 'append', input);
}
