// Every state of every element, side by side, for audits of all of them at once: what is drawn by a record, and what comes
// only after a shopper has done something, which is done here.
import type { NotifyMeForm } from '../../src/elements/notify-me-form/notify-me-form.js';
import type { PreorderButton } from '../../src/elements/preorder-button/preorder-button.js';
import { first } from '../../src/messages/en-first.js';
import { withSignUpWords } from '../../src/messages/sign-up-words.js';
import { put, soon, tell, until } from './element-page.js';
import { json, stubFetch } from './fetch-stub.js';
import { told } from './told.js';

const backorder = { sell: 'backorder' };
const none = { onHand: 0 };
const soon_ = { status: 'coming-soon', release: '2027-02' };

/** Products, named by what is shown of them. */
const PRODUCTS: Readonly<Record<string, object>> = {
  'in-stock': { onHand: 5 },
  backorder: { ...none, restock: '2026-12-12', policy: backorder },
  preorder: { ...none, release: '2027-Q1', policy: { sell: 'preorder' } },
  'coming-soon': soon_,
  'sold-out': none,
  unknown: {},
  sure: { ...none, restock: { date: '2026-12-12', confidence: 'confirmed' }, policy: backorder },
  days: { ...none, restock: '2026-12-29/2027-01-02', policy: backorder },
  week: { ...none, restock: '2026-12-07/2026-12-13', policy: backorder },
  weeks: { ...none, policy: { ...backorder, promise: { leadTime: { max: 3, unit: 'week' } } } },
  arrives: { ...none, restock: { date: '2026-12-12', basis: 'deliver' }, policy: backorder },
  undated: { ...none, policy: backorder },
  split: { onHand: 2, restock: '2026-12-12', policy: backorder },
  limited: { ...none, restock: '2026-12-12', policy: { ...backorder, limit: 3 } },
  full: { onHand: -2, policy: { ...backorder, limit: 2 } },
  both: { ...none, restock: '2026-12-12', policy: { ...backorder, signUp: 'beside' } },
};

/** Where sign-ups go, and all that can be asked with them. */
const SIGN_UP = {
  ...{ target: 'endpoint', url: '/sign-ups', privacyUrl: '/privacy', channels: ['email', 'sms', 'push'] },
  ...{ quantity: true, anyVariant: true, marketing: { version: '1', text: { en: 'Send me news.' } } },
};

const THEIRS =
  '<button type="button" style="min-height: 44px; color: inherit; background: none">Add to cart – €145</button>';

/** What the sign-up endpoint answers, by the first part of the address. */
const ANSWERS: Readonly<Record<string, (key: string) => Response | Promise<Response>>> = {
  done: (requestId) => json({ requestId, status: 'active' }),
  pending: (requestId) => json({ requestId, status: 'pending' }),
  already: (requestId) => json({ requestId, status: 'already' }),
  failed: () => json({}, {}, 500),
  refused: () => json({ field: 'email' }, {}, 422),
  wait: () => json({}, { 'retry-after': '600' }, 429),
  sending: () => new Promise(() => undefined),
};

/** What is typed into a form, and the phase that it is in then. */
const FORMS: readonly (readonly [string, string])[] = [
  ['', 'missing'],
  ['anna@example', 'invalid'],
  ...Object.keys(ANSWERS).map((it) => [`${it}@example.com`, it] as const),
];

const DRAWN = [
  ...['backorder', 'preorder', 'coming-soon', 'sold-out', 'in-stock'].map(
    (it) => `<p>Table <backorder-badge product="${it}"></backorder-badge></p>`,
  ),
  '<backorder-badge product="unknown"><span>Ask us</span></backorder-badge>',
  '<a href="#card" style="color: inherit">Table <backorder-badge product="backorder"></backorder-badge></a>',
  ...['backorder', 'preorder', 'coming-soon', 'sure', 'days', 'week', 'weeks', 'arrives', 'undated'].map(
    (it) => `<eta-notice product="${it}"></eta-notice>`,
  ),
  '<eta-notice product="split" quantity="5"></eta-notice>',
  '<eta-notice product="limited" quantity="5"></eta-notice>',
  '<eta-notice product="in-stock"><span slot="in-stock">Ships in 1 to 2 days</span></eta-notice>',
  ...['in-stock', 'backorder', 'preorder', 'coming-soon', 'sold-out', 'unknown'].map(
    (it) => `<preorder-button product="${it}"></preorder-button>`,
  ),
  ...['backorder', 'preorder', 'coming-soon', 'sold-out', 'full'].map(
    (it) => `<preorder-button product="${it}">${THEIRS}</preorder-button>`,
  ),
  '<preorder-button product="backorder" class="busy"></preorder-button>',
  '<notify-me-form product="sold-out" compact></notify-me-form>',
  '<notify-me-form product="coming-soon" compact></notify-me-form>',
  '<notify-me-form product="both" compact></notify-me-form>',
  '<notify-me-form product="both" compact class="waits"></notify-me-form>',
  '<notify-me-form product="sold-out"></notify-me-form>',
  '<notify-me-form product="coming-soon"></notify-me-form>',
  '<form><notify-me-form product="sold-out"></notify-me-form></form>',
];

/** Draws all of it twice: in a place that is read from the left, and in one that is read from the right. */
export async function everyState(): Promise<HTMLElement> {
  const products = Object.entries(PRODUCTS).map(([id, record]) => ({ id, ...record }));
  tell(told(products, { signUp: SIGN_UP }));
  stubFetch(async ({ request }) => {
    const { email } = (await request.clone().json()) as { email: string };
    const key = request.headers.get('idempotency-key') ?? '';
    return (ANSWERS[email.split('@')[0] ?? ''] ?? (() => json({}, {}, 500)))(key);
  });
  const forms = FORMS.map(
    ([address, phase]) =>
      `<notify-me-form product="sold-out" data-type="${address}" data-wanted="${phase}"></notify-me-form>`,
  );
  const all = [...DRAWN, ...forms].map((it) => `<section>${it}</section>`).join('');
  const ground = put(`<div><div dir="ltr">${all}</div><div dir="rtl">${all}</div></div>`);
  await Promise.all(
    [...ground.querySelectorAll<NotifyMeForm>('notify-me-form:not([compact])')].map(async (form) => {
      await until(() => form.querySelector('[data-backorder-row] span')?.textContent, 'a form');
      const { type, wanted } = form.dataset;
      if (type === undefined) return;
      const input = form.querySelector('input[dir]') as HTMLInputElement;
      input.value = type;
      form.querySelector<HTMLElement>('button')?.click();
      const status = { already: 'done', pending: 'done', wait: 'failed' }[wanted ?? ''] ?? wanted;
      await until(
        () => form.shadowRoot?.querySelector<HTMLElement>('[part=status]')?.dataset.phase === status,
        `a form that is ${wanted}`,
      );
    }),
  );
  for (const button of ground.querySelectorAll<PreorderButton>('.busy')) {
    button.adapter = { add: () => new Promise(() => undefined) };
    button.shadowRoot?.querySelector('button')?.click();
  }
  for (const form of ground.querySelectorAll('.waits')) {
    await until(() => form.shadowRoot?.querySelector('input'), 'a choice');
    form.shadowRoot?.querySelector<HTMLElement>('input[value=wait]')?.click();
  }
  await soon();
  return ground;
}

/** Switches the page to another language, and waits until everything speaks it. */
export async function speakAll(ground: HTMLElement, lang: string): Promise<void> {
  document.documentElement.lang = lang;
  const parts = (): Element[] =>
    [...ground.querySelectorAll('backorder-badge, eta-notice, preorder-button, notify-me-form')].flatMap(
      (it) => [...(it.shadowRoot?.querySelectorAll('[lang]') ?? [])],
    );
  await until(() => parts().every((it) => it.getAttribute('lang') === lang), `all to speak ${lang}`);
  // The words that few forms say come later.
  const { messages } = await withSignUpWords({ tag: lang, messages: first });
  const rows = [...ground.querySelectorAll('[data-backorder-row]:first-of-type > span')];
  await until(() => rows.every((it) => it.textContent === messages['sign-up.by-email']), `fields in ${lang}`);
}
