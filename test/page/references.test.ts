import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { findUnits } from '../../src/page/find-units.js';
import { referencesIn } from '../../src/page/references.js';
import { html } from '../../src/platforms/html/platform.js';
import { productForm, removeForms } from '../support/forms.js';

const names = (main?: string): readonly string[] => [...referencesIn(main)].sort();

describe('referencesIn', () => {
  afterEach(removeForms);

  it('finds what the script tag, our tags and the product forms name, each once', () => {
    productForm('<input name="id" value="41"><input name="product_id" value="4"><button>Add</button>');
    productForm('<input name="id" value="42">', 'action="/cart" data-product-id="5"');
    const tags = productForm(
      '<eta-notice product="lamp"></eta-notice><backorder-badge></backorder-badge>',
      'action="/search"',
    );
    tags.insertAdjacentHTML('afterend', '<product-availability product="lamp"></product-availability>');
    expect(names('main')).to.deep.equal(['4', '41', '5', 'lamp', 'main']);
  });

  it('finds nothing on a page without products', () => {
    productForm('<input name="id" value="1">', 'action="/search"');
    expect(names()).to.deep.equal([]);
  });

  it('a card’s link says caf%C3%A9 of what the shop calls café; a link that is none ends nothing', () => {
    const place = productForm('<input name="id" value="1">', 'action="/search"');
    const links = ['/products/%E0%A4%A', '/products/caf%C3%A9?variant=1'].map(
      (it) => `<a href="${it}">x</a>`,
    );
    place.insertAdjacentHTML('afterend', `<div class="card-wrapper">${links.join('')}</div>`);
    expect(names()).to.deep.equal(['café']);
  });

  it('of radios and boxes takes those that are chosen', () => {
    productForm(
      '<input type="radio" name="id" value="1"><input type="radio" name="id" value="2" checked><input type="checkbox" name="sku" value="3">',
    );
    expect(names()).to.deep.equal(['2']);
  });

  it('H24 carries no other field: no note, no address, no token', () => {
    productForm(
      '<input name="email" value="a@b.co"><input name="note" value="x"><input name="token" value="y"><input name="id" value="1"><input name="quantity" value="2">',
    );
    expect(names()).to.deep.equal(['1']);
  });

  it('never lacks what the page room then reads from the forms', () => {
    const fields = [...html.product, ...html.variant, 'quantity', 'note', 'options[Colour]'];
    const field = fc.tuple(
      fc.constantFrom(...fields),
      fc.constantFrom('1', '2', ''),
      fc.constantFrom('text', 'hidden', 'radio'),
      fc.boolean(),
    );
    const around = fc.constantFrom('', ...html.productAttributes.map((name) => `${name}="9"`));
    fc.assert(
      fc.property(
        fc.array(field, { maxLength: 5 }),
        around,
        fc.constantFrom(undefined, 'main'),
        (all, attribute, main) => {
          const inside = all
            .map(
              ([name, value, type, checked]) =>
                `<input name="${name}" value="${value}" type="${type}" ${checked ? 'checked' : ''}>`,
            )
            .join('');
          productForm(`${inside}<button>Add</button>`, `action="/cart/add" ${attribute}`);
          const asked = referencesIn(main);
          for (const { reference } of findUnits(document, html, main)) expect(asked).to.include(reference);
          removeForms();
        },
      ),
    );
  });
});
