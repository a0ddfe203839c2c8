import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define.js';
import { contrast, rgbaOf } from '../../../src/elements/shared/contrast.js';
import type { PreorderButton } from '../../../src/elements/preorder-button/preorder-button.js';
import type { AddRequest } from '../../../src/outbox/cart-adapter.js';
import { shared } from '../../../src/store/shared-store.js';
import { elementPage, part, put, seen, sixProducts, soon, tell, until } from '../../support/element-page.js';
import { offerElementSuite } from '../../support/offer-element-suite.js';
import { takeWarnings } from '../../support/quiet.js';
import { backorder, inStock, told } from '../../support/told.js';

offerElementSuite({
  tag: 'preorder-button',
  seen: {
    'in-stock': 'Add to cart',
    backorder: 'Backorder now',
    preorder: 'Pre-order now',
    'coming-soon': 'Coming soon',
    'sold-out': 'Sold out',
    unknown: 'Add to cart',
  },
  inGerman: 'Mit Lieferzeit bestellen',
  message: 'button.backorder',
  attributes: ['form'],
  always: true,
});

/** The button that the element draws when a theme has given it none. */
const own = (element: Element): HTMLButtonElement => part(element, 'button') as HTMLButtonElement;

/** Notes the events of a kind that reach the document. */
function hear<K extends keyof HTMLElementEventMap>(type: K): HTMLElementEventMap[K][] {
  const heard: HTMLElementEventMap[K][] = [];
  document.addEventListener(type, (event) => void heard.push(event as HTMLElementEventMap[K]));
  return heard;
}

describe('<preorder-button> with a button of its own', () => {
  elementPage();
  beforeEach(() => tell(sixProducts()));

  it('A26 breaks no word that fits a narrow column, as with large text on a phone', async () => {
    const page = put('<div lang="de"><preorder-button product="sold-out"></preorder-button></div>');
    const button = page.firstElementChild as PreorderButton;
    await until(() => seen(button) === 'Ausverkauft');
    const words = document.createRange();
    words.selectNodeContents(own(button));
    page.style.cssText = `inline-size: ${words.getBoundingClientRect().width * 1.3}px`;
    expect(new Set([...words.getClientRects()].map(({ top }) => top))).to.have.property('size', 1);
  });

  it('stands out of a dark page that never says so, as of a light one, with words that can be read', async () => {
    const page = put('<div><preorder-button product="backorder"></preorder-button></div>');
    await until(() => own(page.firstElementChild as Element));
    const button = own(page.firstElementChild as Element);
    for (const scheme of ['light', 'dark']) {
      for (const [ground, text] of [
        ['#0d0f12', '#e6e8eb'],
        ['#fff6d8', '#2a2015'],
        ['#7a1022', 'rgb(255 255 255 / 85%)'],
      ] as const) {
        page.style.cssText = `color-scheme: ${scheme}; background: ${ground}; color: ${text}`;
        const { color, backgroundColor } = getComputedStyle(button);
        const [behind, under, words] = [rgbaOf(ground), rgbaOf(backgroundColor), rgbaOf(color)];
        expect(contrast(under, behind), `button on ${ground}, ${scheme}`).to.be.above(7);
        expect(contrast(words, under), `words on ${ground}, ${scheme}`).to.be.above(15);
      }
    }
  });

  async function draw(attributes: string, around = (inside: string) => inside): Promise<PreorderButton> {
    const place = put(around(`<preorder-button ${attributes}></preorder-button>`));
    const element = (
      place.matches('preorder-button') ? place : place.querySelector('preorder-button')
    ) as PreorderButton;
    await until(() => own(element));
    return element;
  }

  it('asks the page first: what, how many, and what was promised', async () => {
    const element = await draw('product="backorder" quantity="2"');
    const heard = hear('backorder-add-request');
    element.addEventListener('backorder-add-request', (event) => event.preventDefault());
    own(element).click();
    await until(() => heard.length === 1);
    const { offer, ...request } = heard[0]?.request as AddRequest;
    expect(request).to.deep.equal({
      product: 'backorder',
      variant: undefined,
      quantity: 2,
      promise: 'Expected to ship on 12 December',
    });
    expect(offer.state).to.equal('backorder');
    expect([heard[0]?.bubbles, heard[0]?.composed, heard[0]?.cancelable]).to.deep.equal([true, true, true]);
  });

  describe('hands the product to the page’s adapter', () => {
    const added = (): Promise<void> => Promise.resolve();

    it('and says that it was added, after it was', async () => {
      const element = await draw('product="preorder"');
      const [facts, failures] = [hear('backorder-added'), hear('backorder-add-failed')];
      const requests: AddRequest[] = [];
      element.adapter = { add: (request) => Promise.resolve(requests.push(request)) };
      own(element).click();
      await until(() => facts.length === 1);
      expect(requests).to.have.length(1);
      expect(facts[0]?.request).to.equal(requests[0]);
      expect(requests[0]?.promise).to.equal('Expected to ship in Q1 2027');
      expect(failures).to.deep.equal([]);
    });

    it('and says that it failed, with the reason, and can be pressed again', async () => {
      const element = await draw('product="backorder"');
      const [facts, failures] = [hear('backorder-added'), hear('backorder-add-failed')];
      const reason = new Error('full');
      element.adapter = { add: () => Promise.reject(reason) };
      own(element).click();
      await until(() => failures.length === 1);
      expect(failures[0]?.reason).to.equal(reason);
      expect(facts).to.deep.equal([]);
      await until(() => own(element).ariaBusy === null);
      element.adapter = { add: added };
      own(element).click();
      await until(() => facts.length === 1);
    });

    it('also one that throws', async () => {
      const element = await draw('product="backorder"');
      const failures = hear('backorder-add-failed');
      element.adapter = {
        add: () => {
          throw new Error('no');
        },
      };
      own(element).click();
      await until(() => failures.length === 1);
    });

    it('S01 A09 once, however often it is pressed meanwhile: the button is busy and keeps its name', async () => {
      const element = await draw('product="backorder"');
      let calls = 0;
      let done = (): void => undefined;
      element.adapter = {
        add: () =>
          new Promise<void>((resolve) => {
            calls += 1;
            done = resolve;
          }),
      };
      for (let times = 0; times < 3; times += 1) own(element).click();
      await until(() => own(element).ariaBusy === 'true');
      own(element).click();
      expect(seen(element)).to.equal('Backorder now');
      await expect(element).to.be.accessible();
      done();
      await until(() => own(element).ariaBusy === null);
      expect(calls).to.equal(1);
    });

    it('not when a handler of the page has prevented it', async () => {
      const element = await draw('product="backorder"');
      let calls = 0;
      element.adapter = { add: () => Promise.resolve((calls += 1)) };
      element.addEventListener('backorder-add-request', (event) => event.preventDefault());
      own(element).click();
      await soon();
      expect(calls).to.equal(0);
    });
  });

  describe('sends the product form', () => {
    const inForm = (inside: string): string =>
      `<form action="/nowhere"><input name="id" value="1">${inside}</form>`;

    /** What a form was sent with. */
    function watchForm(form: HTMLFormElement): [string, FormDataEntryValue][][] {
      const sent: [string, FormDataEntryValue][][] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent.push([...new FormData(form).entries()]);
      });
      return sent;
    }

    it('around it, with the promise in its fields', async () => {
      const element = await draw('product="backorder"', inForm);
      const sent = watchForm(element.closest('form') as HTMLFormElement);
      own(element).click();
      await until(() => sent.length === 1);
      expect(sent[0]).to.deep.equal([
        ['id', '1'],
        ['properties[Availability]', 'Backorder: Expected to ship on 12 December'],
        ['properties[_backorder]', '1;backorder;0+1;2026-12-12/2026-12-12;day;ship;estimated;;en-GB'],
      ]);
    });

    it('that it names by id', async () => {
      put('<form id="main-form" action="/nowhere"></form>');
      const element = await draw('product="backorder" form="main-form"');
      const sent = watchForm(document.querySelector('#main-form') as HTMLFormElement);
      own(element).click();
      await until(() => sent.length === 1);
      expect(sent[0]?.map(([name]) => name)).to.include('properties[Availability]');
    });

    it('without a promise when it is in stock, or when nobody knows', async () => {
      for (const state of ['in-stock', 'unknown']) {
        const element = await draw(`product="${state}"`, inForm);
        const sent = watchForm(element.closest('form') as HTMLFormElement);
        own(element).click();
        await until(() => sent.length === 1);
        expect(sent[0], state).to.deep.equal([['id', '1']]);
      }
    });

    it('without the promise of before, once it is in stock again', async () => {
      tell(told([backorder('a')]));
      const element = await draw('product="a"', inForm);
      const sent = watchForm(element.closest('form') as HTMLFormElement);
      own(element).click();
      tell(told([inStock('a')]));
      await until(() => seen(element) === 'Add to cart');
      own(element).click();
      expect(sent.map((fields) => fields.length)).to.deep.equal([3, 1]);
    });

    it('by the names that the page has for the fields', async () => {
      shared().config.lineFields = { text: 'note', record: '' };
      const element = await draw('product="backorder"', inForm);
      const sent = watchForm(element.closest('form') as HTMLFormElement);
      own(element).click();
      await until(() => sent.length === 1);
      expect(sent[0]?.map(([name]) => name)).to.deep.equal(['id', 'note']);
    });

    it('not when its own rules of validity say no', async () => {
      const element = await draw('product="backorder"', (inside) => `<form><input required>${inside}</form>`);
      const sent = watchForm(element.closest('form') as HTMLFormElement);
      own(element).click();
      await soon();
      expect(sent).to.deep.equal([]);
    });

    it('or says in the console that there is none', async () => {
      const element = await draw('product="backorder"');
      own(element).click();
      await soon();
      expect(takeWarnings()[0]).to.include('no-cart');
    });
  });

  describe('that cannot be pressed to any effect', () => {
    for (const state of ['sold-out', 'coming-soon']) {
      it(`A08 ${state}: is not off, keeps the focus, does nothing and says why`, async () => {
        const element = await draw(`product="${state}"`, (inside) => `<form>${inside}</form>`);
        const heard = hear('backorder-add-request');
        expect(own(element).ariaDisabled).to.equal('true');
        expect(own(element).disabled).to.equal(false);
        own(element).focus();
        await sendKeys({ press: 'Enter' });
        await until(() => document.querySelector('[data-backorder-live]')?.textContent);
        expect(document.querySelector('[data-backorder-live]')?.textContent).to.equal(seen(element));
        expect(element.shadowRoot?.activeElement).to.equal(own(element));
        expect(heard).to.deep.equal([]);
      });
    }

    it('H23 beyond the limit holds where the merchant has emptied the words for it', async () => {
      tell({
        ...told([backorder('a', { availableForBackorder: 3 })]),
        messages: { en: { 'limit.most': '' } },
      });
      const element = await draw('product="a" quantity="5"');
      const heard = hear('backorder-add-request');
      own(element).click();
      await soon();
      expect(heard).to.deep.equal([]);
    });

    it('S13 beyond the limit says the most that can be ordered', async () => {
      tell(told([backorder('a', { availableForBackorder: 3 })]));
      const element = await draw('product="a" quantity="5"');
      const heard = hear('backorder-add-request');
      own(element).click();
      await until(
        () => document.querySelector('[data-backorder-live]')?.textContent === 'You can order up to 3.',
      );
      expect(heard).to.deep.equal([]);
    });
  });

  it('A08 keeps the focus when the product becomes unavailable', async () => {
    tell(told([backorder('a')]));
    const element = await draw('product="a"');
    own(element).focus();
    const before = own(element);
    tell(told([{ id: 'a', onHand: 0 }]));
    await until(() => seen(element) === 'Sold out');
    expect(element.shadowRoot?.activeElement).to.equal(before);
  });

  it('A22 is large enough to press, in every state', async () => {
    for (const state of ['in-stock', 'backorder', 'sold-out']) {
      const element = await draw(`product="${state}"`);
      expect(own(element).getBoundingClientRect().height).to.be.at.least(44);
    }
  });

  it('D31 is there once and only once, whatever the theme does to buttons', async () => {
    const style = document.createElement('style');
    style.textContent = 'button { display: none !important; position: absolute } * { all: unset }';
    document.head.append(style);
    const element = await draw('product="backorder"');
    expect(own(element).getClientRects()).to.have.length(1);
    style.remove();
  });
});

describe('<preorder-button> around the theme’s button', () => {
  elementPage();
  beforeEach(() => tell(sixProducts()));

  const html = (product: string, inside = '<button name="add">Add to basket</button>'): string =>
    `<form action="/nowhere"><input type="hidden" name="id" value="1"><preorder-button product="${product}">${inside}</preorder-button></form>`;
  const theirs = (root: Element): HTMLButtonElement => root.querySelector('button') as HTMLButtonElement;
  const element = (root: Element): PreorderButton => root.querySelector('preorder-button') as PreorderButton;

  it('gives it the words of the state and draws no other', async () => {
    const form = put(html('backorder'));
    await until(() => theirs(form).textContent === 'Backorder now');
    expect(part(element(form), 'button')).to.equal(null);
    expect(form.querySelectorAll('[data-backorder-field]')).to.have.length(2);
    await expect(form).to.be.accessible();
  });

  it('leaves it alone while the product is in stock or nobody knows', async () => {
    for (const state of ['in-stock', 'unknown']) {
      const form = put(html(state));
      const before = form.innerHTML;
      await soon();
      expect(form.innerHTML, state).to.equal(before);
      expect(element(form).shadowRoot === null).to.equal(true);
    }
  });

  it('follows its product attribute to another product', async () => {
    const form = put(html('backorder'));
    await until(() => theirs(form).textContent === 'Backorder now');
    element(form).setAttribute('product', 'preorder');
    await until(() => theirs(form).textContent === 'Pre-order now');
    expect(form.querySelector<HTMLInputElement>('[data-backorder-field]')?.value).to.include('Q1 2027');
    element(form).setAttribute('product', 'in-stock');
    await until(() => theirs(form).textContent === 'Add to basket');
    expect(form.querySelectorAll('[data-backorder-field]')).to.have.length(0);
  });

  it('gives it back when it is removed', async () => {
    const form = put(html('backorder'));
    await until(() => theirs(form).textContent === 'Backorder now');
    const button = theirs(form);
    const host = element(form);
    host.remove();
    expect(button.textContent).to.equal('Add to basket');
    form.append(host);
    await until(() => theirs(form).textContent === 'Backorder now');
  });

  it('gives it back when it is about nothing any more', async () => {
    const form = put(html('backorder'));
    await until(() => theirs(form).textContent === 'Backorder now');
    element(form).removeAttribute('product');
    await until(() => theirs(form).textContent === 'Add to basket');
  });

  it('gives way to a theme’s button that comes later, and comes back when it goes', async () => {
    const form = put(html('backorder', ''));
    await until(() => own(element(form)));
    element(form).innerHTML = '<button name="add">Add to basket</button>';
    await until(() => own(element(form)) === null && theirs(form).textContent === 'Backorder now');
    theirs(form).remove();
    await until(() => own(element(form)));
  });

  it('D21 decorates a button that has taken the place of another, and lets go of that', async () => {
    const form = put(html('backorder'));
    await until(() => theirs(form).textContent === 'Backorder now');
    const old = theirs(form);
    const next = document.createElement('button');
    next.textContent = 'Add it';
    old.replaceWith(next);
    await until(() => next.textContent === 'Backorder now');
    expect(old.textContent).to.equal('Add to basket');
  });

  it('D22 lets a theme that writes its own words again and again have its way', async () => {
    const form = put(html('backorder'));
    await until(() => theirs(form).textContent === 'Backorder now');
    let writes = 0;
    const observer = new MutationObserver(() => {
      if (theirs(form).textContent === 'Add to basket' || writes > 20) return;
      writes += 1;
      theirs(form).textContent = 'Add to basket';
    });
    observer.observe(theirs(form), { childList: true, characterData: true, subtree: true });
    theirs(form).textContent = 'Add to basket';
    for (let turns = 0; turns < 20; turns += 1) await soon();
    observer.disconnect();
    expect(theirs(form).textContent).to.equal('Add to basket');
    expect(writes).to.be.at.most(3);
  });

  it('asks the page before the theme hears of a press; prevented, the theme hears nothing', async () => {
    const form = put<HTMLFormElement>(html('backorder'));
    await until(() => theirs(form).textContent === 'Backorder now');
    const order: string[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      order.push('submit');
    });
    theirs(form).addEventListener('click', () => order.push('theme'));
    let prevent = false;
    element(form).addEventListener('backorder-add-request', (event) => {
      order.push('ours');
      if (prevent) event.preventDefault();
    });
    theirs(form).click();
    expect(order.splice(0)).to.deep.equal(['ours', 'theme', 'submit']);
    prevent = true;
    theirs(form).click();
    expect(order).to.deep.equal(['ours']);
  });

  it('D25 takes an input for a button too', async () => {
    const form = put(html('preorder', '<input type="submit" value="Add to basket">'));
    const input = form.querySelector<HTMLInputElement>('input[type=submit]') as HTMLInputElement;
    await until(() => input.value === 'Pre-order now');
    element(form).remove();
    expect(input.value).to.equal('Add to basket');
  });
});
