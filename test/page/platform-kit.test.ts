import { expect } from '@open-wc/testing';
import { known } from '../../src/availability/read.js';
import { PlatformKit } from '../../src/page/platform-kit.js';
import { html } from '../../src/platforms/html/platform.js';
import { platform as woocommerce } from '../../src/platforms/woocommerce/platform.js';
import type { Platform, ReadJson } from '../../src/platforms/platform.js';
import { findUnits } from '../../src/page/find-units.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, put, soon, tell, until } from '../support/element-page.js';
import { productForm } from '../support/forms.js';
import { backorder, told } from '../support/told.js';

type Heard = (event: unknown, told: unknown) => void;

/** As much of jQuery as there is to see: handlers by element and type. Its events are no DOM events. */
class Stand {
  readonly handlers = new Map<Element, Map<string, Heard>>();
  readonly query = Object.assign((element: Element) => this.#wrap(element), { fn: {} });

  #wrap(element: Element): { on(type: string, heard: Heard): void; off(type: string): void } {
    const own = this.handlers.get(element) ?? new Map<string, Heard>();
    this.handlers.set(element, own);
    return {
      on: (type, heard) => own.set(type, heard),
      off: (namespace) => {
        for (const type of [...own.keys()]) if (type.endsWith(namespace)) own.delete(type);
      },
    };
  }

  trigger(element: Element, name: string, it: unknown): void {
    for (const [type, heard] of this.handlers.get(element) ?? []) {
      if (type.startsWith(`${name}.`)) heard({ type: name }, it);
    }
  }

  count(): number {
    return [...this.handlers.values()].reduce((sum, { size }) => sum + size, 0);
  }
}

const read: ReadJson = (json) => {
  const { id, onHand } = (json ?? {}) as { id?: string; onHand?: number };
  return id === undefined ? [] : [{ id, record: known({ tracked: true, onHand }) }];
};

const theirs: Platform = { ...html, name: 'theirs', jqueryEvents: { found: read } };

const page = globalThis as { jQuery?: unknown; $?: unknown };

describe('PlatformKit', () => {
  elementPage();

  let kit: PlatformKit;
  let changes = 0;
  const begin = (platform: Platform, insert = true): PlatformKit => {
    changes = 0;
    kit = new PlatformKit(
      platform,
      () => findUnits(document, platform, undefined, kit.named),
      () => (changes += 1),
      insert,
    );
    return kit;
  };
  const onHand = (name: string): number | undefined => shared().store.lookup(name, {}).record?.onHand;

  afterEach(() => {
    kit.release();
    delete page.jQuery;
    delete page.$;
  });

  it('is ready when the page’s own data have been read', async () => {
    put('<script type="application/json" class="theirs">{"id":"1","onHand":3}</script>');
    await begin({ ...theirs, data: [{ selector: '.theirs', read }] }).ready();
    // What is read till then is no change: nobody has looked at the page yet.
    expect([onHand('1'), changes]).to.deep.equal([3, 0]);
  });

  it('is ready all the same when their reader never comes', async () => {
    put('<script type="application/json" class="theirs">{}</script>');
    const never: ReadJson = () => new Promise(() => undefined);
    await begin({ ...theirs, data: [{ selector: '.theirs', read: never }] }).ready();
    expect(changes).to.equal(0);
  });

  it('is ready all the same on a page whose global throws', async () => {
    Object.defineProperty(globalThis, 'TheirData', {
      configurable: true,
      get() {
        throw new Error('a getter of the theme');
      },
    });
    await begin({ ...theirs, data: [{ global: 'TheirData', read }] }).ready();
    delete (globalThis as { TheirData?: unknown }).TheirData;
  });

  describe('jQuery', () => {
    it('D40 is heard when it is there', async () => {
      const stand = new Stand();
      page.jQuery = stand.query;
      const form = productForm('<input name="id" value="1"><button>Add</button>');
      await begin(theirs).ready();
      stand.trigger(form, 'found', { id: '1', onHand: 2 });
      await until(() => onHand('1') === 2);
    });

    it('D40 is heard when it comes late', async () => {
      const stand = new Stand();
      const form = productForm('<button>Add</button>');
      await begin(theirs).ready();
      page.$ = stand.query;
      kit.look();
      stand.trigger(form, 'found', { id: '1', onHand: 2 });
      await until(() => onHand('1') === 2);
    });

    it('D40 is not missed when it is absent', async () => {
      productForm('<button>Add</button>');
      await begin(theirs).ready();
      kit.look();
    });

    it('is asked once a form, also of forms that come later', async () => {
      const stand = new Stand();
      page.jQuery = stand.query;
      productForm('<button>Add</button>');
      await begin(theirs).ready();
      kit.look();
      productForm('<button>Add</button>');
      kit.look();
      kit.look();
      expect([stand.handlers.size, stand.count()]).to.deep.equal([2, 2]);
    });

    it('is let go of, by the one that was asked, though the name means another by then', async () => {
      const [stand, other] = [new Stand(), new Stand()];
      page.jQuery = stand.query;
      productForm('<button>Add</button>');
      await begin(theirs).ready();
      expect(stand.count()).to.equal(1);
      page.jQuery = other.query;
      kit.release();
      expect([stand.count(), other.count()]).to.deep.equal([0, 0]);
    });

    it('what it tells after the end is nobody’s business', async () => {
      const stand = new Stand();
      page.jQuery = stand.query;
      const form = productForm('<button>Add</button>');
      await begin(theirs).ready();
      const heard = [...(stand.handlers.get(form)?.values() ?? [])];
      kit.release();
      for (const it of heard) it({}, { id: '1', onHand: 2 });
      await soon();
      expect([onHand('1'), changes]).to.deep.equal([undefined, 0]);
    });

    const NOT_JQUERY: Readonly<Record<string, unknown>> = {
      'nothing at all': null,
      'a text': 'jQuery',
      'an object': { fn: {} },
      'a function without more': () => undefined,
      'a console’s $': (selector: string) => document.querySelector(selector),
      'a function that gives nothing': Object.assign(() => undefined, { fn: {} }),
      'a function that throws': Object.assign(
        () => {
          throw new Error('not jQuery');
        },
        { fn: {} },
      ),
      'one that knows no events': Object.assign(() => ({}), { fn: {} }),
      'one whose on throws': Object.assign(
        () => ({
          on() {
            throw new Error('not jQuery');
          },
          off() {
            throw new Error('not jQuery');
          },
        }),
        { fn: {} },
      ),
      'one whose off throws': Object.assign(
        () => ({
          on: () => undefined,
          off() {
            throw new Error('not jQuery');
          },
        }),
        { fn: {} },
      ),
      'a proxy that throws at all times': new Proxy(() => undefined, {
        has() {
          throw new Error('not jQuery');
        },
        get() {
          throw new Error('not jQuery');
        },
      }),
      'an element by that name': document.createElement('form'),
    };
    for (const [what, it_] of Object.entries(NOT_JQUERY)) {
      it(`${what} under its name does no harm`, async () => {
        page.jQuery = it_;
        page.$ = it_;
        productForm('<button>Add</button>');
        await begin(theirs).ready();
        kit.look();
        kit.release();
      });
    }

    it('$ is taken where jQuery is something else', async () => {
      const stand = new Stand();
      page.jQuery = {};
      page.$ = stand.query;
      productForm('<button>Add</button>');
      await begin(theirs).ready();
      expect(stand.count()).to.equal(1);
    });
  });

  describe('what no form field tells', () => {
    it('is the product in a class around the form', () => {
      const form = productForm(
        '<button>Add</button>',
        'class="cart" action="/"',
        'class="product type-product post-61 instock"',
      );
      begin(woocommerce);
      expect(kit.named(form)).to.equal('61');
      form.parentElement?.setAttribute('class', 'product type-product');
      expect(kit.named(form)).to.equal(undefined);
      form.parentElement?.removeAttribute('class');
      expect(kit.named(form)).to.equal(undefined);
    });

    it('is the option whose mark is chosen', () => {
      const form = productForm(
        `<div data-attribute="attribute_colour"><b role="radio" aria-checked="true" data-value="black"></b>
          <b role="radio" aria-checked="false" data-value="oak"></b></div>
          <b role="radio" aria-checked="true" data-value="of no option"></b>`,
      );
      begin(woocommerce);
      expect(kit.complete(form, '60', { options: { x: 'y' } })).to.deep.equal({
        options: { x: 'y', attribute_colour: 'black' },
      });
      expect(kit.complete(form, '60', { id: '601' })).to.deep.equal({ id: '601' });
    });

    const context = (told: unknown): string =>
      `data-wp-context="${(typeof told === 'string' ? told : JSON.stringify(told)).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    const pill = (told: unknown, checked = true): string =>
      `<div role="radio" aria-checked="${checked}" ${context(told)}>Pill</div>`;
    const dropdown = (told: unknown, value: string): string =>
      `<select class="wc-block-add-to-cart-with-options-variation-selector-attribute-options__dropdown" ${context(told)}>
        <option value="">Choose</option><option value="${value}" selected>${value}</option></select>`;
    const optionsIn = (markup: string): unknown => {
      const form = productForm(markup);
      const { options } = kit.complete(form, '60', { options: { '': 'of a field without a name' } });
      form.remove();
      return { ...options };
    };

    it('is the pill whose context tells the value, of the option that is told around it', () => {
      begin(woocommerce);
      const both = pill({ option: { value: 'oak' } }, false) + pill({ option: { value: 'black' } });
      expect(
        optionsIn(`<div role="radiogroup" ${context({ name: 'pa_Colour' })}>${both}</div>`),
      ).to.deep.equal({ attribute_pa_colour: 'black' });
      const named = `<div ${context({ name: 'attribute_size' })}><div ${context({ x: 1 })}>${both}</div></div>`;
      expect(optionsIn(named), 'told further out').to.deep.equal({ attribute_size: 'black' });
    });

    it('is what a dropdown’s runtime began with, though it does not show it, until the shopper has chosen', () => {
      begin(woocommerce);
      const form = productForm(
        `<select class="wc-block-add-to-cart-with-options-variation-selector-attribute-options__dropdown" ${context(
          { name: 'pa_colour', selectedValue: 'black' },
        )}><option value="">Choose</option><option value="oak">Oak</option><option value="black">Black</option></select>`,
      );
      const chosen = (): unknown =>
        kit.complete(form, '60', { options: {} }).options?.['attribute_pa_colour'];
      expect(chosen()).to.equal('black');
      const select = form.querySelector('select')!;
      for (const value of ['oak', '']) {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        expect(chosen()).to.equal(value);
      }
      form.remove();
    });

    it('is each of two dropdowns without a name of their own, and nothing under no name', () => {
      begin(woocommerce);
      const both = dropdown({ name: 'pa_seat' }, 'oak') + dropdown({ name: 'Legs' }, 'black');
      expect(optionsIn(both)).to.deep.equal({ attribute_pa_seat: 'oak', attribute_legs: 'black' });
    });

    it('is nothing where the context is no such thing', () => {
      begin(woocommerce);
      const good = { option: { value: 'black' } };
      const names: readonly unknown[] = [
        ...['', '{', 'null', '[]', '"name"', '{"name":{}}', '{"name":null}', '{"name":""}'],
        { name: 'x'.repeat(300) },
        { name: 'pa_colour', more: 'x'.repeat(200_000) },
        '['.repeat(50_000),
      ];
      for (const name of names)
        expect(
          optionsIn(`<div ${context(name)}>${pill(good)}</div>`),
          String(name).slice(0, 40),
        ).to.deep.equal({});
      // The form's own context names no option.
      const form = productForm(pill(good));
      form.dataset['wpContext'] = JSON.stringify({ name: 'pa_colour' });
      expect({ ...kit.complete(form, '60', {}).options }).to.deep.equal({});
      form.remove();
      const values: readonly unknown[] = [
        '',
        '{',
        'null',
        { option: null },
        { option: 'x' },
        { option: { value: {} } },
      ];
      for (const value of values)
        expect(optionsIn(`<div ${context({ name: 'a' })}>${pill(value)}</div>`)).to.deep.equal({
          attribute_a: '',
        });
      expect(optionsIn(`<div ${context('{"name":"__proto__"}')}>${pill(good)}</div>`)).to.deep.equal({
        attribute___proto__: 'black',
      });
    });

    it('the indicator of the block form says a backorder too: no badge repeats it', () => {
      const product = put(
        '<div><div class="wc-block-components-product-stock-indicator wc-block-components-product-stock-indicator--available-on-backorder">Available on backorder</div></div>',
      );
      begin(woocommerce);
      expect(kit.saysItself(product)).to.equal(true);
    });

    it('is the shop’s own word on a backorder, as long as it can be seen', () => {
      const product = put('<div><p class="stock available-on-backorder"> </p></div>');
      begin(woocommerce);
      const words = product.firstElementChild as HTMLElement;
      expect(kit.saysItself(product), 'empty').to.equal(false);
      words.textContent = 'Available on backorder';
      expect(kit.saysItself(product)).to.equal(true);
      words.style.display = 'none';
      expect(kit.saysItself(product), 'hidden').to.equal(false);
    });
  });

  const CARD = { selector: '.theirs', attribute: 'data-x', pattern: /(.+)/ };

  it('told to be manual it puts nothing on cards', async () => {
    tell(told([backorder('lamp')]));
    put('<div class="theirs" data-x="lamp"><h3>Lamp</h3></div>');
    await begin({ ...theirs, card: CARD }, false).ready();
    expect(document.querySelector('[data-backorder-listed]')).to.equal(null);
  });

  it('released, everything is the theme’s again, and it looks at nothing more', async () => {
    tell(told([backorder('lamp')]));
    const card = put('<div class="theirs" data-x="lamp"><h3>Lamp</h3></div>');
    const before = card.outerHTML;
    await begin({ ...theirs, card: CARD }).ready();
    expect(card.outerHTML).not.to.equal(before);
    kit.release();
    expect(card.outerHTML).to.equal(before);
    kit.look();
    kit.release();
    expect(card.outerHTML).to.equal(before);
    expect(shared().store.followed).to.deep.equal([]);
  });

  it('released before it was ready, it puts nothing in', async () => {
    tell(told([backorder('lamp')]));
    put('<script type="application/json" class="data">{"id":"lamp","onHand":0}</script>');
    const card = put('<div class="theirs" data-x="lamp"><h3>Lamp</h3></div>');
    const before = card.outerHTML;
    const ready = begin({ ...theirs, card: CARD, data: [{ selector: '.data', read }] }).ready();
    kit.release();
    await ready;
    expect([card.outerHTML, changes]).to.deep.equal([before, 0]);
  });
});
