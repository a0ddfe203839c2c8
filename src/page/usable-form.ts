/** What we use of a form itself. A field that bears such a name stands in its place. */
const USED =
  'elements closest getAttribute setAttribute removeAttribute append after contains dispatchEvent isConnected parentNode ' +
  'nextElementSibling querySelector querySelectorAll';

/** Whether a form is one that can be worked with: those with such fields are left to the theme. */
export function isUsable(form: Element): form is HTMLFormElement {
  return form instanceof HTMLFormElement && !USED.split(' ').some((name) => Object.hasOwn(form, name));
}
