/*
 * Fills gallery.html: each state of gallery-states.mjs in four cells. No server is asked; the elements get their records as
 * properties. Those of a sign-up form that come only after something was typed are brought about as a shopper would.
 *
 * In the shop's own theme the elements stand in this page. In another one, such as gallery.html?theme=luxury, each cell is a
 * shadow root with that theme's style sheet from themes/: nothing of this page's own theme reaches in but what is inherited.
 */
import { gallery } from './gallery-states.mjs';

const asked = new URLSearchParams(location.search);

const THEMES = ['plain', 'dark', 'dense', 'luxury', 'loud'];
/** The shop's own where nothing is asked for, or nothing that there is. */
const theme = THEMES.find((it) => it === asked.get('theme'));

/** Beside English: Arabic, or what the address asks for, such as gallery.html?beside=en-XA. */
const lang = asked.get('beside') || 'ar';
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

async function styleSheet(path) {
  const sheet = new CSSStyleSheet();
  // Vite has a script for those who do not say that they want the sheet itself.
  const answer = await fetch(path, { headers: { accept: 'text/css' } });
  await sheet.replace(await answer.text());
  return sheet;
}

const sheets = theme && (await Promise.all(['stage', theme].map((it) => styleSheet(`/themes/${it}.css`))));

/** The part of a cell that has the theme's looks. */
function stage(attributes, child) {
  const it = h('div', { class: 'gallery__stage', ...attributes });
  const root = sheets ? it.attachShadow({ mode: 'open' }) : it;
  if (sheets) root.adoptedStyleSheets = sheets;
  root.append(child);
  return it;
}

/** Says in the switch which theme this is. A link keeps what else is asked for, and the row that is being looked at. */
function linkThemes() {
  for (const link of document.querySelectorAll('[data-theme-link]')) {
    const address = new URL(location.href);
    if (link.dataset.themeLink) address.searchParams.set('theme', link.dataset.themeLink);
    else address.searchParams.delete('theme');
    address.hash = '';
    link.href = address;
    if (link.dataset.themeLink === (theme ?? '')) link.setAttribute('aria-current', 'page');
    link.addEventListener('click', () => {
      const bar = link.closest('nav').getBoundingClientRect().bottom;
      const seen = (row) => row.getBoundingClientRect().bottom > bar;
      if (window.scrollY) link.hash = [...document.querySelectorAll('.gallery__row')].find(seen)?.id ?? '';
    });
  }
}

/** What the states put inside an element is this demo's own HTML. */
function fill(element, html) {
  if (html) element.append(document.createRange().createContextualFragment(html));
}

/** Waits for what comes in files of its own, or in another language. */
async function shown(element, selector) {
  for (;;) {
    const found = element.querySelector(selector) ?? element.shadowRoot?.querySelector(selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
}

/** Brings about a state that comes only by what happens. */
async function drive(element, state) {
  if (state.choose) (await shown(element, `[value=${state.choose}]`)).click();
  await type(element, state);
}

async function type(element, { type: address, begin, then }) {
  if (address === undefined && begin === undefined) return;
  const input = await shown(element, 'input');
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
  const content = over
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
      stage({ lang, dir }, content),
    ),
    () => drive(element, state),
  ];
}

function row(tag, state) {
  const cells = LOOKS.map((look) => cell(tag, state, look));
  const name = state.title;
  return [
    h(
      'section',
      {
        class: 'gallery__row',
        id: `${tag}: ${name}`.toLowerCase().replace(/[^a-z]+/g, '-'),
        'aria-label': `${tag}: ${name}`,
      },
      h('h3', {}, name),
      h('div', { class: 'gallery' }, ...cells.map(([it]) => it)),
    ),
    () => Promise.all(cells.map(([, drive]) => drive())),
  ];
}

linkThemes();
const drives = [];
for (const { tag, states } of gallery) {
  for (const state of states) {
    const [section, drive] = row(tag, state);
    document.querySelector(`[data-gallery="${tag}"]`).append(section);
    drives.push(drive);
  }
}
await Promise.all(drives.map((drive) => drive()));
// The rows were not there when the browser looked for the one in the address.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
document.documentElement.dataset.gallery = 'ready';
