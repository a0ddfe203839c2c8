import { expect } from '@open-wc/testing';
import type { ReceiptEvent } from '../../src/events/receipt-event.js';
import { checkReceipt, type Pressed } from '../../src/page/receipt-check.js';
import type { Cart } from '../../src/platforms/platform.js';
import { platform } from '../../src/platforms/shopify/platform.js';
import { elementPage, until } from '../support/element-page.js';
import { json, never, stubFetch, unstubFetch, type Asked } from '../support/fetch-stub.js';
import { productForm, removeForms } from '../support/forms.js';
import { listenIn } from '../support/live-region.js';
import { takeWarnings } from '../support/quiet.js';

const cart = platform.cart as Cart;
const FIELDS = { 'properties[Availability]': 'Backorder', 'properties[_backorder]': '1;backorder' };
const PROPERTIES = { Availability: 'Backorder', _backorder: '1;backorder' };

const line = (properties: object | null, more: object = {}): object => ({
  key: '1:abc',
  id: 1,
  quantity: 2,
  properties,
  ...more,
});
const lines = (...items: object[]): Response => json({ items });

describe('checkReceipt', () => {
  elementPage();

  let form: HTMLFormElement;
  let codes: string[];
  let told: ReceiptEvent | undefined;

  const pressed = (): Pressed => ({ form, variant: '1', fields: FIELDS });
  const hear = (event: ReceiptEvent): void => {
    told = event;
    codes.push(event.code);
  };
  /** What the shop answers, in turn. */
  const shop = (...answers: (() => Response | Promise<Response>)[]): Asked[] =>
    stubFetch(() => (answers.shift() ?? never)());
  const paths = (asked: readonly Asked[]): readonly string[] =>
    asked.map(({ request, url }) => `${request.method} ${url.pathname}`);

  beforeEach(() => {
    form = productForm('<input name="id" value="1">');
    codes = [];
    told = undefined;
    form.addEventListener('backorder-receipt', hear);
  });
  afterEach(() => {
    unstubFetch();
    removeForms();
  });

  it('the promise is on the line: kept, and nothing is written', async () => {
    const asked = shop(() => lines(line(PROPERTIES)));
    await checkReceipt(cart, pressed());
    expect(codes).to.deep.equal(['kept']);
    expect(paths(asked)).to.deep.equal(['GET /cart.js']);
    expect([told?.variant, told?.fields]).to.deep.equal(['1', FIELDS]);
  });

  it('the cart is asked for with the shopper’s cookies: by those the shop knows it', async () => {
    const asked = shop(() => lines(line(PROPERTIES)));
    await checkReceipt(cart, pressed());
    expect(asked[0]?.request.credentials).to.equal('same-origin');
    expect(asked[0]?.request.cache).to.equal('no-store');
  });

  it('it was lost on the way and the system lets it be put there: repaired, with what else is on the line', async () => {
    const asked = shop(
      () => lines(line({ Gift: 'yes', _backorder: 'old' })),
      () => lines(line({ Gift: 'yes', ...PROPERTIES })),
    );
    await checkReceipt(cart, pressed());
    expect(codes).to.deep.equal(['repaired']);
    expect(paths(asked)).to.deep.equal(['GET /cart.js', 'POST /cart/change.js']);
    expect(await asked[1]?.request.json()).to.deep.equal({
      id: '1:abc',
      quantity: 2,
      properties: { Gift: 'yes', ...PROPERTIES },
    });
  });

  it('it cannot be put there: lost, the shopper is told and so is the developer', async () => {
    const heard = listenIn();
    shop(
      () => lines(line(null)),
      () => lines(line(null)),
    );
    await checkReceipt(cart, pressed());
    expect(codes).to.deep.equal(['lost']);
    await until(() => heard().length);
    expect(heard()[0]).to.include('your cart does not show the date');
    expect(takeWarnings().join()).to.include('promise-lost');
  });

  it('a system that allows no repair is asked for none', async () => {
    const asked = shop(() => lines(line(null)));
    await checkReceipt({ adds: cart.adds, url: cart.url, lines: cart.lines }, pressed());
    expect([codes, asked.length]).to.deep.equal([['lost'], 1]);
    takeWarnings();
  });

  const REPLIES: Readonly<Record<string, () => Response | Promise<Response>>> = {
    'says no': () => json({ status: 422, items: [line(PROPERTIES)] }, {}, 422),
    'is no JSON': () => new Response('<html>'),
    'is another cart': () => lines(line(PROPERTIES, { id: 2 })),
    'is nothing': () => json(null),
    'never arrives': () => Promise.reject(new TypeError('Failed to fetch')),
  };
  for (const [what, reply] of Object.entries(REPLIES)) {
    it(`a repair whose answer ${what} has not been one`, async () => {
      shop(() => lines(line(null)), reply);
      await checkReceipt(cart, pressed());
      expect(codes).to.deep.equal(['lost']);
      takeWarnings();
    });
  }

  describe('of a pre-order under a selling plan', () => {
    const under = (id: number | undefined, properties: object = PROPERTIES): object =>
      line(properties, { selling_plan_allocation: id === undefined ? null : { selling_plan: { id } } });
    const planned = (): Pressed => ({ form, variant: '1', fields: { ...FIELDS, selling_plan: '31' } });

    it('the plan is on the line: kept', async () => {
      const asked = shop(() => lines(under(31)));
      await checkReceipt(cart, planned());
      expect([codes, asked.length]).to.deep.equal([['kept'], 1]);
    });

    it('only the plan was lost, or is another: the line is put under it', async () => {
      for (const other of [undefined, 41]) {
        const asked = shop(
          () => lines(under(other)),
          () => lines(under(31)),
        );
        await checkReceipt(cart, planned());
        expect(await asked[1]?.request.json()).to.deep.equal({
          id: '1:abc',
          quantity: 2,
          properties: PROPERTIES,
          selling_plan: '31',
        });
      }
      expect(codes).to.deep.equal(['repaired', 'repaired']);
    });

    it('the shop does not take the plan: lost, and told', async () => {
      const refusal = { status: 422, description: 'Cannot apply selling plan to variant' };
      for (const answer of [() => json(refusal, {}, 422), () => lines(under(undefined))]) {
        shop(() => lines(under(undefined)), answer);
        await checkReceipt(cart, planned());
      }
      expect(codes).to.deep.equal(['lost', 'lost']);
      expect(takeWarnings().join()).to.include('promise-lost');
    });
  });

  it('one line with the promise is enough, others of the same variant may be without', async () => {
    shop(() => lines(line(null), line(PROPERTIES, { key: '1:def' })));
    await checkReceipt(cart, pressed());
    expect(codes).to.deep.equal(['kept']);
  });

  it('a line with half of the promise has lost it', async () => {
    const asked = shop(
      () => lines(line({ Availability: 'Backorder' })),
      () => lines(line(PROPERTIES)),
    );
    await checkReceipt(cart, pressed());
    expect([codes, asked.length]).to.deep.equal([['repaired'], 2]);
  });

  describe('where only the cart itself tells whether an add went well', () => {
    const after = async (before: number | undefined, ...answers: (() => Response)[]): Promise<Asked[]> => {
      const asked = shop(...answers);
      const then = before === undefined ? before : cart.lines({ items: [line(null, { quantity: before })] });
      await checkReceipt(cart, { ...pressed(), before: Promise.resolve(then) });
      return asked;
    };

    it('a refused add mends no older line, and nobody is told that anything was lost', async () => {
      const asked = await after(2, () => lines(line(null)));
      expect([codes, paths(asked)]).to.deep.equal([[], ['GET /cart.js']]);
    });

    it('one that went well is mended as ever', async () => {
      await after(
        0,
        () => lines(line(null)),
        () => lines(line(PROPERTIES)),
      );
      expect(codes).to.deep.equal(['repaired']);
    });

    it('pieces are counted over all lines of the variant', async () => {
      await after(2, () => lines(line(PROPERTIES), line(null, { key: '1:def', quantity: 1 })));
      expect(codes).to.deep.equal(['kept']);
    });

    it('what was there before could not be read: nothing is written and nothing said', async () => {
      const asked = await after(undefined, () => lines(line(null)));
      expect([codes, paths(asked)]).to.deep.equal([[], ['GET /cart.js']]);
    });
  });

  const UNREADABLE: Readonly<Record<string, () => Response | Promise<Response>>> = {
    'no answer': () => Promise.reject(new TypeError('Failed to fetch')),
    'an error': () => json({ items: [line(null)] }, {}, 500),
    'no page': () => json({}, {}, 404),
    'a login page': () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    'half an answer': () => new Response('{"items":['),
    nothing: () => json(null),
    'a number': () => json(1),
    'a list': () => json([line(null)]),
    'no items': () => json({}),
    'items that are none': () => json({ items: { 0: line(null), length: 1 } }),
    'an empty cart': () => lines(),
    'other products': () => lines(line(null, { id: 2 })),
    'lines of no kind': () => json({ items: [null, 1, 'x', [], {}, { key: 1, id: 1, quantity: '1' }] }),
    'a body that breaks off': () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.error(new Error('reset'));
          },
        }),
      ),
  };
  for (const [what, answer] of Object.entries(UNREADABLE)) {
    it(`a cart that cannot be read says nothing: ${what}`, async () => {
      const asked = shop(answer);
      await checkReceipt(cart, pressed());
      expect([codes, asked.length]).to.deep.equal([[], 1]);
    });
  }

  describe('the shop’s root', () => {
    const asks = async (action: string | undefined): Promise<string | undefined> => {
      if (action === undefined) form.removeAttribute('action');
      else form.setAttribute('action', action);
      const asked = shop(() => lines());
      await checkReceipt(cart, pressed());
      return asked[0]?.url.href;
    };
    const { origin } = location;

    it('is where the form adds, with the language in it', async () => {
      expect(await asks('/en-gb/cart/add')).to.equal(`${origin}/en-gb/cart.js`);
      expect(await asks('/cart/add.js?x=1#y')).to.equal(`${origin}/cart.js`);
      expect(await asks('/shop/1/cart/add')).to.equal(`${origin}/shop/1/cart.js`);
    });

    it('is the page’s own where the form does not tell', async () => {
      for (const action of [undefined, '', '/', '#', '/basket', 'javascript:void(0)']) {
        expect(await asks(action), String(action)).to.equal(`${origin}/cart.js`);
      }
    });

    it('a field by the name of action is not asked', async () => {
      form.insertAdjacentHTML(
        'beforeend',
        '<input name="action" value="https://canary-beacon.invalid/cart/add">',
      );
      expect(await asks('/en/cart/add')).to.equal(`${origin}/en/cart.js`);
    });
  });
});
