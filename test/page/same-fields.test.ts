import { expect } from '@open-wc/testing';
import { setLineFields } from '../../src/outbox/line-fields.js';
import { SameFields } from '../../src/page/same-fields.js';
import { productForm, removeForms } from '../support/forms.js';

const NAMES = { text: 'attribute[11]', record: '' };

describe('SameFields', () => {
  let form: HTMLFormElement;
  let same: SameFields;
  const theirs = (): HTMLInputElement => form.querySelector('#gift') as HTMLInputElement;

  beforeEach(() => {
    form = productForm(
      '<input type="text" id="gift" name="attribute[11]" value="hello"><input type="text" id="other" name="attribute[12]" value="x"><button>Add</button>',
    );
    same = new SameFields();
  });

  afterEach(() => {
    same.release();
    removeForms();
  });

  it('has the merchant’s own field say what ours carries, and gives it its text back', () => {
    setLineFields(form, NAMES, 'Backorder: ships on 12 December', '');
    same.look();
    expect(new FormData(form).getAll('attribute[11]')).to.deep.equal([
      'Backorder: ships on 12 December',
      'Backorder: ships on 12 December',
    ]);
    expect(new FormData(form).get('attribute[12]')).to.equal('x');
    setLineFields(form, NAMES, 'Backorder: ships on 13 December', '');
    same.look();
    expect(theirs().value).to.equal('Backorder: ships on 13 December');
    setLineFields(form, NAMES, '', '');
    same.look();
    expect(theirs().value).to.equal('hello');
  });

  it('leaves fields of the same name in other forms alone', () => {
    const other = productForm('<input type="text" name="attribute[11]" value="mine"><button>Add</button>');
    setLineFields(form, NAMES, 'Backorder', '');
    same.look();
    expect(new FormData(other).get('attribute[11]')).to.equal('mine');
  });

  it('gives everything back when it is released', () => {
    setLineFields(form, NAMES, 'Backorder', '');
    same.look();
    same.release();
    expect(theirs().value).to.equal('hello');
  });
});
