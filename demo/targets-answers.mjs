/*
 * How the systems that take sign-ups answer, as their documentation and their pages say. Each has only the answers that it
 * really has: to most of them an address that is on the list already is one that they take.
 */
import { http, HttpResponse } from 'msw';

/** The answers of each, the first one where none is chosen. */
export const REPLIES = {
  endpoint: ['taken', 'already', 'invalid', 'refused', 'too-many', 'down'],
  klaviyo: ['taken', 'invalid', 'refused', 'too-many', 'down'],
  'back-in-stock': ['taken', 'invalid', 'refused', 'down'],
  appikon: ['taken', 'invalid', 'refused', 'down'],
  swym: ['taken', 'refused', 'down'],
  woocommerce: ['taken', 'refused', 'too-many', 'down'],
  'shopify-contact': ['taken', 'refused', 'too-many', 'down'],
  form: ['taken', 'invalid', 'refused', 'too-many', 'down'],
  page: ['taken', 'refused'],
};

const down = () => new HttpResponse('Service Unavailable', { status: 503 });
const tooMany = () => new HttpResponse(null, { status: 429, headers: { 'retry-after': '60' } });

/** A problem as RFC 9457 has it. */
const problem = (status, code, detail, field) =>
  HttpResponse.json(
    { type: 'about:blank', status, code, detail, ...(field && { field }) },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

const ENDPOINT = {
  taken: (key) => HttpResponse.json({ requestId: key, status: 'pending' }, { status: 202 }),
  already: (key) => HttpResponse.json({ requestId: key, status: 'already' }),
  invalid: () => problem(400, 'invalid-field', 'This address cannot be written to.', 'email'),
  refused: () => problem(403, 'challenge-failed', 'The check was not passed.'),
  'too-many': tooMany,
  down,
};

const klaviyoError = (status, code, pointer) =>
  HttpResponse.json(
    { errors: [{ id: 'c0ffee', status, code, title: code, detail: code, source: { pointer } }] },
    { status },
  );

const KLAVIYO = {
  taken: () => new HttpResponse(null, { status: 202 }),
  invalid: () => klaviyoError(400, 'invalid', '/data/attributes/profile/data/attributes/email'),
  refused: () => klaviyoError(403, 'permission_denied', '/data/'),
  'too-many': tooMany,
  down,
};

const notice = (cssClass, text) =>
  HttpResponse.html(
    `<!doctype html><title>Lamp</title><div class="woocommerce-notices-wrapper"><div class="${cssClass}" role="alert">${text}</div></div>`,
  );

const WOOCOMMERCE = {
  taken: () => notice('woocommerce-message', 'You will be notified when it is back.'),
  refused: () => notice('woocommerce-error', 'Sign-ups need an account.'),
  'too-many': tooMany,
  down,
};

const SHOPIFY = {
  taken: () => HttpResponse.redirect(`${location.origin}/targets.html?contact_posted=true`, 302),
  refused: () => HttpResponse.html('<!doctype html><title>Contact</title>'),
  'too-many': tooMany,
  down,
};

const FORM = { ...ENDPOINT, taken: () => HttpResponse.html('<!doctype html><title>Thanks</title>') };

/** What answers requests for a target; each is told to `log` first. */
export function answersFor(target, reply, log) {
  const told = (address, answers) =>
    http.post(address, async ({ request }) => {
      const { pathname, origin, search } = new URL(request.url);
      const own = origin === location.origin;
      log(`POST ${own ? '' : origin}${pathname}${own ? '' : search}`, readable(await request.text()));
      return answers[reply](request.headers.get('idempotency-key'));
    });
  const all = {
    endpoint: () => told('/v1/sign-ups', ENDPOINT),
    klaviyo: () => told('https://a.klaviyo.com/client/back-in-stock-subscriptions', KLAVIYO),
    woocommerce: () => told('/targets.html', WOOCOMMERCE),
    'shopify-contact': () => told('/contact', SHOPIFY),
    form: () => told('/back-in-stock', FORM),
  };
  return target in all ? [all[target]()] : [];
}

/** A body as somebody can read it: JSON on several lines, a form's fields one a line. */
function readable(body) {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return [...new URLSearchParams(body)].map(([name, value]) => `${name} = ${value}`).join('\n');
  }
}

const APP = {
  taken: { status: 'OK', message: 'Your notification has been registered.' },
  invalid: { status: 'Error', errors: { email: ['is not a valid address'] } },
  refused: { status: 'Error', errors: { base: ['is not possible for this product'] } },
};

/** Puts into the page what the target's own script would put there; nothing where that has not come. */
export function standIn(target, reply, log) {
  const call = (name, args) =>
    log(
      `${name}(…)`,
      JSON.stringify(
        args.filter((it) => typeof it !== 'function'),
        undefined,
        2,
      ),
    );
  const apps = { 'back-in-stock': 'BIS', appikon: 'SI' };
  if (target in apps && reply !== 'down') {
    const name = apps[target];
    window[name] = {
      create: (...args) => {
        call(`${name}.create`, args);
        return Promise.resolve(APP[reply]);
      },
    };
  }
  if (target === 'swym' && reply !== 'down') {
    window.swat = {
      sendWatchlist: (...args) => {
        call('swat.sendWatchlist', args);
        const [, , , ok, fail] = args;
        setTimeout(reply === 'taken' ? ok : fail, 200);
      },
    };
  }
  if (target === 'form') putForm();
  if (target === 'page') takeOver(reply, log);
}

/** A form as a shop's author writes it for browsers without script; with scripts the tag's own is seen in its place. */
function putForm() {
  const form = document.createElement('form');
  Object.assign(form, { method: 'post', action: '/back-in-stock', hidden: true });
  form.dataset.backorderSignUp = '';
  const field = (type, name, value = '') =>
    Object.assign(document.createElement('input'), { type, name, value });
  const email = field('email', 'customer_email');
  email.setAttribute('aria-label', 'E-mail address');
  const button = document.createElement('button');
  button.textContent = 'Tell me';
  form.append(
    email,
    field('hidden', 'product'),
    field('hidden', 'variant'),
    field('hidden', 'list', 'lamps'),
    button,
  );
  document.querySelector('main').append(form);
}

/** As a page does that sends sign-ups by a script of its own. */
function takeOver(reply, log) {
  document.addEventListener('backorder-signup-request', (event) => {
    event.handle(async (email, request, wish) => {
      log(
        'The page’s own script',
        JSON.stringify({ email, product: request.product, ...wish }, undefined, 2),
      );
      if (reply === 'refused') throw new Error('refused');
    });
  });
}
