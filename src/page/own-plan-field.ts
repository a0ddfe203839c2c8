import { call, read } from '../native.js';
import { MARK } from '../outbox/line-fields.js';

/** Says of a form's field that it is our selling plan. */
const KIND = 'plan';

/** The plan that an order of a variant names, as a form's field, while somebody knows: for adds that the form knows no more of. */
export const planOfAdd: {
  find?: (form: HTMLFormElement, variant: string, state: string) => Readonly<Record<string, string>>;
} = {};

/** Our fields in the page, by the form that they belong to: not all stand inside it, and forms have fields of any name. */
export function ourFields(): ReadonlyMap<HTMLFormElement, readonly HTMLInputElement[]> {
  const found = new Map<HTMLFormElement, HTMLInputElement[]>();
  for (const it of document.querySelectorAll<HTMLInputElement>(`input[${MARK}]`)) {
    if (it.form) found.set(it.form, [...(found.get(it.form) ?? []), it]);
  }
  return found;
}

export const isPlan = (field: Element): boolean => field.getAttribute(MARK) === KIND;

/** Writes a form's plan, or takes it out. */
export function setPlan(
  form: HTMLFormElement,
  ours: readonly HTMLInputElement[],
  name: string,
  id: string | undefined,
): void {
  const there = ours.filter(isPlan);
  for (const it of id === undefined ? there : there.slice(1)) it.remove();
  if (id === undefined) return;
  let [field] = there;
  if (!field) {
    field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.setAttribute(MARK, KIND);
    // Last, so that it counts before a theme's own that is empty.
    call(form, 'append', field);
  }
  if (field.value !== id) field.value = id;
}

/**
 * Whether the theme, or an app in it, names the plan itself: by a picker of any kind, or by a hidden field that has a value. What
 * the shopper has chosen there, a subscription for one, is never overwritten.
 */
export function isTheirs(form: HTMLFormElement, root: Element, name: string): boolean {
  const inRoot = [...(call(root, 'querySelectorAll', `[name="${name}"]`) as NodeListOf<HTMLInputElement>)];
  // Widgets put their picker anywhere in the product and send it by their own script.
  const all = new Set([...([...read(form, 'elements')] as HTMLInputElement[]), ...inRoot]);
  return [...all].some(
    (it) =>
      it.name === name &&
      !it.hasAttribute(MARK) &&
      !it.disabled &&
      (it.form === form || !it.form) &&
      (it.type !== 'hidden' || it.value !== ''),
  );
}
