// The page's own JSON-LD, kept in step by the built script where the merchant asks for it.
import { expect } from '@open-wc/testing';
import { closePages, openPage, sells, waitFor } from '../support/journey.js';

const ld = JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Product',
  sku: 'lamp',
  offers: { '@type': 'Offer', price: '145.00', availability: 'https://schema.org/InStock' },
});
const head = `<script type="application/ld+json">${ld}</script>`;
const lamp = sells({ id: 'lamp', onHand: 0, restock: '2027-W05' });

const texts = (page: { readonly document: Document }): readonly string[] =>
  [...page.document.querySelectorAll('script[type="application/ld+json"]')].map((it) => it.textContent);

describe('data-structured-data', () => {
  afterEach(closePages);

  it('“update”: the page’s own JSON-LD says what shoppers read, and there is no second one', async () => {
    const page = await openPage({
      document: lamp,
      theme: head,
      attributes: { 'data-structured-data': 'update' },
    });
    await waitFor(() => texts(page)[0]?.includes('BackOrder'), 'the state in JSON-LD');
    const [text, ...more] = texts(page).map((it) => JSON.parse(it) as { offers: object });
    expect(text?.offers).to.deep.include({ price: '145.00', availabilityStarts: '2027-02-07' });
    expect(more).to.eql([]);
    expect(page.heard.errors).to.eql([]);
  });

  it('left out: not a byte of it changes, and no file is fetched for it', async () => {
    const page = await openPage({ document: lamp, theme: head });
    await waitFor(() => page.button.textContent === 'Backorder now');
    expect(texts(page)).to.eql([ld]);
    expect((await page.log()).filter(({ path }) => path.includes('structured'))).to.eql([]);
  });
});
