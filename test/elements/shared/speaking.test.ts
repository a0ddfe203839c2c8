import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import { languageFor, LANGUAGES } from '../../../src/messages/languages.js';
import { say } from '../../../src/messages/say.js';
import { elementPage, put, seen, sixProducts, soon, tell, until } from '../../support/element-page.js';
import { listenIn } from '../../support/live-region.js';
import { backorder, told } from '../../support/told.js';

const PAGE = `<product-availability product="backorder">
    <backorder-badge></backorder-badge><eta-notice></eta-notice><preorder-button></preorder-button>
    <notify-me-form product="sold-out"></notify-me-form>
  </product-availability>`;

/** All the elements of a page, in their order. */
const elementsIn = (place: Element): readonly HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>('backorder-badge, eta-notice, preorder-button, notify-me-form'),
];

/** The tags that the texts of an element are marked with. */
const tagsOf = (element: HTMLElement): ReadonlySet<string | null> =>
  new Set(
    [...(element.shadowRoot?.querySelectorAll('[lang]') ?? []), ...element.querySelectorAll('[lang]')].map(
      (it) => it.getAttribute('lang'),
    ),
  );

describe('elements on a page', () => {
  elementPage();

  let place: HTMLElement;
  beforeEach(async () => {
    tell(sixProducts());
    place = put(PAGE);
    await until(() => elementsIn(place).every((it) => seen(it)));
  });

  /** Switches the page to a language and waits until every element speaks it. */
  async function switchTo(lang: string): Promise<void> {
    const language = await languageFor(lang);
    document.documentElement.lang = lang;
    await until(() => elementsIn(place).every((it) => tagsOf(it).has(language.tag)));
    await soon();
    const [badge, , button, form] = elementsIn(place).map(seen);
    expect(badge).to.equal(say(language, 'badge.backorder'));
    expect(button).to.equal(say(language, 'button.backorder'));
    expect(form).to.include(say(language, 'form.heading'));
    for (const it of elementsIn(place)) expect([...tagsOf(it)]).to.deep.equal([language.tag]);
  }

  it('T25 all change when the page does, through every language, and nothing is announced', async () => {
    const heard = listenIn();
    for (const lang of [...LANGUAGES, 'zh-TW', 'en-XA', 'en']) await switchTo(lang);
    expect(heard().length).to.be.at.most(1);
  });

  it('T22 all say which language they speak where the page has another that we lack', async () => {
    await switchTo('de');
    document.documentElement.lang = 'ga-IE';
    await until(() => elementsIn(place).every((it) => tagsOf(it).has('en')));
    await soon();
    for (const it of elementsIn(place)) expect([...tagsOf(it)]).to.deep.equal(['en']);
  });

  it('T25 a quick switch there and back ends in the language that the page has', async () => {
    for (const lang of ['pl', 'ja', 'th', 'en-GB', 'uk', 'vi']) document.documentElement.lang = lang;
    await until(() => elementsIn(place).every((it) => tagsOf(it).has('vi')));
    await soon();
    for (const it of elementsIn(place)) expect([...tagsOf(it)]).to.deep.equal(['vi']);
  });
});

describe('elements in 320 px', () => {
  elementPage();

  /** What stands out of a place that is 320 px wide. */
  function beyond(place: HTMLElement): readonly string[] {
    const { left, right } = place.getBoundingClientRect();
    return elementsIn(place).flatMap((element) =>
      [element, ...element.querySelectorAll('*'), ...(element.shadowRoot?.querySelectorAll('*') ?? [])]
        .filter((it) => it.checkVisibility() && it.getBoundingClientRect().width > 1)
        .filter((it) => {
          const box = it.getBoundingClientRect();
          const clips = getComputedStyle(it).overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1;
          return box.left < left - 1 || box.right > right + 1 || clips;
        })
        .map((it) => `${element.localName} ${it.localName}: ${it.textContent}`),
    );
  }

  const COMPOUND = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenhalter';

  it('T19 a compound of German wraps in all of them, also in large letters', async () => {
    const words = [
      'badge.backorder',
      'button.backorder',
      'promise.ship.estimated',
      'form.heading',
      'form.submit',
    ];
    tell(sixProducts({ messages: { de: Object.fromEntries(words.map((name) => [name, COMPOUND])) } }));
    for (const size of ['100%', '200%']) {
      const place = put(`<div lang="de" style="width: 320px; font-size: ${size}">${PAGE}</div>`);
      await until(() => elementsIn(place).every((it) => seen(it).includes(COMPOUND)));
      expect(beyond(place), size).to.deep.equal([]);
    }
  });

  it('T19 what we say ourselves wraps in every language', async () => {
    tell(sixProducts());
    for (const lang of [...LANGUAGES, 'en-XA']) {
      const { tag } = await languageFor(lang);
      const dir = /^(?:ar|he)/.test(lang) ? 'rtl' : 'ltr';
      const place = put(`<div lang="${lang}" dir="${dir}" style="width: 320px">${PAGE}</div>`);
      await until(() => elementsIn(place).every((it) => seen(it) && tagsOf(it).has(tag)));
      expect(beyond(place), lang).to.deep.equal([]);
      place.remove();
    }
  });

  it('T18 T21 English on a page that is read from the right, and whose language we lack, keeps its own order and the page’s side', async () => {
    const policy = { sell: 'backorder' };
    tell(
      told([backorder('backorder', { policy, availableForBackorder: 1 })], { signUp: { url: '/sign-ups' } }),
    );
    for (const lang of ['fa', 'ur']) {
      const place = put(
        `<div lang="${lang}" dir="rtl" style="width: 320px"><eta-notice product="backorder" quantity="9"></eta-notice></div>`,
      );
      const notice = place.querySelector('eta-notice') as HTMLElement;
      await until(() => seen(notice).includes('You can order up to 1.') && tagsOf(notice).has('en'));
      const limit = notice.shadowRoot?.querySelector('[part=limit]') as HTMLElement;
      const sentence = notice.shadowRoot?.querySelector('[part=promise] > :first-child') as HTMLElement;
      for (const it of [limit, sentence]) expect(getComputedStyle(it).direction).to.equal('ltr');
      // The full stop of the sentence stands after its last word, to the right.
      const text = [...limit.childNodes].find((it) => it instanceof Text && it.data.trim()) as Text;
      const stop = document.createRange();
      stop.setStart(text, text.data.lastIndexOf('.'));
      stop.setEnd(text, text.data.lastIndexOf('.') + 1);
      const whole = document.createRange();
      whole.selectNodeContents(limit);
      expect(stop.getBoundingClientRect().right).to.be.closeTo(whole.getBoundingClientRect().right, 1);
      expect(place.getBoundingClientRect().right - whole.getBoundingClientRect().right).to.be.below(2);
      place.remove();
    }
  });

  it('T18 a text stands on the side where its page begins to read', async () => {
    tell(told([backorder('backorder')]));
    for (const lang of ['he', 'ar']) {
      const place = put(
        `<div lang="${lang}" dir="rtl" style="width: 320px"><eta-notice product="backorder"></eta-notice></div>`,
      );
      const notice = place.querySelector('eta-notice') as HTMLElement;
      await until(() => seen(notice) && tagsOf(notice).has(lang));
      const promise = notice.shadowRoot?.querySelector('[part=promise]') as HTMLElement;
      const range = document.createRange();
      range.selectNodeContents(promise);
      expect(getComputedStyle(promise).direction).to.equal('rtl');
      expect(place.getBoundingClientRect().right - range.getBoundingClientRect().right).to.be.below(2);
    }
  });
});
