// What a page with something out of stock costs beyond its files: it is looked through as seldom as can be.
import { expect } from '@open-wc/testing';
import { closePages, openPage, pause, sells, waitFor, type ShopPage } from '../support/journey.js';

const FORMS = 'form:is([action*=cart i]';
const COUNT = `<script>
  window.looks = 0;
  const all = Document.prototype.querySelectorAll;
  Document.prototype.querySelectorAll = function (selector) {
    if (String(selector).startsWith('${FORMS}')) window.looks += 1;
    return all.call(this, selector);
  };
</script>`;
const WITHOUT = `<script>
  addEventListener('DOMContentLoaded', () => document.querySelectorAll('[name=buy-now]').forEach((it) => it.remove()));
</script>`;
const TAGS = { before: '<backorder-badge></backorder-badge><eta-notice></eta-notice>' };
const hidden = sells({ id: 'lamp', onHand: 0, policy: { sell: 'backorder', express: 'hide' } });
const looksOf = (page: ShopPage): unknown => (page.window as unknown as { looks: number }).looks;
const files = async (page: ShopPage): Promise<readonly string[]> =>
  (await page.log()).map(({ path }) => path);

describe('a page with something out of stock', () => {
  afterEach(closePages);

  it('is looked through for forms once, when our tags are in it already, and not again for what we draw', async () => {
    const page = await openPage({ inline: hidden, slots: TAGS, theme: COUNT });
    await waitFor(() => page.label === 'Backorder now');
    // Longer than the loader waits before it looks at what has come into a page.
    await pause(400);
    expect(looksOf(page)).to.equal(1);
  });

  it('is looked through once more for tags that we put in', async () => {
    const page = await openPage({ inline: hidden, theme: COUNT });
    await waitFor(() => page.label === 'Backorder now');
    await waitFor(() => page.document.querySelector('backorder-badge span'));
    await pause(400);
    expect(looksOf(page)).to.equal(2);
  });

  it('fetches nothing for buy-now buttons while there are none, and holds one that comes late', async () => {
    const page = await openPage({ inline: hidden, theme: WITHOUT });
    await waitFor(() => page.label === 'Backorder now');
    await pause(200);
    expect((await files(page)).filter((path) => path.includes('express'))).to.deep.equal([]);
    const button = page.document.createElement('button');
    button.setAttribute('data-buy-now', '');
    button.type = 'button';
    button.textContent = 'Buy it now';
    page.document.querySelector('form[action*=cart]')?.append(button);
    await waitFor(() => button.style.display === 'none');
  });
});
