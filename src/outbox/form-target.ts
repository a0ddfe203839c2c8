import { leaveByForm } from './leave-by-form.js';
import { pageForm } from './page-form.js';
import { refusalOf } from './sign-up-refusal.js';
import type { SendTo, SignUpAnswer, SignUpWish } from './sign-up-wish.js';
import { withinBudget } from './within-budget.js';

/**
 * A form of the page itself, with its own hidden fields, as it would be sent without script. Fields of the names `product`, `variant`,
 * `quantity`, `page` and `language` are filled in where it has them. To another site a browser sends it, and leaves the page.
 */
export const formTarget: SendTo = async ({ wish, key, signal, host }) => {
  const found = pageForm(host);
  if (!found) throw new Error('no form to send a sign-up by');
  const { form, email, action } = found;
  email.value = wish.email ?? '';
  fill(form, wish);
  if (action.origin !== location.origin) return leaveByForm(form);
  const data = new FormData(form);
  const multipart = form.getAttribute('enctype')?.toLowerCase() === 'multipart/form-data';
  const texts = [...data].filter((it): it is [string, string] => typeof it[1] === 'string');
  email.value = '';
  return withinBudget<SignUpAnswer>(async (budget) => {
    const reply = await fetch(action, {
      method: 'POST',
      credentials: 'same-origin',
      referrerPolicy: 'same-origin',
      headers: { 'idempotency-key': key },
      body: multipart ? data : new URLSearchParams(texts),
      signal: budget,
    });
    if (!reply.ok) throw await refusalOf(reply);
    return 'done';
  }, signal);
};

function fill(form: HTMLFormElement, wish: SignUpWish): void {
  const { product, variant, quantity, page, language } = wish;
  const values: Readonly<Record<string, string | number | undefined>> = {
    product,
    variant,
    quantity,
    page,
    language,
  };
  for (const field of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
    if (Object.hasOwn(values, field.name)) field.value = String(values[field.name] ?? '');
  }
}
