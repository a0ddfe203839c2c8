import { expect } from '@open-wc/testing';
import '../../src/elements/preorder-button/preorder-button-define.js';
import type { PreorderButton } from '../../src/elements/preorder-button/preorder-button.js';
import { known } from '../../src/availability/read.js';
import { CartButtons } from '../../src/page/cart-buttons.js';
import { KnownPlans } from '../../src/page/known-plans.js';
import type { CartPut } from '../../src/platforms/platform.js';
import { platform } from '../../src/platforms/shopify/platform.js';
import { elementPage, part, put, tell, until } from '../support/element-page.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { backorder, inStock, told } from '../support/told.js';

const page = globalThis as { Shopify?: unknown };

describe('CartButtons', () => {
  elementPage();

  let buttons: CartButtons;
  let heard: string[];
  const begin = (): void => {
    const plans = new KnownPlans();
    const plan = { ids: { backorder: '51' }, required: false, sure: true };
    plans.take([{ id: '1', record: known({}), plan }]);
    buttons = new CartButtons(platform.cart?.put as CartPut, plans);
    buttons.look();
  };
  const press = async (html: string): Promise<PreorderButton> => {
    const button = put<PreorderButton>(html);
    for (const type of ['backorder-added', 'backorder-add-failed'])
      button.addEventListener(type, () => heard.push(type));
    await button.updateComplete;
    begin();
    part(button, 'button')?.click();
    return button;
  };

  beforeEach(() => {
    heard = [];
    tell(
      told([backorder('p', { variants: [{ id: '1', onHand: 0, restock: '2026-12-12' }] }), inStock('here')]),
    );
  });
  afterEach(() => {
    buttons.release();
    delete page.Shopify;
    unstubFetch();
  });
  const BUTTON = '<preorder-button product="p" variant="1" quantity="2"></preorder-button>';

  it('a press puts the line into the cart, with the promise and its plan', async () => {
    page.Shopify = { routes: { root: '/de/' } };
    const asked = stubFetch(() => json({ items: [] }));
    await press(BUTTON);
    await until(() => heard.length);
    expect(heard).to.deep.equal(['backorder-added']);
    expect(asked.map(({ request, url }) => `${request.method} ${url.pathname}`)).to.deep.equal([
      'POST /de/cart/add.js',
    ]);
    const { items } = (await asked[0]?.request.json()) as { items: { properties: Record<string, string> }[] };
    expect(items[0]).to.deep.include({ id: '1', quantity: 2, selling_plan: '51' });
    expect(items[0]?.properties['Availability']).to.match(/^Backorder: .*12 December/);
    expect(items[0]?.properties['_backorder']).to.match(/^1;backorder;/);
  });

  it('by the page’s own action where there is one, called as it is and never replaced', async () => {
    const calls: unknown[] = [];
    const actions = {
      updateCart(this: unknown, payload: unknown): Promise<object> {
        calls.push(this === actions, payload);
        return Promise.resolve({ cart: {} });
      },
    };
    const { updateCart } = actions;
    page.Shopify = { actions };
    const asked = stubFetch(() => json({}));
    await press(BUTTON);
    await until(() => heard.length);
    expect([heard, asked.length, calls[0]]).to.deep.equal([['backorder-added'], 0, true]);
    const [line] = (calls[1] as { lines: { attributes: { key: string }[] }[] }).lines;
    expect(line).to.deep.include({ merchandiseId: '1', quantity: 2, sellingPlanId: '51' });
    expect(line?.attributes.map(({ key }) => key)).to.deep.equal(['Availability', '_backorder']);
    expect(actions.updateCart).to.equal(updateCart);
  });

  const REFUSALS: Readonly<Record<string, () => unknown>> = {
    'with errors': () => Promise.resolve({ cart: {}, userErrors: [{ message: 'sold out' }] }),
    'by a rejection': () => Promise.reject(new Error('offline')),
    'by throwing': () => {
      throw new TypeError('payload');
    },
  };
  for (const [name, updateCart] of Object.entries(REFUSALS)) {
    it(`what the action refuses ${name} is not sent a second time another way`, async () => {
      page.Shopify = { actions: { updateCart } };
      const asked = stubFetch(() => json({}));
      await press(BUTTON);
      await until(() => heard.length);
      expect([heard, asked.length]).to.deep.equal([['backorder-add-failed'], 0]);
    });
  }

  it('what the shop refuses has failed', async () => {
    stubFetch(() => json({ description: 'sold out' }, {}, 422));
    await press(BUTTON);
    await until(() => heard.length);
    expect(heard).to.deep.equal(['backorder-add-failed']);
  });

  it('without a variant nothing is asked', async () => {
    const asked = stubFetch(() => json({}));
    await press('<preorder-button product="here"></preorder-button>');
    await until(() => heard.length);
    expect([heard, asked.length]).to.deep.equal([['backorder-add-failed'], 0]);
  });

  it('nothing is sent to another shop', async () => {
    page.Shopify = { routes: { root: '//elsewhere.example/' } };
    const asked = stubFetch(() => json({}));
    await press(BUTTON);
    await until(() => heard.length);
    expect([heard, asked.length]).to.deep.equal([['backorder-add-failed'], 0]);
  });

  const LEFT: Readonly<Record<string, string>> = {
    'a theme’s button inside':
      '<preorder-button product="p" variant="1"><button>Add</button></preorder-button>',
    'a form around': '<form><preorder-button product="p" variant="1"></preorder-button></form>',
    'a form named': '<preorder-button product="p" variant="1" form="f"></preorder-button>',
  };
  for (const [name, html] of Object.entries(LEFT)) {
    it(`a button with ${name} goes on by that`, () => {
      const button = put(html);
      begin();
      const ours = button.closest('preorder-button') ?? button.querySelector('preorder-button');
      expect(ours?.adapter).to.equal(undefined);
    });
  }

  it('the page’s own adapter stays, also after ours', () => {
    const button = put<PreorderButton>(BUTTON);
    const adapter = { add: () => Promise.resolve() };
    button.adapter = adapter;
    begin();
    expect(button.adapter).to.equal(adapter);
    const other = put<PreorderButton>(BUTTON);
    buttons.look();
    expect(other.adapter).to.not.equal(undefined);
    other.adapter = adapter;
    buttons.release();
    expect([button.adapter, other.adapter]).to.deep.equal([adapter, adapter]);
  });

  it('released, or in a form since, a button is what it was', () => {
    const button = put<PreorderButton>(BUTTON);
    begin();
    expect(button.adapter).to.not.equal(undefined);
    const form = document.createElement('form');
    button.replaceWith(form);
    form.append(button);
    buttons.look();
    expect(button.adapter).to.equal(undefined);
  });
});
