// useOffer in Vue 3: the offer of the present product, variant and quantity, for as long as the component or the scope lives.
import { expect } from '@open-wc/testing';
import type * as Vue from 'vue';
import type { renderToString as render } from 'vue/server-renderer';
import type { ToldOffer } from '../../src/headless/told-offer.js';
import { connectEndpoint } from '../../src/store/connect-endpoint.js';
import { shared } from '../../src/store/shared-store.js';
import type { useOffer as use } from '../../src/vue/use-offer.js';
import { NOW } from '../support/arbitraries.js';
import { elementPage, sixProducts, soon, tell, until } from '../support/element-page.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { backorder, inStock, told } from '../support/told.js';
import { loadVue, mountVue, unmountAll } from '../support/vue.js';

const DOCUMENT = {
  version: 1,
  products: [
    { id: 'table', onHand: 2, restock: '2026-12-12', policy: { sell: 'backorder', limit: 10 } },
    {
      id: 'chair',
      variants: [
        { id: 'oak', onHand: 4 },
        { id: 'ash', onHand: 0, restock: '2026-12-24', policy: { sell: 'backorder' } },
      ],
    },
  ],
};

describe('D34 useOffer in Vue 3', () => {
  let vue: typeof Vue;
  let useOffer: typeof use;
  let renderToString: typeof render;
  elementPage();
  before(async () => {
    vue = await loadVue();
    ({ useOffer } = await import('../../src/vue/use-offer.js'));
    ({ renderToString } = await import('vue/server-renderer'));
  });
  after(() => Reflect.deleteProperty(globalThis, 'process'));
  afterEach(() => {
    unmountAll();
    unstubFetch();
    expect(shared().store.followed, 'nobody is left who follows').to.deep.equal([]);
  });

  const words = ({ state, words }: ToldOffer): string => `${state}: ${words.label}. ${words.promise}`;

  it('is unknown until something is known, and then says what our elements say', async () => {
    const { place } = await mountVue({
      setup: () => ({ offer: useOffer('table', undefined, { quantity: 5 }) }),
      template:
        '<button :disabled="!offer.orderable">{{ offer.words.label }}</button><p>{{ offer.words.promise }}</p>',
    });
    expect(place.textContent).to.equal('Add to cart');
    expect(place.querySelector('button')?.disabled).to.equal(false);
    tell(told([backorder('table')]));
    await vue.nextTick();
    expect(place.textContent).to.match(/^Backorder now.*12 December/);
  });

  it('follows refs and getters, and is right in the same breath: no order is made of an old offer', () => {
    tell(told(DOCUMENT.products));
    const scope = vue.effectScope();
    const product = vue.ref('table');
    const variant = vue.ref<string>();
    const wanted = vue.reactive({ pieces: 1 });
    const offer = scope.run(() =>
      useOffer(product, variant, { quantity: () => wanted.pieces }),
    ) as Vue.ComputedRef<ToldOffer>;
    expect(offer.value.state).to.equal('in-stock');
    wanted.pieces = 5;
    expect(offer.value.split).to.deep.include({ now: 2, later: 3 });
    expect(offer.value.lines.map(({ quantity }) => quantity)).to.deep.equal([2, 3]);
    product.value = 'chair';
    variant.value = 'ash';
    expect(words(offer.value)).to.match(/^backorder: Backorder now\..*24 December/);
    variant.value = 'oak';
    expect(offer.value.split).to.deep.equal({ now: 4, later: 0, refused: 1 });
    wanted.pieces = 3;
    expect(offer.value.split).to.deep.equal({ now: 3, later: 0, refused: 0 });
    scope.stop();
  });

  it('many in one page make one request, and follow the product that is shown', async () => {
    const asked = stubFetch(() => json(DOCUMENT));
    const product = vue.ref('table');
    const Cell: Vue.Component = {
      props: { name: String },
      setup: (props: { readonly name?: string }) => ({ offer: useOffer(() => props.name) }),
      template: '<i>{{ offer.state }} </i>',
    };
    const { place } = await mountVue({
      components: { Cell },
      setup: () => ({ product }),
      template: '<Cell v-for="n in 50" :name="n % 2 ? product : \'chair\'" />',
    });
    const close = connectEndpoint('/availability.json');
    await until(() => place.textContent?.includes('in-stock'));
    expect(asked.map(({ url }) => url.search)).to.deep.equal(['?products=chair%2Ctable']);
    product.value = 'chair';
    await vue.nextTick();
    expect(shared().store.followed).to.deep.equal(['chair']);
    close();
  });

  it('renders only when the offer has changed', async () => {
    tell(sixProducts());
    let renders = 0;
    await mountVue({
      setup() {
        const offer = useOffer('backorder');
        return () => {
          renders += 1;
          return offer.value.words.badge;
        };
      },
    });
    const before = renders;
    tell(sixProducts());
    shared().store.refreshAll();
    await vue.nextTick();
    expect(renders).to.equal(before);
    tell(sixProducts({ messages: { 'en-GB': { 'badge.backorder': 'Later' } } }));
    await until(() => renders > before);
  });

  it('ends with its component and with its scope: no listener and no timer of the product is left', async () => {
    tell(sixProducts());
    const there = vue.ref(true);
    const Child = { setup: () => ({ offer: useOffer('preorder') }), template: '<i>{{ offer.state }}</i>' };
    await mountVue({ components: { Child }, setup: () => ({ there }), template: '<Child v-if="there" />' });
    const scope = vue.effectScope();
    scope.run(() => useOffer('sold-out'));
    expect(shared().store.followed).to.have.members(['preorder', 'sold-out']);
    there.value = false;
    await vue.nextTick();
    expect(shared().store.followed).to.deep.equal(['sold-out']);
    scope.stop();
    expect(shared().store.followed).to.deep.equal([]);
  });

  it('kept alive out of the page it follows nothing and does nothing; back again it is right, of whatever was chosen meanwhile', async () => {
    tell(told([backorder('table'), inStock('chair')]));
    const shown = vue.ref(true);
    const product = vue.ref('table');
    let renders = 0;
    const Product = {
      name: 'Product',
      setup() {
        const offer = useOffer(product);
        return () => {
          renders += 1;
          return vue.h('i', offer.value.state);
        };
      },
    };
    const { place } = await mountVue({
      components: { Product },
      setup: () => ({ shown }),
      template: '<KeepAlive><Product v-if="shown" /></KeepAlive>',
    });
    expect(place.textContent).to.equal('backorder');
    shown.value = false;
    await vue.nextTick();
    expect(shared().store.followed).to.deep.equal([]);
    const before = renders;
    tell(told([{ id: 'table', onHand: 0 }, inStock('chair')]));
    product.value = 'chair';
    await vue.nextTick();
    product.value = 'table';
    await vue.nextTick();
    expect(renders).to.be.at.most(before + 2);
    expect(shared().store.followed).to.deep.equal([]);
    shown.value = true;
    await until(() => place.textContent === 'sold-out');
    expect(shared().store.followed).to.deep.equal(['table']);
  });

  const App = (served?: object): Vue.Component => ({
    setup() {
      const offer = useOffer('chair', 'ash', served ? { served: served as never } : {});
      return () => vue.h('div', [vue.h('b', offer.value.words.label), vue.h('p', offer.value.words.promise)]);
    },
  });

  it('on a server: asks nobody, says what was given for this page, and leaves nothing for the next', async () => {
    const asked = stubFetch(() => json(DOCUMENT));
    shared().store.ask = () => expect.fail('asked');
    const served = { document: DOCUMENT, now: NOW };
    expect(await renderToString(vue.createSSRApp(App(served)))).to.match(/Backorder now.*December 24/);
    expect(await renderToString(vue.createSSRApp(App()))).to.equal('<div><b>Add to cart</b><p></p></div>');
    await soon();
    expect([asked.length, shared().store.followed, shared().store.product('chair')]).to.deep.equal([
      0,
      [],
      undefined,
    ]);
    shared().store.ask = undefined;
  });

  it('hydrates as the server wrote it, though the page knows better by then, and is put right after that', async () => {
    document.documentElement.lang = 'en';
    const served = { document: DOCUMENT, now: NOW };
    const place = document.createElement('main');
    place.dataset.test = '';
    place.setHTMLUnsafe(await renderToString(vue.createSSRApp(App(served))));
    document.body.append(place);
    const paragraph = place.querySelector('p');
    tell(
      told([
        {
          id: 'chair',
          variants: [{ id: 'ash', onHand: 0, restock: '2027-01-08' }],
          policy: { sell: 'backorder' },
        },
      ]),
    );
    const app = vue.createSSRApp(App(JSON.parse(JSON.stringify(served)) as object));
    app.mount(place);
    expect(paragraph?.textContent).to.contain('December 24');
    await until(() => paragraph?.textContent?.includes('January 8'));
    expect(place.querySelector('p') === paragraph, 'the server’s node').to.equal(true);
    app.unmount();
  });

  it('a served state that Vue has made reactive counts as the same', async () => {
    const served = vue.reactive({ document: DOCUMENT, now: NOW });
    const { place } = await mountVue(App(served));
    await until(() => place.textContent?.includes('Backorder now'));
    expect(shared().store.product('chair')?.variants).to.have.length(2);
  });

  it('provideOffers says it once for all inside: where they come from, what was served and the language', async () => {
    const asked = stubFetch(() => json(DOCUMENT));
    const { provideOffers } = await import('../../src/vue/use-offer.js');
    const Child = {
      setup: () => ({
        table: useOffer('table', undefined, { quantity: 5 }),
        chair: useOffer('chair', 'ash'),
      }),
      template: '<i>{{ table.words.badge }}</i> <b>{{ chair.words.badge }}</b>',
    };
    const { app, place } = await mountVue({
      components: { Child },
      setup: () => provideOffers({ endpoint: '/availability.json', language: 'de' }),
      template: '<Child />',
    });
    await until(() => place.textContent === 'Nachlieferung Nachlieferung');
    expect(asked).to.have.length(1);
    app.unmount();
    await soon();
    expect(shared().store.ask, 'nobody asks any more').to.equal(undefined);
  });
});
