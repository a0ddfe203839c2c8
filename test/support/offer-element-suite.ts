import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { STATES, type State } from '../../src/availability/state.js';
import type { OfferElement } from '../../src/elements/shared/offer-element.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, put, seen, SIX, sixProducts, soon, tell, until } from './element-page.js';
import { HOSTILE } from './hostile.js';
import { backorder, inStock, told } from './told.js';

/** What an element shows of a product in each state; nothing in those that are left out. */
export interface Shows {
  readonly tag: string;
  readonly seen: Readonly<Partial<Record<State, string>>>;
  readonly inGerman: string;
  /** Attributes of this element that are not every element's. */
  readonly attributes?: readonly string[];
  /** A message of the backorder state that it shows, for the merchant to replace. */
  readonly message: string;
  /** A state that it has something to show in, where it shows nothing of a backorder. */
  readonly state?: State;
  /** It draws something in every state. */
  readonly always?: true;
}

/** Whether an element has not been drawn. Not by chai: it would describe the whole tree of one that has. */
const isInert = (element: Element): boolean => element.shadowRoot === null;

const GROUNDS = 'background: Canvas; color: CanvasText; padding: 8px';

/** What all our elements have in common, tested for one of them. */
export function offerElementSuite(it_: Shows): void {
  const { tag, state: shown = 'backorder' } = it_;
  const text = it_.seen[shown] as string;
  const make = (attributes = ''): OfferElement => put(`<${tag} ${attributes}></${tag}>`);
  const first = (root: ParentNode): OfferElement => root.querySelector<OfferElement>(tag) as OfferElement;
  const told1 = (state: State): object => ({ id: 'a', ...SIX[state].record, policy: SIX[state].policy });
  const tell1 = (state: State, more: object = {}): void =>
    tell(told([told1(state)], { signUp: { url: '/sign-ups', privacyUrl: '/privacy' }, ...more }));

  describe(`<${tag}> as one of ours`, () => {
    elementPage();

    describe('is told what it is about', () => {
      it('by nothing: with only its tag it stays as it was parsed', async () => {
        const element = make();
        await element.updateComplete;
        await soon();
        expect(isInert(element)).to.equal(true);
        expect(element.outerHTML).to.equal(`<${tag}></${tag}>`);
        expect(element.offer).to.equal(undefined);
      });

      it('by its product attribute, alone', async () => {
        tell(sixProducts());
        const element = make(`product="${shown}"`);
        await until(() => seen(element) === text);
        expect(element.offer?.state).to.equal(shown);
        expect(element.getAttribute('state')).to.equal(shown);
      });

      it('by the provider that it stands in', async () => {
        tell(sixProducts());
        const provider = put(
          `<product-availability product="${shown}"><p><${tag}></${tag}></p></product-availability>`,
        );
        await until(() => seen(first(provider)) === text);
        provider.setAttribute('product', 'in-stock');
        await until(() => seen(first(provider)) === (it_.seen['in-stock'] ?? ''));
      });

      it('by the nearest of two providers', async () => {
        tell(sixProducts());
        const outer = put(
          `<product-availability product="in-stock"><product-availability product="${shown}"><${tag}></${tag}></product-availability></product-availability>`,
        );
        await until(() => seen(first(outer)) === text);
      });

      it('by the id of a provider elsewhere in the page, also one that comes later', async () => {
        tell(sixProducts());
        const element = make('for="other"');
        await soon();
        expect(isInert(element)).to.equal(true);
        put(`<product-availability id="other" product="${shown}"></product-availability>`);
        await until(() => seen(element) === text);
        element.setAttribute('for', 'nobody');
        await until(() => seen(element) === '');
        expect(element.hasAttribute('state')).to.equal(false);
      });

      it('by the id of anything in a product', async () => {
        tell(sixProducts());
        put(`<product-availability product="${shown}"><h1 id="title">Table</h1></product-availability>`);
        const element = make('for="title"');
        await until(() => seen(element) === text);
      });

      it('by a record and a policy as properties', async () => {
        tell(sixProducts());
        const element = make();
        element.record = SIX[shown].record;
        element.policy = SIX[shown].policy;
        await until(() => seen(element) === text);
        element.record = SIX['in-stock'].record;
        await until(() => seen(element) === (it_.seen['in-stock'] ?? ''));
        expect(element.record?.onHand).to.equal(5);
      });

      it('D35 by properties that were set before it was defined', async () => {
        tell(sixProducts());
        const late = `late-${tag}`;
        const element = document.createElement(late) as OfferElement;
        Object.assign(element, { product: shown, quantity: 1, variant: undefined });
        put('<p></p>').append(element);
        const Base = customElements.get(tag) as CustomElementConstructor;
        customElements.define(late, class extends Base {});
        await until(() => seen(element) === text);
        expect(element.product).to.equal(shown);
        // What is set later still counts.
        element.product = 'in-stock';
        await until(() => seen(element) === (it_.seen['in-stock'] ?? ''));
      });

      it('by a provider that is defined later', async () => {
        tell(sixProducts());
        const late = `late-provider-of-${tag}`;
        const element = first(
          put(`<${late} product="${shown}"><${tag}></${tag}></${late}>`).parentElement as Element,
        );
        await soon();
        expect(isInert(element)).to.equal(true);
        const Base = customElements.get('product-availability') as CustomElementConstructor;
        customElements.define(late, class extends Base {});
        await until(() => seen(element) === text);
      });

      it('by a provider that it is moved into, and no longer when it is moved out', async () => {
        tell(sixProducts());
        const element = make();
        const provider = put(`<product-availability product="${shown}"></product-availability>`);
        provider.append(element);
        await until(() => seen(element) === text);
        provider.after(element);
        await until(() => seen(element) === '');
      });

      it('not by what comes before its provider is gone: then it shows nothing of it', async () => {
        tell(sixProducts());
        const provider = put(`<product-availability id="p" product="${shown}"></product-availability>`);
        const element = make('for="p"');
        await until(() => seen(element) === text);
        provider.remove();
        await until(() => seen(element) === '');
      });
    });

    describe('follows', () => {
      it('what the source tells later, and what it takes back', async () => {
        const element = make('product="a"');
        await soon();
        expect(isInert(element)).to.equal(!it_.always);
        tell1(shown);
        await until(() => seen(element) === text);
        tell(told([inStock('a')]));
        await until(() => seen(element) === (it_.seen['in-stock'] ?? ''));
        expect(element.getAttribute('state')).to.equal('in-stock');
      });

      it('T25 its own language, live', async () => {
        tell(sixProducts());
        const element = make(`product="${shown}"`);
        await until(() => seen(element) === text);
        element.lang = 'de';
        await until(() => seen(element).includes(it_.inGerman));
        element.lang = '';
        await until(() => seen(element) === text);
      });

      it('T25 the language of the page, live', async () => {
        tell(sixProducts());
        const element = make(`product="${shown}"`);
        await until(() => seen(element) === text);
        document.documentElement.lang = 'de';
        await until(() => seen(element).includes(it_.inGerman));
      });

      it('T22 the nearest language of the place, and says so where it differs', async () => {
        tell(sixProducts());
        const element = first(put(`<div lang="de"><${tag} product="${shown}"></${tag}></div>`));
        await until(() => seen(element).includes(it_.inGerman));
        const langs = [...(element.shadowRoot?.querySelectorAll('[lang]') ?? [])].map((it) =>
          it.getAttribute('lang'),
        );
        expect(langs).to.include('de');
      });

      it('T21 English where it does not speak the language, and says that it is English', async () => {
        tell(sixProducts());
        const element = first(put(`<div lang="ga"><${tag} product="${shown}"></${tag}></div>`));
        await until(() => seen(element) !== '');
        const langs = [...(element.shadowRoot?.querySelectorAll('[lang]') ?? [])].map((it) =>
          it.getAttribute('lang'),
        );
        expect(langs).to.include('en');
      });

      it('the merchant’s wording, also one that comes later', async () => {
        tell1(shown);
        const element = make('product="a"');
        await until(() => seen(element) === text);
        tell1(shown, { messages: { en: { [it_.message]: 'The merchant’s own words' } } });
        await until(() => seen(element).includes('The merchant’s own words'));
      });

      it('K22 the switch: off, it shows what the page’s author wrote', async () => {
        tell1(shown);
        const element: OfferElement = put(`<${tag} product="a">Ask us</${tag}>`);
        await until(() => seen(element).includes(text));
        tell1(shown, { disabled: true });
        await until(() => seen(element).includes('Ask us') && !seen(element).includes(text));
      });
    });

    if (!it_.always) {
      describe('leaves alone what is in stock or unknown', () => {
        it('in stock it has no shadow root, no state and no child of ours', async () => {
          tell(sixProducts());
          const element = make('product="in-stock"');
          await element.updateComplete;
          await soon();
          expect(isInert(element)).to.equal(true);
          expect(element.outerHTML).to.equal(`<${tag} product="in-stock"></${tag}>`);
        });

        it('unknown, it shows what stands inside, untouched', async () => {
          tell(sixProducts());
          const element = put<OfferElement>(
            `<${tag} product="unknown"><a href="/contact">Ask us</a></${tag}>`,
          );
          await soon();
          expect(isInert(element)).to.equal(true);
          expect(seen(element)).to.equal('Ask us');
        });

        it('what stands inside goes when the product is in stock', async () => {
          const element = put<OfferElement>(`<${tag} product="a"><a href="/contact">Ask us</a></${tag}>`);
          await soon();
          expect(seen(element)).to.equal('Ask us');
          tell1('in-stock');
          await until(() => seen(element) === '');
          tell(told([{ id: 'a' }]));
          await until(() => seen(element) === 'Ask us');
        });
      });
    }

    describe('in each state', () => {
      for (const state of STATES) {
        it(`${state}: shows what it should`, async () => {
          tell(sixProducts());
          const element = make(`product="${state}"`);
          const wanted = it_.seen[state] ?? '';
          await until(() => seen(element) === wanted, `${wanted} instead of ${seen(element)}`);
        });

        for (const [scheme, style] of [
          ['light', `color-scheme: light; ${GROUNDS}`],
          ['dark', `color-scheme: dark; ${GROUNDS}`],
        ] as const) {
          for (const [direction, attributes] of [
            ['left to right', 'lang="en-GB"'],
            ['right to left', 'lang="ar" dir="rtl"'],
          ] as const) {
            it(`A01 ${state}: passes the audit, ${scheme}, ${direction}`, async () => {
              tell(sixProducts());
              const ground = put(
                `<div ${attributes} style="${style}"><${tag} product="${state}"></${tag}></div>`,
              );
              if (it_.seen[state]) await until(() => seen(first(ground)) !== '');
              await expect(ground).to.be.accessible();
            });
          }
        }
      }
    });

    describe('stops', () => {
      it('D11 when it is removed: nobody is followed any more', async () => {
        tell1(shown);
        const element = make('product="a"');
        await until(() => seen(element) === text);
        expect(shared().store.followed).to.deep.equal(['a']);
        element.remove();
        expect(shared().store.followed).to.deep.equal([]);
        tell(told([inStock('a')]));
        await soon();
        expect(element.getAttribute('state')).to.equal(shown);
      });

      it('D18 not when it is only moved: what it shows stays, and nothing is asked again', async () => {
        const asked: string[] = [];
        shared().store.ask = (references) => asked.push(...references);
        const element = make('product="a"');
        tell1(shown);
        await until(() => seen(element) === text);
        put('<section></section>').append(element);
        await soon();
        expect(seen(element)).to.equal(text);
        expect(shared().store.followed).to.deep.equal(['a']);
        expect(asked).to.deep.equal(['a']);
        tell(told([inStock('a')]));
        await until(() => seen(element) === (it_.seen['in-stock'] ?? ''));
      });

      it('and goes on when it is put back', async () => {
        tell1('in-stock');
        const element = make('product="a"');
        const place = element.parentElement as Element;
        element.remove();
        tell1(shown);
        place.append(element);
        await until(() => seen(element) === text);
      });
    });

    it('D19 a clone is an element of its own', async () => {
      tell(sixProducts());
      const element = make(`product="${shown}"`);
      await until(() => seen(element) === text);
      const clone = element.cloneNode(true) as OfferElement;
      element.after(clone);
      await until(() => seen(clone) === text);
      clone.setAttribute('product', 'in-stock');
      await until(() => seen(clone) === (it_.seen['in-stock'] ?? ''));
      expect(seen(element)).to.equal(text);
      const ids = [...document.querySelectorAll('main [id]')].map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
    });

    it('D10 a copy of its serialised markup shows everything once', async () => {
      tell(sixProducts());
      const element = make(`product="${shown}"`);
      await until(() => seen(element) === text);
      const copy = put<OfferElement>(element.outerHTML);
      await until(() => seen(copy) === text);
    });

    it('D17 a state that a morphing library takes off or writes over is there again', async () => {
      tell(sixProducts());
      const element = make(`product="${shown}"`);
      await until(() => seen(element) === text);
      element.removeAttribute('state');
      expect(element.getAttribute('state')).to.equal(shown);
      element.setAttribute('state', 'in-stock');
      expect(element.getAttribute('state')).to.equal(shown);
      await until(() => seen(element) === text);
      element.product = 'in-stock';
      await until(() => element.getAttribute('state') === 'in-stock');
    });

    it('D36 goes on after a translator has wrapped its texts', async () => {
      tell(sixProducts());
      const element = make(`product="${shown}"`);
      await until(() => seen(element) === text);
      const texts = document.createTreeWalker(element.shadowRoot as Node, NodeFilter.SHOW_TEXT);
      const all: Text[] = [];
      while (texts.nextNode())
        if ((texts.currentNode as Text).data.trim()) all.push(texts.currentNode as Text);
      for (const node of all) {
        const font = document.createElement('font');
        node.replaceWith(font);
        font.append(`[${node.data}]`);
      }
      element.setAttribute('product', 'in-stock');
      await soon();
      element.setAttribute('product', shown);
      await until(() => seen(element).includes(text));
    });

    describe('H30 hostile attributes', () => {
      const names = [
        'product',
        'variant',
        'quantity',
        'for',
        'lang',
        'state',
        'id',
        ...(it_.attributes ?? []),
      ];
      for (const name of names) {
        it(`${name}: whatever it is set to, nothing runs and nothing breaks`, async () => {
          Object.assign(globalThis, { canary: () => reached.push(name) });
          const reached: string[] = [];
          const { store } = shared();
          const asked: string[] = [];
          store.ask = (references) => asked.push(...references);
          tell(sixProducts());
          for (const value of HOSTILE) {
            const element = make(`product="${shown}"`);
            element.setAttribute(name, value);
            await element.updateComplete;
            element.removeAttribute(name);
            element.remove();
            const early = document.createElement(tag);
            early.setAttribute('product', shown);
            early.setAttribute(name, value);
            put('<p></p>').append(early);
            await soon();
            const root = early.shadowRoot ?? early;
            expect(root.querySelector('script, img, iframe, object, svg'), value.slice(0, 40)).to.equal(null);
            for (const link of root.querySelectorAll('a')) expect(link.protocol).to.match(/^https?:$/);
            early.remove();
          }
          expect(reached).to.deep.equal([]);
          expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
          delete (globalThis as { canary?: unknown }).canary;
        });
      }

      it('hostile properties are values that are not told', async () => {
        tell(sixProducts());
        for (const odd of [
          ...HOSTILE,
          {},
          [],
          NaN,
          Symbol.iterator,
          1n,
          () => 1,
          Object.create(null),
          document,
        ]) {
          const element = make();
          for (const name of ['product', 'variant', 'quantity'])
            Object.assign(element, { [name]: odd as unknown });
          await element.updateComplete;
          expect(Number.isSafeInteger(element.quantity ?? 1)).to.equal(true);
          expect(element.quantity ?? 1).to.be.above(0);
          element.remove();
        }
      });

      it('a record that is none is nothing known, said in one warning', async () => {
        const { warned } = await import('./quiet.js');
        const element = make();
        for (const odd of HOSTILE) element.record = odd;
        element.policy = 5;
        await element.updateComplete;
        expect(element.offer?.state).to.equal('unknown');
        expect((await warned(2)).map((it) => it.replace(/:.*/s, ''))).to.deep.equal([
          '[backorder-elements] bad-field',
          '[backorder-elements] bad-field',
        ]);
      });
    });

    it('a thousand of them in stock cost next to nothing', async () => {
      tell(told([inStock('a'), backorder('b')]));
      const html = `<${tag} product="a">${it_.always ? '<button>Add</button>' : ''}</${tag}>`.repeat(1000);
      const began = performance.now();
      const place = put(`<section>${html}</section>`);
      await soon();
      // Some tens of milliseconds; the bound is for slow machines that do other things as well.
      expect(performance.now() - began).to.be.below(1500);
      expect(isInert(first(place))).to.equal(true);
      expect(shared().store.followed).to.deep.equal(['a']);
    });
  });
}
