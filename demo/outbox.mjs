/* The captured outbox: what the endpoint would have mailed, as text and as the HTML that a mail program would show. */
import { ask, showStatus } from './endpoint-api.mjs';

/** Milliseconds between two looks. */
const OFTEN = 1500;

const KINDS = { confirm: 'Please confirm', restock: 'It is back' };
const STATES = {
  queued: 'waits',
  sending: 'is going out',
  sent: 'sent',
  dead: 'failed',
  dropped: 'not sent',
};

const place = document.querySelector('[data-outbox]');
/** What is shown, by id, so that a mail that stands open stays as it is. */
const shown = new Map();

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** Text with its addresses as links. */
function withLinks(text) {
  return text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((part, at) => (at % 2 ? make('a', { href: part, target: '_blank', textContent: part }) : part));
}

/** The mail's HTML can run nothing and reach nothing here; its links open a tab of their own. */
function htmlFrame({ subject, html }) {
  return make('iframe', {
    className: 'outbox__html',
    title: `${subject}, as HTML`,
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    srcdoc: `<base target="_blank">${html}`,
  });
}

function mailOf(message) {
  const state = make('span', { className: 'outbox__state' });
  const head = make(
    'summary',
    { className: 'outbox__head' },
    make('strong', { textContent: message.mail?.subject ?? KINDS[message.kind] ?? message.kind }),
    make('span', { className: 'outbox__to', textContent: message.to ?? '' }),
    state,
  );
  const details = make('details', { className: 'outbox__mail' }, head);
  details.dataset.kind = message.kind;
  // The frame is made when somebody looks: a list of closed mails loads nothing.
  details.addEventListener(
    'toggle',
    () => {
      const { mail } = shown.get(message.id).message;
      if (!mail) return details.append(make('p', { textContent: 'It is not written yet.' }));
      const text = make('pre', { className: 'outbox__text', tabIndex: 0 }, ...withLinks(mail.text));
      text.setAttribute('role', 'region');
      text.setAttribute('aria-label', `${mail.subject}, as text`);
      details.append(make('div', { className: 'outbox__parts' }, htmlFrame(mail), text));
    },
    { once: true },
  );
  return { details, state, head };
}

function show(messages) {
  const mails = messages.filter(({ kind }) => kind === 'confirm' || kind === 'restock');
  place.querySelector('.outbox__empty')?.remove();
  if (mails.length === 0) {
    place.append(make('p', { className: 'outbox__empty', textContent: 'Nothing yet.' }));
  }
  // The oldest first: each new one goes on top.
  for (const message of mails.toReversed()) {
    if (!shown.has(message.id)) {
      const made = mailOf(message);
      shown.set(message.id, made);
      place.prepend(made.details);
    }
    const known = shown.get(message.id);
    known.message = message;
    known.state.textContent = STATES[message.state] ?? message.state;
    if (message.mail) known.head.firstChild.textContent = message.mail.subject;
  }
}

async function look() {
  if (document.visibilityState === 'visible') {
    const { status, body } = await ask('GET', '/v1/outbox?limit=50');
    if (status === 200) show(body.messages);
  }
  setTimeout(() => look().catch(() => {}), OFTEN);
}

if (await showStatus()) await look();
