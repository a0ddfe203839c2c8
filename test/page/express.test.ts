import { expect } from '@open-wc/testing';
import type { Offer } from '../../src/availability/offer.js';
import { ENGLISH } from '../../src/messages/languages.js';
import { ExpressControls } from '../../src/page/express.js';
import { platform } from '../../src/platforms/shopify/platform.js';
import { productForm, removeForms } from '../support/forms.js';

const WALLET = '<div class="shopify-payment-button"><button type="button">Buy it now</button></div>';
const BUY = '<button type="submit" name="buy-now">Buy it now</button>';

const offer = (express: Offer['express'], control: Offer['control'] = 'swap', state = 'preorder'): Offer =>
  ({ state, express, control }) as Offer;

describe('ExpressControls', () => {
  afterEach(removeForms);

  let root: Element;
  let controls: ExpressControls;
  const find = (selector: string): HTMLElement => root.querySelector(selector) as HTMLElement;

  function setUp(inside: string): void {
    root = productForm(inside).parentElement as Element;
    controls = new ExpressControls(root, platform.express);
  }

  it('keeps them as they are unless the policy says otherwise', () => {
    setUp(WALLET + BUY);
    const before = root.innerHTML;
    controls.apply(offer('keep'), ENGLISH);
    expect(root.innerHTML).to.equal(before);
  });

  for (const express of ['hide', 'disable', 'relabel'] as const) {
    it(`${express}: everything is given back, in stock or when released`, () => {
      setUp(WALLET + BUY);
      const before = root.innerHTML;
      controls.apply(offer(express), ENGLISH);
      expect(root.innerHTML).not.to.equal(before);
      controls.apply(offer(express, 'theme', 'in-stock'), ENGLISH);
      const clean = (): string => root.innerHTML.replaceAll(' style=""', '');
      expect(clean()).to.equal(before);
      controls.apply(offer(express), ENGLISH);
      controls.release();
      expect(clean()).to.equal(before);
    });
  }

  it('D31 hides them with more force than a theme’s display', () => {
    setUp(`<style>.shopify-payment-button { display: flex !important }</style>${WALLET}`);
    controls.apply(offer('hide'), ENGLISH);
    expect(getComputedStyle(find('.shopify-payment-button')).display).to.equal('none');
  });

  it('gives a display of the theme’s own back, with its priority', () => {
    setUp('<div class="paypal-button" style="display: grid !important"></div>');
    controls.apply(offer('hide'), ENGLISH);
    controls.release();
    const { style } = find('.paypal-button');
    expect([style.getPropertyValue('display'), style.getPropertyPriority('display')]).to.deep.equal([
      'grid',
      'important',
    ]);
  });

  it('disables them for pointer and keyboard, the frames of wallets too', () => {
    setUp(WALLET);
    controls.apply(offer('disable'), ENGLISH);
    const button = find('button');
    expect(find('.shopify-payment-button').inert).to.equal(true);
    button.focus();
    expect(document.activeElement).not.to.equal(button);
    controls.release();
    expect(find('.shopify-payment-button').inert).to.equal(false);
  });

  it('D27 says on a button of words what will happen, and leaves a wallet’s as it is', () => {
    setUp(WALLET + BUY);
    controls.apply(offer('relabel'), ENGLISH);
    expect(find('[name=buy-now]').textContent).to.equal('Pre-order: Buy it now');
    expect(find('.shopify-payment-button').textContent).to.equal('Buy it now');
    controls.apply(offer('relabel', 'swap', 'backorder'), ENGLISH);
    expect(find('[name=buy-now]').textContent).to.equal('Backorder: Buy it now');
  });

  it('treats those that come later like the others', () => {
    setUp(WALLET);
    controls.apply(offer('hide'), ENGLISH);
    root.insertAdjacentHTML('beforeend', '<div class="paypal-button"></div>');
    controls.look();
    expect(getComputedStyle(find('.paypal-button')).display).to.equal('none');
    controls.release();
    expect(getComputedStyle(find('.paypal-button')).display).to.equal('block');
  });

  it('changes from one way to another', () => {
    setUp(WALLET);
    controls.apply(offer('hide'), ENGLISH);
    controls.apply(offer('disable'), ENGLISH);
    const wallet = find('.shopify-payment-button');
    expect(getComputedStyle(wallet).display).to.equal('block');
    expect(wallet.inert).to.equal(true);
    controls.apply(offer('keep'), ENGLISH);
    expect(wallet.inert).to.equal(false);
  });

  it('again in the same way touches nothing', async () => {
    setUp(WALLET);
    controls.apply(offer('hide'), ENGLISH);
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(root, { attributes: true, childList: true, subtree: true });
    controls.apply(offer('hide'), ENGLISH);
    controls.look();
    await Promise.resolve();
    expect(seen).to.deep.equal([]);
    observer.disconnect();
  });

  it('one inside another is held once', () => {
    setUp('<div data-backorder-express><button name="buy-now">Buy</button></div>');
    controls.apply(offer('disable'), ENGLISH);
    expect(root.querySelectorAll('[data-backorder-express-held]')).to.have.length(1);
    controls.release();
    expect(root.querySelectorAll('[inert], [data-backorder-express-held]')).to.have.length(0);
  });

  it('D10 frees a copy that came with a copied piece of page, and not what another holds', () => {
    setUp(WALLET + BUY);
    controls.apply(offer('hide'), ENGLISH);
    const copied = productForm('').parentElement as Element;
    copied.innerHTML = root.innerHTML;
    const other = new ExpressControls(copied, platform.express);
    expect(copied.querySelectorAll('[data-backorder-express-held]')).to.have.length(0);
    expect(getComputedStyle(copied.querySelector('.shopify-payment-button') as Element).display).to.equal(
      'block',
    );
    void new ExpressControls(root, platform.express);
    expect(getComputedStyle(find('.shopify-payment-button')).display).to.equal('none');
    other.release();
  });
});
