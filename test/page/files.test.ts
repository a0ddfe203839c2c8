import { expect } from '@open-wc/testing';
import { fetchFiles, systemFiles } from '../../src/page/files.js';
import { put } from '../support/element-page.js';

const SYSTEMS = ['Shopify', 'prestashop'] as const;
const page = globalThis as Record<string, unknown>;

async function failure(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('fetchFiles', () => {
  it('fetches them from the folder that it is told, with a slash at its end or without', async () => {
    const [withSlash] = await fetchFiles(['page'], '/cdn/');
    const [without] = await fetchFiles(['page'], '/cdn');
    expect(withSlash).to.have.property('start');
    expect(without).to.equal(withSlash);
  });

  it('fetches several together, in the order in which they were asked for', async () => {
    const files = await fetchFiles(['kit', 'shopify'], '/cdn');
    expect(files[0]).to.have.property('PlatformKit');
    expect(files[1]).to.have.property('platform');
  });

  it('N07 asked again, it asks the browser for another address', async () => {
    await fetchFiles(['page'], '/cdn', '?again');
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(names.filter((it) => it.endsWith('/cdn/backorder-elements.page.js?again'))).to.have.length(1);
  });

  it('fails when one of them does not come', async () => {
    expect(await failure(fetchFiles(['page', 'nothing-of-that-name'], '/cdn'))).to.be.an('error');
  });

  for (const base of ['http://[', 'javascript:', 'data:text/javascript,', 'blob:', 'about:blank', '\0']) {
    it(`H11 fails, and does nothing else, when the folder is ${JSON.stringify(base)}`, async () => {
      expect(await failure(fetchFiles(['page'], base))).to.be.an('error');
    });
  }
});

describe('systemFiles', () => {
  afterEach(() => {
    for (const name of SYSTEMS) delete page[name];
    for (const place of document.querySelectorAll('main[data-test]')) place.remove();
  });

  it('are none on a page of any shop', () => {
    expect(systemFiles()).to.deep.equal([]);
    put('<form action="/cart/add"><button>Add</button></form>');
    expect(systemFiles()).to.deep.equal([]);
  });

  it('are the adapter and the kit on a page of a shop system', () => {
    page['Shopify'] = {};
    expect(systemFiles()).to.deep.equal(['shopify', 'kit']);
    delete page['Shopify'];
    page['prestashop'] = undefined;
    expect(systemFiles()).to.deep.equal(['prestashop', 'kit']);
  });

  it('are known by what the page is built of where it has no global', () => {
    const form = put('<form data-cart-item-add></form>');
    expect(systemFiles()).to.deep.equal(['bigcommerce', 'kit']);
    form.remove();
    put('<div class="woocommerce-page"></div>');
    expect(systemFiles()).to.deep.equal(['woocommerce', 'kit']);
  });

  it('are never those of two systems', () => {
    page['Shopify'] = {};
    put('<div class="woocommerce"><article data-entity-id="1"></article></div>');
    expect(systemFiles()).to.deep.equal(['shopify', 'kit']);
  });

  it('a global is not looked into', () => {
    Object.defineProperty(globalThis, 'Shopify', {
      configurable: true,
      get() {
        throw new Error('a getter of the theme');
      },
    });
    expect(systemFiles()).to.deep.equal(['shopify', 'kit']);
  });
});
