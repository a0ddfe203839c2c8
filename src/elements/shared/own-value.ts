let listening = false;

/**
 * A submit button that is an `<input>` sends its words, and the shop's server may look at them: it gets the theme's own. By the event
 * that every kind of submission fires, a theme's own FormData as well; in capture, as what the theme does with it comes after.
 *
 * @param mark attribute that a button with our words has
 * @param between parts its value, which begins with the theme's own words
 */
export function sendOwnValues(mark: string, between: string): void {
  if (listening) return;
  listening = true;
  const send = ({ target, formData }: FormDataEvent): void => {
    for (const input of document.querySelectorAll<HTMLInputElement>(`input[${mark}]`)) {
      const [own = ''] = input.getAttribute(mark)?.split(between) ?? [];
      const { form, name, value } = input;
      const values = formData.getAll(name);
      if (form !== target || !values.includes(value)) continue;
      const [first = own, ...others] = values.map((it) => (it === value ? own : it));
      formData.set(name, first);
      for (const it of others) formData.append(name, it);
    }
  };
  addEventListener('formdata', send, true);
}
