import { expect } from '@open-wc/testing';
import type { Language } from '../../src/messages/catalogue.js';
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

  it('a category on a message without forms is ignored', () => {
    const language = withWording(ENGLISH, { en: { 'badge.backorder#one': 'x' } });
    expect(say(language, 'badge.backorder')).to.equal('Backorder');
  });

  it('H13 unknown names, and names such as __proto__, are ignored', () => {
    const evil = JSON.parse(
      '{"__proto__":"x","constructor":"y","toString":"z","nonsense":"n","#one":"o"}',
    ) as Record<string, string>;
    const language = withWording(ENGLISH, { en: evil });
    expect({ ...language.messages }).to.deep.equal({ ...ENGLISH.messages });
    expect(({} as { x?: unknown }).x).to.equal(undefined);
  });

  it('does not alter the shipped messages', () => {
    withWording(ENGLISH, { en: { 'badge.backorder': 'x', 'when.days#one': 'y' } });
    expect(say(ENGLISH, 'badge.backorder')).to.equal('Backorder');
    expect(say(ENGLISH, 'when.days', { count: 1 })).to.equal('in 1 day');
  });
});
