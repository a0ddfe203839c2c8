import { expect } from '@open-wc/testing';
import { dayWords, monthWords } from '../../src/messages/dates.js';
import { matchLanguage } from '../../src/messages/languages.js';

describe('dayWords', () => {
  it('leaves out this year and names any other', () => {
    expect(dayWords('en-GB', '2026-12-01', '2026')).to.equal('1 December');
    expect(dayWords('en-GB', '2027-01-01', '2026')).to.equal('1 January 2027');
    expect(dayWords('de', '2026-12-01', '2026')).to.equal('1. Dezember');
    expect(dayWords('de', '2027-12-01', '2026')).to.equal('1. Dezember 2027');
  });

  it('says in English without a formatter what a formatter says', () => {
    for (const tag of ['en', 'en-US', 'en-GB'])
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 86_400_000) {
        const iso = new Date(at).toISOString().slice(0, 10);
        const say = (options: Intl.DateTimeFormatOptions): string =>
          new Intl.DateTimeFormat(tag, { ...options, month: 'long', timeZone: 'UTC' }).format(at);
        if (iso.endsWith('-01')) expect(monthWords(tag, iso)).to.equal(say({ year: 'numeric' }));
        if (!/-(?:01|09|10|31)$/.test(iso)) continue;
        expect(dayWords(tag, iso, '2025')).to.equal(say({ year: 'numeric', day: 'numeric' }));
        expect(dayWords(tag, iso, iso.slice(0, 4))).to.equal(say({ day: 'numeric' }));
      }
  });

  it('makes no formatter in English: the first of a page is dearer than all the rest', () => {
    const { DateTimeFormat } = Intl;
    let made = 0;
    Intl.DateTimeFormat = new Proxy(DateTimeFormat, {
      construct: (target, list: ConstructorParameters<typeof DateTimeFormat>) => {
        made += 1;
        return new target(...list);
      },
    });
    try {
      dayWords('en', '2027-03-15', '2026');
      monthWords('en-GB', '2027-03');
      expect(made).to.equal(0);
      dayWords('en-CA', '2027-03-15', '2026');
      expect(made).to.equal(1);
    } finally {
      Intl.DateTimeFormat = DateTimeFormat;
    }
  });

  it('T01 T02 is the day as it stands, wherever the shopper is', () => {
    // The formatter is in UTC; the engine's own zone would show another day for some of these.
    for (const day of ['2026-01-01', '2026-03-29', '2026-10-25', '2026-12-31']) {
      expect(dayWords('en-GB', day, '2026')).to.match(new RegExp(`^${Number(day.slice(8))} `));
    }
  });

  it('T14 is Gregorian, also where another calendar is usual or asked for', () => {
    for (const tag of [
      'th-TH',
      'fa-IR',
      'ar-SA',
      'ar',
      'ar-SA-u-ca-islamic',
      'th-u-ca-buddhist',
      'ja-JP-u-ca-japanese',
    ]) {
      const wanted = new Intl.DateTimeFormat(tag, { calendar: 'gregory', year: 'numeric', timeZone: 'UTC' });
      const year = wanted.format(Date.UTC(2027, 0, 1)).replace(/\D*$/u, '');
      expect(dayWords(tag, '2027-01-01', '2026'), tag).to.include(year.trim());
      expect(monthWords(tag, '2027-01-01'), tag).to.include(year.trim());
      const latin = dayWords(`${tag.split('-u-')[0]}-u-nu-latn`, '2027-01-01', '2026');
      expect(latin, tag).to.include('2027');
      expect(latin, tag).not.to.match(/2570|1405|1448|令和/);
    }
  });

  it('T14 the tags that we speak with are Gregorian too', () => {
    for (const tag of ['th-TH', 'fa-IR', 'ar-SA', 'ar-EG', 'de']) {
      const spoken = `${matchLanguage(tag).tag}-u-nu-latn`;
      expect(dayWords(spoken, '2027-03-04', '2026'), tag).to.include('2027');
    }
  });

  it('keeps giving right answers when a page makes up languages without end', () => {
    for (let index = 0; index < 100; index += 1) {
      expect(dayWords(`en-x-shop${index}`, '2026-12-01', '2026')).to.equal('December 1');
    }
    expect(dayWords('en-GB', '2026-12-01', '2026')).to.equal('1 December');
  });
});

describe('monthWords', () => {
  it('names the month with its year', () => {
    expect(monthWords('en-GB', '2026-12-01')).to.equal('December 2026');
    expect(monthWords('de', '2027-03-01')).to.equal('März 2027');
  });
});
