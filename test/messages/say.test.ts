import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Language, MessageName } from '../../src/messages/catalogue.js';
import { ENGLISH, languageFor } from '../../src/messages/languages.js';
import { say } from '../../src/messages/say.js';

/** English with one message put in place of its own. */
function withMessage(name: MessageName, message: unknown, tag = 'en'): Language {
  return { tag, messages: { ...ENGLISH.messages, [name]: message } };
}

describe('say', () => {
  it('says a message without values', () => {
    expect(say(ENGLISH, 'badge.sold-out')).to.equal('Sold out');
  });

  it('puts values in the place of their braces', () => {
    expect(say(ENGLISH, 'split.dated', { now: 2, later: 3, when: 'in 5 days' })).to.equal(
      '2 now, 3 in 5 days',
    );
  });

  describe('H23 placeholder text of a merchant', () => {
    const when = 'on 12 December';
    const cases: readonly (readonly [string, string])[] = [
      ['{when}{when}', when + when],
      ['{__proto__}', '{__proto__}'],
      ['{constructor}', '{constructor}'],
      ['{toString}', '{toString}'],
      ['{hasOwnProperty} {when}', `{hasOwnProperty} ${when}`],
      ['{}', '{}'],
      ['{', '{'],
      ['}{', '}{'],
      ['{{when}}', `{${when}}`],
      ['{when', '{when'],
      ['{ when }', '{ when }'],
      ['{WHEN}', '{WHEN}'],
      ['{missing}', '{missing}'],
      ['${when}', `$${when}`],
      ['$& $1 $$ {when}', `$& $1 $$ ${when}`],
      ['%s %d', '%s %d'],
      ['', ''],
      ['<img src=x: onerror=canary()>', '<img src=x: onerror=canary()>'],
    ];
    for (const [text, said] of cases) {
      it(`${JSON.stringify(text)} is said as ${JSON.stringify(said)}`, () => {
        expect(say(withMessage('promise.release', text), 'promise.release', { when })).to.equal(said);
      });
    }
  });

  it('H23 values are not read again: braces and dollars in them stay', () => {
    for (const when of ['{when}', '{now}', '$&', '$1', "$'", '{__proto__}', '\0', '\ud800']) {
      expect(say(ENGLISH, 'promise.release', { when })).to.equal(`Available ${when}`);
    }
  });

  it('H15 reads no value from a polluted Object.prototype', () => {
    Object.defineProperty(Object.prototype, 'when', { value: '<b>', configurable: true });
    try {
      expect(say(ENGLISH, 'promise.release')).to.equal('Available {when}');
    } finally {
      delete (Object.prototype as { when?: unknown }).when;
    }
  });

  it('never throws, whatever the message and the values are', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double())),
        (text, values) => {
          expect(say(withMessage('badge.backorder', text), 'badge.backorder', values)).to.be.a('string');
        },
      ),
    );
  });

  describe('T13 plural forms', () => {
    // CLDR's cardinal categories, for 0, 1, 2, 3, 5, 11, 21, 22, 100, 101 and 1.5.
    const counts = [0, 1, 2, 3, 5, 11, 21, 22, 100, 101, 1.5];
    const table: Readonly<Record<string, string>> = {
      en: 'other one other other other other other other other other other',
      de: 'other one other other other other other other other other other',
      ar: 'zero one two few few many many many other other other',
      pl: 'many one few few many many many few many many other',
      ru: 'many one few few many many one few many one other',
      cs: 'other one few few other other other other other other many',
      cy: 'zero one two few other other other other other other other',
      ga: 'other one two few few other other other other other other',
      lv: 'zero one other other other zero one other zero one other',
      sl: 'other one two few other other other other other one few',
      he: 'other one two other other other other other other other one',
      ja: 'other other other other other other other other other other other',
      fr: 'one one other other other other other other other other one',
    };
    const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    for (const [tag, categories] of Object.entries(table)) {
      it(`of ${tag} follow the count`, () => {
        const language = withMessage('when.days', forms, tag);
        // Engines follow CLDR as it was when they were made; what they know is what we must follow.
        const rules = new Intl.PluralRules(tag);
        for (const count of counts) {
          expect(say(language, 'when.days', { count }), String(count)).to.equal(rules.select(count));
        }
        const agreed = categories
          .split(' ')
          .filter((it, index) => it === rules.select(counts[index] as number));
        expect(agreed.length, categories).to.be.greaterThan(counts.length - 3);
      });
    }

    it('a form that is not there, or no number, takes the general one', () => {
      const language = withMessage('when.days', { other: 'many {count}' });
      expect(say(language, 'when.days', { count: 1 })).to.equal('many 1');
      expect(say(language, 'when.days', { count: 'x' })).to.equal('many x');
      expect(say(language, 'when.days')).to.equal('many {count}');
    });

    it('a malformed plural says nothing rather than to throw', () => {
      expect(say(withMessage('when.days', {}), 'when.days', { count: 1 })).to.equal('');
    });
  });

  it('T15 digits are those of the language; Latin ones stay as they are', async () => {
    const count = 3;
    const spoken = async (tag: string): Promise<string> =>
      say(await languageFor(tag), 'limit.most', { count });
    expect(await spoken('en')).to.include('3');
    expect(await spoken('de-CH')).to.include('3');
    expect(await spoken('ar-EG')).to.include('٣');
    expect(await spoken('ar')).to.include(new Intl.NumberFormat('ar').format(count));
    expect(await spoken('en-u-nu-deva')).to.include('३');
  });

  it('large numbers are grouped as the language does it', async () => {
    expect(say(ENGLISH, 'limit.most', { count: 12_345 })).to.include('12,345');
    expect(say(await languageFor('de'), 'limit.most', { count: 12_345 })).to.include('12.345');
  });
});
