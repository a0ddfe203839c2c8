import { expect } from '@open-wc/testing';
import { parseDocument, type ProductEntry } from '../../src/availability/document.js';
import { findVariant, isNamed, type Selection } from '../../src/availability/find-variant.js';

function product(raw: Record<string, unknown>): ProductEntry {
  const result = parseDocument({ version: 1, products: [{ id: 'p', ...raw }] });
  const found = result.ok ? result.value.products[0] : undefined;
  if (!found) throw new Error('no product');
  return found;
}

const chair = product({
  handle: 'chair',
  sku: 'CH',
  variants: [
    { id: 1, sku: 'CH-OAK', options: { Wood: 'Oak', Size: 'L' } },
    { id: 2, sku: 'CH-ASH', options: { Wood: 'Ash', Size: 'L' } },
    { id: 3, options: { Wood: 'Elm', Size: '' } },
  ],
});

const found = (selection: Selection, of = chair): string | undefined => findVariant(of, selection)?.id;

describe('findVariant', () => {
  it('finds by id, by SKU and by option values', () => {
    expect(found({ id: '2' })).to.equal('2');
    expect(found({ sku: 'CH-ASH' })).to.equal('2');
    expect(found({ options: { Size: 'L', Wood: 'Ash', Engraving: 'Hi' } })).to.equal('2');
  });

  it('an id goes before a SKU, and that before option values', () => {
    expect(found({ id: '2', sku: 'CH-OAK', options: { Wood: 'Oak', Size: 'L' } })).to.equal('2');
    expect(found({ sku: 'CH-ASH', options: { Wood: 'Oak', Size: 'L' } })).to.equal('2');
    expect(found({ id: '99', sku: 'CH-ASH' })).to.equal('2');
  });

  it('an empty value of a variant stands for any', () => {
    expect(found({ options: { Wood: 'Elm', Size: 'XXL' } })).to.equal('3');
  });

  it('finds none while an option is not chosen, or has another case', () => {
    expect(found({ options: { Wood: 'Oak' } })).to.equal(undefined);
    expect(found({ options: { Wood: 'Oak', Size: '' } })).to.equal(undefined);
    expect(found({ options: { Wood: 'oak', Size: 'L' } })).to.equal(undefined);
  });

  it('a selection that fits several variants fits none', () => {
    const twins = product({
      variants: [
        { id: 1, sku: 'SAME', options: { Size: '' } },
        { id: 2, sku: 'SAME', options: { Size: 'L' } },
        { id: 3, sku: 'OTHER', options: { Size: 'M' } },
      ],
    });
    expect(found({ sku: 'SAME' }, twins)).to.equal(undefined);
    expect(found({ options: { Size: 'L' } }, twins)).to.equal(undefined);
    expect(found({ sku: 'SAME', options: { Size: 'S' } }, twins)).to.equal('1');
  });

  it('an only variant without options is chosen where there is nothing to choose, and nowhere else', () => {
    const single = product({ variants: [{ id: 42, sku: 'BENCH' }] });
    expect(found({ options: {} }, single)).to.equal('42');
    // A card, where nobody asks; a choice that the document does not know; one of two; one with options.
    expect(found({}, single)).to.equal(undefined);
    expect(found({ options: { Size: 'L' } }, single)).to.equal(undefined);
    expect(found({ options: {} }, product({ variants: [{ id: 1 }, { id: 2 }] }))).to.equal(undefined);
    expect(found({ options: {} }, product({ variants: [{ id: 1, options: { Size: 'L' } }] }))).to.equal(
      undefined,
    );
  });

  it('finds nothing when nothing is chosen, and nothing among no variants', () => {
    for (const selection of [{}, { id: '' }, { sku: '' }, { options: {} }]) {
      expect(found(selection)).to.equal(undefined);
      expect(found(selection, product({}))).to.equal(undefined);
    }
  });

  it('H14 asks only for own option values of the page', () => {
    const odd = product({ variants: [{ id: 1, options: { constructor: 'x' } }] });
    expect(found({ options: {} }, odd)).to.equal(undefined);
    expect(found({ options: Object.create({ constructor: 'x' }) as Record<string, string> }, odd)).to.equal(
      undefined,
    );
  });
});

describe('isNamed', () => {
  it("knows a product by id, handle, SKU, and by its variants' ids and SKUs", () => {
    for (const name of ['p', 'chair', 'CH', '1', 'CH-OAK']) expect(isNamed(chair, name), name).to.equal(true);
    for (const name of ['P', 'chair ', 'Oak', '4', 'CH-']) expect(isNamed(chair, name), name).to.equal(false);
  });

  it('a page that names nothing names no product', () => {
    expect(isNamed(chair, '')).to.equal(false);
    expect(isNamed(product({}), undefined as unknown as string)).to.equal(false);
  });
});
