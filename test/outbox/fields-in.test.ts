import { expect } from '@open-wc/testing';
import { fieldsIn } from '../../src/outbox/fields-in.js';
import { setLineFields } from '../../src/outbox/line-fields.js';
import { productForm, removeForms } from '../support/forms.js';

const NAMES = { text: 'properties[Availability]', record: 'properties[_backorder]' };

describe('fieldsIn', () => {
  afterEach(removeForms);

  it('gives what our fields carry, and nothing of the theme’s', () => {
    const form = productForm('<input name="id" value="1"><input name="properties[Gift]" value="yes">');
    expect(fieldsIn(form)).to.deep.equal({});
    setLineFields(form, NAMES, 'Backorder', '1;backorder');
    expect(fieldsIn(form)).to.deep.equal({
      'properties[Availability]': 'Backorder',
      'properties[_backorder]': '1;backorder',
    });
  });

  it('gives nothing of another form', () => {
    const other = productForm('');
    setLineFields(other, NAMES, 'Backorder', '1;backorder');
    expect(fieldsIn(productForm(''))).to.deep.equal({});
  });

  it('takes a form whose fields bear the names of its members', () => {
    const members = ['querySelectorAll', 'elements', 'querySelector', 'id', 'action', 'contains'];
    const form = productForm(members.map((name) => `<input name="${name}" value="x">`).join(''));
    const ours = document.createElement('input');
    ours.dataset.backorderField = 'text';
    Object.assign(ours, { name: '__proto__', value: 'Backorder' });
    form.append(ours);
    const found = fieldsIn(form);
    expect(Object.entries(found)).to.deep.equal([['__proto__', 'Backorder']]);
    expect(Object.getPrototypeOf(found)).to.equal(Object.prototype);
  });
});
