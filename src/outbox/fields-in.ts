import { MARK } from './line-fields.js';

/** What our fields in a form carry, by their names. */
export function fieldsIn(form: Element): Readonly<Record<string, string>> {
  // Not by the form's own members: its fields may be named like anything.
  const all = [...document.querySelectorAll<HTMLInputElement>(`input[${MARK}]`)];
  return Object.fromEntries(all.filter((it) => it.form === form).map(({ name, value }) => [name, value]));
}
