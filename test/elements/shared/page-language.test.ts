import { expect } from '@open-wc/testing';
import { onLanguageSwitch } from '../../../src/elements/shared/language-switch.js';
import { languageAt } from '../../../src/elements/shared/page-language.js';
import { say } from '../../../src/messages/say.js';
import { AvailabilityStore } from '../../../src/store/availability-store.js';
import { elementPage, put, soon } from '../../support/element-page.js';
import { told } from '../../support/told.js';

describe('languageAt', () => {
  elementPage();
  const store = new AvailabilityStore();
  const tagAt = async (node: Node): Promise<string> => (await languageAt(node, store)).tag;

  it('is that of the nearest lang', async () => {
    const place = put('<div lang="de"><p lang="en-US"><b></b></p><i></i><u lang=""></u></div>');
    expect(await tagAt(place.querySelector('b') as Node)).to.equal('en-US');
    expect(await tagAt(place.querySelector('i') as Node)).to.equal('de');
    expect(await tagAt(place.querySelector('u') as Node)).to.equal('de');
  });

  it('looks out of shadow roots', async () => {
    const host = put('<div lang="de"></div>');
    const inside = document.createElement('p');
    host.attachShadow({ mode: 'closed' }).append(inside);
    expect(await tagAt(inside)).to.equal('de');
  });

  it('is the browser’s where the page names none', async () => {
    document.documentElement.removeAttribute('lang');
    expect(await tagAt(document.createElement('p'))).to.match(/^(?:en|de|ar)/);
  });

  it('T16 is English, or the nearest that we have, for any tag at all', async () => {
    for (const lang of ['xx', 'i-klingon', 'en_US', '<b>', '\0', 'x'.repeat(999), 'ga-IE', 'DE_ch', 'EN']) {
      const language = await languageAt(put(`<p lang="${lang.replace('<', '&lt;')}"></p>`), store);
      expect(say(language, 'badge.sold-out'), lang).to.be.oneOf(['Sold out', 'Ausverkauft']);
      expect(() => new Intl.DateTimeFormat(language.tag), lang).not.to.throw();
    }
  });

  it('comes at once in English, so that a page has no moment without words', () => {
    expect(languageAt(document.body, store)).not.to.be.instanceOf(Promise);
  });

  it('has the merchant’s own wording', async () => {
    const worded = new AvailabilityStore();
    worded.put(told([], { messages: { en: { 'badge.sold-out': 'Gone' }, de: { 'badge.sold-out': 'Weg' } } }));
    expect(say(await languageAt(document.body, worded), 'badge.sold-out')).to.equal('Gone');
    expect(say(await languageAt(put('<p lang="de"></p>'), worded), 'badge.sold-out')).to.equal('Weg');
  });
});

describe('onLanguageSwitch', () => {
  elementPage();

  it('tells of a switch of the page’s language, until it is ended', async () => {
    let times = 0;
    const end = onLanguageSwitch(() => (times += 1));
    const alsoEnd = onLanguageSwitch(() => undefined);
    document.documentElement.lang = 'de';
    await soon();
    expect(times).to.equal(1);
    document.documentElement.dir = 'rtl';
    document.body.lang = 'ar';
    await soon();
    expect(times).to.equal(1);
    document.documentElement.removeAttribute('dir');
    document.body.removeAttribute('lang');
    end();
    alsoEnd();
    document.documentElement.lang = 'ar';
    await soon();
    expect(times).to.equal(1);
    const again = onLanguageSwitch(() => (times += 1));
    document.documentElement.lang = 'en';
    await soon();
    again();
    expect(times).to.equal(2);
  });
});
