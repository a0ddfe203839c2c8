import { expect } from '@open-wc/testing';
import { STATES } from '../../src/availability/state.js';
import { isEditor } from '../../src/page/is-editor.js';
import { endSamples, showSample } from '../../src/page/sample-state.js';
import { elementPage, put, seen, sixProducts, soon, tell, until } from '../support/element-page.js';

/** The sample that some markup shows, as it is read. */
async function sampleOf(html: string): Promise<{ readonly element: HTMLElement; readonly text: string }> {
  const element = put(html);
  showSample(element);
  await until(() => seen(element).includes('Preview'));
  await soon();
  return { element, text: seen(element) };
}

describe('showSample', () => {
  elementPage();

  afterEach(() => {
    document.querySelectorAll('[data-preview]').forEach((it) => it.removeAttribute('data-preview'));
    endSamples();
  });

  const words: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
    'backorder-badge': {
      backorder: /^Backorder ?Preview: backorder$/,
      preorder: /^Pre-order ?Preview: preorder$/,
      'coming-soon': /^Coming soon ?Preview: coming soon$/,
      'sold-out': /^Sold out ?Preview: sold out$/,
    },
    'eta-notice': {
      backorder: /^Expected to ship on .*Preview: backorder$/,
      preorder: /^Expected to ship on .*Preview: preorder$/,
      'coming-soon': /^Available in .*Preview: coming soon$/,
    },
    'preorder-button': {
      'in-stock': /^Add to cart ?Preview: in stock$/,
      backorder: /^Backorder now ?Preview: backorder$/,
      preorder: /^Pre-order now ?Preview: preorder$/,
    },
    'notify-me-form': { 'sold-out': /^Tell me when it is back .*Preview: sold out$/ },
  };
  for (const [tag, states] of Object.entries(words)) {
    for (const state of STATES) {
      it(`<${tag}> shows a sample of ${state} and says that it is one`, async () => {
        const { element, text } = await sampleOf(`<${tag} product="x" data-preview="${state}"></${tag}>`);
        if (states[state])
          await until(() => states[state]?.test(seen(element)), `${text} like ${String(states[state])}`);
        else expect(text).to.include(`Preview: ${state.replace('-', ' ')}`);
        expect(element.getBoundingClientRect().height).to.be.above(0);
        await expect(element).to.be.accessible();
      });
    }
  }

  it('never an empty hole: where nothing would be shown, it says so', async () => {
    const { text } = await sampleOf('<backorder-badge data-preview="in-stock"></backorder-badge>');
    expect(text).to.equal('Preview: in stock, nothing is shown');
  });

  it('another word is a backorder', async () => {
    for (const word of ['', 'constructor', '<b>', 'Backorder']) {
      const { element } = await sampleOf(`<backorder-badge data-preview="${word}"></backorder-badge>`);
      expect(seen(element)).to.match(/^Backorder/);
    }
  });

  it('the label may be in the editor’s language', async () => {
    const element = put(
      '<backorder-badge data-preview="backorder" data-preview-label="Vorschau"></backorder-badge>',
    );
    showSample(element);
    await until(() => seen(element).includes('Vorschau: backorder'));
  });

  it('its button does nothing: no event, no add, no form is sent', async () => {
    const form = put<HTMLFormElement>(
      '<form action="/cart/add"><preorder-button product="x" data-preview="backorder"></preorder-button></form>',
    );
    const element = form.firstElementChild as HTMLElement & { adapter?: unknown };
    const heard: string[] = [];
    element.adapter = { add: () => heard.push('added') };
    for (const type of ['submit', 'backorder-add-request', 'click']) {
      form.addEventListener(type, (event) => {
        heard.push(type);
        event.preventDefault();
      });
    }
    showSample(element);
    await until(() => seen(element).includes('Preview'));
    const button = element.shadowRoot?.querySelector('button');
    button?.click();
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await soon();
    expect(heard).to.deep.equal([]);
    expect(form.querySelector('input')).to.equal(null);
  });

  it('its form sends nothing', async () => {
    const { element } = await sampleOf(
      '<notify-me-form product="x" data-preview="sold-out"></notify-me-form>',
    );
    await until(() => element.querySelector('form'));
    let sent = 0;
    element.addEventListener('backorder-signup-request', () => (sent += 1));
    element.querySelector('form')?.requestSubmit();
    element.querySelector('button')?.click();
    await soon();
    expect(sent).to.equal(0);
  });

  it('a tag round the shop’s own button is left alone: it goes on selling', () => {
    const element = put(
      '<preorder-button product="x" data-preview="backorder"><button>Add to cart</button></preorder-button>',
    );
    let pressed = 0;
    element.addEventListener('click', () => (pressed += 1));
    showSample(element);
    element.querySelector('button')?.click();
    expect([pressed, element.querySelector('button')?.textContent]).to.deep.equal([1, 'Add to cart']);
  });

  it('follows the editor’s choice, and gives the truth back when the choice is taken away', async () => {
    tell(sixProducts());
    const { element } = await sampleOf(
      '<backorder-badge product="sold-out" data-preview="backorder"></backorder-badge>',
    );
    element.dataset.preview = 'preorder';
    showSample(element);
    await until(() => /^Pre-order ?Preview: preorder$/.test(seen(element)));
    element.removeAttribute('data-preview');
    endSamples();
    await until(() => seen(element) === 'Sold out');
  });
});

describe('isEditor', () => {
  it('is so in Shopify’s editor, by what it says itself', () => {
    expect(isEditor({ Shopify: { designMode: true } })).to.equal(true);
  });

  it('is not so for shoppers', () => {
    const framed = window.parent !== window;
    for (const page of [{}, { Shopify: null }, { Shopify: {} }, { Shopify: { designMode: 'x' } }]) {
      expect(isEditor(page)).to.equal(framed);
    }
  });
});
