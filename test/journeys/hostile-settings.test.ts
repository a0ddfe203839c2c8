// What a page configures, with hostile values (case H11). Nothing of ours takes a selector from the configuration: the selectors
// that we use are the adapters' own. So each value goes into everything that can be set, where the most that it may do is name
// a product that nobody knows, a folder without files, or a field of the order.
import { expect } from '@open-wc/testing';
import { CANARY, canaryIn } from '../support/canary.js';
import {
  closePages,
  openPage,
  pause,
  sells,
  waitFor,
  type PageOptions,
  type ShopPage,
} from '../support/journey.js';
import { expectQuiet, openOracle } from '../support/oracle.js';
import { shown } from '../support/shown.js';

const SELECTORS = [
  '*',
  'body',
  'html',
  'head',
  ':root',
  'script',
  'style',
  'form',
  'input[type=password]',
  '[data-product-id]',
  ':has(*)',
  ':has(:has(*))',
  ':not(*)',
  ':not(body)',
  ':is(body, head, script)',
  ':where(*)',
  ':host',
  '::slotted(*)',
  'body *',
  '* + *',
  '*'.padEnd(200, ' *'),
  '',
  ' ',
  '>',
  ',',
  '[',
  '[data-product-id="',
  'a[href^="javascript:"]',
  ':nth-child(99999999999999n+1)',
  ':has('.repeat(500),
  'div '.repeat(1250),
  '<img src=x: onerror=canary()>',
  '"]{}</style><script>canary()</script>',
];

const LAMP = sells({ id: 'lamp', onHand: 0 });
const attributeOf = (setting: string): string =>
  `data-${setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const atWork = (page: ShopPage): Promise<unknown> =>
  waitFor(() => page.label === 'Backorder now', 'us to be at work');

describe('H11 hostile settings', () => {
  afterEach(closePages);

  it('H11 are 33', () => {
    expect(new Set(SELECTORS).size).to.equal(33);
  });

  /** The page is decorated, or the theme’s; in both cases nothing else has happened in it. */
  async function isWhole(
    page: ShopPage,
    assertQuiet: (what: string) => Promise<void>,
    what: string,
  ): Promise<void> {
    await page.loaded();
    await assertQuiet(what);
    expect(['Backorder now', 'Add to cart'], what).to.include(page.label);
    expect(page.button.getClientRects(), what).to.have.length(1);
    expectQuiet(page.heard, 2);
  }

  const open = async (options: PageOptions): Promise<[ShopPage, (what: string) => Promise<void>]> => {
    const page = await openPage({ theme: CANARY, ...options });
    return [page, canaryIn(page)];
  };

  for (const setting of ['product', 'insert', 'signUpOrigins'] as const) {
    it(`H11 ${attributeOf(setting)}: the product form is decorated as always, and nothing else`, async function (this: Mocha.Context) {
      this.timeout(120_000);
      for (const value of SELECTORS) {
        const [page, assertQuiet] = await open({
          document: LAMP,
          attributes: { [attributeOf(setting)]: value },
        });
        await atWork(page);
        await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
        await isWhole(page, assertQuiet, `${setting} ${value.slice(0, 40)}`);
        expect(page.document.querySelectorAll('[data-backorder-state]'), value.slice(0, 40)).to.have.length(
          1,
        );
        page.close();
      }
    });
  }

  it('H11 the names of the fields: one field each by that name, or none, and the add is one', async function (this: Mocha.Context) {
    this.timeout(120_000);
    for (const value of SELECTORS) {
      const what = value.slice(0, 40);
      const [page, assertQuiet] = await open({
        document: LAMP,
        attributes: { 'data-text-field': value, 'data-record-field': `${value}2` },
      });
      await atWork(page);
      page.button.click();
      const [add, ...more] = await page.carted(1);
      expect(more, what).to.deep.equal([]);
      const names = add?.fields.map(([name]) => name) ?? [];
      expect(names, what).to.deep.equal(['id', 'quantity', 'add', ...(value ? [value] : []), `${value}2`]);
      await isWhole(page, assertQuiet, what);
      page.close();
    }
  });

  for (const setting of ['base', 'endpoint'] as const) {
    it(`H11 ${attributeOf(setting)}: what leads nowhere leaves the page to the theme`, async function (this: Mocha.Context) {
      this.timeout(120_000);
      // What the page itself names as an address is asked for: that is no harm. Without one it is as if it were not set.
      const values = SELECTORS.map((it) => it.replaceAll('canary', 'x').slice(0, 200)).filter(Boolean);
      for (const value of values) {
        const [page, assertQuiet] = await open({
          ...(setting === 'base' && { document: LAMP }),
          endpoint: setting === 'endpoint' ? 'none' : 'own',
          attributes: { [attributeOf(setting)]: value },
        });
        await page.loaded();
        await waitFor(() => page.reports.length > 0, `a word on ${setting} ${value.slice(0, 40)}`);
        await isWhole(page, assertQuiet, `${setting} ${value.slice(0, 40)}`);
        expect(page.label).to.equal('Add to cart');
        page.close();
      }
    });
  }

  it('H11 all at once, by the JSON settings, as texts, numbers, lists and objects', async function (this: Mocha.Context) {
    this.timeout(120_000);
    for (const value of ['*', 'body', ':has(*)', '<img src=x: onerror=canary()>']) {
      for (const told of [value, [value], { [value]: value }, 5, true, null]) {
        const settings = JSON.stringify(
          Object.fromEntries(
            [
              'product',
              'insert',
              'textField',
              'recordField',
              'signUpOrigins',
              'form',
              'selector',
              '__proto__',
            ].map((name) => [name, told]),
          ),
        ).replaceAll('<', '\\u003c');
        const [page, assertQuiet] = await open({
          document: LAMP,
          head: `<script type="application/json" data-backorder-settings>${settings}</script>`,
        });
        await atWork(page);
        await isWhole(page, assertQuiet, settings.slice(0, 80));
        page.close();
      }
    }
  });

  it('H11 in the page’s own attributes: a product that nobody knows, and the page is as without us', async function (this: Mocha.Context) {
    this.timeout(120_000);
    const { page, without } = await openOracle({
      theme: CANARY,
      page: 'dom-two-forms',
      button: '.first [name=add]',
      document: LAMP,
    });
    await atWork(page);
    const assertQuiet = canaryIn(page);
    const names = ['data-backorder-product', 'data-product-id', 'data-product_id', 'data-product-handle'];
    for (const value of SELECTORS) {
      for (const it of [page, without]) {
        const form = it.find('.second');
        for (const name of names) form.setAttribute(name, value);
        const tag = it.document.createElement('i');
        form.append(tag);
        tag.remove();
      }
      await pause(5);
      const [ours, theirs] = [page, without].map((it) => it.find('.second').outerHTML);
      expect(ours, value.slice(0, 40)).to.equal(theirs);
    }
    await assertQuiet('attributes');
    expect(page.label).to.equal('Backorder now');
    expectQuiet(page.heard, 2);
  });
});
