import type { Offer, ShipPromise } from '../availability/offer.js';

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
  let input = form.querySelector<HTMLInputElement>(`input[${MARK}="${kind}"]`);
  if (!name || !value) {
    input?.remove();
    return;
  }
  if (!input) {
    input = document.createElement('input');
    input.type = 'hidden';
    input.setAttribute(MARK, kind);
    form.append(input);
  }
  // Themes watch their forms: what is already right is not written again.
  if (input.name !== name) input.name = name;
  if (input.value !== value) input.value = value;
}

/**
 * What was promised, for the order: version, state, split, window with precision, basis, confidence, and when it was
 * told. Example: `1;backorder;0+2;2026-12-01/2026-12-05;day;ship;estimated;2026-11-22T09:00Z;en`.
 */
export function lineRecord({ state, split, promise }: Offer, language: string): string {
  const { window, basis, confidence, asOf } = promise ?? ({} as Partial<ShipPromise>);
  return [
    1,
    state,
    split && `${split.now}+${split.later}`,
    window && `${window.start}/${window.end}`,
    window?.precision,
    basis,
    confidence,
    asOf && `${new Date(asOf).toISOString().slice(0, 16)}Z`,
    language,
  ].join(';');
}
