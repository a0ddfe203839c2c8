import { expect } from '@open-wc/testing';
import type { Language, MessageName } from '../../src/messages/catalogue.js';
import { withMore } from '../../src/messages/en-more.js';
import { ENGLISH, languageFor } from '../../src/messages/languages.js';
import { say } from '../../src/messages/say.js';
import { withWording } from '../../src/messages/wording.js';

const german: Language = await languageFor('de-CH');

describe('withWording', () => {
  it('puts the merchant’s own words in place of ours and leaves the others', () => {
    const language = withWording(ENGLISH, { en: { 'badge.backorder': 'On its way' } });
    expect(say(language, 'badge.backorder')).to.equal('On its way');
    expect(say(language, 'badge.sold-out')).to.equal('Sold out');
  });

  it('a language without wording of its own is the very same', () => {
    expect(withWording(ENGLISH, {})).to.equal(ENGLISH);
    expect(withWording(ENGLISH, { de: { 'badge.backorder': 'x' } })).to.equal(ENGLISH);
    expect(
      withWording(ENGLISH, { e: { 'badge.backorder': 'x' }, 'en-GB': { 'badge.backorder': 'y' } }),
    ).to.equal(ENGLISH);
  });

  it('wording for a language serves its regions, and that for the region goes first, in any order', () => {
    const de = { 'badge.backorder': 'Später', 'badge.preorder': 'Vorab' };
    const swiss = { 'badge.backorder': 'Spöter' };
    for (const wording of [
      { de, 'de-CH': swiss },
      { 'de-CH': swiss, de },
    ]) {
      const language = withWording(german, wording);
      expect(say(language, 'badge.backorder')).to.equal('Spöter');
      expect(say(language, 'badge.preorder')).to.equal('Vorab');
      expect(language.tag).to.equal('de-CH');
    }
  });

  it('is found by any tag that means the language of the page, the nearest last', async () => {
    const text = (backorder: string): Record<string, string> => ({ 'badge.backorder': backorder });
    const cases: readonly (readonly [string, Record<string, Record<string, string>>, string])[] = [
      ['zh-TW', { 'zh-Hant': text('a') }, 'a'],
      ['zh-TW', { 'zh-TW': text('b'), 'zh-Hant': text('a') }, 'b'],
      ['zh_HK', { zh_HK: text('c'), 'zh-TW': text('no') }, 'c'],
      ['nn-NO', { no: text('d') }, 'd'],
      ['no', { nb: text('e') }, 'e'],
      ['he-IL', { iw: text('f') }, 'f'],
      ['pt-AO', { 'pt-PT': text('g'), 'pt-BR': text('no') }, 'g'],
      ['pt', { 'pt-BR': text('h') }, 'h'],
      ['de-CH', { DE: text('i') }, 'i'],
    ];
    for (const [tag, wording, said] of cases) {
      expect(say(withWording(await languageFor(tag), wording), 'badge.backorder'), tag).to.equal(said);
    }
  });

  it('wording for a language that we do not speak is not put into English', () => {
    for (const tag of ['ga', 'xx', 'e', '', '<b>', 'enm', 'sr']) {
      expect(withWording(ENGLISH, { [tag]: { 'badge.backorder': 'x' } }), tag).to.equal(ENGLISH);
    }
  });

  it('one text replaces all plural forms', () => {
    const language = withWording(ENGLISH, { en: { 'when.days': 'within {count} d' } });
    expect(say(language, 'when.days', { count: 1 })).to.equal('within 1 d');
    expect(say(language, 'when.days', { count: 4 })).to.equal('within 4 d');
  });

  it('NAME#category replaces one plural form', () => {
    const language = withWording(ENGLISH, { en: { 'when.days#one': 'tomorrow' } });
    expect(say(language, 'when.days', { count: 1 })).to.equal('tomorrow');
    expect(say(language, 'when.days', { count: 4 })).to.equal('in 4 days');
  });

  it('a message and one of its forms can both be replaced, in any order', () => {
    const one = { 'when.days#one': 'tomorrow' };
    const all = { 'when.days': 'within {count} d' };
    for (const en of [
      { ...one, ...all },
      { ...all, ...one },
    ]) {
      const language = withWording(ENGLISH, { en });
      expect(say(language, 'when.days', { count: 1 })).to.equal('tomorrow');
      expect(say(language, 'when.days', { count: 4 })).to.equal('within 4 d');
    }
  });

  it('reaches the messages that come only after a press', () => {
    for (const language of [ENGLISH, german]) {
      const { tag } = language;
      const changed = withMore(
        withWording(language, { [tag]: { 'explain.now#one': 'just {count}', 'form.submit': 'Go' } }),
      );
      const shipped = withMore(language);
      expect(say(changed, 'form.submit')).to.equal('Go');
      expect(say(changed, 'explain.now', { count: 1 })).to.equal('just 1');
      expect(say(changed, 'explain.now', { count: 4 })).to.equal(say(shipped, 'explain.now', { count: 4 }));
      expect(say(changed, 'explain.later', { count: 1 })).to.equal(
        say(shipped, 'explain.later', { count: 1 }),
      );
    }
  });

  it('a form of a message that has none is never said', () => {
    const language = withWording(ENGLISH, { en: { 'badge.backorder#one': 'x', 'split.undated#one': 'y' } });
    expect(say(language, 'badge.backorder')).to.equal('Backorder');
    expect(say(language, 'split.undated', { now: 1, later: 1 })).to.equal(
      say(ENGLISH, 'split.undated', { now: 1, later: 1 }),
    );
  });

  it('H13 names that nobody says, and names such as __proto__, do no harm', () => {
    const evil = JSON.parse(
      '{"__proto__":"x","__proto__#one":"p","constructor":"y","toString":"z","nonsense":"n","#one":"o","a#b#c":"d"}',
    ) as Record<string, string>;
    const language = withMore(withWording(ENGLISH, { en: evil }));
    const shipped = withMore(ENGLISH);
    for (const name of Object.keys(shipped.messages) as MessageName[]) {
      expect(say(language, name, { count: 1 })).to.equal(say(shipped, name, { count: 1 }));
    }
    expect(({} as { one?: unknown }).one).to.equal(undefined);
  });

  it('does not alter the shipped messages', () => {
    withWording(ENGLISH, { en: { 'badge.backorder': 'x', 'when.days#one': 'y' } });
    expect(say(ENGLISH, 'badge.backorder')).to.equal('Backorder');
    expect(say(ENGLISH, 'when.days', { count: 1 })).to.equal('in 1 day');
  });
});
