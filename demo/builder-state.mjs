/*
 * What the snippet builder knows, and its address. An address may come from anybody: whatever in it is not one of the choices
 * offered is left out, and what is free text is cut and cleaned before anything is done with it.
 */

/** The choices of each field; the first is the usual one. */
export const CHOICES = {
  platform: ['html', 'wordpress', 'shopify', 'shopify-app', 'bigcommerce', 'webflow', 'squarespace', 'wix'],
  place: ['text', 'product', 'card'],
  state: ['backorder', 'preorder', 'coming-soon', 'sold-out', 'in-stock', 'unknown'],
  width: ['desktop', 'phone'],
  scheme: ['light', 'dark'],
  written: ['tags', 'data', 'classes'],
};

/** Elements that can be shown, in the order of a page. */
export const SHOWN = ['badge', 'date', 'button', 'form'];

/** Messages that can be worded here. */
export const WORDS = ['badge.backorder', 'badge.preorder', 'button.backorder', 'button.preorder'];

/** Colours, by what they are for. */
export const COLOURS = { dot: '--backorder-tone-*', ground: '--backorder-ground', line: '--backorder-line' };

const LONGEST = 120;
const USUAL = {
  show: ['badge', 'date', 'form'],
  product: 'walnut-side-table',
  language: '',
  endpoint: '/availability.json',
  script: '/assets/backorder-elements.js',
  radius: '',
  sample: true,
};

/** Free text: one line, without what no keyboard types, and not long. */
const text = (value) =>
  [...String(value)]
    .filter((it) => !/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u.test(it))
    .slice(0, LONGEST)
    .join('')
    .trim();

const language = (value) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(value) ? value : '');
const colour = (value) => (/^#?[0-9a-f]{6}$/i.test(value) ? `#${value.replace('#', '').toLowerCase()}` : '');
const radius = (value) => (/^\d{1,2}$/.test(value) && Number(value) <= 32 ? value : '');

/** An address of the shop's: a path, or one that begins with https. */
function address(value, usual) {
  const plain = text(value);
  if (plain === '') return '';
  if (/^\.{0,2}\/(?![/\\])[^\s"'<>`{}\\]*$/.test(plain)) return plain;
  return /^https?:\/\/[^\s"'<>`{}\\/]+(\/[^\s"'<>`{}\\]*)?$/i.test(plain) ? plain : usual;
}

/** Any form of the state, from an address or from the page's form, as a whole state. */
export function cleanState(given) {
  const get = (name) => given[name] ?? '';
  const chosen = Object.entries(CHOICES).map(([name, values]) => [
    name,
    values.includes(get(name)) ? get(name) : values[0],
  ]);
  const show = Array.isArray(given.show) ? SHOWN.filter((it) => given.show.includes(it)) : USUAL.show;
  const of = (names, clean) => {
    const found = names.map((name) => [name, clean(String(given[name] ?? ''))]);
    return Object.fromEntries(found.filter(([, it]) => it));
  };
  return {
    ...Object.fromEntries(chosen),
    show,
    product: text(given.product ?? USUAL.product) || USUAL.product,
    language: language(String(get('language'))),
    endpoint: address(given.endpoint ?? USUAL.endpoint, USUAL.endpoint),
    script: address(given.script ?? USUAL.script, USUAL.script) || USUAL.script,
    radius: radius(String(get('radius'))),
    sample: given.sample === undefined ? true : given.sample === true || given.sample === '1',
    words: of(WORDS, text),
    colours: of(Object.keys(COLOURS), colour),
  };
}

/** The state that an address names, after its #. Never throws. */
export function readState(hash) {
  const found = new URLSearchParams(String(hash).replace(/^#/, '').slice(0, 4000));
  const given = Object.fromEntries(found);
  if (found.has('show')) given.show = found.get('show').split(',');
  return cleanState(given);
}

/** The address of a state: only what is not as usual. */
export function writeState(state) {
  const { words, colours, show, sample, ...rest } = state;
  const usual = cleanState({});
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value !== usual[name]) query.set(name, value);
  if (show.join() !== usual.show.join()) query.set('show', show.join());
  if (!sample) query.set('sample', '0');
  for (const [name, value] of [...Object.entries(words), ...Object.entries(colours)]) query.set(name, value);
  return query.toString();
}
