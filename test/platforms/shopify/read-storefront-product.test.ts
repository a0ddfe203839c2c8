import { expect } from '@open-wc/testing';
import type { AvailabilityRecord } from '../../../src/availability/record.js';
import { readStorefrontProduct } from '../../../src/platforms/shopify/read-storefront-product.js';
import { expectTotal } from '../../support/hostile-json.js';

const VARIANT = {
  id: 'gid://shopify/ProductVariant/501',
  sku: 'MUG-BL',
  availableForSale: true,
  currentlyNotInStock: false,
  quantityAvailable: 7,
  quantityRule: { minimum: 1, maximum: null, increment: 1 },
  selectedOptions: [{ name: 'Glaze', value: 'Blue' }],
  sellingPlanAllocations: { nodes: [] },
};

const product = (...nodes: object[]) => ({
  id: 'gid://shopify/Product/50',
  handle: 'mug',
  availableForSale: true,
  variants: { nodes },
});

const recordOf = (fields: object): AvailabilityRecord | undefined =>
  readStorefrontProduct(product({ ...VARIANT, quantityRule: null, ...fields }))[0]?.variants[0]?.record;

describe('readStorefrontProduct', () => {
  it('reads ids as the number at the end, and options by name', () => {
    const [read] = readStorefrontProduct(product(VARIANT));
    expect([read?.id, read?.handle]).to.deep.equal(['50', 'mug']);
    const [variant] = read?.variants ?? [];
    expect([variant?.id, variant?.sku]).to.deep.equal(['501', 'MUG-BL']);
    expect(variant?.options).to.deep.equal({ Glaze: 'Blue' });
  });

  it('finds products wherever a query has put them', () => {
    const one = product(VARIANT);
    for (const data of [
      { product: one },
      { productByHandle: one },
      { node: one },
      { nodes: [one, null] },
      { products: { nodes: [one] } },
      { products: { edges: [{ cursor: 'a', node: one }] } },
      { collection: { id: 'gid://shopify/Collection/1', handle: 'all', products: { nodes: [one] } } },
    ]) {
      expect(
        readStorefrontProduct({ data }).map((it) => it.id),
        JSON.stringify(data),
      ).to.deep.equal(['50']);
    }
  });

  it('reads variants without their product, and a selected variant only once', () => {
    expect(readStorefrontProduct([VARIANT])[0]?.variants[0]?.id).to.equal('501');
    expect(readStorefrontProduct({ data: { node: VARIANT } })[0]?.variants[0]?.id).to.equal('501');
    const both = {
      ...product(VARIANT),
      selectedOrFirstAvailableVariant: VARIANT,
      adjacentVariants: [VARIANT],
    };
    expect(readStorefrontProduct(both)[0]?.variants).to.have.length(1);
  });

  it('reads the variants behind the values of options, as Hydrogen asks for them', () => {
    const { variants: _none, ...bare } = product(VARIANT) as { variants: unknown };
    const other = { ...VARIANT, id: 'gid://shopify/ProductVariant/502', availableForSale: false };
    const optionValues = [VARIANT, other, null].map((firstSelectableVariant) => ({ firstSelectableVariant }));
    const [read] = readStorefrontProduct({
      data: {
        product: {
          ...bare,
          selectedOrFirstAvailableVariant: VARIANT,
          options: [{ name: 'Glaze', optionValues }],
        },
      },
    });
    expect(read?.variants.map(({ id, record }) => [id, record.orderable])).to.deep.equal([
      ['501', true],
      ['502', false],
    ]);
  });

  it('a quantity above zero is on the shelf', () => {
    expect(recordOf({})).to.deep.equal({ orderable: true, onHand: 7 });
  });

  it('for sale and not in stock is a backorder without a limit', () => {
    expect(recordOf({ currentlyNotInStock: true, quantityAvailable: -3 })).to.deep.equal({
      orderable: true,
      onHand: -3,
      status: 'backorder',
      availableForBackorder: 'unlimited',
    });
    expect(recordOf({ currentlyNotInStock: true, quantityAvailable: null })?.onHand).to.equal(undefined);
  });

  it('a number that contradicts "not in stock" is dropped', () => {
    const record = recordOf({ currentlyNotInStock: true, quantityAvailable: 4 });
    expect(record?.status).to.equal('backorder');
    expect(record?.onHand).to.equal(undefined);
  });

  it('not for sale is refused', () => {
    expect(recordOf({ availableForSale: false, quantityAvailable: 0 })).to.deep.equal({
      onHand: 0,
      status: 'sold-out',
      orderable: false,
    });
    expect(recordOf({ availableForSale: false, quantityAvailable: 3 })?.onHand).to.equal(undefined);
  });

  it('a quantity that needs a permission is unknown and not zero', () => {
    expect(recordOf({ quantityAvailable: null })).to.deep.equal({ orderable: true, status: 'in-stock' });
  });

  it('without the field that tells backorders, for sale is no more than that', () => {
    for (const quantityAvailable of [null, 0]) {
      const told = { currentlyNotInStock: undefined, quantityAvailable };
      expect(recordOf(told)).to.deep.equal({ orderable: true });
    }
  });

  it('a product that is not for sale as a whole is refused as a whole', () => {
    expect(readStorefrontProduct({ ...product(), availableForSale: false })[0]?.record.status).to.equal(
      'sold-out',
    );
    expect(readStorefrontProduct(product())[0]?.record).to.deep.equal({ orderable: true });
    expect(readStorefrontProduct({ handle: 'mug', availableForSale: true })[0]?.handle).to.equal('mug');
  });

  it('a bundle has no shelf of its own', () => {
    expect(recordOf({ requiresComponents: true })).to.deep.equal({ orderable: true });
    expect(recordOf({ requiresComponents: true, availableForSale: false })?.orderable).to.equal(false);
  });

  it('reads the rule of quantities', () => {
    const rule = { minimum: 2, maximum: 10, increment: 2 };
    expect(recordOf({ quantityRule: rule })?.quantity).to.deep.equal({ min: 2, max: 10, step: 2 });
  });

  it('a plan that the merchant calls a pre-order makes one', () => {
    const sellingPlan = { id: 'gid://shopify/SellingPlan/8', name: 'Pre-order', recurringDeliveries: false };
    const variant = {
      ...VARIANT,
      quantityAvailable: null,
      sellingPlanAllocations: { nodes: [{ sellingPlan }] },
    };
    const state = (plans?: object) =>
      readStorefrontProduct(product(variant), plans)[0]?.variants[0]?.record.status;
    expect(state({ plans: ['8'] })).to.equal('preorder');
    expect(state({ plans: ['Pre-order'] })).to.equal('preorder');
    expect(state()).to.equal('in-stock');
  });

  it('stays total, frozen and bounded whatever the data is', () => {
    expectTotal((it) => readStorefrontProduct(it, { plans: ['8'] }), { data: { product: product(VARIANT) } });
    const many = Array.from({ length: 9000 }, (_, id) => ({ ...VARIANT, id }));
    expect(readStorefrontProduct(product(...many))[0]?.variants.length).to.equal(2000);
  });
});
