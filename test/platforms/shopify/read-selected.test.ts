import { expect } from '@open-wc/testing';
import type { ProductReading } from '../../../src/platforms/reading.js';
import { platform } from '../../../src/platforms/shopify/platform.js';

const read = async (told: unknown): Promise<readonly ProductReading[]> =>
  (await platform.promises?.['shopify:product:select']?.(told)) as readonly ProductReading[];

const product = { id: 'gid://shopify/Product/7', title: 'Chair', handle: 'chair' };
const variant = (availableForSale: unknown): object => ({
  id: 'gid://shopify/ProductVariant/41',
  availableForSale,
  selectedOptions: [{ name: 'Colour', value: 'Oak' }],
});

describe('shopify:product:select', () => {
  it('tells a variant of a product; what is for sale need not be on the shelf', async () => {
    const [told] = await read({ product, variant: variant(true) });
    expect([told?.id, told?.handle]).to.deep.equal(['7', 'chair']);
    const [oak] = told?.variants ?? [];
    expect([oak?.id, oak?.options?.['Colour']]).to.deep.equal(['41', 'Oak']);
    expect({ ...oak?.record }).to.deep.equal({ orderable: true });
  });

  it('one that is not for sale is refused', async () => {
    const [told] = await read({ product, variant: variant(false) });
    expect({ ...told?.variants[0]?.record }).to.deep.equal({ status: 'sold-out', orderable: false });
  });

  it('the theme’s own JSON says more', async () => {
    const resource = {
      id: 41,
      available: true,
      option1: 'Oak',
      inventory_management: 'shopify',
      inventory_quantity: 3,
    };
    const [told] = await read({ product, variant: variant(true), detail: { resource } });
    expect([told?.id, told?.variants[0]?.record.onHand]).to.deep.equal(['7', 3]);
    const other = { resource, newProduct: { id: 8, url: '/products/stool' } };
    const [combined] = await read({ product, variant: variant(true), detail: other });
    expect([combined?.id, combined?.handle]).to.deep.equal(['8', undefined]);
  });

  it('options that no variant has tell nothing, nor does anything odd', async () => {
    const odd = [
      null,
      undefined,
      5,
      'x',
      [],
      {},
      { variant: null },
      { variant: {} },
      { product, variant: null },
    ];
    for (const told of [
      ...odd,
      { detail: { resource: null } },
      { detail: { resource: [] } },
      { detail: 5 },
    ]) {
      expect(await read(told), JSON.stringify(told)).to.deep.equal([]);
    }
  });
});
