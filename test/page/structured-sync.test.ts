import { expect } from '@open-wc/testing';
import { keepInStep } from '../../src/page/structured-sync.js';
import { MARK } from '../../src/sources/original-text.js';
import { readStructuredData } from '../../src/sources/structured-data.js';
import { Scope } from '../../src/store/scope.js';
import { shared } from '../../src/store/shared-store.js';
import { planOf } from '../support/delivery.js';
import { takeHints } from '../../src/store/structured-hints.js';
import { elementPage, put, soon, tell, until } from '../support/element-page.js';
import { backorder, inStock, told } from '../support/told.js';

interface Offered {
  readonly availability?: string;
  readonly availabilityStarts?: string;
}

const IN_STOCK = 'https://schema.org/InStock';
const BACKORDER = 'https://schema.org/BackOrder';
const offer = (more: object = {}): object => ({
  '@type': 'Offer',
  price: '145.00',
  availability: IN_STOCK,
  ...more,
});
const product = (more: object): object => ({
  '@context': 'https://schema.org/',
  '@type': 'Product',
  name: 'Lamp',
  ...more,
});

describe('keepInStep', () => {
  elementPage();
  let ending: AbortController;
  let main: Scope;

  const follow = (reference: string): void => {
    main = new Scope(shared().store);
    main.set({ product: reference });
    shared().scopes.set(document.body, main, true);
  };
  const page = (...scripts: readonly unknown[]): readonly HTMLScriptElement[] => {
    const html = scripts.map(
      (it) =>
        `<script type="application/ld+json">${typeof it === 'string' ? it : JSON.stringify(it, undefined, 2)}</script>`,
    );
    return [...put(`<div>${html.join('')}</div>`).querySelectorAll('script')];
  };
  const begin = (): void => keepInStep(ending.signal);
  /** All offers in a script, in their order. */
  const offersIn = (script: Element | undefined): readonly Offered[] => {
    const found: Offered[] = [];
    JSON.parse(script?.textContent ?? '', (_key, value: unknown) => {
      if (value !== null && typeof value === 'object' && 'availability' in value)
        found.push(value as Offered);
      return value;
    });
    return found;
  };
  const states = (script: Element | undefined): readonly unknown[] =>
    offersIn(script).map((it) => it.availability?.replace(/.*\//, ''));

  beforeEach(() => {
    ending = new AbortController();
    follow('lamp');
  });
  afterEach(() => {
    ending.abort();
    shared().scopes.set(document.body, undefined);
  });

  it('tells the day that the calendar gives, of variants too', async () => {
    const shipments = [{ quantity: 5, date: '2099-12-01' }];
    const delivery = { timeZone: 'Europe/Berlin', handlingTime: { max: 1 } };
    const { plan } = planOf(delivery, { shipments });
    shared().store.reckonFor = (id, variant) => (id === 'lamp' ? plan.reckonFor('p', variant) : undefined);
    const [script] = page(product({ sku: 'lamp', offers: offer() }));
    begin();
    tell(told([backorder('lamp', { restock: undefined })]));
    await until(() => offersIn(script)[0]?.availabilityStarts === '2099-12-02');
    const variants = [{ id: 'a', sku: 'lamp-a', onHand: 0 }];
    tell(told([backorder('lamp', { restock: undefined, variants })]));
    await until(() => offersIn(script)[0]?.availabilityStarts === '2099-12-02');
    shared().store.reckonFor = undefined;
  });

  it('tells state and date in place, touches nothing else, and gives the text back', () => {
    tell(told([backorder('lamp')]));
    const [script] = page(product({ sku: 'lamp', offers: offer() }));
    const before = script?.outerHTML;
    begin();
    expect(offersIn(script)).to.eql([offer({ availability: BACKORDER, availabilityStarts: '2026-12-12' })]);
    const bare = (text = ''): string =>
      text.replace('"availabilityStarts":"2026-12-12",', '').replace(BACKORDER, IN_STOCK);
    expect(bare(script?.textContent)).to.equal(
      new DOMParser().parseFromString(before ?? '', 'text/html').querySelector('script')?.textContent,
    );
    expect(document.querySelectorAll('script[type="application/ld+json"]')).to.have.length(1);
    ending.abort();
    expect(script?.outerHTML).to.equal(before);
  });

  it('what is in stock, unknown or switched off stands as the page has written it, also when it was not before', async () => {
    tell(told([backorder('lamp')]));
    const [script] = page(
      product({ sku: 'lamp', offers: offer() }),
      product({ sku: 'other', offers: offer() }),
    );
    const before = script?.outerHTML;
    begin();
    expect(states(script)).to.eql(['BackOrder']);
    tell(told([inStock('lamp')]));
    await until(() => script?.outerHTML === before);
    tell(told([backorder('lamp', { restock: '2026-W50' })]));
    await until(() => offersIn(script)[0]?.availabilityStarts === '2026-12-13');
    tell(told([backorder('lamp')], { disabled: true }));
    await until(() => script?.outerHTML === before);
  });

  it('finds each variant of a group by its id, SKU or address, whichever side points', () => {
    const variants = [
      { id: '41', sku: 'L-41', onHand: 3 },
      { id: '42', sku: 'L-42', onHand: 0 },
      { id: '43', onHand: 0, restock: '2027-01' },
      { id: '44', onHand: 0 },
    ];
    tell(
      told([
        { id: 'lamp', handle: 'mere-lamp', restock: '2026-12-12', policy: { sell: 'backorder' }, variants },
      ]),
    );
    const url = (id: string): object => ({
      '@id': `/products/mere-lamp?variant=${id}#variant`,
      offers: {
        '@id': `#offer${id}`,
        ...offer({ url: `https://shop.example/products/mere-lamp?variant=${id}` }),
      },
    });
    const [script, second] = page(
      {
        '@context': 'https://schema.org',
        '@graph': [
          {
            '@type': 'ProductGroup',
            productGroupID: 'lamp',
            hasVariant: [
              product({ sku: 'L-41', offers: [offer()] }),
              product({ sku: 'L-42', offers: offer() }),
              product(url('43')),
              product(url('99')),
            ],
          },
          product({
            '@id': '#44',
            isVariantOf: { '@id': '#group' },
            productID: 44,
            offers: { '@id': '#offer44' },
          }),
        ],
      },
      [{ '@id': '#offer44', '@type': 'Offer', availability: 'http://schema.org/OutOfStock' }],
    );
    begin();
    expect(
      offersIn(script).map((it) => [it.availability?.replace(/.*\//, ''), it.availabilityStarts]),
    ).to.eql([
      ['InStock', undefined],
      ['BackOrder', '2026-12-12'],
      ['BackOrder', '2027-01-31'],
      ['InStock', undefined],
    ]);
    expect(states(second)).to.eql(['BackOrder']);
  });

  it('of several offers without a name of their own none is guessed at; an aggregate is left alone', () => {
    tell(told([backorder('lamp')]));
    const [two, aggregate] = page(
      product({ sku: 'lamp', offers: [offer(), offer()] }),
      product({ sku: 'lamp', offers: { '@type': 'AggregateOffer', availability: IN_STOCK, lowPrice: 1 } }),
    );
    begin();
    expect([...states(two), ...states(aggregate)]).to.eql(['InStock', 'InStock', 'InStock']);
  });

  it('a product that only its address names is the page’s own', () => {
    tell(told([backorder('lamp')]));
    const [own, other] = page(
      product({ url: location.href.split('?')[0], offers: offer() }),
      product({ url: '/elsewhere', offers: offer() }),
    );
    begin();
    expect([...states(own), ...states(other)]).to.eql(['BackOrder', 'InStock']);
  });

  it('leaves what the theme itself refuses to sell, and what says the same already', async () => {
    tell(told([backorder('lamp', { restock: undefined })]));
    const [script] = page(
      product({ sku: 'lamp', offers: offer({ availability: 'BackOrder' }) }),
      product({ sku: 'lamp', offers: offer() }),
    );
    const second = script?.nextElementSibling ?? undefined;
    begin();
    expect(script?.hasAttribute(MARK)).to.equal(false);
    expect(states(second)).to.eql(['BackOrder']);
    main.set({ blocked: true });
    await until(() => states(second)[0] === 'InStock');
  });

  it('what we have written is no evidence: the page’s own text is read, also in a copy', async () => {
    tell(told([backorder('lamp')]));
    const [script] = page(product({ sku: 'lamp', offers: offer() }));
    begin();
    expect(states(script)).to.eql(['BackOrder']);
    const copy = put(script?.outerHTML ?? '');
    expect(readStructuredData(copy.parentElement as Element).map(({ record }) => record.status)).to.eql([
      'in-stock',
    ]);
    takeHints();
    await soon();
    expect(shared().store.lookup('lamp', {}).record?.hint).to.equal('in-stock');
  });

  it('a hint of the page is not written back into the page', async () => {
    follow('vase');
    const [script] = page(product({ sku: 'vase', offers: offer({ availability: 'OutOfStock' }) }));
    const before = script?.outerHTML;
    takeHints();
    begin();
    await soon();
    expect(script?.outerHTML).to.equal(before);
  });

  it('follows a theme that writes its data anew or puts it in later', async () => {
    tell(told([backorder('lamp')]));
    const [script] = page(product({ sku: 'lamp', offers: offer() }));
    begin();
    if (script) script.textContent = JSON.stringify(product({ sku: 'lamp', name: 'New', offers: offer() }));
    await until(() => script?.textContent.includes('New') && states(script)[0] === 'BackOrder');
    const [later] = page(product({ sku: 'lamp', offers: offer() }));
    await until(() => states(later)[0] === 'BackOrder');
    ending.abort();
    expect(script?.textContent).to.equal(
      JSON.stringify(product({ sku: 'lamp', name: 'New', offers: offer() })),
    );
  });

  it('a theme that puts its own text back each time has its way in the end', async () => {
    tell(told([backorder('lamp')]));
    const [script] = page(product({ sku: 'lamp', offers: offer() }));
    const own = script?.textContent ?? '';
    let fights = 0;
    const theme = new MutationObserver(() => {
      if (script && script.textContent !== own) {
        fights += 1;
        script.textContent = own;
      }
    });
    theme.observe(script as Node, { childList: true });
    begin();
    await until(() => fights === 50);
    theme.disconnect();
    expect(script?.textContent).to.equal(own);
  });

  it('hostile and broken data do no harm', () => {
    tell(told([backorder('lamp'), backorder('</script><img src=x onerror=alert(1)>')]));
    const hostile = [
      '{',
      'null',
      '[]',
      '{"@type":"Product","sku":"lamp","offers":{}}',
      '{"@type":"Product","offers":[null,7,[[]]],"sku":{"a":1}}',
      `${'['.repeat(5000)}`,
      '{"@type":"Product","sku":"__proto__","offers":{"@type":"Offer","__proto__":{"availability":1}}}',
    ];
    const scripts = page(...hostile, product({ sku: 'lamp', offers: offer() }));
    begin();
    expect(scripts[3]?.textContent).to.satisfy((text: string) => !!JSON.parse(text));
    expect(states(scripts[3])).to.eql(['BackOrder']);
    expect(states(scripts.at(-1))).to.eql(['BackOrder']);
    ending.abort();
    expect(scripts.slice(0, -1).map((it) => it.textContent)).to.eql(hostile);
  });

  it('a mark that somebody else has made up changes nothing', () => {
    const [script] = page(product({ sku: 'x', offers: offer() }));
    for (const mark of ['', '{', '[[0,"{","<"]', '[[5,"no","yes"]]', '[[0,1,2]]', '[[-1,"",""]]']) {
      script?.setAttribute(MARK, mark);
      expect(readStructuredData(script?.parentElement as Element).map(({ record }) => record.status)).to.eql([
        'in-stock',
      ]);
    }
  });

  it('“add”: a page that describes no product gets one description, and loses it again', async () => {
    tell(told([backorder('lamp', { sku: 'L-1' })]));
    const own = page({ '@type': 'Organization', name: 'Shop' });
    keepInStep(ending.signal, true);
    const all = (): readonly Element[] => [
      ...document.querySelectorAll('script[type="application/ld+json"]'),
    ];
    expect(all()).to.have.length(2);
    const [, added] = [...own, ...all().filter((it) => !own.includes(it as HTMLScriptElement))];
    expect(JSON.parse(added?.textContent ?? '')).to.deep.include({ '@type': 'Product', sku: 'L-1' });
    expect(offersIn(added)).to.eql([
      { '@type': 'Offer', availability: BACKORDER, availabilityStarts: '2026-12-12' },
    ]);
    expect(readStructuredData(document)).to.eql([]);
    await soon();
    const [theirs] = page(product({ sku: 'lamp', offers: offer() }));
    await until(() => !added?.isConnected && states(theirs)[0] === 'BackOrder');
    theirs?.remove();
    await until(() => all().length === 2);
    tell(told([inStock('lamp')]));
    await until(() => all().length === 1);
  });

  it('“update” adds nothing to a page that describes no product', async () => {
    tell(told([backorder('lamp')]));
    begin();
    await soon();
    expect(document.querySelectorAll('script[type="application/ld+json"]')).to.have.length(0);
  });
});
