import { expect } from '@open-wc/testing';
import { known } from '../../src/availability/read.js';
import { PageData } from '../../src/page/page-data.js';
import { html } from '../../src/platforms/html/platform.js';
import type { PageJson, Platform, ReadJson } from '../../src/platforms/platform.js';
import type { ProductReading, VariantReading } from '../../src/platforms/reading.js';
import { readProductAttributes } from '../../src/platforms/bigcommerce/read-product-attributes.js';
import { readProductJson } from '../../src/platforms/shopify/read-product-json.js';
import { readVariations } from '../../src/platforms/woocommerce/read-variations.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, put, soon, until } from '../support/element-page.js';

const GLOBAL = 'PageDataOfATheme';
const page = globalThis as Record<string, unknown>;

const soldOut = known({ status: 'sold-out', orderable: false }) as VariantReading['record'];
const stock = (onHand: number): VariantReading['record'] => known({ tracked: true, onHand });

/** JSON of our own make: `{"id": "1", "onHand": 3}` speaks of a variant, with `variants` of a product. */
const read: ReadJson = (json) => {
  if (typeof json !== 'object' || json === null || !('id' in json)) return [];
  const { id, onHand, options, variants } = json as {
    id: string;
    onHand?: number;
    options?: Record<string, string>;
    variants?: VariantReading[];
  };
  const record = onHand === undefined ? known({}) : stock(onHand);
  return [known({ id, options, variants, record }) as VariantReading | ProductReading];
};

describe('PageData', () => {
  elementPage();

  let ending: AbortController;
  let changes = 0;
  let data: PageData;

  const about = (more: Partial<Platform>, main: string | undefined = 'chair', changed = count): PageData => {
    data = new PageData({ ...html, ...more }, () => main, changed, ending.signal);
    return data;
  };
  const count = (): void => {
    changes += 1;
  };
  const script = (text: string): Element =>
    put(`<script type="application/json" class="theme">${text}</script>`);
  const inScripts: PageJson = { selector: 'script.theme', read };
  const onHand = (name: string): number | undefined => shared().store.lookup(name, {}).record?.onHand;

  beforeEach(() => {
    ending = new AbortController();
    changes = 0;
  });
  afterEach(() => {
    ending.abort();
    delete page[GLOBAL];
  });

  it('takes in the JSON of an element, and says once that something is new', async () => {
    script('{"id":"1","onHand":3}');
    await about({ data: [inScripts] }).look();
    expect([onHand('1'), changes]).to.deep.equal([3, 1]);
    await data.look();
    expect(changes).to.equal(1);
  });

  it('takes it in again when the theme has written something else into it', async () => {
    const element = script('{"id":"1","onHand":3}');
    await about({ data: [inScripts] }).look();
    element.textContent = '{"id":"1","onHand":0}';
    await data.look();
    expect([onHand('1'), changes]).to.deep.equal([0, 2]);
  });

  it('takes in an attribute, and a global', async () => {
    put(`<form data-stock='{"id":"2","onHand":4}'></form>`);
    page[GLOBAL] = { id: '3', onHand: 5 };
    await about({
      data: [
        { selector: '[data-stock]', attribute: 'data-stock', read },
        { global: GLOBAL, read },
      ],
    }).look();
    expect([onHand('2'), onHand('3')]).to.deep.equal([4, 5]);
  });

  it('takes a text as it stands where that is what the system writes', async () => {
    put('<p class="stock-of-9 gone">');
    const words: ReadJson = (text) => [{ id: /\d+/.exec(String(text))?.[0] ?? '', record: soldOut }];
    await about({ data: [{ selector: '.gone', attribute: 'class', raw: true, read: words }] }).look();
    expect(shared().store.lookup('9', {}).record?.orderable).to.equal(false);
  });

  it('what speaks of the chosen variant is of the one that its form names, and of none while none is', async () => {
    put('<form><input name="id" value="9" /><p class="gone"></p></form><form><p class="gone"></p></form>');
    const chosen: ReadJson = () => [{ record: soldOut }];
    const json = { selector: '.gone', attribute: 'class', raw: true, ofChosen: true, read: chosen };
    await about({ data: [json] }).look();
    expect(shared().store.lookup('9', {}).record?.orderable).to.equal(false);
    expect(shared().store.lookup('chair', {}).record?.orderable).to.equal(undefined);
  });

  it('a reading without a name speaks of the page’s main product', async () => {
    page[GLOBAL] = 'anything';
    const nameless: ReadJson = () => [{ record: stock(7), variants: [] }];
    await about({ data: [{ global: GLOBAL, read: nameless }] }).look();
    expect(onHand('chair')).to.equal(7);
  });

  it('hears the events of the theme, until it is ended', async () => {
    about({ events: { 'variant:told': read } });
    const tell = (onHandNow: number): boolean =>
      document.dispatchEvent(new CustomEvent('variant:told', { detail: { id: '4', onHand: onHandNow } }));
    tell(2);
    await until(() => onHand('4') === 2);
    ending.abort();
    tell(1);
    await soon();
    expect(onHand('4')).to.equal(2);
  });

  it('what comes after the end is not taken in', async () => {
    let answer: (readings: readonly VariantReading[]) => void = () => undefined;
    script('{}');
    const slow: ReadJson = () => new Promise((resolve) => (answer = resolve));
    const looked = about({ data: [{ ...inScripts, read: slow }] }).look();
    ending.abort();
    answer([{ id: '1', record: stock(1) }]);
    await looked;
    expect([onHand('1'), changes]).to.deep.equal([undefined, 0]);
  });

  describe('the variant that is chosen', () => {
    const variants = [
      { id: '11', options: { Colour: 'oak' }, record: stock(1) },
      { id: '12', options: { Colour: 'black' }, record: stock(0) },
      { id: '13', options: { Colour: '' }, record: stock(0) },
    ];
    const listed = (some: readonly object[]): void => {
      script(JSON.stringify({ id: 'chair', variants: some }));
    };

    it('is named by its options', async () => {
      listed(variants.slice(0, 2));
      await about({ data: [inScripts] }).look();
      expect(data.complete('chair', { options: { Colour: 'black' } }).id).to.equal('12');
      expect(data.complete('chair', { options: { Colour: 'red' } }).id).to.equal(undefined);
      expect(data.complete('lamp', { options: { Colour: 'black' } }).id).to.equal(undefined);
      expect(data.complete('chair', { id: '11', options: { Colour: 'black' } }).id).to.equal('11');
    });

    it('is none where several fit', async () => {
      listed(variants);
      await about({ data: [inScripts] }).look();
      expect(data.complete('chair', { options: { Colour: 'black' } }).id).to.equal(undefined);
    });

    it('is none where a value of two options is chosen only once', async () => {
      listed([
        { id: '1', options: { seat: 'oak', legs: 'oak' }, record: stock(1) },
        { id: '2', options: { seat: 'oak', legs: 'black' }, record: stock(1) },
      ]);
      await about({ data: [inScripts] }).look();
      expect(data.complete('chair', { options: { seat: 'oak' } }).id).to.equal(undefined);
      expect(data.complete('chair', { options: { seat: 'oak', legs: 'oak' } }).id).to.equal('1');
      expect(data.complete('chair', { options: { x: 'black', y: 'oak' } }).id).to.equal('2');
    });

    it('is the one that was told last where the page speaks of what is chosen now', async () => {
      const now: Partial<Platform> = { chosen: 'now', data: [inScripts] };
      const element = script('{"id":"11"}');
      await about(now).look();
      expect(data.complete('chair', {}).id).to.equal('11');
      element.textContent = '{"id":"12"}';
      await data.look();
      expect(data.complete('chair', {}).id).to.equal('12');
    });

    it('an option by the name of a built-in member is an option like any other', async () => {
      listed([{ id: '1', options: { constructor: 'oak', toString: 'x' }, record: stock(1) }]);
      await about({ data: [inScripts] }).look();
      expect(data.complete('chair', { options: {} }).id).to.equal(undefined);
      expect(data.complete('chair', { options: { constructor: 'oak', toString: 'x' } }).id).to.equal('1');
    });
  });

  describe('of a page that is not well', () => {
    it('what is no JSON is passed over, and the rest is read', async () => {
      for (const text of ['{', '', 'null', '[]', '"x"', '{"id":', '[[[[', '\ud800']) script(text);
      script('{"id":"1","onHand":3}');
      await about({ data: [inScripts] }).look();
      expect(onHand('1')).to.equal(3);
    });

    it('what is longer than two million characters is not read', async () => {
      let reads = 0;
      const counting: ReadJson = () => {
        reads += 1;
        return [];
      };
      script(`{"id":"1","x":"${'x'.repeat(2_000_001)}"}`);
      const only: ReadJson = (json) => (json === undefined ? [] : counting(json));
      await about({ data: [{ ...inScripts, read: only }] }).look();
      expect(reads).to.equal(0);
    });

    it('of thousands of elements the first few hundred are read', async () => {
      let reads = 0;
      const counting: ReadJson = () => {
        reads += 1;
        return [];
      };
      put(`<div>${'<i class="theme-stock" data-x="{}"></i>'.repeat(5000)}</div>`);
      await about({ data: [{ selector: '.theme-stock', attribute: 'data-x', read: counting }] }).look();
      expect(reads).to.equal(300);
    });

    it('JSON that is as deep as it can be does no harm to the readers that ship', async () => {
      script(`${'{"variants":['.repeat(4000)}${']}'.repeat(4000)}`);
      script('{"id":"2","onHand":4}');
      const readers = [readProductJson, readVariations, readProductAttributes];
      await about({ data: [...readers.map((it) => ({ ...inScripts, read: it })), inScripts] }).look();
      expect(onHand('2')).to.equal(4);
    });

    const HOSTILE: Readonly<Record<string, () => unknown>> = {
      'holds itself': () => {
        const told: Record<string, unknown> = { id: '1', onHand: 3 };
        told['self'] = told;
        told['variants'] = [];
        return told;
      },
      'has getters that throw': () =>
        Object.defineProperty({ onHand: 3 }, 'id', {
          enumerable: true,
          get() {
            throw new Error('a getter of the theme');
          },
        }),
      'is a proxy that throws at all times': () =>
        new Proxy(
          {},
          {
            get() {
              throw new Error('a proxy of the theme');
            },
            has() {
              throw new Error('a proxy of the theme');
            },
            ownKeys() {
              throw new Error('a proxy of the theme');
            },
          },
        ),
      'writes itself as JSON by throwing': () => ({
        toJSON() {
          throw new Error('toJSON of the theme');
        },
      }),
      'has numbers that JSON does not know': () => ({ id: 1n }),
      'is the window': () => window,
      'is an element': () => document.body,
      'is a function': () => () => 'x',
      'is a symbol': () => Symbol('x'),
    };

    for (const [what, make] of Object.entries(HOSTILE)) {
      it(`a global that ${what} does no harm`, async () => {
        page[GLOBAL] = make();
        const readers: ReadJson[] = [read, readProductJson, readVariations, readProductAttributes];
        script('{"id":"2","onHand":4}');
        await about({
          data: [...readers.map((it) => ({ global: GLOBAL, read: it })), inScripts],
        }).look();
        expect(onHand('2')).to.equal(4);
      });
    }

    it('a global that throws when it is looked at does no harm', async () => {
      Object.defineProperty(globalThis, GLOBAL, {
        configurable: true,
        get() {
          throw new Error('a getter of the theme');
        },
      });
      script('{"id":"2","onHand":4}');
      await about({ data: [{ global: GLOBAL, read }, inScripts] }).look();
      expect(onHand('2')).to.equal(4);
    });

    it('a global that is another each time it is read does not keep the page busy', async () => {
      let times = 0;
      Object.defineProperty(globalThis, GLOBAL, {
        configurable: true,
        get: () => ({ id: '1', onHand: (times += 1) }),
      });
      // As the page room does when something is new: it looks again.
      about({ data: [{ global: GLOBAL, read }] }, 'chair', () => {
        changes += 1;
        if (changes < 50) void data.look();
      });
      await data.look();
      await soon();
      expect(changes).to.equal(1);
    });

    it('a file that does not come, and a reader that throws, leave the rest readable', async () => {
      page[GLOBAL] = {};
      script('{"id":"2","onHand":4}');
      await about({
        data: [
          { global: GLOBAL, read: () => Promise.reject(new TypeError('Failed to fetch')) },
          {
            global: GLOBAL,
            read() {
              throw new Error('a reader of somebody else’s');
            },
          },
          inScripts,
        ],
      }).look();
      expect(onHand('2')).to.equal(4);
    });

    it('names such as __proto__ are names', async () => {
      script('{"id":"__proto__","onHand":4}');
      script('{"id":"constructor","onHand":5}');
      await about({ data: [inScripts] }).look();
      expect([onHand('__proto__'), onHand('constructor')]).to.deep.equal([4, 5]);
      expect(({} as { onHand?: number }).onHand).to.equal(undefined);
    });
  });
});
