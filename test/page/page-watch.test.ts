import { expect } from '@open-wc/testing';
import { watchPage } from '../../src/page/page-watch.js';
import { soon } from '../support/element-page.js';
import { productForm, removeForms } from '../support/forms.js';

describe('watchPage', () => {
  let calls: boolean[];
  let ending: AbortController;
  let form: HTMLFormElement;

  beforeEach(async () => {
    form = productForm('<input name="id" value="1"><button>Add <span>to cart</span></button>');
    calls = [];
    ending = new AbortController();
    watchPage((elements) => calls.push(elements), ['eta-notice'], ending.signal);
    await soon();
    calls = [];
  });

  afterEach(() => {
    ending.abort();
    removeForms();
  });

  const input = (): HTMLInputElement => form.querySelector('input') as HTMLInputElement;
  const button = (): HTMLButtonElement => form.querySelector('button') as HTMLButtonElement;

  it('tells of fields that change, by event or by a script that writes a hidden one', async () => {
    input().dispatchEvent(new Event('change'));
    await soon();
    input().dispatchEvent(new Event('input'));
    await soon();
    input().type = 'hidden';
    input().value = '2';
    await soon();
    expect(calls).to.deep.equal([false, false, false]);
  });

  it('tells of a press, after which a swatch or a stepper may have written a field without a sign', async () => {
    input().click();
    await soon();
    expect(calls).to.deep.equal([false]);
  });

  it('tells of a button that is switched off or on', async () => {
    button().disabled = true;
    await soon();
    button().disabled = false;
    await soon();
    expect(calls).to.deep.equal([false, false]);
  });

  it('tells of elements that come and go, as such', async () => {
    form.append(document.createElement('p'));
    await soon();
    form.lastElementChild?.remove();
    await soon();
    expect(calls).to.deep.equal([true, true]);
  });

  it('does not take what is drawn in our own tags for a product that has come', async () => {
    const notice = document.createElement('eta-notice');
    form.append(notice);
    await soon();
    notice.append(document.createElement('span'));
    await soon();
    notice.replaceChildren();
    await soon();
    expect(calls).to.deep.equal([true, false, false]);
  });

  it('tells of a switch of language, and of our tags being about something else', async () => {
    document.documentElement.lang = 'de';
    await soon();
    document.documentElement.lang = 'en-GB';
    form.setAttribute('product', 'x');
    await soon();
    expect(calls).to.deep.equal([false, false]);
  });

  it('D22 does not mind text, ours or the theme’s', async () => {
    (button().firstChild as Text).data = 'Backorder ';
    button().append(' now');
    form.setAttribute('class', 'x');
    await soon();
    expect(calls).to.deep.equal([]);
  });

  it('tells once of a hundred changes in a tick', async () => {
    for (let index = 0; index < 100; index += 1) {
      form.append(document.createElement('p'));
      input().dispatchEvent(new Event('input'));
    }
    await soon();
    // Events and records come in two bundles at most.
    expect(calls.length).to.be.within(1, 2);
    expect(calls).to.include(true);
  });

  it('D30 hears events that a theme lets nobody else hear', async () => {
    const stop = (event: Event): void => event.stopImmediatePropagation();
    document.addEventListener('change', stop, true);
    input().dispatchEvent(new Event('change', { bubbles: true }));
    await soon();
    document.removeEventListener('change', stop, true);
    expect(calls).to.deep.equal([false]);
  });

  it('D11 tells nothing after it was ended, not even what was due', async () => {
    input().dispatchEvent(new Event('change'));
    ending.abort();
    form.append(document.createElement('p'));
    input().dispatchEvent(new Event('change'));
    await soon();
    expect(calls).to.deep.equal([]);
  });
});
