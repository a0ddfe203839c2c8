/*
 * The snippet builder: reads its form into a state, keeps that in the address, and shows what comes of it. The preview is a page
 * of its own in a frame, with the script as shops have it; a new one takes the old one's place when it has settled.
 */
import { LANGUAGES } from '/src/messages/languages.ts';
import { PLATFORMS, previewPage, snippetsFor } from './builder-snippet.mjs';
import { CHOICES, cleanState, COLOURS, readState, SHOWN, WORDS, writeState } from './builder-state.mjs';

const place = (name) => document.querySelector(`[data-${name}]`);
const form = place('builder');
const view = place('view');
const stage = place('stage');
/** Pixels that the stage is high at least, so that it does not jump from state to state. */
const SMALLEST = 300;
const WIDTHS = { phone: 390, desktop: 1024 };
/** Screens on which a desktop's page would be too small to read. */
const SMALL = 600;
/** What somebody may look for in vain in a state. */
const NOTES = {
  none: 'Nothing is chosen yet: tick what is to be shown.',
  form: 'The sign-up form comes when nothing can be ordered: see “Coming soon” and “Sold out”.',
  'in-stock': 'In stock shoppers see the page as it is: no badge, no date.',
  unknown: 'While nothing is known shoppers see the page as it is.',
};
const SWATCHES = { dot: ['Dot', '#d98a00'], ground: ['Background', '#f3efe6'], line: ['Border', '#c9c4b8'] };

const make = (tag, properties = {}, ...inside) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside);
  return element;
};

for (const name of CHOICES.platform) {
  const radio = make('input', { type: 'radio', name: 'platform', value: name });
  place('platforms').append(
    make('label', { className: 'builder__tile' }, radio, make('span', {}, PLATFORMS[name].name)),
  );
}
for (const tag of LANGUAGES) {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag);
  form.elements.language.append(make('option', { value: tag, lang: tag }, name));
}
// A colour field always has a value: a box beside it says whether it counts.
for (const name of Object.keys(COLOURS)) {
  const [label, usual] = SWATCHES[name];
  const own = make('input', { type: 'checkbox', name: `own-${name}` });
  const field = make('input', { type: 'color', name, value: usual, className: 'builder__colour' });
  field.setAttribute('aria-label', `${label}, colour`);
  field.addEventListener('input', () => (own.checked = true));
  place('colours').append(
    make(
      'span',
      { className: 'builder__swatch' },
      make('label', { className: 'builder__check' }, own, ` ${label}`),
      field,
    ),
  );
}

/** Puts a state into the form. */
function fill(state) {
  if (Object.keys(state.words).length) form.querySelector('details').open = true;
  const usual = cleanState({});
  if (['endpoint', 'script', 'written', 'sample'].some((name) => state[name] !== usual[name])) {
    place('addresses').open = true;
  }
  for (const field of [...form.elements, ...view.elements]) {
    const { name, type, value } = field;
    if (name === 'show') field.checked = state.show.includes(value);
    else if (name === 'sample') field.checked = state.sample;
    else if (type === 'radio') field.checked = state[name] === value;
    else if (name.startsWith('own-')) field.checked = name.slice(4) in state.colours;
    else if (type === 'color') field.value = state.colours[name] ?? field.value;
    else if (WORDS.includes(name)) field.value = state.words[name] ?? '';
    else if (name) field.value = state[name] ?? '';
  }
}

/** What the form says, through the same door as what an address says. */
function read() {
  const data = new FormData(form);
  const given = { ...Object.fromEntries(data), ...Object.fromEntries(new FormData(view)) };
  for (const name of Object.keys(COLOURS)) if (!data.has(`own-${name}`)) delete given[name];
  return cleanState({
    ...given,
    show: SHOWN.filter((it) => data.getAll('show').includes(it)),
    sample: data.has('sample'),
  });
}

function showSnippets(state) {
  const blocks = snippetsFor(state).map(({ title, note, code }) => {
    const text = make('pre', { className: 'code', tabIndex: 0 }, make('code', {}, code));
    text.setAttribute('role', 'region');
    text.setAttribute('aria-label', `${title}: code`);
    const button = make('button', { type: 'button', className: 'button builder__copy' }, 'Copy');
    button.setAttribute('aria-label', `Copy: ${title}`);
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(code);
        place('said').textContent = `Copied: ${title}.`;
        button.textContent = 'Copied';
        setTimeout(() => (button.textContent = 'Copy'), 2000);
      } catch {
        // No clipboard on plain http or when forbidden: it is selected, the visitor copies.
        window.getSelection().selectAllChildren(text);
        place('said').textContent = 'Selected: copy it with your keyboard.';
      }
    });
    const caption = make('figcaption', { className: 'snippet__caption' }, title);
    return make(
      'figure',
      { className: 'snippet' },
      caption,
      make('p', { className: 'field__hint' }, note),
      button,
      text,
    );
  });
  place('snippets').replaceChildren(...blocks);
}

/** As high as what is in it, and as wide as the device, made smaller where the stage is narrower. */
function fit(frame, width) {
  const room = stage.clientWidth;
  const scale = Math.min(1, room / width);
  const { body } = frame.contentDocument;
  const height = Math.max(Math.ceil(body.getBoundingClientRect().height), Math.ceil(SMALLEST / scale));
  Object.assign(frame.style, {
    width: `${width}px`,
    height: `${height}px`,
    transform: scale < 1 ? `scale(${scale})` : '',
  });
  frame.style.marginInlineStart = `${Math.max(0, (room - width) / 2)}px`;
  stage.style.height = `${Math.ceil(height * scale)}px`;
}

/** Why the preview has not all that was ticked. */
function noteOf({ show, state }) {
  if (!show.length) return NOTES.none;
  if (/order$/.test(state)) return show.includes('form') ? NOTES.form : '';
  return NOTES[state] ?? '';
}

let latest;

function preview(state) {
  const frame = make('iframe', { title: 'Preview of the snippet', className: 'builder__frame' });
  latest?.frame.toggleAttribute('inert', true);
  const watching = new ResizeObserver(() => shown && fit(frame, WIDTHS[state.width]));
  let shown = false;
  const old = latest;
  latest = { frame, watching };
  frame.style.width = `${WIDTHS[state.width]}px`;
  frame.addEventListener('load', async () => {
    // Settled when the tags have their words; where they have none to say, soon.
    const { contentDocument: inside } = frame;
    for (let turn = 0; turn < 30 && !inside?.querySelector('[state], [data-backorder-state]'); turn += 1) {
      await new Promise((done) => setTimeout(done, 20));
    }
    if (!frame.isConnected) return;
    for (const it of [...stage.children]) if (it !== frame) it.remove();
    old?.watching.disconnect();
    if (latest.frame !== frame) return;
    shown = true;
    frame.dataset.live = state.state;
    fit(frame, WIDTHS[state.width]);
    watching.observe(inside.body);
    watching.observe(stage);
  });
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(9)), (it) => it.toString(36)).join('');
  frame.srcdoc = previewPage(state, Date.now(), nonce);
  stage.append(frame);
}

let timer;
let shownAs = '';

/** Only what changes the picture draws it anew. */
function show(state, at = 0) {
  showSnippets(state);
  place('note').textContent = noteOf(state);
  stage.dataset.scheme = state.scheme;
  const page = previewPage(state, 0, '');
  if (page + state.width === shownAs) return;
  shownAs = page + state.width;
  clearTimeout(timer);
  timer = setTimeout(() => preview(state), at);
}

const changed = () => {
  const state = read();
  const query = writeState(state);
  history.replaceState(null, '', query ? `#${query}` : location.pathname + location.search);
  show(state, 150);
};
for (const it of [form, view]) {
  it.addEventListener('input', changed);
  it.addEventListener('submit', (event) => event.preventDefault());
}
const fromAddress = () => {
  // The link to the preview is no state.
  if (location.hash === '#preview') return history.replaceState(null, '', `#${writeState(read())}`);
  const state = readState(location.hash);
  if (window.innerWidth < SMALL && !/[#&]width=/.test(location.hash)) state.width = 'phone';
  fill(state);
  show(state);
};
window.addEventListener('hashchange', fromAddress);
fromAddress();
