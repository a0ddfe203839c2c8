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
      expect(found.language === 'en').to.equal(/^en\b/.test(found.tag));
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

  it('T16 gives English where we have no messages, and for languages that only begin alike', () => {
    const none = [
      'ga',
      'fa-IR',
      'sr',
      'sr-RS',
      'sh',
      'sr-Latn',
      'bs',
      'yue',
      'den',
      'enm',
      'arc',
      'dec',
      'fil',
      'frr',
    ];
    const malformed = [
      '',
      ' ',
      'i-klingon',
      'en--US',
      '<b>',
      'x'.repeat(200),
      `de-x-${'a'.repeat(8)}${'-abc'.repeat(60)}`,
    ];
    for (const tag of [...none, ...malformed, 'und', 'mul']) {
      expect(matchLanguage(tag), tag).to.deep.equal({ language: 'en', tag: 'en' });
    }
  });

  // What a page may write: which of our languages it means, and the tag that dates and numbers go by.
  const meant: Readonly<Record<string, readonly [string, string]>> = {
    zh: ['zh-Hans', 'zh'],
    'zh-CN': ['zh-Hans', 'zh-CN'],
    zh_CN: ['zh-Hans', 'zh-CN'],
    'zh-SG': ['zh-Hans', 'zh-SG'],
    'zh-TW': ['zh-Hant', 'zh-TW'],
    'zh-HK': ['zh-Hant', 'zh-HK'],
    'zh-MO': ['zh-Hant', 'zh-MO'],
    'zh-Hant': ['zh-Hant', 'zh-Hant'],
    'zh-hant-hk': ['zh-Hant', 'zh-Hant-HK'],
    'zh-Hans-HK': ['zh-Hans', 'zh-Hans-HK'],
    pt: ['pt-BR', 'pt'],
    'pt-BR': ['pt-BR', 'pt-BR'],
    'pt-US': ['pt-BR', 'pt-US'],
    'pt-PT': ['pt-PT', 'pt-PT'],
    'pt-AO': ['pt-PT', 'pt-AO'],
    'pt-MZ': ['pt-PT', 'pt-MZ'],
    pt_pt: ['pt-PT', 'pt-PT'],
    no: ['nb', 'nb'],
    'no-NO': ['nb', 'nb-NO'],
    nn: ['nb', 'nb'],
    'nn-NO': ['nb', 'nb-NO'],
    iw: ['he', 'he'],
    'iw-IL': ['he', 'he-IL'],
    in: ['id', 'id'],
    'in-ID': ['id', 'id-ID'],
    mo: ['ro', 'ro'],
    'ro-MD': ['ro', 'ro-MD'],
    en_US: ['en', 'en-US'],
    'en_US.UTF-8': ['en', 'en-US'],
    'de_DE@euro': ['de', 'de-DE'],
    ' fr-CA ': ['fr', 'fr-CA'],
    'es-419': ['es', 'es-419'],
    'ar-EG': ['ar', 'ar-EG'],
    TR: ['tr', 'tr'],
    'uk-UA': ['uk', 'uk-UA'],
    'hr-BA': ['hr', 'hr-BA'],
    'en-XA': ['en-XA', 'en-XA'],
    'en-x-twain': ['en', 'en-x-twain'],
    // Letters that a reader of the language may not know.
    'ru-Latn': ['en', 'en'],
    'hi-Latn': ['en', 'en'],
    'de-Brai': ['en', 'en'],
  };
  for (const [wanted, [language, tag]] of Object.entries(meant)) {
    it(`T16 ${JSON.stringify(wanted)} means ${language}, with dates as in ${tag}`, () => {
      expect(matchLanguage(wanted)).to.deep.equal({ language, tag });
    });
  }

  it('T16 every language is found by its own tag, in any case, with any region and under its old names', () => {
    for (const language of LANGUAGES) {
      for (const tag of [language, language.toUpperCase(), language.replace('-', '_')]) {
        expect(matchLanguage(tag), tag).to.deep.equal({ language, tag: language });
      }
      const region = `${language.slice(0, 2)}-${language.includes('-') ? language.slice(3) : '150'}`;
      expect(matchLanguage(region).language, region).to.equal(language);
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

  it('T21 is English as a whole, and says so, where a file of ours is of an older version and lacks a message', async () => {
    const { messages } = await import('../../src/messages/fi.js');
    const { ['when.day']: day, ...rest } = messages;
    Reflect.deleteProperty(messages, 'when.day');
    expect(await languageFor('fi')).to.deep.equal(ENGLISH);
    Object.assign(messages, { ...rest, 'when.day': day });
    expect((await languageFor('fi')).tag).to.equal('fi');
  });

  it('T21 is English at once, and says so, for a language that we do not speak', () => {
    for (const tag of ['ga', 'xx', '', 'i-klingon']) expect(languageFor(tag), tag).to.deep.equal(ENGLISH);
  });
});
