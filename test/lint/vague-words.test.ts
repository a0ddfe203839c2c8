import { expect } from '@open-wc/testing';
import { LANGUAGES } from '../../src/messages/languages.js';
import { VAGUE_LANGUAGES, vagueWord } from '../../src/lint/vague-words.js';

const OURS =
  'ar bg cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nb nl pl pt-BR pt-PT ro ru sk sl sv th tr uk vi zh-Hans zh-Hant';

describe('vagueWord', () => {
  it('knows words of every language that we speak or are to speak', () => {
    expect(VAGUE_LANGUAGES).to.include.members([
      ...OURS.split(' '),
      ...LANGUAGES.filter((it) => !/^(?:pt|zh)/.test(it)),
    ]);
  });

  for (const [tag, text] of [
    ['en', 'Available SOON!'],
    ['en-GB', 'Dispatched a.s.a.p.'],
    ['de-CH', 'In  Kürze lieferbar'],
    ['de', 'DEMNAECHST, bald'],
    ['fr', 'Arrive bientot'],
    ['fr', 'D’ici peu'],
    ['es', 'PRÓXIMAMENTE'],
    ['pt', 'Em breve'],
    ['no', 'Snart på lager'],
    ['tr', 'YAKINDA'],
    ['tr', 'Çok yakında stokta'],
    ['ar', 'متوفر قريبًا'],
    ['he', 'בקרוב במלאי'],
    ['ja', '近日発売予定'],
    ['ko', '곧 입고됩니다'],
    ['zh-CN', '即将到货'],
    ['zh-TW', '即將到貨'],
    ['th', 'มีสินค้าเร็วๆ นี้'],
    ['vi', 'Sắp có hàng'],
    ['el', 'Σύντομα κοντά σας'],
    ['ru', 'Скоро в продаже'],
    ['hi', 'जल्द ही आएगा'],
    ['sv', 'Coming soon'],
  ] as const) {
    it(`finds the vague word in “${text}” (${tag})`, () => {
      expect(vagueWord(tag, text)).to.be.a('string');
    });
  }

  for (const [tag, text] of [
    ['en', 'Sooner Brewery mug'],
    ['en', 'Ship date to be confirmed'],
    ['de', 'Baldachin, Versandtermin noch offen'],
    ['ko', '곧바로 배송'],
    ['vi', 'Sạp hàng'],
    ['ja', '発送日未定'],
    ['tlh', 'nuqneH'],
  ] as const) {
    it(`finds none in “${text}” (${tag})`, () => {
      expect(vagueWord(tag, text)).to.equal(undefined);
    });
  }
});
