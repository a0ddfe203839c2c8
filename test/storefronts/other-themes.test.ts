// What other themes of the same systems print: each piece of markup as their templates have it.
import { expect } from '@open-wc/testing';
import { closePages, openPage, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';
import { textIn } from './shop-front.js';

const DATE = '2031-05-17';
const LATE = { onHand: 0, restock: DATE };

async function open(markup: string, products: readonly object[], more: PageOptions = {}): Promise<ShopPage> {
  const document = { version: 1, policy: { sell: 'backorder' }, signUp: { url: '{own}/sign-ups' }, products };
  const page = await openPage({ page: 'empty', document, slots: { after: markup }, ...more });
  return page.loaded();
}

const words = (page: ShopPage, selector: string): string => page.find(selector).textContent.trim();

describe('PrestaShop: Hummingbird', () => {
  afterEach(closePages);

  const details = (id_product_attribute: number): string =>
    JSON.stringify({ id_product: 31, id_product_attribute }).replaceAll('"', '&quot;');
  const button = '<button data-button-action="add-to-cart" type="submit">Add to cart</button>';
  const product = `<div class="product-container js-product-container">
    <form action="cart" method="post" id="add-to-cart-or-refresh">
      <input type="hidden" name="id_product" value="31" /><input name="qty" value="1" />${button}
    </form>
    <div class="js-product-details" data-product="${details(101)}"></div></div>`;
  const card = `<article class="product-miniature" data-id-product="40" data-id-product-attribute="201">
    <form action="cart" method="post"><input type="hidden" name="id_product" value="40" />
      <input type="hidden" name="id_product_attribute" value="201" />${button}</form></article>`;
  const options = {
    button: '#add-to-cart-or-refresh button',
    theme: '<script>var prestashop = { on() {} };</script>',
  };

  it('the combination is read where the theme prints it, and from the form of a card', async () => {
    const products = [
      {
        id: 31,
        variants: [
          { id: 101, ...LATE },
          { id: 102, onHand: 3 },
        ],
      },
      {
        id: 40,
        variants: [
          { id: 201, ...LATE },
          { id: 202, onHand: 3 },
        ],
      },
    ];
    const page = await open(product + card, products, options);
    await waitFor(() => words(page, '#add-to-cart-or-refresh button') === 'Backorder now');
    await waitFor(() => words(page, '.product-miniature button') === 'Backorder now');
    page.find('.js-product-details').outerHTML =
      `<div class="js-product-details" data-product="${details(102)}"></div>`;
    await waitFor(() => words(page, '#add-to-cart-or-refresh button') === 'Add to cart');
    expect(words(page, '.product-miniature button')).to.equal('Backorder now');
    expectQuiet(page.heard, 1);
  });
});

describe('Shopify: themes that print their variants and no product', () => {
  afterEach(closePages);

  it('what the shop does not sell is not offered, though the theme’s button can be pressed', async () => {
    const variants = [
      { id: 11, available: true, options: ['Oak'], inventory_management: 'shopify' },
      { id: 12, available: false, options: ['Red'], inventory_management: 'shopify' },
    ];
    const markup = `<section><form action="/cart/add" method="post">
      <select name="id"><option value="11">Oak</option><option value="12">Red</option></select>
      <button type="submit" name="add" aria-disabled="false">Add to cart</button></form>
      <script type="application/json" data-variant-json>${JSON.stringify(variants)}</script></section>`;
    const page = await open(markup, [{ id: 7, variants: variants.map(({ id }) => ({ id, ...LATE })) }], {
      theme: '<script>var Shopify = { routes: { root: "/" } };</script>',
    });
    await waitFor(() => words(page, '[name=add]') === 'Backorder now');
    const select = page.find<HTMLSelectElement>('select');
    select.value = '12';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => words(page, '[name=add]') === 'Add to cart');
    await waitFor(() => textIn(page.document, 'notify-me-form') !== '', 'a sign-up');
    expect(page.document.querySelectorAll('[data-backorder-field]')).to.have.length(0);
    expectQuiet(page.heard, 1);
  });
});

describe('WooCommerce: themes without a list', () => {
  afterEach(closePages);

  const product = (id: number, attributes: string, inside: string): string =>
    `<div ${attributes} type-product post-${id} status-publish instock product-type-simple">${inside}</div>`;
  const form = (id: number): string =>
    `<form class="cart" method="post"><input name="quantity" value="1" />
    <button type="submit" name="add-to-cart" value="${id}" class="single_add_to_cart_button">Add to cart</button></form>`;

  it('cards that are boxes get a badge each, the product itself and a bar that sticks get none of these', async () => {
    const markup = `<div class="woocommerce">
      ${product(61, 'id="product-61" class="product', form(61))}
      ${product(71, 'class="product-small col product', '<a href="71">Stool</a>')}
      ${product(72, 'class="wd-product product-grid-item product', '<p class="stock out-of-stock">Out of stock</p>')}
      ${product(73, 'class="elementor elementor-12 e-loop-item product', '<a href="73">Shelf</a>')}
      ${product(74, 'class="elementor elementor-location-single product', '<h1>Bench</h1>')}
      </div></main><div class="sticky-add-to-cart">
      ${product(61, 'class="sticky-add-to-cart__product', form(61))}</div>`;
    const page = await open(
      markup,
      [61, 71, 72, 73, 74].map((id) => ({ id, ...LATE })),
      { button: '#product-61 button' },
    );
    const bar = page.find('.sticky-add-to-cart');
    await waitFor(() => words(page, '.sticky-add-to-cart button') === 'Backorder now');
    for (const id of [71, 72, 73]) {
      await waitFor(() => textIn(page.find(`.post-${id}`), 'backorder-badge') === 'Backorder', `badge ${id}`);
    }
    expect(page.document.querySelectorAll('.post-72 > *')).to.have.length(2);
    expect(page.find('.post-74').querySelector('backorder-badge')).to.equal(null);
    await waitFor(() => textIn(page.find('#product-61'), 'eta-notice').includes('2031'), 'the date');
    // The bar says it on its button, and its order carries the promise.
    expect(bar.querySelector('backorder-badge,eta-notice,notify-me-form')).to.equal(null);
    expect(bar.querySelectorAll('form [data-backorder-field]')).to.have.length(2);
    expectQuiet(page.heard, 1);
  });

  it('the page’s own form in a bar (Neve), on a body that tells of it, has badge and date', async () => {
    const bar = `<div class="sticky-add-to-cart-wrapper"><div class="sticky-add-to-cart">${form(61)}</div></div>`;
    const theme =
      '<script>addEventListener("DOMContentLoaded", () => document.body.classList.add("woocommerce", "has-sticky-add-to-cart"));</script>';
    const page = await open(product(61, 'class="product', bar), [{ id: 61, ...LATE }], {
      button: '.type-product button',
      theme,
    });
    await waitFor(() => textIn(page.document, 'eta-notice').includes('2031'), 'the date');
    await waitFor(() => textIn(page.document, 'backorder-badge') === 'Backorder', 'the badge');
  });
});
