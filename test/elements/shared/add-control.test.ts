import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { AddControl } from '../../../src/elements/shared/add-control.js';
import type { AddRequestEvent } from '../../../src/events/add-request-event.js';
import { ENGLISH, languageFor } from '../../../src/messages/languages.js';
import { Scope } from '../../../src/store/scope.js';
import { shared } from '../../../src/store/shared-store.js';
import { elementPage, put, soon, tell, until } from '../../support/element-page.js';
import { backorder, inStock, told } from '../../support/told.js';

const FIELDS = { text: 'properties[Availability]', record: 'properties[_backorder]' };
const german = await languageFor('de');

describe('AddControl', () => {
  elementPage();

  let form: HTMLFormElement;
  let button: HTMLButtonElement;
  let scope: Scope;
  let control: AddControl;
  let stop: () => void;
  /** What the theme has heard, in order. */
  let theme: string[];

  const fields = (): Record<string, FormDataEntryValue> => Object.fromEntries(new FormData(form));
  const said = (): string => document.querySelector('[data-backorder-live]')?.textContent ?? '';

  beforeEach(() => {
    form = put<HTMLFormElement>(
      '<form action="/nowhere"><input type="hidden" name="id" value="1"><button name="add">Add to cart</button></form>',
    );
    button = form.querySelector('button') as HTMLButtonElement;
    theme = [];
    button.addEventListener('click', () => theme.push('click'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      theme.push('submit');
    });
    scope = new Scope(shared().store);
    scope.set({ product: 'a' });
    stop = scope.subscribe(() => undefined);
    control = new AddControl(button, scope, FIELDS);
  });

  afterEach(async () => {
    control.release();
    stop();
    await resetMouse();
  });

  /** What is now offered, and decorates the control with it. */
  function offer(product: object, byShopper = true): void {
    tell(told([product]));
    control.apply(ENGLISH, byShopper);
  }

  it('says the state on the button and puts the promise into the form', () => {
    offer(backorder('a'));
    expect(button.textContent).to.equal('Backorder now');
    expect(fields()).to.deep.equal({
      id: '1',
      'properties[Availability]': 'Backorder: Expected to ship on December 12',
      'properties[_backorder]': '1;backorder;0+1;2026-12-12/2026-12-12;day;ship;estimated;;en',
    });
  });

  it('gives everything back when it is released', () => {
    const before = form.outerHTML;
    offer(backorder('a'));
    control.release();
    expect(form.outerHTML).to.equal(before);
    button.click();
    expect(theme).to.deep.equal(['click', 'submit']);
  });

  it('gives everything back when the product is in stock, and takes it up again', () => {
    const before = form.outerHTML;
    offer(backorder('a'));
    offer(inStock('a'));
    expect(form.outerHTML).to.equal(before);
    offer(backorder('a'));
    expect(button.textContent).to.equal('Backorder now');
  });

  it('leaves what is sold out to the theme', () => {
    const before = form.outerHTML;
    offer({ id: 'a', onHand: 0 });
    expect(form.outerHTML).to.equal(before);
    button.click();
    expect(theme).to.deep.equal(['click', 'submit']);
  });

  it('speaks another language when it is told to', () => {
    offer(backorder('a'));
    control.apply(german, true);
    expect(button.textContent).to.equal('Mit Lieferzeit bestellen');
    expect(fields()['properties[Availability]']).to.equal(
      'Nachlieferung: Versand voraussichtlich am 12. Dezember',
    );
  });

  it('D21 takes the promise out of a form that the button has left', () => {
    offer(backorder('a'));
    const other = put<HTMLFormElement>('<form id="other"></form>');
    other.append(button);
    control.apply(ENGLISH, true);
    expect(Object.keys(fields())).to.deep.equal(['id']);
    expect([...new FormData(other).keys()]).to.have.length(2);
  });

  it('D26 finds the form that the button names', () => {
    const far = put<HTMLFormElement>('<form id="far"></form>');
    button.setAttribute('form', 'far');
    offer(backorder('a'));
    expect([...new FormData(far).keys()]).to.have.length(2);
    expect(Object.keys(fields())).to.deep.equal(['id']);
  });

  it('on a button without any form changes the words only', () => {
    const lone = put<HTMLButtonElement>('<button type="button">Add</button>');
    const other = new AddControl(lone, scope, FIELDS);
    tell(told([backorder('a')]));
    other.apply(ENGLISH, true);
    expect(lone.textContent).to.equal('Backorder now');
    other.release();
    expect(lone.textContent).to.equal('Add');
  });

  describe('a press', () => {
    let requests: AddRequestEvent[];

    beforeEach(() => {
      requests = [];
      form.addEventListener('backorder-add-request', (event) => requests.push(event));
    });

    it('goes to the page first and then to the theme', () => {
      offer(backorder('a', { onHand: 1 }));
      scope.set({ quantity: 3 });
      control.apply(ENGLISH, true);
      button.click();
      expect(requests).to.have.length(1);
      const { offer: made, ...request } = requests[0]?.request as AddRequestEvent['request'];
      expect(request).to.deep.equal({
        product: 'a',
        variant: undefined,
        quantity: 3,
        promise: '1 now, 2 on December 12',
      });
      expect(made.split).to.deep.equal({ now: 1, later: 2, refused: 0 });
      expect(theme).to.deep.equal(['click', 'submit']);
    });

    it('names the variant, by whatever it was chosen', () => {
      const variants = [
        { id: '11', onHand: 2, options: { Wood: 'Oak' } },
        { id: '12', onHand: 0, options: { Wood: 'Ash' } },
      ];
      tell(told([{ id: 'a', policy: { sell: 'backorder' }, variants }]));
      scope.set({ selection: { options: { Wood: 'Ash' } } });
      control.apply(ENGLISH, true);
      button.click();
      expect(requests[0]?.request.variant).to.equal('12');
    });

    it('that a handler prevents reaches the theme in no way', () => {
      offer(backorder('a'));
      form.addEventListener('backorder-add-request', (event) => event.preventDefault());
      button.click();
      expect(theme).to.deep.equal([]);
    });

    it('while in stock is the theme’s alone', () => {
      offer(inStock('a'));
      button.click();
      expect(requests).to.deep.equal([]);
      expect(theme).to.deep.equal(['click', 'submit']);
    });

    it('D30 a theme’s own listener in capture comes too late to stop ours', () => {
      offer(backorder('a'));
      const stopAll = (event: Event): void => event.stopImmediatePropagation();
      document.addEventListener('click', stopAll, true);
      button.click();
      document.removeEventListener('click', stopAll, true);
      expect(requests).to.have.length(1);
    });

    it('S13 beyond the most that can be ordered is held, and says so', async () => {
      offer(backorder('a', { availableForBackorder: 2 }));
      scope.set({ quantity: 5 });
      control.apply(ENGLISH, true);
      button.click();
      expect(theme).to.deep.equal([]);
      expect(requests).to.deep.equal([]);
      await until(() => said() === 'You can order up to 2.');
    });
  });

  describe('A08 at the merchant’s limit', () => {
    const atLimit = backorder('a', { availableForBackorder: 0 });

    it('says sold out, keeps the focus, is not off, and sends nothing', async () => {
      offer(backorder('a'));
      button.focus();
      offer(atLimit);
      expect(button.textContent).to.equal('Sold out');
      expect(button.disabled).to.equal(false);
      expect(button.ariaDisabled).to.equal('true');
      expect(document.activeElement).to.equal(button);
      await sendKeys({ press: 'Enter' });
      expect(theme).to.deep.equal([]);
      await until(() => said() === 'Sold out');
      offer(inStock('a'));
      expect(button.hasAttribute('aria-disabled')).to.equal(false);
      button.click();
      expect(theme).to.deep.equal(['click', 'submit']);
    });

    it('H23 holds where the merchant has emptied the words for it; an order line does not begin with a colon', () => {
      const emptied = { 'badge.sold-out': '', 'badge.backorder': ' ', 'limit.most': { one: '', other: '' } };
      const silent = { tag: 'en', messages: { ...ENGLISH.messages, ...emptied } };
      const press = (product: object, quantity: number): readonly string[] => {
        tell(told([product]));
        scope.set({ quantity });
        control.apply(silent, true);
        button.click();
        return theme;
      };
      expect(press(atLimit, 1)).to.deep.equal([]);
      expect(press(backorder('a', { availableForBackorder: 3 }), 5)).to.deep.equal([]);
      expect(press(backorder('a', { availableForBackorder: 3 }), 3)).to.deep.equal(['click', 'submit']);
      expect(fields()['properties[Availability]']).to.equal('Expected to ship on December 12');
    });

    it('leaves a theme’s own aria-disabled alone', () => {
      button.setAttribute('aria-disabled', 'false');
      offer(atLimit);
      expect(button.ariaDisabled).to.equal('false');
      offer(inStock('a'));
      expect(button.ariaDisabled).to.equal('false');
    });

    it('does not touch disabled, which is the theme’s', () => {
      button.disabled = true;
      offer(atLimit);
      offer(inStock('a'));
      expect(button.disabled).to.equal(true);
    });

    it('D10 a copy of a stopped button is not off for ever', () => {
      offer(atLimit);
      const copy = button.cloneNode(true) as HTMLButtonElement;
      form.append(copy);
      const other = new AddControl(copy, scope, FIELDS);
      tell(told([inStock('a')]));
      other.apply(ENGLISH, true);
      expect(copy.hasAttribute('aria-disabled')).to.equal(false);
      expect(copy.textContent).to.equal('Add to cart');
      other.release();
    });
  });

  describe('N02 S27 a change that the shopper did not cause', () => {
    it('waits while the button is focused, and comes when the focus goes', async () => {
      button.focus();
      offer(backorder('a'), false);
      await soon();
      expect(button.textContent).to.equal('Add to cart');
      button.blur();
      await until(() => button.textContent === 'Backorder now');
      expect(Object.keys(fields())).to.have.length(3);
    });

    it('waits while the button is pointed at', async () => {
      const { x, y, width, height } = button.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
      await until(() => button.matches(':hover'));
      offer(backorder('a'), false);
      await soon();
      expect(button.textContent).to.equal('Add to cart');
      await sendMouse({ type: 'move', position: [700, 500] });
      await until(() => button.textContent === 'Backorder now');
    });

    it('a press meanwhile is one on the words that are read', async () => {
      let requests = 0;
      form.addEventListener('backorder-add-request', () => (requests += 1));
      button.focus();
      offer(backorder('a'), false);
      await sendKeys({ press: 'Enter' });
      expect(requests).to.equal(0);
      expect(theme).to.deep.equal(['click', 'submit']);
    });

    it('once it has come, presses count again', async () => {
      let requests = 0;
      form.addEventListener('backorder-add-request', () => (requests += 1));
      button.focus();
      offer(backorder('a'), false);
      button.blur();
      await until(() => button.textContent === 'Backorder now');
      button.click();
      expect(requests).to.equal(1);
    });

    it('the last of several is what comes', async () => {
      button.focus();
      offer(backorder('a'), false);
      offer({ id: 'a', status: 'preorder', policy: { sell: 'preorder' } }, false);
      button.blur();
      await until(() => button.textContent === 'Pre-order now');
    });

    it('does not come after everything was given back', async () => {
      button.focus();
      offer(backorder('a'), false);
      button.blur();
      control.release();
      await soon();
      await soon();
      expect(button.textContent).to.equal('Add to cart');
      expect(Object.keys(fields())).to.deep.equal(['id']);
    });

    it('one that the shopper caused does not wait', () => {
      button.focus();
      offer(backorder('a'), true);
      expect(button.textContent).to.equal('Backorder now');
    });
  });
});
