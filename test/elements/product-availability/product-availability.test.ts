import { expect } from '@open-wc/testing';
import '../../../src/define.js';
import { STATES } from '../../../src/availability/state.js';
import type { ProductAvailability } from '../../../src/elements/product-availability/product-availability.js';
import type { StateChangeEvent } from '../../../src/events/state-change-event.js';
import { connectEndpoint } from '../../../src/store/connect-endpoint.js';
import { shared } from '../../../src/store/shared-store.js';
import { elementPage, put, seen, SIX, sixProducts, soon, tell, until } from '../../support/element-page.js';
import { json, stubFetch, unstubFetch } from '../../support/fetch-stub.js';
import { HOSTILE } from '../../support/hostile.js';
import { listenIn } from '../../support/live-region.js';
import { warned } from '../../support/quiet.js';
import { backorder, inStock, told } from '../../support/told.js';

const provide = (attributes = '', inside = ''): ProductAvailability =>
  put(`<product-availability ${attributes}>${inside}</product-availability>`);

describe('<product-availability>', () => {
  elementPage();

  it('with only its tag is a scope that nothing is known in', () => {
    const provider = provide();
    expect(provider.offer.state).to.equal('unknown');
    expect(provider.product).to.equal(undefined);
    expect(provider.endpoint).to.equal(null);
  });

  it('shows nothing itself, and leaves what stands inside as it is', async () => {
    tell(sixProducts());
    const provider = provide('product="sold-out"', '<h1>Table</h1><form><button>Add</button></form>');
    await provider.updateComplete;
    expect(provider.innerHTML).to.equal('<h1>Table</h1><form><button>Add</button></form>');
    expect(provider.shadowRoot === null).to.equal(true);
    expect(getComputedStyle(provider).display).to.equal('inline');
  });

  for (const state of STATES) {
    it(`tells the theme that the product is ${state}, by its attribute and its property`, () => {
      tell(sixProducts());
      const provider = provide(`product="${state}"`);
      expect(provider.getAttribute('state')).to.equal(state);
      expect(provider.offer.state).to.equal(state);
    });

    it(`A01 ${state}: passes the audit with everything in it`, async () => {
      tell(sixProducts());
      const provider = provide(
        `product="${state}"`,
        '<h1>Table</h1><backorder-badge></backorder-badge><preorder-button></preorder-button><eta-notice></eta-notice><notify-me-form></notify-me-form>',
      );
      await until(() => seen(provider.querySelector('preorder-button')));
      await expect(provider).to.be.accessible();
    });
  }

  it('K22 D35 takes attributes and properties, also such as were set before it was defined', () => {
    tell(sixProducts());
    const late = document.createElement('late-provider') as ProductAvailability;
    Object.assign(late, { product: 'preorder', quantity: 3, ...{ policy: undefined } });
    put('<p></p>').append(late);
    const Base = customElements.get('product-availability') as CustomElementConstructor;
    customElements.define('late-provider', class extends Base {});
    expect(late.offer.state).to.equal('preorder');
    expect(late.offer.wanted).to.equal(3);
    late.setAttribute('quantity', '4');
    expect(late.quantity).to.equal(4);
    late.removeAttribute('quantity');
    expect(late.offer.wanted).to.equal(1);
    late.record = SIX['in-stock'].record;
    expect(late.offer.state).to.equal('in-stock');
    late.record = undefined;
    expect(late.offer.state).to.equal('preorder');
  });

  it('goes back to the store when its record is taken away, and follows it', () => {
    tell(told([inStock('a')]));
    const provider = provide('product="a"');
    provider.record = SIX['sold-out'].record;
    expect(provider.offer.state).to.equal('sold-out');
    provider.record = null;
    tell(told([backorder('a')]));
    expect(provider.getAttribute('state')).to.equal('backorder');
  });

  describe('backorder-state-change', () => {
    const heard: StateChangeEvent[] = [];
    const note = (event: StateChangeEvent): void => void heard.push(event);
    const states = (): readonly string[] => heard.map(({ offer }) => offer.state);

    beforeEach(() => {
      heard.length = 0;
      document.addEventListener('backorder-state-change', note as EventListener);
    });
    afterEach(() => document.removeEventListener('backorder-state-change', note as EventListener));

    it('comes when the state has become another, with the product and the offer', () => {
      const provider = provide('product="a"');
      tell(told([backorder('a')]));
      tell(told([backorder('a')]));
      tell(told([inStock('a')]));
      expect(states()).to.deep.equal(['backorder', 'in-stock']);
      expect(heard[0]?.product).to.equal('a');
      expect(heard[0]?.target).to.equal(provider);
      expect([heard[0]?.bubbles, heard[0]?.composed, heard[0]?.cancelable]).to.deep.equal([
        true,
        true,
        false,
      ]);
    });

    it('does not come for the state that it begins with', () => {
      tell(told([backorder('a')]));
      provide('product="a"');
      expect(heard).to.deep.equal([]);
    });

    it('comes with each choice of the shopper that changes the offer', () => {
      tell(told([backorder('a', { onHand: 2 })]));
      const provider = provide('product="a"');
      provider.quantity = 3;
      provider.quantity = 4;
      provider.quantity = 4;
      expect(heard.map(({ offer }) => [offer.state, offer.split?.later])).to.deep.equal([
        ['backorder', 1],
        ['backorder', 2],
      ]);
    });

    it('does not come any more when it is removed', () => {
      const provider = provide('product="a"');
      provider.remove();
      tell(told([backorder('a')]));
      expect(heard).to.deep.equal([]);
    });
  });

  describe('speaks', () => {
    it('A06 never on load, nor when the source tells something new', async () => {
      const heard = listenIn();
      const provider = provide('product="a" variant="x" quantity="2"', '<backorder-badge></backorder-badge>');
      tell(told([backorder('a')]));
      await until(() => provider.getAttribute('state') === 'backorder');
      tell(told([{ id: 'a', onHand: 0 }]));
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(heard()).to.deep.equal([]);
    });

    it('A03 in a region that was there, empty, before', () => {
      provide();
      const region = document.querySelector('[data-backorder-live]');
      expect(region?.textContent).to.equal('');
      expect(region?.getAttribute('role')).to.equal('status');
      expect(region?.getRootNode()).to.equal(document);
    });

    it('A02 when the shopper chooses another variant: state, promise and limit, once', async () => {
      const heard = listenIn();
      const variants = [
        { id: '1', onHand: 3 },
        { id: '2', onHand: 0, restock: '2026-12-12', availableForBackorder: 2 },
      ];
      tell(told([{ id: 'a', policy: { sell: 'backorder' }, variants }]));
      const provider = provide('product="a" variant="1"');
      provider.setAttribute('variant', '2');
      await until(() => heard().length === 1);
      expect(heard()).to.deep.equal(['Backorder. Expected to ship on 12 December']);
      provider.quantity = 5;
      await until(() => heard().length === 2);
      expect(heard()[1]).to.equal('Backorder. Expected to ship on 12 December. You can order up to 2.');
    });

    it('A04 once, the last, of ten fast changes', async () => {
      const heard = listenIn();
      tell(told([backorder('a')]));
      const provider = provide('product="a"');
      for (let quantity = 2; quantity < 12; quantity += 1) {
        provider.quantity = quantity;
        await soon();
      }
      await until(() => heard().length);
      await new Promise((resolve) => setTimeout(resolve, 450));
      expect(heard()).to.have.length(1);
    });

    it('T25 the language of its place, and not again when that changes', async () => {
      const heard = listenIn();
      tell(told([backorder('a', { onHand: 1 })]));
      const provider = provide('product="a" lang="de"');
      provider.quantity = 2;
      await until(() => heard().length === 1);
      expect(heard()).to.deep.equal(['Nachlieferung. 1 sofort, 1 am 12. Dezember']);
      expect(document.querySelector<HTMLElement>('[data-backorder-live]')?.lang).to.equal('de');
      document.documentElement.lang = 'ar';
      await new Promise((resolve) => setTimeout(resolve, 450));
      expect(heard()).to.have.length(1);
    });

    it('nothing of what is in stock', async () => {
      const heard = listenIn();
      tell(told([backorder('a', { onHand: 1 })]));
      const provider = provide('product="a" quantity="2"');
      provider.quantity = 1;
      await new Promise((resolve) => setTimeout(resolve, 450));
      expect(heard()).to.deep.equal([]);
    });
  });

  describe('endpoint', () => {
    afterEach(() => {
      // One a page: the next test has its own.
      connectEndpoint('/ended')();
      unstubFetch();
    });

    it('is asked for what stands in the page, and its answer is shown', async () => {
      const asked = stubFetch(() => json({ version: 1, products: [backorder('a')] }));
      const provider = provide('product="a" endpoint="/availability"', '<backorder-badge></backorder-badge>');
      await until(() => provider.getAttribute('state') === 'backorder');
      await until(() => seen(provider) === 'Backorder');
      expect(asked.map(({ url }) => url.pathname + url.search)).to.deep.equal(['/availability?products=a']);
    });

    it('N34 two hundred of them are one request', async () => {
      const asked = stubFetch(() => json({ version: 1, products: [] }));
      put(
        `<div>${Array.from({ length: 200 }, (_, index) => `<product-availability product="p${index}" endpoint="/availability"></product-availability>`).join('')}</div>`,
      );
      await until(() => asked.length);
      await soon();
      expect(asked).to.have.length(1);
      expect(asked[0]?.url.searchParams.get('products')?.split(',')).to.have.length(200);
    });

    it('can be set by a property, later', async () => {
      const asked = stubFetch(() => json({ version: 1, products: [backorder('a')] }));
      const provider = provide('product="a"');
      await soon();
      expect(asked).to.deep.equal([]);
      provider.endpoint = '/availability';
      await until(() => provider.offer.state === 'backorder');
      provider.endpoint = null;
      expect(provider.hasAttribute('endpoint')).to.equal(false);
    });

    it('H30 that is no address is refused with a warning', async () => {
      const asked = stubFetch(() => json({}));
      for (const address of ['javascript:canary()', 'data:,x', 'http://[']) {
        provide(`product="a" endpoint="${address}"`);
        expect((await warned(1))[0], address).to.include('bad-endpoint');
        const { forgetReports } = await import('../../../src/report.js');
        forgetReports();
      }
      expect(asked).to.deep.equal([]);
    });
  });

  describe('H30 hostile attributes', () => {
    for (const name of ['product', 'variant', 'quantity', 'state', 'id']) {
      it(`${name}: whatever it is set to, nothing breaks`, async () => {
        tell(sixProducts());
        for (const value of HOSTILE) {
          const provider = provide('product="backorder"', '<backorder-badge></backorder-badge>');
          provider.setAttribute(name, value);
          await soon();
          expect(STATES).to.include(provider.offer.state);
          provider.remove();
        }
      });
    }

    it('and properties', () => {
      for (const odd of [...HOSTILE, {}, [], NaN, 1n, Symbol.iterator, () => 1, Object.create(null)]) {
        const provider = provide();
        for (const name of ['product', 'variant', 'quantity'])
          Object.assign(provider, { [name]: odd as unknown });
        expect(STATES).to.include(provider.offer.state);
        provider.remove();
      }
    });
  });

  it('D11 gives up its place and stops following when it is removed', () => {
    tell(told([backorder('a')]));
    const provider = provide('product="a"');
    expect(shared().scopes.at(provider)?.offer.state).to.equal('backorder');
    provider.remove();
    expect(shared().scopes.at(provider)).to.equal(undefined);
    expect(shared().store.followed).to.deep.equal([]);
  });

  it('D43 a thousand of them with a badge each are there soon', async () => {
    tell(told([inStock('a'), backorder('b')]));
    const html = (product: string): string =>
      `<product-availability product="${product}"><backorder-badge></backorder-badge></product-availability>`;
    const began = performance.now();
    const place = put(`<section>${html('a').repeat(999)}${html('b')}</section>`);
    await until(() => seen(place.lastElementChild) === 'Backorder');
    expect(performance.now() - began).to.be.below(1500);
    const removing = performance.now();
    place.remove();
    expect(performance.now() - removing).to.be.below(1500);
    expect(shared().store.followed).to.deep.equal([]);
  });
});
