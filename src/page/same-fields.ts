import { MARK } from '../outbox/line-fields.js';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Fields of a theme that bear the name of one of ours, such as a BigCommerce modifier that the settings name: they say what ours
 * carries, and get their own text back with it. Sent twice, it is the same. One of ours that is held back is not said.
 */
export class SameFields {
  /** What stood in a field before. */
  readonly #before = new Map<Field, string>();

  /** Looks again: what is promised changes, and fields come and go. */
  look(): void {
    const wanted = new Map<Field, string>();
    for (const ours of document.querySelectorAll<HTMLInputElement>(`input[${MARK}]:enabled`)) {
      for (const field of textFieldsBeside(ours)) wanted.set(field, ours.value);
    }
    for (const field of this.#before.keys()) if (!wanted.has(field)) this.#restore(field);
    for (const [field, value] of wanted) {
      if (!this.#before.has(field)) this.#before.set(field, field.value);
      if (field.value !== value) field.value = value;
    }
  }

  release(): void {
    for (const field of this.#before.keys()) this.#restore(field);
  }

  #restore(field: Field): void {
    field.value = this.#before.get(field) ?? '';
    this.#before.delete(field);
  }
}

function textFieldsBeside(ours: HTMLInputElement): readonly Field[] {
  // Not form.elements, which may be a field.
  const all = [...document.querySelectorAll<Field>('input[type=text], input:not([type]), textarea')];
  return all.filter((it) => it.name === ours.name && it.form === ours.form && !it.hasAttribute(MARK));
}
