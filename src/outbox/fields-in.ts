import { MARK } from './line-fields.js';

/** What our fields in a form carry, by their names. */
export function fieldsIn(form: Element): Readonly<Record<string, string>> {
  const inputs = [...form.querySelectorAll<HTMLInputElement>(`input[${MARK}]`)];
  return Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
}
