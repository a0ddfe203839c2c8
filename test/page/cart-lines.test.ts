import { expect } from '@open-wc/testing';
import { watchCartLines } from '../../src/page/cart-lines.js';
import { NOTE } from '../../src/page/line-note.js';
import { html } from '../../src/platforms/html/platform.js';
import { platform as bigcommerce } from '../../src/platforms/bigcommerce/platform.js';
import { platform as shopify } from '../../src/platforms/shopify/platform.js';
import { platform as woocommerce } from '../../src/platforms/woocommerce/platform.js';
import type { Platform } from '../../src/platforms/platform.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, put, soon, tell, until } from '../support/element-page.js';
import { json, stubFetch, unstubFetch, type Asked } from '../support/fetch-stub.js';
import { told } from '../support/told.js';

const RECORD = '1;backorder;2+3;2026-12-12/2026-12-12;day;ship;estimated;2026-11-22T09:00Z;en';
const SPLIT = 'Backorder: 2 now, 3 on 12 December';
const CHANGED = 'Before: on 12 December.';

describe('CartLines', () => {
  elementPage();

  let ending: AbortController;
  const watch = (platform: Platform = html, insert = true): void => {
    watchCartLines(platform, insert, ending.signal);
  };
  const notes = (): readonly string[] =>
    [...document.querySelectorAll(`[${NOTE}]`)].map((it) =>
      [...it.children].map(({ textContent }) => textContent).join(' '),
    );
  const shows = async (...texts: string[]): Promise<void> => {
    await until(() => JSON.stringify(notes()) === JSON.stringify(texts));
  };
  const marked = (record: string, more = '', text = 'Chair'): string =>
    `<li><a href="/c">${text}</a><p data-backorder-line="${record.replaceAll('"', '&quot;')}" ${more}></p></li>`;

  beforeEach(() => {
    ending = new AbortController();
  });
  afterEach(() => {
    ending.abort();
    unstubFetch();
  });

  describe('lines that a theme has marked', () => {
    it('S26 a pre-order and a product in stock in one cart: words with the one, the other is not touched', async () => {
      const asked = stubFetch(() => json({}));
      const list = put(
        `<ul>${marked('1;preorder;0+1;2027-01-01/2027-03-31;quarter;ship;estimated;;en')}<li><a href="/b">Bench</a></li></ul>`,
      );
      const other = list.lastElementChild?.outerHTML;
      watch();
      await shows('Pre-order: Expected to ship in Q1 2027');
      expect(list.lastElementChild?.outerHTML).to.equal(other);
      expect(asked, 'requests').to.have.length(0);
    });

    it('are drawn once, and nothing is written again', async () => {
      const list = put(`<ul>${marked(RECORD)}</ul>`);
      watch();
      await shows(SPLIT);
      const observer = new MutationObserver(() => undefined);
      observer.observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
      watch();
      watch();
      await soon();
      expect(observer.takeRecords()).to.deep.equal([]);
      observer.disconnect();
    });

    it('S12 follow the quantity that the theme tells, as it changes', async () => {
      const list = put(`<ul>${marked(RECORD, 'data-backorder-line-quantity="5"')}</ul>`);
      watch();
      await shows(SPLIT);
      const mark = list.querySelector('p');
      mark?.setAttribute('data-backorder-line-quantity', '4');
      await shows('Backorder: 2 now, 2 on 12 December');
      mark?.setAttribute('data-backorder-line-quantity', '2');
      await shows();
    });

    it('come and go: a drawer drawn anew has its words again, a line taken away takes them along', async () => {
      const list = put(`<ul>${marked(RECORD)}</ul>`);
      watch();
      await shows(SPLIT);
      list.innerHTML = marked(RECORD) + marked(RECORD.replace('2+3', '0+1'));
      await shows(SPLIT, 'Backorder: Expected to ship on 12 December');
      list.lastElementChild?.remove();
      await shows(SPLIT);
      list.querySelector('p')?.removeAttribute('data-backorder-line');
      await shows();
    });

    it('a copied line has its words once', async () => {
      const list = put(`<ul>${marked(RECORD)}</ul>`);
      watch();
      await shows(SPLIT);
      list.append(list.firstElementChild?.cloneNode(true) as Node);
      await shows(SPLIT, SPLIT);
    });

    it('a cart in a table is still one', async () => {
      const table = put(
        `<table><tbody><tr data-backorder-line="${RECORD}"><td><img alt=""></td><td><a href="/c">Chair</a></td><td>5</td></tr></tbody></table>`,
      );
      watch();
      await shows(SPLIT);
      expect(table.querySelector(`[${NOTE}]`)?.parentElement?.textContent).to.contain('Chair');
    });

    it('are told a later date, from the source, and nothing while that is not known', async () => {
      put(
        `<ul>${marked(RECORD, 'data-backorder-line-product="chair" data-backorder-line-quantity="5"')}</ul>`,
      );
      const asked: string[] = [];
      shared().store.ask = (references) => asked.push(...references);
      watch();
      await shows(SPLIT);
      expect(asked).to.deep.equal(['chair']);
      tell(
        told([{ id: 'chair', onHand: 2, availableForBackorder: 'unlimited', restock: '2026-12-20' }], {
          policy: { sell: 'backorder' },
        }),
      );
      await shows(`Backorder: 2 now, 3 on 20 December This date has changed. ${CHANGED}`);
      tell(told([{ id: 'chair', onHand: 0, orderable: false }]));
      await shows('Sold out');
    });

    it('what the theme prints itself is not said twice, but a change is', async () => {
      put(
        `<ul>${marked(RECORD, 'data-backorder-line-product="chair"', `Chair <small>Availability: ${SPLIT.replace(': ', ':\n ')}</small>`)}</ul>`,
      );
      watch();
      await soon();
      expect(notes()).to.deep.equal([]);
      tell(
        told([{ id: 'chair', onHand: 2, availableForBackorder: 'unlimited', restock: '2026-12-20' }], {
          policy: { sell: 'backorder' },
        }),
      );
      await until(() => notes().join().includes(CHANGED));
    });

    it('speak the language of the page', async () => {
      document.documentElement.lang = 'de';
      put(`<ul>${marked(RECORD)}</ul>`);
      watch();
      await until(() => notes().join().includes('12. Dezember'));
      expect(document.querySelector(`[${NOTE}]`)?.getAttribute('lang')).to.equal('de');
    });

    it('a hostile record is no record, and no text of it comes into the page', async () => {
      const hostile = [
        '',
        '<img src=x onerror=alert(1)>',
        '2;backorder',
        `${RECORD};x`.repeat(9),
        '1;sold-out',
      ];
      put(
        `<ul>${hostile.map((it) => marked(it)).join('')}${marked(`1;backorder;0+1;;;;;;<b>${'x'.repeat(9)}`)}</ul>`,
      );
      watch();
      await shows('Backorder: Ship date to be confirmed');
      expect(document.querySelector('main[data-test] :is(b, img)')).to.equal(null);
    });

    it('switched off by the merchant, nothing is said', async () => {
      put(`<ul>${marked(RECORD, 'data-backorder-line-product="chair"')}</ul>`);
      watch();
      await shows(SPLIT);
      tell(told([], { disabled: true }));
      await shows();
    });

    it('ended, the page is as it was', async () => {
      const list = put(`<ul>${marked(RECORD, 'data-backorder-line-product="chair"')}</ul>`);
      const before = list.outerHTML;
      watch();
      await shows(SPLIT);
      ending.abort();
      expect(list.outerHTML).to.equal(before);
      expect(shared().store.followed).to.deep.equal([]);
    });

    it('a theme that takes the words out each time has its way in the end', async () => {
      const list = put(`<ul>${marked(RECORD)}</ul>`);
      let removed = 0;
      const observer = new MutationObserver(() => {
        for (const it of list.querySelectorAll(`[${NOTE}]`)) {
          removed += 1;
          it.remove();
        }
      });
      observer.observe(list, { subtree: true, childList: true });
      watch();
      await until(() => removed === 20);
      await soon();
      expect(removed).to.equal(20);
      observer.disconnect();
    });
  });

  describe('the cart as a whole', () => {
    const DATED = '1;backorder;0+1;2026-12-20/2026-12-20;day;ship;estimated;2026-11-22T09:00Z;en';
    const BARE = '1;backorder;0+1;;;;;;en';
    const sum = (): string => document.querySelector('[data-backorder-cart]')?.textContent ?? '';
    const sums = async (text: string): Promise<void> => {
      await until(() => sum() === text);
    };
    const cart = (lines: readonly string[], count = ''): HTMLElement =>
      put(
        `<div><ul>${lines.map((it) => marked(it)).join('')}</ul><p data-backorder-cart="${count}"></p></div>`,
      );

    it('S26 says how many shipments there are and when the last one comes', async () => {
      cart([RECORD, DATED]);
      watch();
      await sums('3 shipments, the last on 20 December');
    });

    it('counts lines of the theme’s own among what ships now, where it tells how many lines there are', async () => {
      const page = cart([DATED], '2');
      watch();
      await sums('2 shipments, the last on 20 December');
      page.querySelector('[data-backorder-cart]')?.setAttribute('data-backorder-cart', '1');
      await sums('1 shipment, on 20 December');
    });

    it('admits that a part has no date, also one whose date is over or that is sold out since', async () => {
      const page = cart([DATED, BARE]);
      watch();
      await sums('Part of your order has no ship date yet.');
      page.querySelector('li:last-child')?.remove();
      await sums('1 shipment, on 20 December');
      page
        .querySelector('p')
        ?.setAttribute('data-backorder-line', DATED.replaceAll('2026-12-20', '2026-11-01'));
      await sums('Part of your order has no ship date yet.');
      page.querySelector('p')?.setAttribute('data-backorder-line', DATED);
      page.querySelector('p')?.setAttribute('data-backorder-line-product', 'chair');
      tell(told([{ id: 'chair', onHand: 0, orderable: false }]));
      await sums('Part of your order has no ship date yet.');
    });

    it('tells a later date, not the one that went into the cart', async () => {
      const page = cart([DATED]);
      page.querySelector('p')?.setAttribute('data-backorder-line-product', 'chair');
      watch();
      await sums('1 shipment, on 20 December');
      const chair = { id: 'chair', onHand: 0, restock: '2026-12-30', policy: { sell: 'backorder' } };
      tell(told([chair]));
      await sums('1 shipment, on 30 December');
    });

    it('a shop that ships together has one date, and none beside days of arrival', async () => {
      tell(told([], { policy: { sell: 'backorder', partial: 'together' } }));
      const page = cart([RECORD, DATED], '5');
      watch();
      await sums('Everything together on 20 December');
      page.querySelector('p')?.setAttribute('data-backorder-line', RECORD.replace('ship', 'deliver'));
      await sums('');
    });

    it('goes with the last line, with the merchant’s switch, and with the script', async () => {
      const page = cart([DATED]);
      const list = page.querySelector('ul') as HTMLElement;
      const before = page.outerHTML;
      watch();
      await sums('1 shipment, on 20 December');
      const line = list.innerHTML;
      list.replaceChildren();
      await sums('');
      list.innerHTML = line;
      await sums('1 shipment, on 20 December');
      tell(told([], { disabled: true }));
      await sums('');
      tell(told([]));
      await sums('1 shipment, on 20 December');
      ending.abort();
      expect(page.outerHTML).to.equal(before);
    });

    it('is said once in a place that the theme has copied, and for lines that are shown twice', async () => {
      const page = cart([DATED], '1');
      watch();
      await sums('1 shipment, on 20 December');
      page.append(...[...page.children].map((it) => it.cloneNode(true)));
      await soon();
      await until(() => {
        const all = [...page.querySelectorAll('[data-backorder-cart]')].map((it) => it.textContent);
        return all.join(' | ') === '1 shipment, on 20 December | 1 shipment, on 20 December';
      });
    });

    it('speaks the language of its place', async () => {
      const page = cart([DATED]);
      page.querySelector('[data-backorder-cart]')?.setAttribute('lang', 'de');
      watch();
      await sums('1 Sendung, am 20. Dezember');
    });
  });

  describe('lines of shop systems', () => {
    const ITEM = { key: '41:a', id: 41, quantity: 5, properties: { Availability: 'x', _backorder: RECORD } };
    const PLAIN = { key: '42:b', id: 42, quantity: 1, properties: null };
    const dawnRow = (index: number, variant: number, name: string, more = ''): string =>
      `<tr class="cart-item" id="CartItem-${index}"><td><a href="/products/x?variant=${variant}" class="cart-item__link"></a></td>
       <td><a href="/products/x?variant=${variant}" class="cart-item__name">${name}</a><dl>${more}</dl></td>
       <td><input name="updates[]" value="5" data-index="${index}"></td></tr>`;
    const dawn = (...rows: string[]): string =>
      `<cart-items><form action="/cart"><table><tbody>${rows.join('')}</tbody></table></form></cart-items>`;
    const paths = (asked: readonly Asked[]): readonly string[] =>
      asked.map(({ request, url }) => `${request.method} ${url.pathname}`);

    beforeEach(() => {
      shared().config.lineFields = { text: 'properties[Availability]', record: 'properties[_backorder]' };
    });

    it('S26 Dawn: the cart is asked once, our line has words after its title, the other is not touched', async () => {
      const asked = stubFetch(() => json({ items: [PLAIN, ITEM] }));
      const cart = put(dawn(dawnRow(1, 42, 'Bench'), dawnRow(2, 41, 'Chair')));
      const other = cart.querySelector('#CartItem-1')?.outerHTML;
      watch(shopify);
      await shows(SPLIT);
      expect(cart.querySelector('#CartItem-2 .cart-item__name + *')?.hasAttribute(NOTE)).to.equal(true);
      expect(cart.querySelector('#CartItem-1')?.outerHTML).to.equal(other);
      expect(paths(asked)).to.deep.equal(['GET /cart.js']);
      expect(asked[0]?.request.credentials).to.equal('same-origin');
    });

    it('a drawer that nobody sees asks for nothing, until it is opened', async () => {
      const asked = stubFetch(() => json({ items: [ITEM] }));
      const cart = put(`<div hidden>${dawn(dawnRow(1, 41, 'Chair'))}</div>`);
      watch(shopify);
      await soon();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(asked).to.have.length(0);
      cart.hidden = false;
      await shows(SPLIT);
      expect(asked).to.have.length(1);
    });

    it('Horizon: by the line’s key, wherever it stands', async () => {
      stubFetch(() => json({ items: [PLAIN, { ...ITEM, key: '41:z', properties: {} }, ITEM] }));
      put(
        `<table>${['41:a', '41:z', '42:b']
          .map(
            (key) => `<tr class="cart-items__table-row" data-key="${key}"><td><p><a class="cart-items__title"
          href="/products/x?variant=${key.slice(0, 2)}">Chair</a></p></td></tr>`,
          )
          .join('')}</table>`,
      );
      watch(shopify);
      await shows(SPLIT);
      expect(document.querySelector(`[${NOTE}]`)?.closest('tr')?.dataset['key']).to.equal('41:a');
    });

    it('a theme that prints the property says it alone, in whatever language it was added', async () => {
      const property = 'Nachbestellung: 2 sofort, 3 am 12. Dezember';
      const asked = stubFetch(() =>
        json({ items: [{ ...ITEM, properties: { ...ITEM.properties, Availability: property } }] }),
      );
      put(dawn(dawnRow(1, 41, 'Chair', `<dt>Availability: </dt><dd>${property}</dd>`)));
      watch(shopify);
      await until(() => asked.length);
      await soon();
      expect(notes()).to.deep.equal([]);
    });

    it('S12 a changed cart is read again', async () => {
      let quantity = 5;
      const asked = stubFetch(() => json({ items: [{ ...ITEM, quantity }] }));
      const cart = put(dawn(dawnRow(1, 41, 'Chair')));
      watch(shopify);
      await shows(SPLIT);
      quantity = 3;
      cart.innerHTML = dawn(dawnRow(1, 41, 'Chair').replace('value="5"', 'value="3"'));
      await shows('Backorder: 2 now, 1 on 12 December');
      expect(asked).to.have.length(2);
    });

    const SILENT: Readonly<Record<string, () => Response | Promise<Response>>> = {
      'a cart without lines of ours': () => json({ items: [PLAIN, { ...ITEM, properties: {} }] }),
      'a cart that is down': () => json({}, {}, 503),
      'no answer': () => Promise.reject(new TypeError('Failed to fetch')),
      'no JSON': () => new Response('<html>'),
      'a hostile cart': () =>
        json({
          items: [
            null,
            [],
            { key: {}, id: [], quantity: '5' },
            { ...ITEM, properties: { _backorder: '<img src=x onerror=alert(1)>' } },
            { ...ITEM, properties: { _backorder: { toString: 1 } } },
            { ...ITEM, properties: [RECORD] },
          ],
        }),
      'a cart of other lines': () => json({ items: [{ ...ITEM, key: '43:c', id: 43 }] }),
    };
    for (const [what, answer] of Object.entries(SILENT)) {
      it(`${what} leaves the page as it is`, async () => {
        const asked = stubFetch(answer);
        const cart = put(dawn(dawnRow(1, 41, 'Chair'), dawnRow(2, 42, 'Bench')));
        const before = cart.outerHTML;
        watch(shopify);
        await until(() => asked.length);
        await soon();
        await soon();
        expect(cart.outerHTML).to.equal(before);
        expect(asked).to.have.length(1);
      });
    }

    it('where the merchant wants nothing inserted, only marked lines are drawn and no cart is read', async () => {
      const asked = stubFetch(() => json({ items: [ITEM] }));
      put(`<div>${dawn(dawnRow(1, 41, 'Chair'))}<ul>${marked(RECORD)}</ul></div>`);
      watch(shopify, false);
      await shows(SPLIT);
      expect(asked).to.have.length(0);
    });

    it('WooCommerce: classic lines by their key, rows of the blocks by their place', async () => {
      shared().config.lineFields = { text: 'backorder_text', record: 'backorder_record' };
      const line = (key: string, id: number, record: string): object => ({
        key,
        id,
        quantity: 5,
        extensions: { 'backorder-elements': { text: record && 'Soon', record } },
      });
      const asked = stubFetch(() => json({ items: [line('aa', 60, ''), line('bb', 61, RECORD)] }));
      const classic = `<table><tr class="woocommerce-cart-form__cart-item cart_item"><td><a class="remove" href="/cart/?remove_item=bb&amp;_wpnonce=1">x</a></td>
        <td class="product-thumbnail"><a href="/p"><img alt=""></a></td><td class="product-name"><a href="/p">Chair</a></td></tr></table>`;
      const row = (name: string): string =>
        `<tr class="wc-block-cart-items__row"><td><a class="wc-block-components-product-name" href="/p">${name}</a></td></tr>`;
      put(`<div>${classic}<table><tbody>${row('Bench')}${row('Chair')}</tbody></table></div>`);
      watch(woocommerce);
      await shows(SPLIT, SPLIT);
      expect(paths(asked)).to.deep.equal(['GET /wp-json/wc/store/v1/cart']);
      for (const it of document.querySelectorAll(`[${NOTE}]`)) {
        expect(it.previousElementSibling?.textContent).to.equal('Chair');
      }
    });

    it('BigCommerce: by the line’s id, where a modifier carries the record', async () => {
      shared().config.lineFields = { text: 'attribute[11]', record: 'attribute[12]' };
      const item = {
        id: 'line-2',
        productId: 77,
        variantId: 502,
        quantity: 5,
        options: [{ nameId: 12, value: RECORD }],
      };
      const asked = stubFetch(() => json([{ lineItems: { physicalItems: [item] } }]));
      const row = (id: string): string =>
        `<tr class="cart-item" data-item-row><td><h4 class="cart-item-name"><a href="/chair">${id}</a></h4></td><td><button data-cart-itemid="${id}">+</button></td></tr>`;
      put(`<table>${row('line-1')}${row('line-2')}</table>`);
      watch(bigcommerce);
      await shows(SPLIT);
      expect(document.querySelector(`[${NOTE}]`)?.previousElementSibling?.textContent).to.equal('line-2');
      expect(paths(asked)).to.deep.equal(['GET /api/storefront/carts']);
    });
  });
});
