import { BETWEEN, MARK } from './button-label.js';

/**
 * A submit button that is an `<input>` sends its words, and the shop's server may look at them: it gets the theme's own. By the event
 * that every kind of submission fires, a theme's own FormData as well; in capture, as what the theme does with it comes after.
 */
export function sendOwnValues(): void {
  // The same function twice is one listener.
  addEventListener('formdata', sendOwn, true);
}

function sendOwn({ target, formData }: FormDataEvent): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[${MARK}]`)) {
    const [own = ''] = input.getAttribute(MARK)?.split(BETWEEN) ?? [];
    const { form, name, value } = input;
    const values = formData.getAll(name);
    if (form !== target || !values.includes(value)) continue;
    const [first = own, ...others] = values.map((it) => (it === value ? own : it));
    formData.set(name, first);
    for (const it of others) formData.append(name, it);
  }
}
