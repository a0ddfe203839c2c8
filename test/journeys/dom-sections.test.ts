// Themes that render sections: the button off while a variant is asked for, words written anew, ids written with an event or
// without one, the old copy kept hidden for half a second, copies in a modal.
import { expect } from '@open-wc/testing';
import { closePages, openPage, pause, waitFor, type Reply, type ShopPage } from '../support/journey.js';
import { expectQuiet, openOracle, pressed } from '../support/oracle.js';
import { listen, said, shown, textOf } from '../support/shown.js';

const CHAIR = {
  version: 1,
  policy: { sell: 'backorder', promise: { leadTime: { max: 5 } } },
  products: [
    {
      id: 'chair',
      variants: [
        { id: 'chair-oak', onHand: 5 },
        { id: 'chair-black', onHand: 0 },
        { id: 'chair-red', onHand: 0, policy: { promise: { leadTime: { max: 9 } } } },
      ],
    },
  ],
};

const section = (id: string, more: Partial<Reply> = {}, available = true): Reply => ({
  body: JSON.stringify({ id, available }),
  ...more,
});

const sections = (more: Record<string, Reply | Reply[]> = {}): Record<string, Reply | Reply[]> => ({
  'section-chair-oak': section('chair-oak'),
  'section-chair-black': section('chair-black'),
  'section-chair-red': section('chair-red'),
  ...more,
});

interface Theme {
  changeVariant(section: Element, value: string): Promise<void>;
  swapSection(html?: string): Element;
  renderSection(html?: string): Element;
  quickAdd(html?: string): Element;
  closeModal(): void;
  readonly server: string;
}
const themeOf = (page: ShopPage): Theme => (page.window as unknown as { theme: Theme }).theme;

/** The words on a button, without what is only there for loading. */
const wordsOn = (button: Element): string =>
  (button.querySelector(':scope > span:not(.icon)') ?? button).textContent.trim();
const words = (page: ShopPage): string => wordsOn(page.button);

const choose = (page: ShopPage, value: string, within: ParentNode = page.document): void =>
  within.querySelector<HTMLInputElement>(`.picker:not([style]) [value=${value}]`)?.click();

/** A page that has us at work in it: what was chosen before that is no change that we could announce. */
async function shopWithSections(more: Record<string, Reply | Reply[]> = {}, options = {}): Promise<ShopPage> {
  const page = await openPage({ page: 'dom-dawn', document: CHAIR, replies: sections(more), ...options });
  await page.loaded();
  await waitFor(() => page.document.querySelector('[data-backorder-live]'), 'us to be at work');
  return page;
}

const propertiesOf = ({
  fields,
}: {
  readonly fields: readonly (readonly [string, string])[];
}): readonly string[] => fields.filter(([name]) => name.startsWith('properties')).map(([, value]) => value);

describe('a theme that renders its sections anew', () => {
  afterEach(closePages);

  it('D06 variant change: off, fetched, rewritten; our words come once, the theme’s for what is in stock', async () => {
    const page = await shopWithSections({ 'section-chair-black': section('chair-black', { hold: 'black' }) });
    expect(words(page)).to.equal('Add to cart');
    choose(page, 'chair-black');
    await waitFor(() => page.button.disabled);
    // While the theme waits for its answer the button is the theme's.
    await pause(100);
    expect(page.button.disabled).to.equal(true);
    const written: string[] = [];
    const watch = new MutationObserver(() => written.push(words(page)));
    watch.observe(page.button, { childList: true, characterData: true, subtree: true });
    await page.release('black');
    await waitFor(() => words(page) === 'Backorder now');
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    await pause(600);
    expect(words(page)).to.equal('Backorder now');
    expect(page.button.disabled).to.equal(false);
    // The theme wrote its words, we wrote ours.
    expect(written.filter((text) => text === 'Backorder now')).to.have.length(1);
    page.button.click();
    const [add] = await page.carted(1);
    expect(add?.fields).to.deep.include(['id', 'chair-black']);
    expect(propertiesOf(add as never)).to.have.length(2);

    choose(page, 'chair-oak');
    await waitFor(() => words(page) === 'Add to cart' && !page.button.disabled);
    await pause(100);
    expect(shown(page, 'backorder-badge')).to.equal('');
    page.button.click();
    const adds = await page.carted(2);
    expect(propertiesOf(adds[1] as never)).to.deep.equal([]);
    expectQuiet(page.heard, 0);
  });

  it('D06 the same theme does the same without us, for a variant in stock', async () => {
    const oracle = await openOracle({ page: 'dom-dawn', document: CHAIR, replies: sections() });
    await Promise.all([oracle.page.loaded(), oracle.without.loaded()]);
    await oracle.check('at first');
    for (const page of [oracle.page, oracle.without]) choose(page, 'chair-black');
    await waitFor(() => words(oracle.page) === 'Backorder now' && !oracle.without.button.disabled);
    // The theme keeps the old section beside the new one for a moment.
    const settled = async (page: ShopPage): Promise<unknown> =>
      waitFor(() => !page.button.disabled && page.document.querySelectorAll('.picker').length === 1);
    for (const page of [oracle.page, oracle.without]) {
      await settled(page);
      choose(page, 'chair-oak');
    }
    await waitFor(() => words(oracle.page) === 'Add to cart');
    for (const page of [oracle.page, oracle.without]) await settled(page);
    // Our place has gone, or takes no room, and the button is where it would be.
    await oracle.check('back in stock');
    oracle.quiet(0);
  });

  it('D06 theme whose document capture listener stops everything, and that writes ids without an event', async () => {
    const page = await openPage({ page: 'dom-horizon', document: CHAIR, replies: sections() });
    await page.loaded();
    choose(page, 'chair-black');
    await waitFor(() => page.button.textContent.includes('Backorder now'));
    // What was made anew with the words has stayed: the icon, and the text that is hidden from readers.
    expect(page.button.querySelectorAll('svg, .added')).to.have.length(2);
    expect(page.button.textContent.replace(/\s+/g, ' ').trim()).to.equal('Backorder now Added');
    page.button.click();
    const [add] = await page.carted(1);
    expect(add?.fields).to.deep.include(['id', 'chair-black']);
    expect(propertiesOf(add as never)).to.have.length(2);
    choose(page, 'chair-oak');
    await waitFor(() => page.button.textContent.includes('Add to cart'));
    page.button.click();
    const adds = await page.carted(2);
    expect(propertiesOf(adds[1] as never)).to.deep.equal([]);
    expectQuiet(page.heard, 0);
  });

  it('D06 theme that morphs the row of buttons: the new button is decorated, the old one is not held', async () => {
    const rules = { body: JSON.stringify({ id: 'chair-black', available: true, rules: true }) };
    const page = await openPage({
      page: 'dom-horizon',
      document: CHAIR,
      replies: sections({ 'section-chair-black': rules }),
    });
    await page.loaded();
    const old = page.button;
    choose(page, 'chair-black');
    await waitFor(() => page.button !== old && page.button.textContent.includes('Backorder now'));
    expect(page.document.querySelectorAll('[data-backorder-field]')).to.have.length(2);
    page.button.click();
    const [add] = await page.carted(1);
    expect(propertiesOf(add as never)).to.have.length(2);
  });

  it('D07 two copies of the product for half a second: one announcement, one request, unique ids, fields in the new form', async () => {
    const page = await shopWithSections();
    choose(page, 'chair-black');
    await waitFor(() => words(page) === 'Backorder now');
    await waitFor(() => said(page).includes('Backorder'));
    const heard = await listen(page);
    const html = themeOf(page).server.replaceAll('value="chair-oak"', 'value="chair-black"');
    const fresh = themeOf(page).swapSection(html);
    const old = page.document.querySelectorAll('.product')[1] as HTMLElement;
    const button = fresh.querySelector<HTMLButtonElement>('[name=add]') as HTMLButtonElement;
    await waitFor(() => wordsOn(button) === 'Backorder now');
    expect(old.isConnected, 'the old copy').to.equal(true);
    const ids = [...page.document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).to.deep.equal([...new Set(ids)]);
    for (const input of page.document.querySelectorAll<HTMLInputElement>('[data-backorder-field]')) {
      expect(input.form).to.equal(input.closest('form'));
    }
    expect(button.form?.querySelectorAll('[data-backorder-field]')).to.have.length(2);
    await waitFor(() => !old.isConnected);
    await waitFor(() => fresh.querySelector('backorder-badge'));
    await pause(500);
    expect(page.document.querySelectorAll('backorder-badge')).to.have.length(1);
    expect(textOf(fresh.querySelector('backorder-badge') as Element)).to.equal('Backorder');
    expect(heard).to.deep.equal([]);
    expect(await page.asked('availability')).to.have.length(1);
    button.click();
    const [add] = await page.carted(1);
    expect(propertiesOf(add as never)).to.have.length(2);
    expectQuiet(page.heard, 0);
  });

  it('D07 what stands elsewhere in the page follows the copy that stays', async () => {
    const page = await shopWithSections({}, { slots: { bar: '<backorder-badge></backorder-badge>' } });
    const fresh = themeOf(page).swapSection();
    await waitFor(() => page.document.querySelectorAll('.product').length === 1);
    choose(page, 'chair-black', fresh);
    await waitFor(() => wordsOn(fresh.querySelector('[name=add]') as Element) === 'Backorder now');
    await waitFor(() => shown(page, '.bar backorder-badge') === 'Backorder');
    choose(page, 'chair-oak', fresh);
    await waitFor(() => shown(page, '.bar backorder-badge') === '');
  });

  for (const how of [{ status: 500 }, { status: 404 }, { body: 'no JSON' }]) {
    it(`D08 the variant cannot be fetched (${JSON.stringify(how)}): the button stays off, as the theme left it`, async () => {
      const oracle = await openOracle({
        page: 'dom-dawn',
        document: CHAIR,
        replies: sections({ 'section-chair-black': how }),
      });
      await Promise.all([oracle.page.loaded(), oracle.without.loaded()]);
      for (const page of [oracle.page, oracle.without]) choose(page, 'chair-black');
      await waitFor(() => oracle.page.button.disabled && oracle.without.button.disabled);
      await oracle.check('at once');
      await pause(1300);
      await oracle.check('settled');
      expect(oracle.page.button.disabled).to.equal(true);
      oracle.quiet(0);
    });
  }

  it('D08 off for good after a backorder: nothing of ours is left on the button, and no order is offered', async () => {
    const page = await shopWithSections({ 'section-chair-red': { status: 500 } });
    choose(page, 'chair-black');
    await waitFor(() => words(page) === 'Backorder now');
    await waitFor(() => page.document.querySelectorAll('.picker').length === 1);
    choose(page, 'chair-red');
    await waitFor(() => page.button.disabled);
    await waitFor(() => words(page) !== 'Backorder now', 'our words to go', 3000);
    expect(page.button.disabled).to.equal(true);
    expect(page.document.querySelectorAll('[data-backorder-field]')).to.have.length(0);
    expect(shown(page, 'eta-notice')).to.equal('');
    expect(shown(page, 'backorder-badge')).to.not.equal('Backorder');
  });

  it('D08 off for good is believed though the page never stands still', async () => {
    const page = await shopWithSections();
    choose(page, 'chair-black');
    await waitFor(() => words(page) === 'Backorder now');
    const ticking = page.window.setInterval(() => {
      page.find('h1').replaceChildren(page.document.createElement('i'));
    }, 50);
    page.button.disabled = true;
    await waitFor(() => words(page) !== 'Backorder now', 'our words to go', 3000);
    page.window.clearInterval(ticking);
    expect(page.button.disabled).to.equal(true);
  });

  it('D08 switched on again by the theme, it is a backorder again', async () => {
    const page = await shopWithSections();
    choose(page, 'chair-black');
    await waitFor(() => words(page) === 'Backorder now');
    page.button.disabled = true;
    await waitFor(() => words(page) !== 'Backorder now', 'our words to go', 3000);
    page.button.disabled = false;
    await waitFor(() => words(page) === 'Backorder now');
  });

  it('D09 ten fast changes, answers in the wrong order: the last one wins', async () => {
    const delays = [500, 450, 400, 350, 300, 250, 200, 150, 100, 50];
    const values = ['chair-black', 'chair-red', 'chair-oak', 'chair-black', 'chair-red'].flatMap((it) => [
      it,
      it,
    ]);
    // Each variant is asked for in turn, each time a little faster answered.
    const replies = Object.fromEntries(
      ['chair-oak', 'chair-black', 'chair-red'].map((id) => [
        `section-${id}`,
        delays.filter((_, index) => values[index] === id).map((delay) => section(id, { delay })),
      ]),
    );
    const page = await shopWithSections(replies);
    const before = page.document.querySelectorAll('[data-backorder-live]').length;
    expect(before).to.be.at.most(1);
    for (const value of values) void themeOf(page).changeVariant(page.find('.product'), value);
    await waitFor(() => page.find<HTMLInputElement>('.variant-id').value === 'chair-red');
    await waitFor(() => shown(page, 'eta-notice').includes('9 days'));
    await pause(700);
    expect(words(page)).to.equal('Backorder now');
    expect(shown(page, 'eta-notice')).to.include('9 days');
    expect(await page.asked('availability'), 'requests of ours').to.have.length(1);
    page.button.click();
    const [add] = await page.carted(1);
    expect(add?.fields).to.deep.include(['id', 'chair-red']);
    expect(propertiesOf(add as never)[0]).to.include('9 days');
  });

  it('D09 ten fast changes are announced once, with what was chosen last', async () => {
    const page = await shopWithSections();
    choose(page, 'chair-black');
    await waitFor(() => said(page).includes('Backorder'));
    const heard = await listen(page);
    const input = page.find<HTMLInputElement>('.variant-id');
    for (let round = 0; round < 10; round += 1) {
      input.value = ['chair-black', 'chair-oak', 'chair-red'][round % 3] as string;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await pause(10);
    }
    input.value = 'chair-red';
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => heard.length > 0);
    await pause(600);
    expect(heard).to.have.length(1);
    expect(heard[0]).to.include('9 days');
  });

  it('D10 quick add makes a copy of upgraded markup under other ids: nothing doubled, and it works in the modal', async () => {
    const page = await shopWithSections(
      {},
      { slots: { after: '<notify-me-form target="page"></notify-me-form>' } },
    );
    choose(page, 'chair-black');
    await waitFor(() => words(page) === 'Backorder now');
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    await waitFor(() => page.document.querySelectorAll('.picker').length === 1);
    const copy = themeOf(page).quickAdd(page.find('#product-main').outerHTML);
    const button = copy.querySelector<HTMLButtonElement>('[name=add]') as HTMLButtonElement;
    const badge = copy.querySelector('backorder-badge') as Element;
    await waitFor(() => textOf(badge) === 'Backorder');
    for (const selector of ['backorder-badge', 'eta-notice', 'notify-me-form', '[data-backorder-place]']) {
      expect(copy.querySelectorAll(selector), selector).to.have.length(1);
    }
    expect(copy.querySelectorAll('[data-backorder-field]')).to.have.length(2);
    expect(wordsOn(button)).to.equal('Backorder now');
    const ids = [...page.document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).to.deep.equal([...new Set(ids)]);
    button.click();
    const [add] = await page.carted(1);
    expect(propertiesOf(add as never)).to.have.length(2);

    choose(page, 'chair-oak', copy);
    await waitFor(() => wordsOn(button) === 'Add to cart' && !button.disabled);
    await waitFor(() => textOf(badge) === '');
    // The page behind the modal is about what was chosen there.
    expect(words(page)).to.equal('Backorder now');
    button.click();
    const adds = await page.carted(2);
    expect(propertiesOf(adds[1] as never)).to.deep.equal([]);
    themeOf(page).closeModal();
    await pause(100);
    expect(words(page)).to.equal('Backorder now');
    expectQuiet(page.heard, 0);
  });

  it('D10 a copy of a decorated form for what is in stock by now is the theme’s again, words and fields', async () => {
    const page = await shopWithSections();
    choose(page, 'chair-black');
    await waitFor(() => words(page) === 'Backorder now');
    await waitFor(() => page.document.querySelectorAll('.picker').length === 1);
    // As stored by a history cache: the copy is decorated, its product is not on backorder any more.
    const html = page
      .find('#product-main')
      .outerHTML.replaceAll('value="chair-black" class', 'value="chair-oak" class');
    const copy = themeOf(page).quickAdd(html);
    const button = copy.querySelector<HTMLButtonElement>('[name=add]') as HTMLButtonElement;
    await waitFor(() => wordsOn(button) === 'Add to cart');
    await waitFor(() => copy.querySelectorAll('[data-backorder-field]').length === 0);
    expect(copy.querySelector('[data-backorder-state]')).to.equal(null);
    button.click();
    const [add] = await page.carted(1);
    expect(add?.fields).to.deep.include(['id', 'chair-oak']);
    expect(propertiesOf(add as never)).to.deep.equal([]);
  });

  it('D21 section removed and put back, as a theme editor does: decorated again, once', async () => {
    const page = await shopWithSections();
    choose(page, 'chair-black');
    await waitFor(() => words(page) === 'Backorder now');
    await waitFor(() => page.document.querySelectorAll('.picker').length === 1);
    const element = page.find('#product-main');
    const parent = element.parentElement as Element;
    element.remove();
    await pause(50);
    // Out of the page it is as the theme made it.
    expect(wordsOn(element.querySelector('[name=add]') as Element)).to.equal('Add to cart');
    expect(element.querySelector('[data-backorder-place], [data-backorder-field]')).to.equal(null);
    parent.append(element);
    await waitFor(() => words(page) === 'Backorder now');
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    for (const selector of [
      'backorder-badge',
      'eta-notice',
      '[data-backorder-place]',
      '[data-backorder-live]',
    ]) {
      expect(page.document.querySelectorAll(selector), selector).to.have.length(1);
    }
    expect((await pressed(page))[0]).to.have.property('method', 'POST');
    expectQuiet(page.heard, 0);
  });
});
