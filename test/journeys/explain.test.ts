// Explain mode: why each product shows what it shows, for a theme developer who asks.
import { expect } from '@open-wc/testing';
import type * as explaining from '../../src/page/explain.js';
import { closePages, openPage, sells, waitFor, type ShopPage } from '../support/journey.js';

const asked = { attributes: { 'data-backorder-explain': '' } };

const panelOf = ({ document }: ShopPage): ShadowRoot | null =>
  document.querySelector('[data-backorder-explanations]')?.shadowRoot ?? null;

const shown = async (page: ShopPage, words: string): Promise<string> =>
  waitFor(() => {
    const text = panelOf(page)?.textContent ?? '';
    return text.includes(words) && text;
  }, `the panel with "${words}"`);

describe('explain mode', () => {
  afterEach(closePages);

  it('is not there, and its file is not asked for, where nobody asks for it', async () => {
    const page = await openPage({ document: sells({ id: 'lamp', onHand: 0 }) });
    await waitFor(() => page.button.textContent === 'Backorder now', 'the swap');
    expect(panelOf(page)).to.equal(null);
    expect((await page.log()).some(({ path }) => path.includes('explain'))).to.equal(false);
  });

  it('shows sources, rules and the reason for a product on backorder', async () => {
    const page = await openPage({ ...asked, document: sells({ id: 'lamp', onHand: -2 }) });
    const text = await shown(page, 'lamp');
    for (const words of ['backorder', 'document', 'onHand', '-2 on hand', 'it may be sold beyond it']) {
      expect(text).to.contain(words);
    }
  });

  it('says why nothing of ours is there: in stock, or not named by any document', async () => {
    const stocked = await openPage({ ...asked, document: sells({ id: 'lamp', onHand: 12 }) });
    expect(await shown(stocked, 'lamp')).to.contain('The wanted quantity is on the shelf.');
    const nobody = await openPage({ ...asked, document: sells({ id: 'other', onHand: 0 }) });
    expect(await shown(nobody, 'lamp')).to.contain('No document of this page names "lamp".');
  });

  it('warns in the console of what can be ordered without a date, once, and nobody else is warned', async () => {
    const bare = { version: 1, policy: { sell: 'backorder' }, products: [{ id: 'lamp', onHand: 0 }] };
    const page = await openPage({ ...asked, document: bare });
    await waitFor(() => page.reports.length > 0, 'the warning');
    await shown(page, 'lamp');
    const field = page.document.querySelector<HTMLInputElement>('[name=quantity]')!;
    field.value = '5';
    field.dispatchEvent(new page.window.Event('change', { bubbles: true }));
    await shown(page, '0 now, 5 later');
    expect(page.reports).to.have.length(1);
    expect(page.reports[0]).to.contain('no-date: “lamp” can be ordered (backorder)');

    const plain = await openPage({ document: bare });
    await waitFor(() => plain.button.textContent === 'Backorder now', 'the swap');
    expect(plain.reports).to.deep.equal([]);
  });

  it('follows the shopper’s choice', async () => {
    const page = await openPage({ ...asked, document: sells({ id: 'lamp', onHand: 2 }) });
    await shown(page, '1 now, 0 later');
    const field = page.document.querySelector<HTMLInputElement>('[name=quantity]')!;
    field.value = '5';
    field.dispatchEvent(new page.window.Event('change', { bubbles: true }));
    expect(await shown(page, '2 now, 3 later')).to.contain('Part of the wanted quantity');
  });

  it('the same is there as data, by the offer', async () => {
    const page = await openPage({ ...asked, document: sells({ id: 'lamp', onHand: 0 }) });
    const heard = new Promise<unknown>((resolve) => {
      page.document.addEventListener('backorder-state-change', (event) =>
        resolve((event as CustomEvent & { offer: unknown }).offer),
      );
    });
    const offer = await heard;
    const address = new URL('cdn/backorder-elements.explain.js', page.document.baseURI).href;
    const { explain } = (await (page.window as unknown as { eval(code: string): Promise<object> }).eval(
      `import(${JSON.stringify(address)})`,
    )) as typeof explaining;
    const found = explain(offer as Parameters<typeof explain>[0]);
    expect(found?.product).to.equal('lamp');
    expect(found?.explanations[0]?.steps.at(-1)?.rule).to.equal('decision');
  });
});
