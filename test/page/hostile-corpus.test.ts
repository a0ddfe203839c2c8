// Every string of the corpus, in what the script puts into a theme's page without any of our elements' code.
import { expect } from '@open-wc/testing';
import { parseDocument } from '../../src/availability/document.js';
import { ButtonLabel } from '../../src/elements/shared/button-label.js';
import { messages } from '../../src/messages/en.js';
import { removeLineFields, setLineFields } from '../../src/outbox/line-fields.js';
import { PlainTag } from '../../src/page/plain-tag.js';
import { corpusTexts } from '../fixtures/hostile/corpus.js';
import { elementPage, put, sixProducts, tell, until } from '../support/element-page.js';
import { productForm, removeForms } from '../support/forms.js';
import { shapeOf, turn, watchWindow, type HostileWatch } from '../support/hostile-watch.js';

const BUTTON =
  '<button aria-label="Add to cart, Lamp"><svg></svg><span class="label">Add to cart</span> <b class="price">€5.00</b></button>';

const short = (text: string): string => JSON.stringify(text.slice(0, 60));

describe('H01 the corpus in a theme’s page', () => {
  elementPage();

  let watch: HostileWatch;
  beforeEach(() => (watch = watchWindow(window)));
  afterEach(() => {
    removeForms();
    expect(watch.seen).to.deep.equal([]);
    watch.stop();
  });

  it('H01 H03 as every message of the tags that are drawn plain: text, or the shipped words', async () => {
    tell(sixProducts());
    const place = put('<div hidden></div>');
    const tags = ['backorder-badge', 'eta-notice', 'notify-me-form'].flatMap((name) =>
      ['backorder', 'sold-out', 'coming-soon'].map((product) => {
        const element = document.createElement(name);
        element.setAttribute('product', product);
        element.toggleAttribute('compact', true);
        place.append(element);
        const tag = new PlainTag(element, (act) => act());
        tag.sync();
        return tag;
      }),
    );
    const shapes = new Map<HTMLElement, Set<string>>();
    const badge = tags[0]?.element;
    const controls = ['harmless', '', 'x'.repeat(501)];
    for (const [index, text] of [...controls, ...corpusTexts].entries()) {
      const isControl = index < controls.length;
      const own = Object.fromEntries(Object.keys(messages).map((name) => [name, text]));
      const result = parseDocument({
        ...{ version: 1, messages: { en: own }, signUp: { url: '/sign-ups' } },
        products: [
          { id: 'backorder', onHand: 0, restock: '2026-12-12', policy: { sell: 'backorder' } },
          { id: 'sold-out', onHand: 0 },
          { id: 'coming-soon', status: 'coming-soon', release: '2027-02' },
        ],
      });
      if (result.ok) tell(result.value);
      // What says a merchant's own words is fetched the first time.
      if (index === 0) await until(() => badge?.textContent.trim() === text);
      for (let times = isControl ? 40 : 2; times > 0; times -= 1) await turn();
      for (const { element } of tags) {
        const known = shapes.get(element) ?? new Set();
        shapes.set(element, known);
        const shape = shapeOf(element);
        if (isControl) known.add(shape);
        else if (!known.has(shape))
          expect.fail(`${short(text)} made ${shape}, not ${[...known].join(' or ')}`);
      }
      expect(badge?.textContent.trim(), short(text)).to.equal(text.length <= 500 ? text.trim() : 'Backorder');
    }
    for (const tag of tags) tag.release();
  });

  it('H01 in every attribute of a tag that is drawn plain', async () => {
    tell(sixProducts());
    const names = ['product', 'variant', 'quantity', 'for', 'lang', 'dir', 'class', 'id', 'title', 'state'];
    const place = put('<div hidden></div>');
    const tags = names.map((name) => {
      const element = document.createElement('backorder-badge');
      if (name !== 'product') element.setAttribute('product', 'backorder');
      place.append(element);
      return [new PlainTag(element, (act) => act()), name] as const;
    });
    const allowed = tags.map(() => new Set<string>());
    for (const [index, text] of ['harmless', '5', 'de', '', ...corpusTexts].entries()) {
      for (const [tag, name] of tags) {
        tag.element.setAttribute(name, text);
        tag.sync();
      }
      for (let times = index < 4 ? 40 : 2; times > 0; times -= 1) await turn();
      for (const [at, [{ element }, name]] of tags.entries()) {
        const shape = shapeOf(element);
        if (index < 4) allowed[at]?.add(shape);
        else expect(allowed[at]?.has(shape), `${name}: ${short(text)} made ${shape}`).to.equal(true);
      }
    }
    for (const [tag] of tags) tag.release();
  });

  it('H01 on a theme’s button: its words alone become others, and it gets its own back', () => {
    const button = put<HTMLButtonElement>(BUTTON);
    const input = put<HTMLInputElement>('<input type="submit" value="Add to cart">');
    const before = button.outerHTML;
    const labels = [new ButtonLabel(button), new ButtonLabel(input)];
    labels.forEach((it) => it.show('harmless'));
    const shape = shapeOf(button);
    for (const text of corpusTexts) {
      labels.forEach((it) => it.show(text));
      expect(shapeOf(button), short(text)).to.equal(shape);
      expect(button.querySelector('.label')?.textContent, short(text)).to.equal(text);
      expect(button.querySelector('.price')?.textContent).to.equal('€5.00');
      expect(input.value, short(text)).to.equal(text);
    }
    labels.forEach((it) => it.restore());
    expect(button.outerHTML).to.equal(before);
    expect(input.value).to.equal('Add to cart');
  });

  it('H01 as names and values of the fields that carry the promise: two fields, each with its own value', () => {
    const form = productForm('<input name="id" value="1"><button>Add</button>');
    const before = shapeOf(form);
    setLineFields(form, { text: 'a', record: 'b' }, 'x', 'y');
    const shape = shapeOf(form);
    for (const text of corpusTexts) {
      setLineFields(form, { text: `a${text}`, record: `b${text}` }, `c${text}`, `d${text}`);
      expect(shapeOf(form), short(text)).to.equal(shape);
      const fields = [...form.querySelectorAll<HTMLInputElement>('input[data-backorder-field]')];
      expect(fields.map(({ name, value }) => [name, value])).to.deep.equal([
        [`a${text}`, `c${text}`],
        [`b${text}`, `d${text}`],
      ]);
    }
    removeLineFields(form);
    expect(shapeOf(form)).to.equal(before);
  });
});
