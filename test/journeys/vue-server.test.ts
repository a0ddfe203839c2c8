// A Vue page that was rendered on a server, with the HTML of backorder-elements/server in it: Vue hydrates around us, keeps our tags
// alive out of the page, teleports them, and takes them away, before and after the script has drawn in them (case D34).
import { expect } from '@open-wc/testing';
import type * as Vue from 'vue';
import type { renderToString as render } from 'vue/server-renderer';
import { decide } from '../../src/availability/decide.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { badgeHtml, buttonHtml, noticeHtml, speak, stylesHtml } from '../../src/server.js';
import { closePages, day, openPage, sells, waitFor, type ShopPage } from '../support/journey.js';

const GONE = { id: 'lamp', onHand: 0, restock: day(40) };

/** The app, for server and browser: a product with our tags in it, which can be put aside, and a drawer that it can be moved to. */
const APP = `
  const { createSSRApp, h, KeepAlive, Teleport, ref } = vue;
  const Product = { name: 'Product', render: () => h('section', { 'data-product-id': 'lamp' }, [
    h('p', { innerHTML: html.badge }),
    h('form', { action: 'cart/add', method: 'post', innerHTML: '<input type="hidden" name="id" value="lamp">' + html.button }),
    h('div', { class: 'notice', innerHTML: html.notice }),
  ]) };
  const Other = { name: 'Other', render: () => h('p', 'Something else') };
  const shown = ref(true), moved = ref(false);
  return { shown, moved, app: createSSRApp({ render: () => h('main', [
    h(Teleport, { to: '#drawer', disabled: !moved.value }, [h(KeepAlive, [shown.value ? h(Product) : h(Other)])]),
    h('p', { class: 'below' }, 'Below'),
  ]) }) };`;

interface Shown {
  readonly app: Vue.App;
  readonly shown: { value: boolean };
  readonly moved: { value: boolean };
}
type VueWindow = Window & { readonly shop?: Shown };

let vue: typeof Vue;
let renderToString: typeof render;

async function openVue(): Promise<ShopPage> {
  const now = Date.now();
  const offer = decide(parseRecord(GONE).record, parsePolicy({ sell: 'backorder' }).policy, 1, now);
  const telling = { product: 'lamp', language: await speak('en'), now };
  const html = {
    badge: badgeHtml(offer, telling),
    button: buttonHtml(offer, { ...telling, label: 'Add to cart', attributes: { name: 'add' } }),
    notice: noticeHtml(offer, telling),
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the same app runs here, as on a server, and in the page
  const make = new Function('vue', 'html', APP) as (...given: unknown[]) => Shown;
  const written = await renderToString(make(vue, html).app);
  const data = JSON.stringify(html).replaceAll('<', '\\u003c');
  return openPage({
    page: 'empty',
    document: sells(GONE),
    theme: stylesHtml(),
    slots: {
      after: `<div id="drawer"></div><div id="app">${written}</div>
        <script type="module">
          import * as vue from '/node_modules/vue/dist/vue.esm-browser.prod.js';
          const html = ${data};
          const make = new Function('vue', 'html', ${JSON.stringify(APP)});
          const shop = make(vue, html);
          window.first = document.querySelector('eta-notice');
          shop.app.mount('#app');
          window.shop = shop;
        </script>`,
    },
  });
}

describe('D34 Vue on a server, with our tags in its page', () => {
  // Files for bundlers ask for what Node has, and this page is none.
  before(async () => {
    Object.assign(globalThis, { process: { env: { NODE_ENV: 'production' } } });
    vue = await import('vue');
    ({ renderToString } = await import('vue/server-renderer'));
  });
  after(() => Reflect.deleteProperty(globalThis, 'process'));
  afterEach(closePages);

  it('D34 hydrates, keeps alive, teleports and takes away what we have drawn in, without a word', async () => {
    const page = await openVue();
    const shop = await waitFor(() => (page.window as VueWindow).shop, 'the app');
    const drawn = (): Promise<unknown> =>
      waitFor(() => page.document.querySelector('eta-notice[data-backorder-plain]'), 'the notice is drawn');
    const notice = (): HTMLElement => page.find('eta-notice');
    await drawn();
    expect(notice() === (page.window as unknown as { first: Element }).first, 'the server’s node').to.equal(
      true,
    );
    expect(notice().innerText).to.match(/^Expected to ship/);
    expect(page.label).to.equal('Backorder now');

    shop.shown.value = false;
    await waitFor(() => !page.document.querySelector('eta-notice'));
    shop.shown.value = true;
    await waitFor(() => page.document.querySelector('eta-notice'));
    await drawn();
    await waitFor(() => page.label === 'Backorder now');
    expect(notice().innerText).to.match(/^Expected to ship/);

    shop.moved.value = true;
    await waitFor(() => page.document.querySelector('#drawer eta-notice'));
    await drawn();
    await waitFor(() => page.label === 'Backorder now');
    expect(notice().innerText).to.match(/^Expected to ship/);
    page.button.click();
    const [add] = await page.carted(1);
    expect(Object.fromEntries(add?.fields ?? [])['properties[_backorder]']).to.contain(GONE.restock);

    shop.app.unmount();
    await waitFor(() => !page.document.querySelector('eta-notice'));
    const { errors, console: said } = page.heard;
    expect([...errors, ...said]).to.deep.equal([]);
  });
});
