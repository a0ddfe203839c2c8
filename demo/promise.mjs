/*
 * The promise playground: reads the form, writes the document that a merchant would serve, and shows what the rules make of it.
 * It runs the sources themselves, the same that stand in the package.
 */
import {
  cartPromise,
  decide,
  deliveryPlan,
  explainPromise,
  parseDestination,
  parseDocument,
} from '/src/availability.ts';
import { asideWords } from '/src/elements/shared/aside-words.ts';
import { badgeWords, limitWords, promiseWords, whenWords } from '/src/elements/shared/promise-words.ts';
import { LANGUAGES, languageFor } from '/src/messages/languages.ts';

const form = document.querySelector('[data-playground]');
const place = (name) => document.querySelector(`[data-${name}]`);
const numbers = (text) => (text.match(/\d+/g) ?? []).map(Number);

for (const tag of LANGUAGES) {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag);
  const option = new window.Option(name, tag, tag === 'en', tag === 'en');
  option.lang = tag;
  form.elements.language.append(option);
}

/** The instant at which clocks of a time zone show this. Of the two in the night when they go back, the first. */
function instantOf(local, timeZone) {
  const shown = (instant) => {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(instant);
    const get = (type) => parts.find((it) => it.type === type).value;
    return Date.parse(`${get('year')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}Z`);
  };
  const wanted = Date.parse(`${local}Z`);
  const guess = wanted - (shown(wanted) - wanted);
  return guess - (shown(guess) - wanted);
}

function documentOf(read) {
  const shipments = ['first', 'second']
    .map((it) => ({ quantity: Number(read(`${it}Quantity`)), date: read(`${it}Date`) }))
    .filter(({ quantity }) => quantity > 0);
  const lead = numbers(read('leadTime'));
  const leadTime = lead.length > 2 ? { observed: lead } : { max: lead.at(-1), min: lead[0] };
  return {
    version: 1,
    policy: { sell: 'backorder', partial: read('partial'), timeZone: read('timeZone') },
    delivery: {
      timeZone: read('timeZone'),
      cutoffTime: read('cutoffTime') || '24:00',
      handlingTime: { max: Number(read('handling')) },
      holidays: read('holidays')
        .split(/[\s,]+/)
        .filter(Boolean),
      ...(lead.length && { leadTime }),
      transitTime: [
        { addressCountry: 'DE', min: 1, max: 2 },
        { addressCountry: 'DE', postalCodePrefix: '27498', min: 3, max: 6 },
        { addressCountry: 'FR', min: 2, max: 4 },
        { addressCountry: 'US', min: 5, max: 9 },
        { addressCountry: 'US', addressRegion: 'AK', min: 9, max: 15 },
      ],
    },
    products: [
      {
        id: 'chair',
        onHand: Number(read('onHand')),
        backordered: Number(read('backordered')),
        ...(shipments.length && { shipments }),
      },
    ],
  };
}

function table(name, heads, rows) {
  const made = document.createElement('table');
  made.className = 'table';
  const line = (cells, tag) => {
    const row = document.createElement('tr');
    for (const it of cells) {
      const cell = document.createElement(tag);
      if (tag === 'th') cell.scope = 'col';
      cell.append(String(it));
      row.append(cell);
    }
    return row;
  };
  made.createTHead().append(line(heads, 'th'));
  made.createTBody().append(...rows.map((it) => line(it, 'td')));
  const scroll = document.createElement('div');
  scroll.className = 'table-scroll';
  scroll.tabIndex = 0;
  scroll.role = 'region';
  scroll.ariaLabel = name;
  scroll.append(made);
  return scroll;
}

/** The windows of dispatch and arrival over the days from today. */
function bars(promise, now, tag) {
  const day = 86_400_000;
  const today = Math.floor(now / day);
  const spans = [
    ['Dispatch', promise.ship?.window ?? (promise.basis === 'ship' ? promise.window : undefined)],
    ['Arrival', promise.arrive?.window ?? (promise.basis === 'deliver' ? promise.window : undefined)],
  ].filter(([, it]) => it);
  const at = (date) => Date.parse(date) / day - today;
  const length = Math.max(14, ...spans.map(([, it]) => at(it.end) + 3));
  return spans.map(([name, { start, end }]) => {
    const row = document.createElement('div');
    row.className = 'playground__row';
    const label = document.createElement('span');
    const year = new Date(now).getUTCFullYear() === Number(end.slice(0, 4)) ? undefined : 'numeric';
    const days = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year, timeZone: 'UTC' });
    label.textContent = `${name}: ${days.formatRange(Date.parse(start), Date.parse(end))}`;
    const track = document.createElement('div');
    track.className = 'playground__track';
    const bar = document.createElement('div');
    bar.className = 'playground__bar';
    bar.style.insetInlineStart = `${(100 * at(start)) / length}%`;
    bar.style.inlineSize = `${(100 * (at(end) - at(start) + 1)) / length}%`;
    track.append(bar);
    row.append(label, track);
    return row;
  });
}

async function show() {
  const data = new FormData(form);
  const read = (name) => String(data.get(name) ?? '').trim();
  const json = documentOf(read);
  const language = await languageFor(read('language'));
  const now = instantOf(read('clock') || '2026-11-23T10:00', read('timeZone'));
  const parsed = parseDocument(json);
  const planned = deliveryPlan(json);
  const [addressCountry, addressRegion, postalCode] = read('destination')
    .split('-')
    .map((it) => it || undefined);
  const destination =
    addressCountry && parseDestination({ addressCountry, addressRegion, postalCode }).destination;
  const [product] = parsed.value.products;
  const { record, policy } = product;
  let asked;
  const reckon = (...args) => {
    const [told, by, sold, at, pieces] = args;
    asked = { record: told, policy: by, sold, now: at, pieces, destination };
    return planned.ok ? planned.value.reckonFor('chair', undefined, destination)(...args) : undefined;
  };
  const offer = decide(record, policy, Number(read('wanted')) || 1, now, reckon);

  const result = place('result');
  result.lang = language.tag;
  result.dir = /^(ar|he)\b/.test(language.tag) ? 'rtl' : 'ltr';
  place('badge').textContent = badgeWords(offer, language) || offer.state;
  place('promise').textContent = promiseWords(offer, language, now);
  place('aside').textContent = asideWords(offer, undefined, language, now);
  place('limit').textContent = limitWords(offer, language);
  place('windows').replaceChildren(...(offer.promise ? bars(offer.promise, now, language.tag) : []));

  const cart = cartPromise([{ offer }], policy.partial);
  const shipments = cart.shipments.map(({ lines, window }) => [
    lines.reduce((sum, { quantity }) => sum + quantity, 0),
    window ? whenWords({ window }, language, now) : 'as usual',
  ]);
  if (cart.undated.length) shipments.push([offer.split?.later ?? '', 'no date']);
  place('parts').replaceChildren(table('When the pieces come', ['Pieces', 'When'], shipments));

  const problems = [...(parsed.problems ?? []), ...(planned.problems ?? [planned.problem])];
  const steps = planned.ok && asked ? explainPromise(planned.value, 'chair', undefined, asked).steps : [];
  place('sum').replaceChildren(
    table(
      'The sum',
      ['Step', 'From', 'Given', 'Result'],
      [
        ...problems.map(({ path, value }) => ['not read', path, JSON.stringify(value), 'left out']),
        ...steps.map(({ step, source, given, result: came }) => [
          step,
          source,
          JSON.stringify(given) ?? '',
          came,
        ]),
      ],
    ),
  );
  place('json').textContent = JSON.stringify(offer, undefined, 2);
}

form.addEventListener('input', () => void show());
form.addEventListener('submit', (event) => event.preventDefault());
void show();
