/*
 * The guard at work on what is typed. What it finds is put into the page as text, never as markup.
 */
import { lintDocument } from '/src/lint.ts';

const form = document.querySelector('[data-guard]');
const list = document.querySelector('[data-findings]');
const summary = document.querySelector('[data-summary]');
const text = form.elements.document;

function h(tag, cssClass, ...children) {
  const element = document.createElement(tag);
  if (cssClass) element.className = cssClass;
  element.append(...children);
  return element;
}

/** Marks the line of a finding, from its column on. */
function mark({ line, column }) {
  const before = text.value.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, it) => sum + it.length + 1, 0) + column - 1;
  const end = text.value.indexOf('\n', start);
  text.focus();
  text.setSelectionRange(start, end < 0 ? text.value.length : end);
  // Browsers do not all scroll to what is selected.
  const lineHeight = Number.parseFloat(window.getComputedStyle(text).lineHeight);
  text.scrollTop = Math.max(0, (line - 4) * lineHeight);
}

function entry({ rule, severity, place, message, fix, asked, see }) {
  const button = h('button', 'guard__place', `${place.line}:${place.column}`);
  button.type = 'button';
  button.setAttribute('aria-label', `${place.line}:${place.column}, mark it in the document`);
  button.addEventListener('click', () => mark(place));
  const sources = (asked ?? []).map(({ region, asks, see: source }) => {
    const link = h('a', '', { eu: 'EU', us: 'US', google: 'Google' }[region]);
    link.href = source;
    return h('li', '', link, `: ${asks}`);
  });
  const item = h(
    'li',
    `guard__finding note ${severity === 'error' ? 'note--bad' : 'note--warn'}`,
    h(
      'p',
      '',
      h('strong', 'note__title', severity === 'error' ? 'Error' : 'Warning'),
      ' ',
      button,
      ' ',
      h('code', '', rule),
    ),
    h('p', '', message),
    h('p', '', fix),
  );
  if (sources.length) item.append(h('ul', 'guard__sources', ...sources));
  else item.title = see;
  return item;
}

const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;

let turn = 0;
async function look() {
  const mine = (turn += 1);
  const regions = [...form.querySelectorAll('[name=region]:checked')].map((it) => it.value);
  const now = form.elements.day.valueAsNumber + 12 * 3_600_000;
  const findings = await lintDocument(text.value, { regions, ...(Number.isNaN(now) ? {} : { now }) });
  if (mine !== turn) return;
  list.replaceChildren(...findings.map(entry));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const words = findings.length
    ? `${count(errors, 'error')} and ${count(findings.length - errors, 'warning')}. The command would end with ${errors ? 1 : 0}.`
    : 'Nothing to mend. The command would end with 0.';
  // Said again for each key, it would drown what is typed.
  if (summary.textContent !== words) summary.textContent = words;
  summary.className = `note ${errors ? 'note--bad' : findings.length ? 'note--warn' : 'note--good'}`;
}

let waiting;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, 200);
});
await look();
