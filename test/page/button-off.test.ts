import { expect } from '@open-wc/testing';
import { ButtonOff } from '../../src/page/button-off.js';
import { Scope } from '../../src/store/scope.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, put, soon, tell, until } from '../support/element-page.js';
import { backorder, told } from '../support/told.js';

describe('ButtonOff', () => {
  elementPage();

  let button: HTMLButtonElement;
  let scope: Scope;
  let off: ButtonOff;
  let reads = 0;
  const blocked = (): boolean | undefined => scope.settings.blocked;

  beforeEach(() => {
    tell(told([backorder('chair')]));
    button = put<HTMLButtonElement>('<button type="button">Add</button>');
    scope = new Scope(shared().store);
    scope.set({ product: 'chair', blocked: false });
    off = new ButtonOff(button, scope, { pressed: () => (reads += 1) });
  });
  afterEach(() => off.release());

  it('believes a button that stays off: then nothing is offered but a sign-up', async () => {
    button.disabled = true;
    off.look();
    expect(blocked(), 'at once').to.equal(false);
    await until(() => blocked());
    expect(scope.offer.control).not.to.equal('swap');
  });

  it('does not believe one that is off for a moment, as while a variant is fetched', async () => {
    button.disabled = true;
    off.look();
    button.disabled = false;
    off.look();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(blocked()).to.equal(false);
  });

  it('nor one that came on again without a sign', async () => {
    button.disabled = true;
    off.look();
    button.disabled = false;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(blocked()).to.equal(false);
  });

  it('believes it on a page that never stands still', async () => {
    button.disabled = true;
    const restless = setInterval(() => off.look(), 20);
    await until(() => blocked());
    clearInterval(restless);
  });

  it('one that comes on is believed at once', () => {
    scope.set({ blocked: true });
    off.look();
    expect(blocked()).to.equal(false);
    expect(scope.offer.control).to.equal('swap');
  });

  it('one that goes off when it is pressed is adding, for as long as that takes', async () => {
    button.click();
    button.disabled = true;
    off.look();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    off.look();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(blocked()).to.equal(false);
    button.disabled = false;
    off.look();
    button.disabled = true;
    off.look();
    await until(() => blocked());
  });

  it('has the form read again at each press', () => {
    reads = 0;
    button.click();
    expect(reads).to.equal(1);
  });

  it('released, it says nothing more', async () => {
    button.disabled = true;
    off.look();
    off.release();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(blocked()).to.equal(false);
    off.release();
    await soon();
  });
});
