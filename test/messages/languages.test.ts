import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { ENGLISH, languageFor, LANGUAGES, matchLanguage } from '../../src/messages/languages.js';

const ODD_TAGS = [
  'en_US',
  'de_CH',
  'DE',
  'De-at',
  'ar-EG',
  'ar_SA',
  'iw',
  'xx',
  'zz-ZZ',
  '',
  ' ',
  ' de',
  'de ',
  'i-klingon',
  'i-default',
  'art-lojban',
  'x-private',
  'de-x-shop',
  'de-1996',
  'de-DE-1996',
  'de-u-nu-thai',
  'en-u-ca-buddhist',
  'C',
  'POSIX',
  'C.UTF-8',
  'en_US.UTF-8',
  'en-US-POSIX',
  'und',
  'root',
  'zh-Hant-TW',
  'sr-Latn-RS',
  'no',
  'sh',
  'mul',
  'en-',
  '-en',
  'en--US',
  'e',
  'english',
  'deutsch',
  'de-DE-DE',
  '*',
  'de, en;q=0.8',
  '<img src=x: onerror=canary()>',
  '__proto__',
  'constructor',
  '\0',
  '\ud800',
  'a'.repeat(10_000),
  'de-'.repeat(3000),
];

describe('matchLanguage', () => {
  for (const tag of ODD_TAGS) {
    it(`T16 gives a usable language for ${JSON.stringify(tag.slice(0, 40))}`, () => {
      const found = matchLanguage(tag);
      expect(LANGUAGES).to.include(found.language);
      // A tag that Intl takes, or the next date would throw.
      expect(() => new Intl.DateTimeFormat(found.tag)).not.to.throw();
      expect(() => new Intl.PluralRules(found.tag)).not.to.throw();
      expect(() => new Intl.NumberFormat(found.tag)).not.to.throw();
    });
  }

  it('T16 never throws', () => {
    fc.assert(fc.property(fc.string(), (tag) => void matchLanguage(tag)));
  });

  it('finds the language and keeps the region', () => {
    expect(matchLanguage('de-CH')).to.deep.equal({ language: 'de', tag: 'de-CH' });
    expect(matchLanguage('de_CH')).to.deep.equal({ language: 'de', tag: 'de-CH' });
    expect(matchLanguage('DE')).to.deep.equal({ language: 'de', tag: 'de' });
    expect(matchLanguage('en-GB')).to.deep.equal({ language: 'en', tag: 'en-GB' });
  });

  it('gives English where we have no messages, and for languages that only begin alike', () => {
    for (const tag of ['fr', 'th-TH', 'fa-IR', 'den', 'enm', 'arc', 'dec', '']) {
      expect(matchLanguage(tag), tag).to.deep.equal({ language: 'en', tag: 'en' });
    }
  });

  it('T23 compares tags without any locale of its own', () => {
    expect(matchLanguage('DE-LI').language).to.equal('de');
  });
});

describe('languageFor', () => {
  it('gives English at once', () => {
    expect(languageFor('en')).to.deep.equal(ENGLISH);
    expect(languageFor('en-GB')).to.deep.equal({ tag: 'en-GB', messages: ENGLISH.messages });
  });

  it('fetches another language once, and has it at hand from then on', async () => {
    const first = languageFor('de-AT');
    expect(first).to.be.instanceOf(Promise);
    const { tag, messages } = await first;
    expect(tag).to.equal('de-AT');
    expect(messages['badge.sold-out']).to.equal('Ausverkauft');
    expect(languageFor('de-CH')).to.deep.equal({ tag: 'de-CH', messages });
  });
});
