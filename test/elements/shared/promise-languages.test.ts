import { expect } from '@open-wc/testing';
import { parseDateWindow } from '../../../src/availability/date-window.js';
import type { LeadTime } from '../../../src/availability/expectation.js';
import type { Offer, ShipPromise } from '../../../src/availability/offer.js';
import { asideWords } from '../../../src/elements/shared/aside-words.js';
import {
  badgeWords,
  limitWords,
  promiseWords,
  whenWords,
} from '../../../src/elements/shared/promise-words.js';
import type { Language, MessageName } from '../../../src/messages/catalogue.js';
import { dayWords, monthWords } from '../../../src/messages/dates.js';
import { withMore } from '../../../src/messages/en-more.js';
import { languageFor, LANGUAGES } from '../../../src/messages/languages.js';
import { say } from '../../../src/messages/say.js';
import { NOW } from '../../support/arbitraries.js';

const DATES: readonly (string | LeadTime)[] = [
  ...['2026-12-12', '2027-01-01', '2026-12-01/2026-12-05', '2026-12-30/2027-01-02', '2026-W50'],
  ...['2026-12', '2027-05', '2026-12/2027-01', '2027-Q1', '2026-Q4/2027-Q1'],
  { min: 1, max: 1, unit: 'day' },
  { min: 2, max: 2, unit: 'day' },
  { min: 5, max: 21, unit: 'day' },
  { min: 1, max: 2, unit: 'week' },
  { min: 3, max: 3, unit: 'week' },
];

function promise(date: string | LeadTime, more: Partial<ShipPromise> = {}): ShipPromise {
  const window = parseDateWindow(typeof date === 'string' ? date : '2026-11-25');
  if (!window) throw new Error(`no date: ${JSON.stringify(date)}`);
  const leadTime = typeof date === 'string' ? {} : { leadTime: date };
  return { window, ...leadTime, basis: 'ship', confidence: 'estimated', event: 'restock', ...more };
}

const offer = (more: object): Offer =>
  ({ state: 'backorder', quantity: { min: 1, step: 1 }, ...more }) as Offer;

/** Everything that is said of a date: every promise with every time, and the sentences that take one in. */
function allOf(language: Language): readonly string[] {
  const spoken = withMore(language);
  return DATES.flatMap((date) => {
    const split = { now: 2, later: 3, refused: 0 };
    const when = whenWords(promise(date), language, NOW);
    const told: readonly (readonly [MessageName, object])[] = [
      ['promise.changed', {}],
      ['split.together', { count: 5 }],
      ['cart.apart', { count: 1 }],
      ['cart.apart', { count: 3 }],
      ['cart.together', {}],
    ];
    return [
      ...(['ship', 'deliver'] as const).flatMap((basis) =>
        (['confirmed', 'estimated'] as const).map((confidence) =>
          promiseWords(offer({ promise: promise(date, { basis, confidence }) }), language, NOW),
        ),
      ),
      promiseWords(offer({ state: 'coming-soon', promise: promise(date) }), language, NOW),
      promiseWords(offer({ split, promise: promise(date) }), language, NOW),
      ...told.map(([name, values]) => say(spoken, name, { ...values, when })),
    ];
  });
}

for (const tag of LANGUAGES) {
  describe(`promises in ${tag}`, () => {
    let language: Language;
    before(async () => {
      language = await languageFor(tag);
    });

    it('are whole: no braces left, no doubled blank or full stop, nothing hanging at an end', () => {
      const all = allOf(language);
      expect(all.length).to.equal(DATES.length * 11);
      for (const text of all) {
        expect(text).not.to.match(/[{}]|\s\s|\.\.|[:：,，]$|^\s|\s$|[,:]{2}|。。/u);
        expect(text).to.match(/\p{L}/u);
      }
    });

    it('differ with how sure and of what they are', () => {
      const said = (['ship', 'deliver'] as const).flatMap((basis) =>
        (['confirmed', 'estimated'] as const).map((confidence) =>
          promiseWords(offer({ promise: promise('2026-12-12', { basis, confidence }) }), language, NOW),
        ),
      );
      expect(new Set(said).size).to.equal(4);
    });

    it('T09 never name a day where only a month, a quarter or a lead time was told', () => {
      for (const date of ['2026-12', '2027-Q1', { min: 5, max: 21, unit: 'day' } as const]) {
        const text = whenWords(promise(date), language, NOW);
        expect(text).not.to.include(dayWords(tag, '2026-12-01', '2026'));
        expect(text).not.to.include(dayWords(tag, '2027-01-01', '2027'));
      }
      expect(whenWords(promise('2026-12'), language, NOW)).to.include(monthWords(tag, '2026-12-01'));
    });

    it('T18 keep their numbers apart by words, so that nothing turns round where one reads from the right', () => {
      for (const text of allOf(language)) expect(text).not.to.match(/\p{Nd}\s*[\u2013\u2212-]\s*\p{Nd}/u);
    });

    it('T24 need nothing of Intl that older engines lack', async () => {
      const gone = ['formatRange', 'formatRangeToParts'] as const;
      const dates = Intl.DateTimeFormat.prototype as unknown as Record<string, unknown>;
      const kept = gone.map((name) => [name, dates[name]] as const);
      const intl = Intl as unknown as Record<string, unknown>;
      const { ListFormat, DurationFormat } = intl;
      const before = allOf(language);
      try {
        for (const name of gone) dates[name] = undefined;
        Object.assign(intl, { ListFormat: undefined, DurationFormat: undefined });
        expect(allOf(await languageFor(tag))).to.deep.equal(before);
      } finally {
        for (const [name, value] of kept) dates[name] = value;
        Object.assign(intl, { ListFormat, DurationFormat });
      }
    });

    it('T20 what is said beside them is whole sentences, each with one end', () => {
      for (const [cutoffAt, place] of [
        [NOW + 3_600_000, 'DE'],
        [NOW + 72_000_000, 'NL'],
      ] as const) {
        const held = promise('2026-12-12', { cutoffAt, place: { addressCountry: place } });
        const earlier = promise('2026-12/2027-01');
        const text = asideWords(offer({ promise: held }), earlier, language, NOW);
        const [confirmed] = [withMore(language).messages['explain.confirmed']];
        const stop = /[.。।]?$/u.exec(confirmed)?.[0] ?? '';
        expect(text).not.to.match(/[{}]|\s\s|\.\./u);
        expect(text.endsWith(stop), text).to.equal(true);
        // Three sentences; times and years may have full stops of their own.
        if (stop) expect(text.split(stop).length).to.be.at.least(4);
      }
    });

    it('without a date say that none is known, and a limit says its number', () => {
      expect(promiseWords(offer({}), language, NOW)).to.equal(language.messages['promise.none']);
      expect(promiseWords(offer({ withheld: 'date-passed' }), language, NOW)).to.equal(
        language.messages['promise.withheld'],
      );
      expect(badgeWords(offer({}), language)).to.equal(language.messages['badge.backorder']);
      const limit = { quantity: { max: 3 }, split: { now: 0, later: 3, refused: 2 } };
      expect(limitWords(offer(limit), language)).to.include(new Intl.NumberFormat(tag).format(3));
    });
  });
}

describe('counts', () => {
  const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 100, 101];
  // "In so many days", for each of the counts.
  const table: Readonly<Record<string, string>> = {
    'ar-u-nu-latn':
      'خلال 0 يوم, خلال يوم واحد, خلال يومين, خلال 3 أيام, خلال 5 أيام, خلال 11 يومًا, خلال 21 يومًا, خلال 22 يومًا, خلال 100 يوم, خلال 101 يوم',
    cs: 'za 0 dní, za 1 den, za 2 dny, za 3 dny, za 5 dní, za 11 dní, za 21 dní, za 22 dní, za 100 dní, za 101 dní',
    he: 'תוך 0 ימים, תוך יום אחד, תוך יומיים, תוך 3 ימים, תוך 5 ימים, תוך 11 ימים, תוך 21 ימים, תוך 22 ימים, תוך 100 ימים, תוך 101 ימים',
    hr: 'za 0 dana, za 1 dan, za 2 dana, za 3 dana, za 5 dana, za 11 dana, za 21 dan, za 22 dana, za 100 dana, za 101 dan',
    lt: 'po 0 dienų, po 1 dienos, po 2 dienų, po 3 dienų, po 5 dienų, po 11 dienų, po 21 dienos, po 22 dienų, po 100 dienų, po 101 dienos',
    lv: 'pēc 0 dienām, pēc 1 dienas, pēc 2 dienām, pēc 3 dienām, pēc 5 dienām, pēc 11 dienām, pēc 21 dienas, pēc 22 dienām, pēc 100 dienām, pēc 101 dienas',
    pl: 'za 0 dni, za 1 dzień, za 2 dni, za 3 dni, za 5 dni, za 11 dni, za 21 dni, za 22 dni, za 100 dni, za 101 dni',
    ro: 'în 0 zile, într-o zi, în 2 zile, în 3 zile, în 5 zile, în 11 zile, în 21 de zile, în 22 de zile, în 100 de zile, în 101 zile',
    ru: 'через 0 дней, через 1 день, через 2 дня, через 3 дня, через 5 дней, через 11 дней, через 21 день, через 22 дня, через 100 дней, через 101 день',
    sk: 'o 0 dní, o 1 deň, o 2 dni, o 3 dni, o 5 dní, o 11 dní, o 21 dní, o 22 dní, o 100 dní, o 101 dní',
    sl: 'čez 0 dni, čez 1 dan, čez 2 dneva, čez 3 dni, čez 5 dni, čez 11 dni, čez 21 dni, čez 22 dni, čez 100 dni, čez 101 dan',
    uk: 'через 0 днів, через 1 день, через 2 дні, через 3 дні, через 5 днів, через 11 днів, через 21 день, через 22 дні, через 100 днів, через 101 день',
  };
  for (const [tag, said] of Object.entries(table)) {
    it(`T13 take the right form of the word in ${tag}`, async () => {
      const language = await languageFor(tag);
      expect(COUNTS.map((count) => say(language, 'when.days', { count })).join(', ')).to.equal(said);
    });
  }

  it('T15 are in the digits that the page’s language has in its place', async () => {
    for (const [tag, three] of Object.entries({
      'ar-EG': '٣',
      'ar-AE-u-nu-latn': '3',
      'hi-IN': '3',
      'hi-u-nu-deva': '३',
    })) {
      expect(say(await languageFor(tag), 'when.days', { count: 3 }), tag).to.include(three);
    }
    for (const tag of LANGUAGES) {
      for (const count of [3, 1234, 56_789]) {
        const useGrouping = count > 9999;
        const wanted = new Intl.NumberFormat(tag, { useGrouping }).format(count);
        expect(say(await languageFor(tag), 'limit.most', { count }), tag).to.include(wanted);
      }
    }
  });

  it('T14 years are Gregorian in every language, also where another calendar is usual or asked for', async () => {
    for (const tag of [
      ...LANGUAGES,
      'th-TH',
      'ar-SA',
      'fa-IR',
      'ja-JP-u-ca-japanese',
      'he-u-ca-hebrew',
      'th-u-ca-buddhist',
    ]) {
      const language = await languageFor(tag.includes('-u-') ? `${tag}-nu-latn` : `${tag}-u-nu-latn`);
      for (const date of ['2027-03-04', '2027-03', '2027-Q1']) {
        expect(whenWords(promise(date), language, NOW), `${tag} ${date}`).to.include('2027');
      }
    }
  });
});
