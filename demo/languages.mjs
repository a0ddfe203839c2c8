/*
 * Fills languages.html: a row for each message, a column for each language, said as the elements say it. Two filters, both
 * of them ordinary fields, and kept in the address so that a view can be sent to somebody. Beside the language that is
 * chosen stands English; in a narrow window there is room for one.
 */
import { samplesIn } from './language-samples.mjs';
import { withMore } from '/src/messages/en-more.ts';
import { languageFor, LANGUAGES, matchLanguage } from '/src/messages/languages.ts';

const PSEUDO = 'en-XA';
const RIGHT_TO_LEFT = ['ar', 'he'];
const NARROW = matchMedia('(max-width: 48rem)');

const form = document.querySelector('[data-language-filter]');
const place = document.querySelector('[data-language-table]');
const { language: lang, message } = form.elements;

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The name of a language in itself and in English: "polski (Polish)". */
function nameOf(tag) {
  if (tag === PSEUDO) return 'Nobody’s (en-XA)';
  const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag);
  const english = new Intl.DisplayNames('en', { type: 'language' }).of(tag);
  return own === english ? own : `${own} (${english})`;
}

const dirOf = (tag) => (RIGHT_TO_LEFT.includes(tag) ? 'rtl' : 'ltr');

const tags = [...LANGUAGES, PSEUDO];
const said = new Map(
  await Promise.all(tags.map(async (tag) => [tag, samplesIn(withMore(await languageFor(tag)))])),
);

/** What one language says of one message: a line for each sample. */
const cell = (name, tag) =>
  h(
    'td',
    { lang: tag, dir: dirOf(tag), 'data-tag': tag },
    ...said
      .get(tag)
      .get(name)
      .map((it) => h('p', {}, it)),
  );

const rows = [...said.get('en').keys()].map((name) =>
  h('tr', {}, h('th', { scope: 'row' }, h('code', {}, name)), ...tags.map((tag) => cell(name, tag))),
);
const heads = tags.map((tag) => h('th', { scope: 'col', dir: dirOf(tag), 'data-tag': tag }, nameOf(tag)));

const everything = h('option', { value: '' }, 'All of them');
lang.append(everything, ...tags.map((tag) => h('option', { value: tag }, nameOf(tag))));

const asked = new URLSearchParams(location.search);
if (tags.includes(asked.get('language'))) lang.value = asked.get('language');
message.value = asked.get('message') ?? '';

/** Where there is room for one language only, "all" is none that can be chosen. */
function fit() {
  everything.disabled = NARROW.matches;
  if (NARROW.matches && !lang.value) lang.value = matchLanguage(navigator.language).language;
}

function show() {
  const wanted = message.value.trim().toLocaleLowerCase('en');
  const seen = NARROW.matches ? [lang.value] : [lang.value, 'en'];
  for (const it of [...heads, ...rows.flatMap((row) => [...row.cells].slice(1))]) {
    it.hidden = lang.value !== '' && !seen.includes(it.dataset.tag);
  }
  let count = 0;
  for (const row of rows) {
    const text = [...row.cells]
      .filter((it) => !it.hidden || it.dataset.tag === 'en')
      .map((it) => it.textContent);
    row.hidden = !text.join('\n').toLocaleLowerCase('en').includes(wanted);
    if (!row.hidden) count += 1;
  }
  const shown = lang.value ? nameOf(lang.value) : `${LANGUAGES.length} languages`;
  document.querySelector('[data-language-count]').textContent =
    `${count} of ${rows.length} messages in ${shown}.`;
  const view = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(history.state, '', `${location.pathname}${view.size ? `?${view}` : ''}`);
}

place.append(
  h(
    'table',
    { class: 'table table--languages' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Message'), ...heads)),
    h('tbody', {}, ...rows),
  ),
);
form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
NARROW.addEventListener('change', () => {
  fit();
  show();
});
fit();
show();
document.documentElement.dataset.languages = 'ready';
