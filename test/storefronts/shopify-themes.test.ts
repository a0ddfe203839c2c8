// The Shopify fixtures behave as their themes were measured to, without our script.
import { expect } from '@open-wc/testing';
import { dawn } from '../fixtures/storefronts/dawn.js';
import { horizon3, horizon4 } from '../fixtures/storefronts/horizon.js';
import { vintage } from '../fixtures/storefronts/vintage.js';
import { closePages, pause, waitFor } from '../support/journey.js';
import { added, count, openFront } from './shop-front.js';

const bare = { script: false } as const;

describe('Shopify themes as measured', () => {
  afterEach(closePages);

  it('Dawn: off at once, two pickers for half a second, a change on both ids, the address', async () => {
    const page = await openFront(dawn, 'oak', bare);
    const heard: string[] = [];
    page.document.addEventListener('change', ({ target }) => heard.push((target as HTMLInputElement).name));
    dawn.choose(page, 'red');
    expect(page.button.disabled).to.equal(true);
    await waitFor(() => dawn.words(page) === 'Sold out');
    expect(count(page, '.shopify-section variant-selects')).to.equal(2);
    expect(heard).to.deep.equal(['Colour-1', 'id', 'id']);
    expect(page.window.location.search).to.equal('?variant=41003');
    await waitFor(() => count(page, '.shopify-section variant-selects') === 1);
  });

  it('Dawn: what the server refuses is said in the form, and quick add has other ids', async () => {
    const page = await openFront(dawn, 'oak', {
      ...bare,
      replies: { [dawn.refusal?.path ?? '']: dawn.refusal?.reply ?? {} },
    });
    dawn.press(page);
    await waitFor(() => !page.find('[role=alert]').hidden, 'the words of the refusal');
    const view = await dawn.quickView?.(page);
    expect(
      view?.querySelector('form[data-type]')?.getAttribute('id')?.startsWith('product-form-quickadd-'),
    ).to.equal(true);
  });

  for (const front of [horizon4, horizon3]) {
    it(`${front.name}: an add while a variant is fetched goes later, with id and quantity only`, async () => {
      const replies = { 'products/chair/black': { hold: 'black' } };
      const page = await openFront(front, 'oak', { ...bare, replies });
      front.choose(page, 'black');
      front.press(page);
      await pause(100);
      expect(front.adds(await page.log())).to.have.length(0);
      await page.release('black');
      expect(await added(front, page, 1)).to.deep.equal([{ variant: '41002', quantity: 1, fields: {} }]);
    });

    it(`${front.name}: the id without an event, the button kept and its children made anew`, async () => {
      const page = await openFront(front, 'oak', bare);
      const { button } = page;
      const heard: string[] = [];
      page.find('[data-type=add-to-cart-form]').addEventListener('change', () => heard.push('change'));
      button.append(page.document.createElement('i'));
      front.choose(page, 'red');
      await waitFor(() => front.words(page) === 'Sold out');
      expect(page.button).to.equal(button);
      expect(button.querySelector('i')).to.equal(null);
      expect(heard).to.deep.equal([]);
    });
  }

  it('Horizon 4: the promise of a choice that is overtaken is rejected', async () => {
    const page = await openFront(horizon4, 'oak', {
      ...bare,
      replies: { 'products/chair/red': { delay: 300 } },
    });
    const names: string[] = [];
    page.document.addEventListener('shopify:product:select', (event) => {
      const { promise } = event as Event & { promise: Promise<unknown> };
      promise.then(
        () => names.push('resolved'),
        (error: Error) => names.push(error.name),
      );
    });
    horizon4.choose(page, 'red');
    horizon4.choose(page, 'black');
    await waitFor(() => names.length === 2);
    expect(names).to.deep.equal(['AbortError', 'resolved']);
  });

  it('vintage: of a sold-out variant no id is left, and nothing tells', async () => {
    const page = await openFront(vintage, 'oak', bare);
    vintage.choose(page, 'red');
    await waitFor(() => page.button.disabled);
    expect(vintage.chosen(page)).to.equal(undefined);
    expect(vintage.words(page)).to.equal('Sold Out');
  });
});
