import { expect } from '@open-wc/testing';
import { FirstPress } from '../../src/page/first-press.js';
import { elementPage } from '../support/element-page.js';
import { productForm } from '../support/forms.js';

describe('FirstPress', () => {
  elementPage();

  const form = (): HTMLFormElement =>
    productForm(
      '<select name="id"><option value="1">1<option value="2">2</select><button type="button">Add</button>',
    );
  const button = (it: HTMLFormElement): HTMLButtonElement => it.querySelector('button')!;

  it('remembers which form was pressed, and when', () => {
    const press = new FirstPress();
    const from = performance.now();
    const pressed = form();
    button(pressed).click();
    const heard = press.take();
    expect([heard?.form, heard?.early]).to.deep.equal([pressed, false]);
    expect(heard?.at).to.be.within(from, performance.now());
  });

  it('remembers nothing of what is no button of a form', () => {
    const press = new FirstPress();
    form();
    document.body.click();
    expect(press.take()).to.equal(undefined);
  });

  it('knows that a press after a choice may not be for what the form says', () => {
    const press = new FirstPress();
    const pressed = form();
    pressed.querySelector('select')!.dispatchEvent(new Event('change', { bubbles: true }));
    button(pressed).click();
    expect(press.take()?.early).to.equal(true);
  });

  it('knows that a form has changed since', () => {
    const press = new FirstPress();
    const pressed = form();
    button(pressed).click();
    pressed.querySelector('select')!.value = '2';
    expect(press.take()?.early).to.equal(true);
  });

  it('hears no more once it was asked', () => {
    const press = new FirstPress();
    press.take();
    button(form()).click();
    expect(press.take()).to.equal(undefined);
  });
});
