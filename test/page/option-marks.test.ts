import { expect } from '@open-wc/testing';
import { findUnits } from '../../src/page/find-units.js';
import { OptionMarks } from '../../src/page/option-marks.js';
import { html } from '../../src/platforms/html/platform.js';
import { elementPage, tell } from '../support/element-page.js';
import { productForm } from '../support/forms.js';
import { told } from '../support/told.js';

const variant = (id: string, colour: string, size: string, onHand: number): object => ({
  id,
  options: { Colour: colour, Size: size },
  onHand,
});

const CHAIR = {
  id: 'chair',
  policy: { sell: 'backorder', limit: 5 },
  variants: [
    variant('1', 'oak', 's', 4),
    variant('2', 'oak', 'l', 0),
    variant('3', 'red', 's', 0),
    { ...variant('4', 'red', 'l', 0), orderable: false },
  ],
};

const radio = (name: string, value: string, checked = ''): string =>
  `<label id="${value}"><input type="radio" name="options[${name}]" value="${value}" ${checked}>${value}</label>`;

describe('OptionMarks', () => {
  elementPage();

  let form: HTMLFormElement;
  let marks: OptionMarks;
  const look = (): void => marks.look(findUnits(document, html, undefined));
  const marked = (): Readonly<Record<string, string | null>> =>
    Object.fromEntries(
      [...form.querySelectorAll('label')].map((it) => [it.id, it.getAttribute('data-backorder-option')]),
    );
  const choose = (value: string): void => (form.querySelector(`[value=${value}]`) as HTMLElement).click();

  beforeEach(() => {
    tell(told([CHAIR]));
    form = productForm(
      `<input type="hidden" name="product" value="chair">
      ${radio('Colour', 'oak', 'checked')}${radio('Colour', 'red')}${radio('Size', 's', 'checked')}${radio('Size', 'l')}
      <button>Add</button>`,
    );
    marks = new OptionMarks(html, (_form, _reference, selection) => selection);
  });

  afterEach(() => {
    marks.release();
    form.remove();
  });

  it('marks the values that lead to what is not in stock, given what else is chosen', () => {
    look();
    expect(marked()).to.deep.equal({ oak: null, red: 'backorder', s: null, l: 'backorder' });
    choose('red');
    look();
    expect(marked()).to.deep.equal({ oak: null, red: 'backorder', s: 'backorder', l: 'sold-out' });
  });

  it('takes the marks back with the stock, and when it is released', () => {
    look();
    tell(told([{ ...CHAIR, variants: CHAIR.variants.map((it) => ({ ...it, onHand: 3, orderable: true })) }]));
    look();
    expect(Object.values(marked()).filter(Boolean)).to.deep.equal([]);
    tell(told([CHAIR]));
    look();
    marks.release();
    expect(form.querySelectorAll('[data-backorder-option]')).to.have.length(0);
  });

  it('says nothing of values that lead to no one variant, or to one that nobody knows', () => {
    form.querySelector<HTMLInputElement>('[value=s]')?.removeAttribute('name');
    form.querySelector<HTMLInputElement>('[value=l]')?.removeAttribute('name');
    look();
    expect(Object.values(marked()).filter(Boolean)).to.deep.equal([]);
  });
});
