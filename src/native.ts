/**
 * The DOM's own, asked of an element that may be a form. What is read from a form by `form.closest` may be a field of that name;
 * and whatever name it is, the browser from then on keeps a list of that form's fields up to date, at each change of the page:
 * with a thousand forms that costs more than all that is drawn.
 */
type Method =
  | 'after'
  | 'append'
  | 'closest'
  | 'contains'
  | 'dispatchEvent'
  | 'getAttribute'
  | 'matches'
  | 'querySelector'
  | 'querySelectorAll'
  | 'removeAttribute'
  | 'setAttribute';

/** Calls a method of the DOM's on an element. */
export function call<Name extends Method>(
  on: Element,
  name: Name,
  ...values: Parameters<HTMLElement[Name]>
): ReturnType<HTMLElement[Name]> {
  const method = HTMLElement.prototype[name] as (...all: unknown[]) => unknown;
  return method.apply(on, values) as ReturnType<HTMLElement[Name]>;
}

/** Reads a property of the DOM's. */
export function read<Name extends 'elements' | 'isConnected' | 'nextElementSibling' | 'parentNode'>(
  from: Node,
  name: Name,
): HTMLFormElement[Name] {
  return Reflect.get(HTMLFormElement.prototype, name, from);
}
