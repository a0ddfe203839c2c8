/*
 * The same form with each target for sign-ups. First the stand-ins, then the shop's script: that is the only reason why the
 * script tag is not in the page itself, as it is everywhere else. What is sent is shown as text, never as markup.
 */
import { worker } from './msw/start.mjs';
import { answersFor, REPLIES, standIn } from './targets-answers.mjs';

const form = document.querySelector('[data-targets]');
const asked = new URLSearchParams(location.search);
const pick = (all, wanted) => (all.includes(wanted) ? wanted : all[0]);
const target = pick(Object.keys(REPLIES), asked.get('target'));
const reply = pick(REPLIES[target], asked.get('reply'));

/** Only answers that the chosen system has can be chosen. */
function offer() {
  const replies = REPLIES[form.elements.target.value];
  for (const radio of form.elements.reply) {
    radio.disabled = !replies.includes(radio.value);
    if (radio.disabled && radio.checked) form.elements.reply.value = replies[0];
  }
}
form.elements.target.value = target;
form.elements.reply.value = reply;
offer();
form.addEventListener('change', offer);

const list = document.querySelector('[data-sent]');
function log(what, facts) {
  const line = document.createElement('li');
  const title = document.createElement('strong');
  title.textContent = what;
  const text = document.createElement('pre');
  text.className = 'code';
  text.tabIndex = 0;
  text.setAttribute('role', 'region');
  text.setAttribute('aria-label', `${what}, what was sent`);
  text.textContent = facts;
  line.append(title, text);
  list.append(line);
  document.querySelector('[data-nothing]').hidden = true;
}

worker.use(...answersFor(target, reply, log));
standIn(target, reply, log);

const channels = ['klaviyo', 'back-in-stock', 'appikon'].includes(target) ? ['email', 'sms'] : undefined;
const known = {
  target,
  privacyUrl: '/privacy.html',
  ...(channels && { channels }),
  ...(target === 'endpoint' && { url: '/v1/sign-ups' }),
  ...(target === 'klaviyo' && { companyId: 'AbC123' }),
  ...(['endpoint', 'page', 'back-in-stock', 'shopify-contact'].includes(target) && { quantity: true }),
};
const product = {
  ...{ id: 7012, handle: 'lykke-table-lamp', policy: { sell: 'none' } },
  variants: [{ id: 41027, sku: 'ND-LYKKE', onHand: 0 }],
};
const data = document.createElement('script');
data.type = 'application/json';
data.dataset.backorderAvailability = '';
data.textContent = JSON.stringify({ version: 1, signUp: known, products: [product] });
const script = document.createElement('script');
script.src = '/cdn/backorder-elements.js';
script.dataset.signUpOrigins = 'https://a.klaviyo.com';
document.head.append(data, script);

const place = document.querySelector('[data-report]');
const chosen = (name) => form.querySelector(`[name=${name}]:checked`).parentElement.textContent.trim();
place.textContent = `${chosen('target')}. ${chosen('reply')}.`;
document.documentElement.dataset.standIns = 'ready';
