import { expect } from '@open-wc/testing';
import { readChoice } from '../../src/page/choice.js';
import { html } from '../../src/platforms/html/platform.js';
import { productForm, removeForms } from '../support/forms.js';

describe('readChoice', () => {
  afterEach(removeForms);

  const choice = (inside: string): ReturnType<typeof readChoice> => readChoice(productForm(inside), html);
  const options = (inside: string): Record<string, string> => ({ ...choice(inside).selection?.options });

  it('takes the variant from its id field', () => {
    expect(choice('<input type="hidden" name="id" value="41">')).to.deep.equal({
      selection: { id: '41', sku: '41' },
      quantity: 1,
    });
    expect(
      choice('<select name="id"><option value="1"><option value="2" selected></select>').selection?.id,
    ).to.equal('2');
  });

  it('takes it from option fields where there is no id, by their names and by those in brackets', () => {
    expect(
      options(`<select name="options[Colour]"><option>Oak<option selected>Ash</select>
        <input type="radio" name="Size" value="S"><input type="radio" name="Size" value="L" checked>`),
    ).to.deep.equal({ 'options[Colour]': 'Ash', Colour: 'Ash', Size: 'L' });
  });

  it('D41 an id field that is empty yet is no choice', () => {
    expect(
      options(
        '<input name="variation_id" value=""><select name="attribute_pa_wood"><option selected>oak</select>',
      ),
    ).to.deep.equal({ attribute_pa_wood: 'oak' });
    expect(choice('<input name="variation_id" value="">').selection?.id).to.equal(undefined);
  });

  it('what cannot be chosen is no option: texts, hidden fields, the quantity', () => {
    expect(
      options(`<input name="note" value="x"><input type="hidden" name="token" value="y"><select name="quantity"><option>2</select>
        <input type="checkbox" name="gift" value="1"><textarea name="t">z</textarea>`),
    ).to.deep.equal({});
  });

  it('H13 options named like parts of Object are options like any other', () => {
    const found = choice(
      '<select name="__proto__"><option>a</select><select name="x[constructor]"><option>b</select>',
    );
    expect(Object.keys(found.selection?.options ?? {}).sort()).to.deep.equal([
      '__proto__',
      'constructor',
      'x[constructor]',
    ]);
    expect(({} as { a?: unknown }).a).to.equal(undefined);
  });

  it('H24 takes the quantity as a whole number from 1, else one', () => {
    const quantity = (value: string): number => choice(`<input name="quantity" value="${value}">`).quantity;
    expect(['2', ' 3 ', '10'].map(quantity)).to.deep.equal([2, 3, 10]);
    for (const odd of ['', '0', '-1', '1.5', 'two', '1e999', '5 pcs', 'NaN'])
      expect(quantity(odd), odd).to.equal(1);
    expect(choice('<select name="qty"><option>1<option selected>4</select>').quantity).to.equal(4);
  });

  it('D28 reads the form as it stands at that moment', () => {
    const form = productForm('<input type="hidden" name="id" value="41"><input name="quantity" value="1">');
    const [id, quantity] = form.querySelectorAll('input');
    (id as HTMLInputElement).value = '42';
    (quantity as HTMLInputElement).value = '3';
    expect(readChoice(form, html)).to.deep.equal({ selection: { id: '42', sku: '42' }, quantity: 3 });
  });
});
