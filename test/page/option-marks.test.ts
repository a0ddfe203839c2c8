import { expect } from '@open-wc/testing';
import { findUnits } from '../../src/page/find-units.js';
import { OptionMarks } from '../../src/page/option-marks.js';
import { html } from '../../src/platforms/html/platform.js';
import type { Platform } from '../../src/platforms/platform.js';
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
  const units = (): ReturnType<typeof findUnits> => findUnits(document, html, undefined);
  const look = (): void => marks.look(units());
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
    marks = new OptionMarks(html, (_form, _reference, options) => ({ options }));
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

  const within = (markup: string, platform: Platform = html): OptionMarks => {
    form.remove();
    form = productForm(`<input type="hidden" name="product" value="chair">${markup}<button>Add</button>`);
    marks.release();
    marks = new OptionMarks(platform, (_form, _reference, options) => ({ options }));
    return marks;
  };
  const markOf = (selector: string): string | null | undefined =>
    form.querySelector(selector)?.getAttribute('data-backorder-option');
  const select = (name: string, ...values: readonly string[]): string =>
    `<select name="${name}"><option value="">Choose</option>${values
      .map((it) => `<option value="${it}">${it}</option>`)
      .join('')}</select>`;

  it('marks options of selects by an attribute, and leaves their words to the theme', () => {
    within(select('options[Colour]', 'oak', 'red') + select('options[Size]', 's', 'l')).look(units());
    expect(form.querySelectorAll('[data-backorder-option]'), 'nothing is chosen besides').to.have.length(0);
    for (const [name, value] of [
      ['Colour', 'red'],
      ['Size', 's'],
    ])
      form.querySelector<HTMLSelectElement>(`[name="options[${name}]"]`)!.value = value as string;
    look();
    expect(['oak', 'red', 's', 'l'].map((it) => markOf(`[value=${it}]`))).to.deep.equal([
      null,
      'backorder',
      'backorder',
      'sold-out',
    ]);
    expect([...form.querySelectorAll('option')].map((it) => it.text))
      .to.include('red')
      .and.include('s');
  });

  it('marks options of a select of variants, none of one for the quantity, and takes marks off copied options', () => {
    within(select('id', '1', '2', '4') + select('quantity', '1', '2')).look(units());
    const marksIn = (name: string): readonly (string | null)[] =>
      [...form.querySelectorAll(`[name=${name}] option`)].map((it) =>
        it.getAttribute('data-backorder-option'),
      );
    expect(marksIn('id')).to.deep.equal([null, null, 'backorder', 'sold-out']);
    expect(marksIn('quantity')).to.deep.equal([null, null, null]);
    const copied = form.querySelector('[value="2"]')!.cloneNode(true) as HTMLOptionElement;
    copied.value = '1';
    form.querySelector('[name=id]')!.append(copied);
    look();
    expect(marksIn('id')).to.deep.equal([null, null, 'backorder', 'sold-out', null]);
    marks.release();
    expect(form.querySelectorAll('[data-backorder-option]')).to.have.length(0);
  });

  it('marks pills that are no fields', () => {
    const platform: Platform = {
      ...html,
      choices: {
        selector: '[aria-checked=true]',
        all: '[role=radio]',
        name: 'data-name',
        value: 'data-value',
      },
    };
    const pill = (value: string): string => `<div role="radio" data-value="${value}">${value}</div>`;
    within(
      `<div data-name="Colour">${pill('oak')}${pill('red')}</div><input type="radio" name="Size" value="s" checked>`,
      platform,
    ).look(findUnits(document, platform, undefined));
    expect([markOf('[data-value=oak]'), markOf('[data-value=red]')]).to.deep.equal([null, 'backorder']);
  });

  it('marks pills that only a context tells, and options of two dropdowns without names', () => {
    const platform: Platform = {
      ...html,
      choices: {
        selector: '[aria-checked=true], select',
        all: '[role=radio]',
        name: 'data-name',
        value: 'data-value',
        context: { attribute: 'data-context', prefix: 'a_' },
      },
    };
    const variants = CHAIR.variants.map((it) => {
      const { Colour, Size } = (it as { options: { Colour: string; Size: string } }).options;
      return { ...it, options: { a_colour: Colour, a_size: Size } };
    });
    tell(told([{ ...CHAIR, variants }]));
    const pill = (value: string): string =>
      `<div role="radio" id="${value}" data-context='{"option":{"value":"${value}"}}'></div>`;
    const unnamed = (name: string, ...values: readonly string[]): string =>
      select('', ...values).replace('name=""', `data-context='{"name":"${name}"}'`);
    const pills = `<div data-context='{"name":"Colour"}'>${pill('oak')}${pill('red')}</div>`;
    const suppose = (chosen: object) => (_form: HTMLFormElement, _reference: string, options: object) => ({
      options: { ...chosen, ...options },
    });
    const marksOf = (markup: string, chosen: object, selectors: readonly string[]): unknown => {
      within(markup, platform).release();
      marks = new OptionMarks(platform, suppose(chosen));
      marks.look(findUnits(document, platform, undefined));
      return selectors.map(markOf);
    };
    expect(marksOf(pills, { a_size: 's' }, ['#oak', '#red'])).to.deep.equal([null, 'backorder']);
    expect(
      marksOf(unnamed('Colour', 'oak', 'red') + unnamed('Size', 's', 'l'), { a_colour: 'red', a_size: 's' }, [
        '[value=oak]',
        '[value=red]',
        '[value=s]',
        '[value=l]',
      ]),
    ).to.deep.equal([null, 'backorder', 'backorder', 'sold-out']);
  });
});
