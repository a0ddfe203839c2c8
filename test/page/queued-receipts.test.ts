import { expect } from '@open-wc/testing';
import { checkQueued } from '../../src/page/queued-receipts.js';
import type { Cart } from '../../src/platforms/platform.js';
import { platform } from '../../src/platforms/shopify/platform.js';
import { Scope } from '../../src/store/scope.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, tell } from '../support/element-page.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { productForm, removeForms } from '../support/forms.js';
import { told } from '../support/told.js';

interface Line {
  readonly key: string;
  readonly id: number;
  readonly quantity: number;
  properties: Record<string, string>;
}

interface Change extends Line {
  readonly id: never;
}

const cart = platform.cart as Cart;

describe('checkQueued', () => {
  elementPage();

  let form: HTMLFormElement;
  let lines: Line[];
  let codes: string[];
  let changed: string[];

  const line = (id: number, properties: Record<string, string> = {}, key = `${id}:a`): Line => ({
    key,
    id,
    quantity: 1,
    properties,
  });

  beforeEach(() => {
    tell(
      told([
        {
          id: 'chair',
          policy: { sell: 'backorder' },
          variants: [
            { id: '1', onHand: 5 },
            { id: '2', onHand: 0, restock: '2026-12-12' },
            { id: '3', onHand: 0, status: 'preorder', release: '2027-02-15' },
          ],
        },
        { id: 'lamp', onHand: 0, policy: { sell: 'backorder' } },
      ]),
    );
    form = productForm('<input name="id" value="1">');
    const { scopes, store } = shared();
    const scope = new Scope(store);
    scope.set({ product: 'chair', selection: { id: '1' } });
    scopes.set(form, scope, true);
    void scope.offer;
    [lines, codes, changed] = [[], [], []];
    form.addEventListener('backorder-receipt', ({ code, variant }) => codes.push(`${variant} ${code}`));
    stubFetch(async ({ request }) => {
      if (request.method === 'POST') {
        const { id, properties } = (await request.json()) as Change;
        changed.push(id);
        for (const it of lines) if (it.key === id) it.properties = properties;
      }
      return json({ items: lines });
    });
  });
  afterEach(() => {
    unstubFetch();
    removeForms();
  });

  it('each line that should have a promise is given its own', async () => {
    lines = [line(3), line(2), line(1)];
    expect(await checkQueued(cart, form)).to.equal(true);
    expect(codes).to.deep.equal(['3 repaired', '2 repaired']);
    expect(lines[0]?.properties['Availability']).to.match(/^Pre-order: .*15 February 2027/);
    expect(lines[1]?.properties['_backorder']).to.match(/^1;backorder;0\+1;2026-12-12\/2026-12-12;day/);
    expect(lines[2]?.properties, 'in stock').to.deep.equal({});
  });

  it('the new line, though an older one of the same variant has its promise', async () => {
    const old = line(2, { Availability: 'Backorder', _backorder: '1;backorder' }, '2:old');
    lines = [line(2, { Gift: 'yes' }, '2:new'), old];
    expect(await checkQueued(cart, form)).to.equal(true);
    expect(changed).to.deep.equal(['2:new']);
    expect(lines[0]?.properties).to.include({ Gift: 'yes' }).and.to.have.property('_backorder');
  });

  it('neither older lines without one, nor other products, nor what has a promise already', async () => {
    const kept = line(2, { Availability: 'Backorder: a date of yesterday' }, '2:new');
    lines = [kept, line(2, {}, '2:old'), line(9), line(1)];
    expect(await checkQueued(cart, form)).to.equal(false);
    expect([changed, codes]).to.deep.equal([[], []]);
  });

  it('a cart that cannot be read, and a form of no product, say nothing', async () => {
    lines = [line(2)];
    expect(await checkQueued(cart, productForm('<input name="id" value="1">'))).to.equal(true);
    shared().scopes.main = undefined;
    lines = [line(3)];
    expect(await checkQueued(cart, productForm('<input name="id" value="1">'))).to.equal(false);
    unstubFetch();
    stubFetch(() => new Response('<html>'));
    expect(await checkQueued(cart, form)).to.equal(false);
  });
});
