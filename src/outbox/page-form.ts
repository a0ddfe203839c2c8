import { webAddress } from './allowed-address.js';

/** Controls that ask nothing of a shopper. */
const SILENT = /^(?:hidden|submit|button|image|reset)$/;

/** A form that the page's author has written to take sign-ups without script. */
export interface PageForm {
  readonly form: HTMLFormElement;
  readonly email: HTMLInputElement;
  readonly action: URL;
}

/**
 * The form inside a tag of ours, or the page's that is marked with `data-backorder-sign-up`. One that asks for more than an address
 * is its author's own: nothing of it may be hidden.
 */
export function pageForm(host?: Element): PageForm | undefined {
  const own = host?.querySelector<HTMLFormElement>('form:not([data-backorder-form])');
  const form = own ?? document.querySelector<HTMLFormElement>('form[data-backorder-sign-up]');
  // By attributes: a field of the form may be called "method" or "action".
  if (form?.getAttribute('method')?.toLowerCase() !== 'post') return undefined;
  const action = webAddress(form.getAttribute('action') ?? '', document.baseURI);
  const asks = [...form.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter(
    ({ type }) => !SILENT.test(type),
  );
  const [email] = asks;
  const mails = email?.type === 'email' || /mail/i.test(email?.name ?? '');
  const secure = action?.protocol === 'https:' || location.protocol === 'http:';
  return action && secure && mails && email && asks.length === 1 ? { form, email, action } : undefined;
}
