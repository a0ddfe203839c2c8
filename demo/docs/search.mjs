/*
 * The search of the documentation: an index written with the pages, fetched when the field is first used, and read in the
 * page, so that any static host will do. Without a script its form stays hidden; the contents lead everywhere.
 */
import MiniSearch from 'minisearch';
import { SEARCH, SEARCH_OPTIONS } from './search-options.mjs';

const form = document.querySelector('[data-search]');
const field = form.elements.q;
const found = form.querySelector('[data-search-found]');
const said = form.querySelector('[data-search-said]');
const MOST = 12;
/** Typing has paused: what came of it is said once, not at each letter. */
const PAUSE = 400;

let loading;
function load() {
  loading ??= fetch('/docs/search.index')
    .then((reply) => (reply.ok ? reply.text() : Promise.reject(new Error(String(reply.status)))))
    .then((text) => MiniSearch.loadJSON(text, SEARCH_OPTIONS))
    .catch((error) => {
      // Another try with the next letter.
      loading = undefined;
      throw error;
    });
  return loading;
}

function item({ id, title, heading, about }) {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  const name = document.createElement('span');
  const words = document.createElement('span');
  link.className = 'docs__hit';
  link.href = id;
  name.className = 'docs__hit-name';
  name.textContent = heading ? `${title} › ${heading}` : title;
  words.className = 'docs__hit-about';
  words.textContent = about;
  link.append(name, ' ', words);
  entry.append(link);
  return entry;
}

let announcing;
function say(words) {
  clearTimeout(announcing);
  announcing = setTimeout(() => (said.textContent = words), words ? PAUSE : 0);
}

async function search() {
  const wanted = field.value.trim();
  if (!wanted) {
    found.replaceChildren();
    return say('');
  }
  try {
    const index = await load();
    // Something else has been typed while the index came.
    if (field.value.trim() !== wanted) return undefined;
    let hits = index.search(wanted, SEARCH);
    if (!hits.length) hits = index.search(wanted, { ...SEARCH, combineWith: 'OR' });
    found.replaceChildren(...hits.slice(0, MOST).map(item));
    const places = hits.length === 1 ? '1 place' : `${hits.length} places`;
    return say(
      hits.length
        ? `${places} for “${wanted}”.`
        : `Nothing for “${wanted}”. Try another word, or see all pages.`,
    );
  } catch {
    found.replaceChildren();
    return say('The search cannot be reached. All pages are listed in the contents.');
  }
}

const links = () => [field, ...found.querySelectorAll('a')];

function move(event, step) {
  const all = links();
  const next = all[all.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

form.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown') move(event, 1);
  if (event.key === 'ArrowUp') move(event, -1);
  if (event.key !== 'Escape') return;
  field.value = '';
  field.focus();
  void search();
});
field.addEventListener('input', () => void search());
field.addEventListener('focus', () => void load().catch(() => {}));
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await search();
  found.querySelector('a')?.focus();
});
addEventListener('keydown', (event) => {
  const isTyped = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.focus();
});

form.hidden = false;
const asked = new URLSearchParams(location.search).get('q');
if (asked) {
  field.value = asked;
  void search();
}

// Beside the text there is room for the contents; browsers that cannot show a closed one's insides need it open.
const menu = document.querySelector('.docs__menu');
const wide = matchMedia('(width >= 64rem)');
const fit = () => (menu.open = wide.matches);
wide.addEventListener('change', fit);
fit();
// The contents scroll by themselves: what is open is seen.
const current = menu.querySelector('[aria-current]');
if (current && wide.matches) {
  menu.scrollTop +=
    current.getBoundingClientRect().top - menu.getBoundingClientRect().top - menu.clientHeight / 2;
}

document.documentElement.dataset.search = 'ready';
