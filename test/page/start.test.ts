import { expect } from '@open-wc/testing';
import type { PageControl } from '../../src/page/page-control.js';
import type { LoaderSettings } from '../../src/page/settings.js';
import { tagsInNeed } from '../../src/page/tags-in-need.js';
import { start, type Handed } from '../../src/page/start.js';
import { connectEndpoint } from '../../src/store/connect-endpoint.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, seen, soon, tell, until } from '../support/element-page.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { productForm } from '../support/forms.js';
import { listenIn } from '../support/live-region.js';
import { settingsOf } from '../support/no-settings.js';
import { warned } from '../support/quiet.js';
import { backorder, told } from '../support/told.js';

const KEY = Symbol.for('backorder-elements.page.1');
const page = globalThis as { [KEY]?: PageControl };

const NOTHING: Handed = {
  told: [],
  tagsInNeed,
  adapter: [],
  fault(error) {
    throw error;
  },
};

const FORM = `<select name="id"><option value="1">Oak<option value="2">Ash</select><input name="quantity" value="1">
  <button name="add">Add to cart</button>`;

const oak = (onHand: number): object => ({
  id: 'table',
  policy: { sell: 'backorder' },
  variants: [
    { id: '1', onHand, restock: '2026-12-12' },
    { id: '2', onHand: 4 },
  ],
});

describe('start', () => {
  elementPage();

  let form: HTMLFormElement;
  const button = (): HTMLButtonElement => form.querySelector('[name=add]') as HTMLButtonElement;
  const choose = (value: string): void => {
    const select = form.querySelector('select') as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const begin = (products: readonly object[], settings: Partial<LoaderSettings> = {}): void =>
    start(settingsOf(settings), {
      ...NOTHING,
      told: [{ json: { version: 1, products, signUp: { url: '/sign-ups' } } }],
    });

  beforeEach(() => {
    form = productForm(FORM);
  });

  afterEach(() => {
    page[KEY]?.release();
    delete page[KEY];
    unstubFetch();
  });

  it('decorates the product form and says beside it what is to be said', async () => {
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    const place = form.nextElementSibling as HTMLElement;
    expect([...place.children].map((it) => it.localName)).to.deep.equal(['backorder-badge', 'eta-notice']);
    await until(() => seen(place).includes('Expected to ship on 12 December'));
    expect(form.parentElement?.getAttribute('data-backorder-state')).to.equal('backorder');
    await expect(place).to.be.accessible();
  });

  it('gives everything back', async () => {
    const section = form.parentElement as Element;
    const before = section.outerHTML;
    begin([oak(0)]);
    await until(() => form.nextElementSibling);
    page[KEY]?.release();
    expect(section.outerHTML).to.equal(before);
    expect(shared().store.followed).to.deep.equal([]);
  });

  it('leaves a form in stock exactly as it is', async () => {
    const before = form.parentElement?.innerHTML;
    begin([oak(3)]);
    await soon();
    await soon();
    expect(form.parentElement?.innerHTML).to.equal(before);
  });

  it('A02 follows the shopper’s choice, and says it once', async () => {
    const heard = listenIn();
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    choose('2');
    await until(() => button().textContent === 'Add to cart');
    choose('1');
    await until(() => button().textContent === 'Backorder now');
    await until(() => heard().length);
    expect(heard()).to.deep.equal(['Backorder. Expected to ship on 12 December']);
  });

  it('S12 follows the quantity', async () => {
    begin([oak(2)]);
    const quantity = form.querySelector('[name=quantity]') as HTMLInputElement;
    quantity.value = '3';
    quantity.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => button().textContent === 'Backorder now');
    expect(new FormData(form).get('properties[Availability]')).to.equal('Backorder: 2 now, 1 on 12 December');
  });

  it('tells the theme of each new state, on the product', async () => {
    const heard: string[] = [];
    form.parentElement?.addEventListener('backorder-state-change', (event) =>
      heard.push(`${event.product} ${event.offer.state}`),
    );
    begin([oak(0)]);
    choose('2');
    await until(() => heard.length === 2);
    expect(heard).to.deep.equal(['1 backorder', '1 in-stock']);
  });

  it('D01 run again it only looks at the page again', async () => {
    begin([oak(0)]);
    const first = page[KEY];
    await until(() => form.nextElementSibling);
    const second = productForm('<input type="hidden" name="id" value="1"><button>Add</button>');
    start(settingsOf({}), NOTHING);
    expect(page[KEY]).to.equal(first);
    await until(() => second.querySelector('button')?.textContent === 'Backorder now');
    expect(form.parentElement?.querySelectorAll('[data-backorder-place]')).to.have.length(1);
  });

  it('D16 run again with a document that has come with another page, it takes that in', async () => {
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    begin([oak(3)]);
    await until(() => button().textContent === 'Add to cart');
  });

  it('K22 run again when the settings switch it off, everything is given back; run again without, it is there again', async () => {
    const before = form.outerHTML;
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    begin([], { backorderOff: true });
    expect(form.outerHTML).to.equal(before);
    expect([form.nextElementSibling, page[KEY], shared().store.followed]).to.deep.equal([
      null,
      undefined,
      [],
    ]);
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
  });

  it('K22 switched off later, everything is withdrawn', async () => {
    const before = form.outerHTML;
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    tell(told([oak(0)], { disabled: true }));
    await until(() => button().textContent === 'Add to cart');
    expect(form.outerHTML).to.equal(before);
  });

  it('told to be manual it puts nothing in, and still decorates', async () => {
    begin([oak(0)], { insert: 'manual' });
    await until(() => button().textContent === 'Backorder now');
    await soon();
    expect(form.nextElementSibling).to.equal(null);
  });

  it('names the hidden fields as the settings do', async () => {
    begin([oak(0)], { textField: 'note', recordField: '' });
    await until(() => new FormData(form).has('note'));
    expect([...new FormData(form).keys()]).to.deep.equal(['id', 'quantity', 'note']);
  });

  it('takes the page’s own product for a form that names none', async () => {
    const lone = productForm('<button>Add</button>');
    form.closest('main')?.remove();
    begin([backorder('lamp')], { product: 'lamp' });
    await until(() => lone.querySelector('button')?.textContent === 'Backorder now');
  });

  it('D21 decorates a button that the theme has put in place of another', async () => {
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    const old = button();
    old.outerHTML = '<button name="add">Add it</button>';
    await until(() => button().textContent === 'Backorder now');
    expect(old.textContent).to.equal('Add to cart');
  });

  it('D05 decorates forms that come later, and lets go of those that go', async () => {
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    const { followed } = shared().store;
    form.closest('main')?.remove();
    await until(() => shared().store.followed.length < followed.length);
    form = productForm(FORM);
    await until(() => button().textContent === 'Backorder now');
  });

  it('uses what the loader has asked for already, and asks nothing again', async () => {
    const asked = stubFetch(() => json({ version: 1, products: [] }));
    start(settingsOf({ endpoint: '/availability' }), {
      ...NOTHING,
      told: [{ json: { version: 1, products: [oak(0)] }, asked: ['1'] }],
    });
    await until(() => button().textContent === 'Backorder now');
    await soon();
    expect(asked).to.deep.equal([]);
    expect(shared().config.signUpOrigins).to.deep.equal([location.origin]);
    // Whoever comes later is asked for.
    productForm('<input type="hidden" name="id" value="9"><button>Add</button>');
    await until(() => asked.length === 1);
    expect(asked[0]?.url.searchParams.get('products')).to.equal('9');
    connectEndpoint('/availability')();
  });

  it('without a document takes the hints of the page’s structured data, and sells nothing by them', async () => {
    form.insertAdjacentHTML(
      'beforebegin',
      '<script type="application/ld+json">{"@type":"Product","sku":"1","offers":{"@type":"Offer","availability":"BackOrder"}}</script>',
    );
    start(settingsOf({}), NOTHING);
    await until(() => form.nextElementSibling);
    expect(seen(form.nextElementSibling)).to.include('Backorder');
    expect(button().textContent).to.equal('Add to cart');
    expect(form.querySelectorAll('[data-backorder-field]')).to.have.length(0);
  });

  it('says what is wrong with a document, and leaves the page alone', async () => {
    const before = form.parentElement?.outerHTML;
    start(settingsOf({}), { ...NOTHING, told: [{ json: { version: 2 } }] });
    expect((await warned(1))[0]).to.include('bad-document');
    expect(form.parentElement?.outerHTML).to.equal(before);
  });

  it('T25 follows the language of the page', async () => {
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    document.documentElement.lang = 'de';
    await until(() => button().textContent === 'Mit Lieferzeit bestellen');
    await until(() => seen(form.nextElementSibling).includes('Nachlieferung'));
  });

  it('D08 a button that the theme switches off for good sells nothing; for a moment it does', async () => {
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    button().disabled = true;
    await soon();
    expect(button().textContent).to.equal('Backorder now');
    button().disabled = false;
    await soon();
    button().disabled = true;
    await until(() => button().textContent === 'Add to cart');
    expect(button().disabled).to.equal(true);
    button().disabled = false;
    await until(() => button().textContent === 'Backorder now');
  });

  it('hides express buttons where the policy says so', async () => {
    form.insertAdjacentHTML('beforeend', '<div class="paypal-button">PayPal</div>');
    const express = form.querySelector('.paypal-button') as HTMLElement;
    begin([{ ...oak(0), policy: { sell: 'backorder', express: 'hide' } }]);
    await until(() => getComputedStyle(express).display === 'none');
    choose('2');
    await until(() => getComputedStyle(express).display === 'block');
  });

  it('a card in a list gets a badge and no more', async () => {
    const card = document.createElement('li');
    form.before(card);
    card.append(form);
    begin([oak(0)]);
    await until(() => form.nextElementSibling);
    await soon();
    expect([...(form.nextElementSibling as Element).children].map((it) => it.localName)).to.deep.equal([
      'backorder-badge',
    ]);
  });

  it('two forms of one product each follow their own choice', async () => {
    form.insertAdjacentHTML('afterend', `<form action="/cart/add">${FORM}</form>`);
    const second = form.parentElement?.querySelectorAll('form')[1] as HTMLFormElement;
    begin([oak(0)]);
    await until(() => button().textContent === 'Backorder now');
    choose('2');
    await until(() => button().textContent === 'Add to cart');
    expect(second.querySelector('button')?.textContent).to.equal('Backorder now');
  });
});
