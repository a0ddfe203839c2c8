/*
 * Fills gallery.html: each state of gallery-states.mjs in four cells. No server is asked; the elements get their records as
 * properties. Those of a sign-up form that come only after something was typed are brought about as a shopper would.
 */
import { gallery } from './gallery-states.mjs';

/** Beside English: Arabic, or what the address asks for, such as gallery.html?beside=en-XA. */
const lang = new URLSearchParams(location.search).get('beside') || 'ar';
const other = { lang, dir: /^(?:ar|he|iw)\b/.test(lang) ? 'rtl' : 'ltr' };
const name = lang === 'ar' ? 'Arabic' : lang;

const LOOKS = [
  { title: 'Light', scheme: 'light', lang: 'en', dir: 'ltr' },
  { title: 'Dark', scheme: 'dark', lang: 'en', dir: 'ltr' },
  { title: `Light, ${name}`, scheme: 'light', ...other },
  { title: `Dark, ${name}`, scheme: 'dark', ...other },
];

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter(Boolean));
  return element;
}

/** What the states put inside an element is this demo's own HTML. */
function fill(element, html) {
  if (html) element.append(document.createRange().createContextualFragment(html));
}

async function type(element, { type: address, begin, then }) {
  if (address === undefined && begin === undefined) return;
  // Another language is fetched first.
  while (!element.querySelector('input')) await new Promise(requestAnimationFrame);
  const input = element.querySelector('input');
  input.value = address ?? begin;
  if (then) element.record = then;
  if (begin !== undefined) return;
  // A form whose address is wrong takes the focus there; this page has many, and keeps it.
  input.focus = () => undefined;
  element.querySelector('form').requestSubmit();
  await new Promise(requestAnimationFrame);
  delete input.focus;
}

function cell(tag, state, { title, scheme, lang, dir }) {
  const { record, policy, quantity, send, inside, over, attributes } = state;
  const element = h(tag, attributes);
  fill(element, inside);
  Object.assign(element, {
    record,
    ...(policy && { policy }),
    ...(quantity && { quantity }),
    ...(send && { send }),
  });
  const stage = over
    ? h(
        'div',
        { class: 'card__media' },
        h('img', {
          class: 'card__picture',
          src: over,
          alt: '',
          width: '800',
          height: '1000',
          loading: 'lazy',
        }),
        h('div', { class: 'card__badge' }, element),
      )
    : element;
  return [
    h(
      'figure',
      { class: 'gallery__cell', 'data-scheme': scheme },
      h('figcaption', { class: 'gallery__label' }, title),
      h('div', { class: 'gallery__stage', lang, dir }, stage),
    ),
    () => type(element, state),
  ];
}

function row(tag, state) {
  const cells = LOOKS.map((look) => cell(tag, state, look));
  const name = state.title;
  return [
    h(
      'section',
      { class: 'gallery__row', 'aria-label': `${tag}: ${name}` },
      h('h3', {}, name),
      h('div', { class: 'gallery' }, ...cells.map(([it]) => it)),
    ),
    () => Promise.all(cells.map(([, drive]) => drive())),
  ];
}

const drives = [];
for (const { tag, states } of gallery) {
  for (const state of states) {
    const [section, drive] = row(tag, state);
    document.querySelector(`[data-gallery="${tag}"]`).append(section);
    drives.push(drive);
  }
}
await Promise.all(drives.map((drive) => drive()));
document.documentElement.dataset.gallery = 'ready';
