// What custom-elements-everywhere asks of a framework, asked of Vue 3 with our own tags: attributes, properties, objects, events in any
// case, slots, conditional rendering and moves; and that nothing of ours stays behind.
import { expect } from '@open-wc/testing';
import type * as Vue from 'vue';
import '../../src/define.js';
import type { BackorderBadge } from '../../src/elements/backorder-badge/backorder-badge.js';
import { EtaNotice } from '../../src/elements/eta-notice/eta-notice.js';
import type { NotifyMeForm } from '../../src/elements/notify-me-form/notify-me-form.js';
import type { PreorderButton } from '../../src/elements/preorder-button/preorder-button.js';
import type { ProductAvailability } from '../../src/elements/product-availability/product-availability.js';
import type { AddRequest } from '../../src/outbox/cart-adapter.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, seen, SIX, sixProducts, tell, until } from '../support/element-page.js';
import { loadVue, mountVue, unmountAll, type Mounted } from '../support/vue.js';

describe('D34 our tags in a Vue 3 template', () => {
  let vue: typeof Vue;
  elementPage();
  before(async () => {
    vue = await loadVue();
  });
  after(() => Reflect.deleteProperty(globalThis, 'process'));
  beforeEach(() => tell(sixProducts()));
  afterEach(() => {
    unmountAll();
    expect(shared().store.followed, 'nobody is left who follows').to.deep.equal([]);
  });

  /** A component of a template and of what it binds. */
  const show = (template: string, given: Record<string, unknown> = {}): Promise<Mounted> =>
    mountVue({ template, setup: () => given });

  it('attributes: text, numbers and flags, written and bound, arrive and change', async () => {
    const product = vue.ref('backorder');
    const compact = vue.ref(false);
    const { find } = await show(
      `<backorder-badge :product="product" quantity="3" lang="de"></backorder-badge>
       <preorder-button product="preorder" form="buy"></preorder-button>
       <notify-me-form product="sold-out" :compact="compact"></notify-me-form>`,
      { product, compact },
    );
    const badge = find<BackorderBadge>('backorder-badge');
    await until(() => seen(badge) === 'Nachlieferung');
    expect([badge.product, badge.quantity]).to.deep.equal(['backorder', 3]);
    expect(find<PreorderButton>('preorder-button').form).to.equal('buy');
    product.value = 'sold-out';
    await until(() => badge.getAttribute('state') === 'sold-out');
    const form = find<NotifyMeForm>('notify-me-form');
    expect(form.compact).to.equal(false);
    compact.value = true;
    await until(() => form.compact === true);
    product.value = undefined as unknown as string;
    await until(() => badge.product === undefined && seen(badge) === '');
  });

  it('properties: objects and functions are set as they are, not as text, and can be taken back', async () => {
    const record = vue.shallowRef<object | undefined>(SIX.backorder.record);
    const adapter = { add: () => Promise.resolve() };
    const { find } = await show(
      `<eta-notice :record="record" :policy="policy"></eta-notice>
       <preorder-button product="backorder" :adapter="adapter"></preorder-button>`,
      { record, policy: SIX.backorder.policy, adapter: vue.markRaw(adapter) },
    );
    const notice = find<EtaNotice>('eta-notice');
    await until(() => seen(notice).includes('12 December'));
    expect(notice.record?.onHand).to.equal(0);
    expect([...notice.attributes].map(({ value }) => value).join()).not.to.contain('[object');
    expect(find<PreorderButton>('preorder-button').adapter === adapter).to.equal(true);
    record.value = { onHand: 0, restock: '2026-12-24' };
    await until(() => seen(notice).includes('24 December'));
    record.value = undefined;
    await until(() => seen(notice) === '');
  });

  it('properties from a reactive object are read through Vue’s proxy', async () => {
    const state = vue.reactive({ record: { onHand: 0, restock: '2026-12-12' } });
    const { find } = await show('<eta-notice :record="state.record" :policy="policy"></eta-notice>', {
      state,
      policy: SIX.backorder.policy,
    });
    await until(() => seen(find('eta-notice')).includes('12 December'));
  });

  it('D35 properties before the tag is defined: kept with .prop until it is', async () => {
    const { find } = await show(
      '<late-notice product="x" :quantity.prop="2" :record.prop="record" :policy.prop="policy"></late-notice>',
      SIX.backorder,
    );
    const notice = find<EtaNotice>('late-notice');
    expect(seen(notice)).to.equal('');
    customElements.define('late-notice', class LateNotice extends EtaNotice {});
    await until(() => seen(notice).includes('12 December'));
    expect(notice.quantity).to.equal(2);
  });

  it('events: heard in every way that Vue has of writing them, with their detail, once, and prevented', async () => {
    const heard: string[] = [];
    const requests: AddRequest[] = [];
    const note = (name: string) => (event: Event & { readonly request: AddRequest }) => {
      heard.push(name);
      requests.push(event.request);
    };
    const adapter = vue.markRaw({ add: () => Promise.resolve() });
    const { find } = await show(
      `<div @backorder-add-request="bubbled">
         <preorder-button :adapter="adapter" id="kebab" product="backorder" quantity="2" @backorder-add-request="kebab"></preorder-button>
         <preorder-button :adapter="adapter" id="object" product="backorder" quantity="2" v-on="{ 'backorder-add-request': object }"></preorder-button>
         <component :is="Drawn" />
         <preorder-button :adapter="adapter" id="own" product="preorder" @backorder-add-request.prevent.once="own"></preorder-button>
         <preorder-button :adapter="adapter" id="sold" product="backorder" @backorder-added.once="added"></preorder-button>
       </div>`,
      {
        adapter,
        ...Object.fromEntries(
          ['kebab', 'object', 'bubbled', 'own', 'added'].map((name) => [name, note(name)]),
        ),
        Drawn: () =>
          vue.h('preorder-button', {
            id: 'drawn',
            adapter,
            product: 'backorder',
            quantity: 2,
            onBackorderAddRequest: note('drawn'),
          }),
      },
    );
    const press = async (id: string): Promise<void> => {
      const button = find(`#${id}`);
      await until(() => button.shadowRoot?.querySelector('button'));
      button.shadowRoot?.querySelector('button')?.click();
    };
    for (const id of ['kebab', 'object', 'drawn']) {
      await press(id);
      expect(heard.splice(0)).to.deep.equal([id, 'bubbled']);
      expect(requests.pop()).to.deep.include({ product: 'backorder', quantity: 2 });
    }
    await press('own');
    await press('own');
    expect(heard.splice(0)).to.deep.equal(['own', 'bubbled', 'bubbled']);
    await press('sold');
    await until(() => heard.includes('added'));
    expect(heard).to.deep.equal(['bubbled', 'added']);
  });

  it('slots: the shop’s own button and words go in, change, come and go', async () => {
    const label = vue.ref('Add to cart');
    const own = vue.ref(true);
    const { find } = await show(
      `<product-availability product="in-stock"><eta-notice><span slot="in-stock">{{ label }} today</span></eta-notice></product-availability>
       <preorder-button product="in-stock"><button v-if="own">{{ label }}</button></preorder-button>`,
      { label, own },
    );
    const notice = find('eta-notice');
    const button = find('preorder-button');
    await until(() => seen(notice) === 'Add to cart today');
    expect(seen(button)).to.equal('Add to cart');
    label.value = 'Buy';
    await until(() => seen(notice) === 'Buy today' && seen(button) === 'Buy');
    own.value = false;
    await until(() => button.shadowRoot?.querySelector('button'));
    own.value = true;
    await until(() => button.querySelector('button') && !button.shadowRoot?.querySelector('button'));
    expect(seen(button)).to.equal('Buy');
  });

  it('a label that Vue writes while ours is on the button is not lost: it is back once the product is in stock', async () => {
    const label = vue.ref('Add to cart');
    const product = vue.ref('backorder');
    const { find } = await show(
      '<preorder-button :product="product"><button>{{ label }}</button></preorder-button>',
      { label, product },
    );
    const button = find('preorder-button');
    await until(() => seen(button) === 'Backorder now');
    label.value = 'In den Warenkorb';
    await vue.nextTick();
    await until(() => seen(button) === 'Backorder now');
    product.value = 'in-stock';
    await until(() => seen(button) === 'In den Warenkorb');
  });

  it('conditional rendering: v-if makes it anew, v-show keeps it, and an element that stays is the same', async () => {
    const there = vue.ref(true);
    const seenNow = vue.ref(true);
    const { find, place } = await show(
      `<product-availability product="backorder">
         <backorder-badge v-if="there"></backorder-badge><p v-else>None</p>
         <eta-notice v-show="seenNow"></eta-notice>
       </product-availability>`,
      { there, seenNow },
    );
    const notice = find('eta-notice');
    await until(() => seen(find('backorder-badge')) === 'Backorder' && seen(notice).includes('12 December'));
    there.value = false;
    seenNow.value = false;
    await vue.nextTick();
    expect(place.querySelector('backorder-badge')).to.equal(null);
    expect(getComputedStyle(notice).display).to.equal('none');
    there.value = true;
    seenNow.value = true;
    await until(() => seen(place.querySelector('backorder-badge')) === 'Backorder');
    expect(find('eta-notice') === notice, 'the same').to.equal(true);
    expect(getComputedStyle(notice).display).not.to.equal('none');
  });

  it('moves: a list that is put in another order keeps each tag, its node and its words', async () => {
    const products = vue.ref(['backorder', 'preorder', 'sold-out', 'coming-soon']);
    const { place } = await show(
      '<ul><li v-for="it in products" :key="it" :id="it"><backorder-badge :product="it"></backorder-badge></li></ul>',
      { products },
    );
    const badges = (): BackorderBadge[] => [...place.querySelectorAll<BackorderBadge>('backorder-badge')];
    await until(() => badges().every((it) => seen(it)));
    const before = new Map(badges().map((it) => [it.product, [it, seen(it)]]));
    products.value = ['coming-soon', 'sold-out', 'backorder', 'preorder'];
    await vue.nextTick();
    await Promise.all(badges().map((it) => it.updateComplete));
    expect(badges().map((it) => it.product)).to.deep.equal(products.value);
    for (const it of badges()) expect([it, seen(it)]).to.deep.equal(before.get(it.product));
    products.value = ['sold-out'];
    await vue.nextTick();
    expect(shared().store.followed).to.deep.equal(['sold-out']);
  });

  it('one tag told of another product, as a router reuses a page, says nothing of the one before', async () => {
    const product = vue.ref('backorder');
    const { find } = await show(
      `<product-availability :product="product"><backorder-badge></backorder-badge><eta-notice></eta-notice></product-availability>`,
      { product },
    );
    await until(() => seen(find('eta-notice')).includes('12 December'));
    product.value = 'in-stock';
    await until(() => find<ProductAvailability>('product-availability').offer.state === 'in-stock');
    await until(() => seen(find('eta-notice')) === '' && seen(find('backorder-badge')) === '');
    expect(shared().store.followed).to.deep.equal(['in-stock']);
  });

  it('keep-alive and teleport: put aside it follows nothing, back again it is right, and moved it is the same node', async () => {
    const shown = vue.ref(true);
    const moved = vue.ref(false);
    const drawer = document.createElement('aside');
    document.body.append(drawer);
    const Product = {
      name: 'Product',
      template:
        '<section><product-availability product="backorder"><backorder-badge></backorder-badge></product-availability></section>',
    };
    const { find, place } = await mountVue({
      components: { Product },
      template:
        '<Teleport :to="drawer" :disabled="!moved"><KeepAlive><Product v-if="shown" /></KeepAlive></Teleport>',
      setup: () => ({ shown, moved, drawer }),
    });
    const badge = find('backorder-badge');
    await until(() => seen(badge) === 'Backorder');
    shown.value = false;
    await vue.nextTick();
    expect(place.querySelector('backorder-badge')).to.equal(null);
    expect(shared().store.followed, 'put aside').to.deep.equal([]);
    tell(sixProducts({ messages: { en: { 'badge.backorder': 'Later' } } }));
    shown.value = true;
    await until(() => seen(badge) === 'Later');
    expect(find('backorder-badge') === badge, 'the same').to.equal(true);
    moved.value = true;
    await vue.nextTick();
    expect(drawer.querySelector('backorder-badge') === badge, 'moved').to.equal(true);
    await until(() => seen(badge) === 'Later');
    drawer.remove();
  });
});
