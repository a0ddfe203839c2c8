import { leaveByForm } from './leave-by-form.js';
import { refusalOf } from './sign-up-refusal.js';
import type { SendTo, SignUpAnswer, SignUpWish } from './sign-up-wish.js';
import { withinBudget } from './within-budget.js';

/** Shopify's contact form: the merchant gets a message, and needs no app. */
export const shopifyContactTarget: SendTo = async ({ wish, signal }) =>
  withinBudget<SignUpAnswer>(async (budget) => {
    const fields = {
      form_type: 'contact',
      utf8: '✓',
      'contact[email]': wish.email ?? '',
      'contact[body]': messageOf(wish),
    };
    const address = `${rootOf()}contact`;
    const reply = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      referrerPolicy: 'same-origin',
      body: new URLSearchParams(fields),
      signal: budget,
    });
    if (!reply.ok) throw await refusalOf(reply);
    const { pathname, searchParams, origin } = new URL(reply.url);
    // Shopify wants to see a person: only a page can ask for that.
    if (pathname.endsWith('/challenge') && origin === location.origin)
      return leaveByForm(formOf(address, fields));
    if (searchParams.get('contact_posted') !== 'true') throw new Error('sign-up not taken');
    return 'done';
  }, signal);

/** For the merchant to read, and for rules of a mailbox to sort. */
function messageOf({ product, variant, anyVariant, quantity, page, language }: SignUpWish): string {
  const lines = { product, variant: anyVariant ? 'any' : variant, quantity, page, language };
  const told = Object.entries(lines).filter(([, value]) => value !== undefined);
  return ['Back in stock request', ...told.map(([name, value]) => `${name}: ${value}`)].join('\n');
}

/** Where the shop begins, in the language of the page. */
function rootOf(): string {
  const { Shopify } = globalThis as { Shopify?: { routes?: { root?: unknown } } };
  const root = Shopify?.routes?.root;
  return typeof root === 'string' && /^\/(?:[\w-]+\/)*$/.test(root) ? root : '/';
}

function formOf(action: string, fields: Readonly<Record<string, string>>): HTMLFormElement {
  const form = document.createElement('form');
  Object.assign(form, { action, method: 'post', hidden: true });
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    form.append(input);
  }
  document.body.append(form);
  return form;
}
