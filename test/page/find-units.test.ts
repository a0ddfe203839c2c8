import { expect } from '@open-wc/testing';
import { buttonOf, fieldOf, fieldsOf, findUnits, referenceOf, valueOf } from '../../src/page/find-units.js';
import { html } from '../../src/platforms/html/platform.js';
import { productForm, removeForms } from '../support/forms.js';

const ADD = '<button name="add">Add to cart</button>';
const ID = '<input type="hidden" name="id" value="41">';

describe('findUnits', () => {
  afterEach(removeForms);

  const referencesOf = (main?: string): readonly string[] =>
    findUnits(document, html, main).map(({ reference }) => reference);

  for (const [what, attributes] of [
    ['a form that goes to the cart', 'action="/cart/add"'],
    ['in another case, or abroad', 'action="https://shop.example/CART/add.php"'],
    ['a form that goes to the basket', 'action="/basket"'],
    ['WooCommerce’s form', 'class="variations_form cart" action="/product/x"'],
  ] as const) {
    it(`finds ${what}`, () => {
      const form = productForm(ID + ADD, attributes);
      const [unit] = findUnits(document, html, undefined);
      expect(unit?.form).to.equal(form);
      expect(unit?.button).to.equal(form.querySelector('button'));
      expect(unit?.root).to.equal(form.parentElement);
      expect(unit?.reference).to.equal('41');
    });
  }

  it('leaves out forms of other kinds, forms without a button and forms without a product', () => {
    productForm(ID + ADD, 'action="/search"');
    productForm(ID, 'action="/cart/add"');
    productForm(`${ID}<input type="text">`, 'action="/cart/add"');
    productForm(ADD, 'action="/cart/update"');
    expect(findUnits(document, html, undefined)).to.deep.equal([]);
  });

  it('gives the page’s own product to the first form that names none', () => {
    productForm(ADD);
    productForm(ADD);
    productForm(ID + ADD);
    expect(referencesOf('main')).to.deep.equal(['main', '41']);
  });

  it('D12 takes as root what the theme repeats as a whole', () => {
    const form = productForm(ID + ADD, undefined, 'data-backorder-root');
    const card = document.createElement('li');
    form.before(card);
    card.append(form);
    expect(findUnits(document, html, undefined)[0]?.root).to.equal(card);
    const lone = productForm(ID + ADD);
    document.body.append(lone);
    expect(findUnits(document, html, undefined).at(-1)?.root).to.equal(lone);
    lone.remove();
  });

  it('H18 is not misled by fields named like the form’s own properties', () => {
    const names = ['id', 'action', 'method', 'name', 'submit', 'target', 'length', 'reset', 'title', 'item'];
    const form = productForm(names.map((name) => `<input name="${name}" value="x-${name}">`).join('') + ADD);
    const [unit] = findUnits(document, html, undefined);
    expect(unit?.form).to.equal(form);
    expect(unit?.reference).to.equal('x-id');
  });

  it('H18 is not misled by fields named like anything that it asks of a form', () => {
    const names =
      'elements closest querySelector querySelectorAll getAttribute nextElementSibling isConnected parentNode append contains';
    const fields = names.split(' ').map((name) => `<input name="${name}" id="${name}">`);
    const form = productForm(fields.join('') + ID + ADD);
    const [unit] = findUnits(document, html, undefined);
    expect(unit?.form).to.equal(form);
    expect(unit?.button.name).to.equal('add');
    expect(unit?.reference).to.equal('41');
  });

  it('D26 knows what belongs to a form and does not stand in it', () => {
    const form = productForm('<button type="button" data-it="size">Size chart</button>');
    form.id = 'apart';
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p class="apart"><input type="hidden" form="apart" name="id" value="77"><button form="apart" name="add">Add</button></p>',
    );
    const [unit] = findUnits(document, html, undefined);
    expect(unit?.reference).to.equal('77');
    expect(unit?.button.name).to.equal('add');
    document.querySelector('.apart')?.remove();
  });

  it('D26 knows what a parser could not leave inside of a form in a table', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc =
      '<table><form action="/cart/add" method="post"><tr><td><input type="hidden" name="id" value="12"><button name="add">Add</button></td></tr></form></table>';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const form = frame.contentDocument?.querySelector('form') as HTMLFormElement;
    // Empty, and its fields stand beside it.
    expect(form.querySelector('button')).to.equal(null);
    expect(form.elements).to.have.length(2);
    expect(buttonOf(form, html)?.name).to.equal('add');
    frame.remove();
  });
});

describe('buttonOf', () => {
  afterEach(removeForms);

  const found = (inside: string): string | undefined =>
    buttonOf(productForm(inside), html)?.getAttribute('data-it') ?? undefined;

  it('D26 prefers the most particular, wherever it stands', () => {
    expect(
      found('<button data-it="other">Size chart</button><button name="add" data-it="add">Add</button>'),
    ).to.equal('add');
    expect(
      found(
        '<button name="add" data-it="add">Add</button><button data-backorder-button data-it="told">Add</button>',
      ),
    ).to.equal('told');
    expect(found('<button type="button" data-it="no">?</button><button data-it="add">Add</button>')).to.equal(
      'add',
    );
  });

  it('D26 finds one that stands outside and names the form', () => {
    const form = productForm('', 'action="/cart" id="product-form"');
    const outside = document.createElement('button');
    outside.setAttribute('form', 'product-form');
    form.after(outside);
    expect(buttonOf(form, html)).to.equal(outside);
    outside.remove();
  });

  it('D26 takes a button without a type, and an input', () => {
    expect(found('<button data-it="bare">Add</button>')).to.equal('bare');
    expect(found('<input type="submit" data-it="input" value="Add">')).to.equal('input');
  });

  it('D27 never takes an express control, or one that only does something else', () => {
    expect(found('<button type="submit" name="buy-now" data-it="express">Buy now</button>')).to.equal(
      undefined,
    );
    expect(
      found(
        '<button type="submit" data-backorder-express data-it="express">Pay</button><button data-it="add">Add</button>',
      ),
    ).to.equal('add');
    expect(found('<button type="button" data-it="plus">+</button>')).to.equal(undefined);
    expect(found('<button type="reset" data-it="reset">Reset</button>')).to.equal(undefined);
  });
});

describe('referenceOf', () => {
  afterEach(removeForms);

  const referenced = (inside: string, attributes?: string, around?: string): string | undefined =>
    referenceOf(productForm(inside, attributes, around), html);

  it('is named by an attribute on the form or around it, which goes before its fields', () => {
    expect(referenced(ID, 'action="/cart" data-product-id="7"')).to.equal('7');
    expect(referenced(ID, undefined, 'data-product-id="8"')).to.equal('8');
    expect(referenced(ID, undefined, 'data-product-id="8" data-backorder-product="table"')).to.equal('table');
    expect(referenced(ID, undefined, 'data-product-id=""')).to.equal('41');
  });

  it('is named by the product field, else by the variant’s', () => {
    expect(referenced(`${ID}<input name="product_id" value="9">`)).to.equal('9');
    expect(referenced(ID)).to.equal('41');
    expect(referenced('<button name="add-to-cart" value="12">Add</button>')).to.equal('12');
    expect(referenced('<input name="q">')).to.equal(undefined);
  });

  it('is named by the provider around it', () => {
    const form = productForm(ID);
    const provider = document.createElement('product-availability');
    provider.setAttribute('product', 'table');
    form.before(provider);
    provider.append(form);
    expect(referenceOf(form, html)).to.equal('table');
  });
});

describe('fieldOf and valueOf', () => {
  afterEach(removeForms);

  it('give the first of the names that there is, and of radios and boxes the chosen one', () => {
    const form =
      productForm(`<input type="radio" name="id" value="1"><input type="radio" name="id" value="2" checked>
      <select name="qty"><option>1<option selected>3</select><input name="variant" value="9">`);
    expect(valueOf(form, ['sku', 'id', 'variant'])).to.equal('2');
    expect(valueOf(form, ['variant', 'id'])).to.equal('9');
    expect(valueOf(form, ['quantity', 'qty'])).to.equal('3');
    expect(valueOf(form, ['nothing'])).to.equal(undefined);
    expect(fieldOf(fieldsOf(form), ['qty'])?.tagName).to.equal('SELECT');
  });

  it('prefer a field that is sent to one that is disabled', () => {
    const form = productForm(
      '<input name="id" value="42" disabled><input name="id" value="41"><fieldset disabled><input name="sku" value="a"></fieldset><button>Add</button>',
    );
    expect(valueOf(form, ['id'])).to.equal('41');
    expect(valueOf(form, ['sku']), 'the only one').to.equal('a');
  });

  it('while nothing is chosen there is none', () => {
    const form = productForm(
      '<input type="radio" name="id" value="1"><input type="checkbox" name="sku" value="2">',
    );
    expect(valueOf(form, ['id', 'sku'])).to.equal(undefined);
  });

  it('find a field outside that names the form', () => {
    const form = productForm('', 'action="/cart" id="far-form"');
    const outside = document.createElement('input');
    outside.name = 'id';
    outside.value = '5';
    outside.setAttribute('form', 'far-form');
    form.after(outside);
    expect(valueOf(form, ['id'])).to.equal('5');
    outside.remove();
  });
});
