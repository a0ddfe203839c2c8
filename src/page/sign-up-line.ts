import { loadElements, UNLOADED } from './load-elements.js';

/**
 * The button that stands for a sign-up form which we have put in, until somebody wants it: the form's code comes with the
 * press, and nothing in the page moves before that.
 */
export function signUpLine(form: HTMLElement, words: string): void {
  const line = document.createElement('button');
  line.type = 'button';
  line.textContent = words;
  Object.assign(line.style, {
    minBlockSize: '44px',
    paddingInline: '1em',
    border: '1px solid',
    borderRadius: '0.5em',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontWeight: '600',
    cursor: 'pointer',
  });
  line.addEventListener('click', () => {
    form.removeAttribute(UNLOADED);
    void loadElements().then(() => (form as { open?(): void }).open?.());
  });
  form.setAttribute(UNLOADED, '');
  form.append(line);
}
