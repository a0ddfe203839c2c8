// What only Shopify's themes have: two copies of a whole product, a bar with a button of its own, express checkout, cards.
import { expect } from '@open-wc/testing';
import { dawn } from '../fixtures/storefronts/dawn.js';
import { horizon3, horizon4 } from '../fixtures/storefronts/horizon.js';
import { themeOf } from '../fixtures/storefronts/shopify-storefront.js';
import { vintage } from '../fixtures/storefronts/vintage.js';
import { closePages, pause, sells, waitFor, type ShopPage } from '../support/journey.js';
import { listen, textOf } from '../support/shown.js';
import {
  added,
  chairs,
  check,
  count,
  DATE,
  isBackorder,
  isInStock,
  openBoth,
  openFront,
  stateOf,
  YEAR,
} from './shop-front.js';

/** Keeps what buttons of the theme say by `aria-live`, from the page's first moment. */
const HEAR = `<script>
  window.buttonsHeard = [];
  new MutationObserver((records) => {
    for (const { target } of records) {
      const button = (target.closest ? target : target.parentElement)?.closest('button[aria-live=polite]');
      if (button && document.readyState !== 'loading') buttonsHeard.push(target.textContent);
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });
</script>`;

const oneVariant = (id: string): object => ({ id, variants: [{ id: `${id}-1`, onHand: 0 }] });

describe('Dawn: two copies, cards, the editor', () => {
  afterEach(closePages);

  check(
    'D07 another copy of the product for half a second: the new form has the fields, nothing is asked twice',
    async () => {
      const page = await openFront(dawn, 'black');
      await isBackorder(dawn, page);
      const heard = await listen(page);
      const fresh = await themeOf(page).swapProduct('black');
      await waitFor(
        () => fresh.querySelectorAll('[data-backorder-field]').length === 2,
        'fields in the new form',
      );
      for (const field of fresh.querySelectorAll<HTMLInputElement>('[data-backorder-field]')) {
        expect(field.form).to.equal(fresh.querySelector('[data-type=add-to-cart-form]'));
      }
      await waitFor(() => count(page, '.shopify-section product-info') === 1, 'the old copy to go');
      await isBackorder(dawn, page);
      await pause(500);
      expect(count(page, 'backorder-badge')).to.equal(1);
      expect(heard).to.deep.equal([]);
      expect(await page.asked('availability')).to.have.length(1);
      dawn.press(page);
      const [add] = await added(dawn, page, 1);
      expect(add?.variant).to.equal(dawn.variants.black);
      expect(Object.values(add?.fields ?? {}).some((it) => it.includes(YEAR))).to.equal(true);
    },
  );

  check('the instalment form is left alone', async () => {
    const { page, without } = await openBoth(dawn, 'black');
    await isBackorder(dawn, page);
    const [ours, theirs] = [page, without].map((it) => it.find('.installment').outerHTML);
    expect(ours).to.equal(theirs);
  });

  check(
    'a card that only opens the product is left alone, and says nothing that would be an order',
    async () => {
      const { page, without } = await openBoth(dawn, 'black');
      await isBackorder(dawn, page);
      const [ours, theirs] = [page, without].map((it) => it.find('modal-opener button').textContent);
      expect(ours).to.equal(theirs);
    },
  );

  check('a card with a form of its own is sold by its own product', async () => {
    const document = chairs(dawn, { products: [{ id: '7002', variants: [{ id: '42001', onHand: 0 }] }] });
    const page = await openFront(dawn, 'oak', { document });
    const button = page.find<HTMLButtonElement>('#quick-add-grid7002-submit');
    await waitFor(() => button.textContent.includes('Backorder now'), 'our words on the card', 4000);
    button.click();
    const [add] = await added(dawn, page, 1);
    expect(add?.variant).to.equal('42001');
    expect(add?.fields).to.have.property('properties[Availability]');
    expect(button.querySelector('.sold-out-message')?.textContent).to.equal('Sold out');
  });

  check(
    'A06 a card’s button that speaks up by itself is silent about our first words, and speaks from then on',
    async () => {
      const document = chairs(dawn, { products: [{ id: '7002', variants: [{ id: '42001', onHand: 0 }] }] });
      const page = await openFront(dawn, 'oak', { document, theme: HEAR });
      const { buttonsHeard: heard } = page.window as unknown as { buttonsHeard: string[] };
      const button = page.find<HTMLButtonElement>('#quick-add-grid7002-submit');
      await waitFor(() => button.textContent.includes('Backorder now'), 'our words on the card', 4000);
      await waitFor(() => button.ariaLive === 'polite', 'its own voice again', 8000);
      expect(button.hasAttribute('data-backorder-quiet')).to.equal(false);
      expect(heard).to.deep.equal([]);
      const label = button.querySelector('span') as HTMLElement;
      label.textContent = 'In your cart';
      await waitFor(() => heard.length, 'the theme to be heard');
      expect(heard[0]).to.equal('In your cart');
    },
  );

  check('N34 two hundred cards that are there are one question', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `5${index + 100}`);
    const cards = ids.map(
      (
        id,
      ) => `<li><form method="post" action="../cart/add" data-type="add-to-cart-form" data-product-id="${id}">
        <input type="hidden" name="id" value="${id}-1" /><button name="add"><span>Add to cart</span></button></form></li>`,
    );
    const products = ids.map(oneVariant);
    const page = await openFront(dawn, 'oak', {
      document: sells(...products),
      slots: { after: `<ul>${cards.join('')}</ul>` },
    });
    await waitFor(
      () => page.document.body.textContent.split('Backorder now').length > 200,
      'all of them',
      8000,
    );
    expect((await page.asked('availability')).length).to.be.at.most(5);
  });

  check('D43 five hundred cards by infinite scroll: no listeners of their own', async () => {
    const page = await openFront(dawn);
    const list = page.find('.product-grid');
    let added = 0;
    const before = page.window.EventTarget.prototype.addEventListener;
    page.window.EventTarget.prototype.addEventListener = function (this: EventTarget, ...given) {
      if (this instanceof page.window.HTMLElement && list.contains(this)) added += 1;
      before.apply(this, given);
    };
    for (let round = 0; round < 10; round += 1) {
      const fresh = page.document.createRange().createContextualFragment(
        Array.from(
          { length: 50 },
          (_, index) => `<li><form method="post" action="../cart/add" data-product-id="6${round}${index}">
          <input type="hidden" name="id" value="6${round}${index}-1" /><button name="add">Add to cart</button></form></li>`,
        ).join(''),
      );
      list.append(fresh);
      await pause(30);
    }
    await pause(500);
    page.window.EventTarget.prototype.addEventListener = before;
    expect(added).to.equal(0);
  });

  check('N35 the shop’s answer changes between two products of a page: both show one of them', async () => {
    const page = await openFront(dawn, 'black');
    await isBackorder(dawn, page);
    const later = JSON.stringify(chairs(dawn)).replaceAll(DATE, '2032-08-09');
    await page.change({ document: later });
    await dawn.quickView?.(page);
    const view = page.find('quick-add-modal[open] product-info');
    view.querySelector<HTMLInputElement>('[value=Black]')?.click();
    await waitFor(() => view.querySelector('eta-notice'), 'a notice in the modal', 4000);
    await pause(400);
    const said = [...page.document.querySelectorAll('eta-notice')].map(textOf);
    expect(new Set(said).size, said.join(' | ')).to.equal(1);
  });

  check('D12 the theme editor reorders and selects: nothing is lost or doubled', async () => {
    const page = await openFront(dawn, 'black');
    await isBackorder(dawn, page);
    const section = page.find('.shopify-section');
    for (let round = 0; round < 5; round += 1) {
      section.parentElement?.append(section);
      for (const name of ['reorder', 'select', 'deselect']) {
        section.dispatchEvent(new CustomEvent(`shopify:section:${name}`, { bubbles: true }));
      }
      await pause(20);
    }
    await isBackorder(dawn, page);
    expect(count(page, 'backorder-badge')).to.equal(1);
    expect(count(page, '[data-backorder-field]')).to.equal(2);
  });
});

for (const [front, button] of [
  [dawn, '#quick-add-grid7002-submit'],
  [horizon4, '#QuickAdd-ProductForm-7002 button'],
  [horizon3, '#QuickAdd-ProductForm-7002 button'],
] as const) {
  describe(`${front.name}: cards with a form of their own`, () => {
    afterEach(closePages);

    const stool = { products: [{ id: '7002', variants: [{ id: '42001', onHand: 0 }] }] };

    check('the badge is seen over a corner of the card, and nothing in the card moves', async () => {
      const { page, without } = await openBoth(front, 'oak', { document: chairs(front, stool) });
      const cardOf = (it: typeof page): Element =>
        it.find(button).closest('.card-wrapper, product-card') as Element;
      const badge = await waitFor(
        () => cardOf(page).querySelector<HTMLElement>(':scope > backorder-badge'),
        'a badge on the card',
        4000,
      );
      expect(textOf(badge)).to.equal('Backorder');
      expect(badge.checkVisibility({ opacityProperty: true })).to.equal(true);
      expect(cardOf(page).querySelectorAll('backorder-badge, [data-backorder-place]')).to.have.length(1);
      const [ours, theirs] = [page, without].map((it) => cardOf(it).getBoundingClientRect().height);
      expect(ours).to.equal(theirs);
    });
  });
}

for (const front of [horizon4, horizon3]) {
  describe(`${front.name}: the bar, the row of buttons`, () => {
    afterEach(closePages);

    check('D27 the sticky bar presses the main button: the promise goes with it', async () => {
      const page = await openFront(front, 'black');
      await isBackorder(front, page);
      page.find('sticky-add-to-cart button').click();
      const [add] = await added(front, page, 1);
      expect(add?.fields).to.have.property('properties[_backorder]');
    });

    check('D27 the sticky bar’s words are not those of an order from the shelf', async () => {
      const page = await openFront(front, 'black');
      await isBackorder(front, page);
      const button = page.find('sticky-add-to-cart button');
      await waitFor(() => /backorder/i.test(button.textContent), 'words on the bar', 3000);
      front.choose(page, 'oak');
      await waitFor(() => button.textContent.trim() === 'Add to cart', 'its own words', 3000);
    });

    check('D27 a bar that sends the form from outside says what the button inside says', async () => {
      const page = await openFront(front, 'black');
      await isBackorder(front, page);
      const id = page.button.form?.getAttribute('id') ?? '';
      // Before the product, so that it is the first of the form's controls.
      page.document.body.insertAdjacentHTML(
        'afterbegin',
        `<button form="${id}">Add to cart</button><button form="${id}" name="checkout">Buy now</button>`,
      );
      const [bar, buy] = page.document.body.children;
      await waitFor(() => bar?.textContent === 'Backorder now', 'words on the bar', 3000);
      await isBackorder(front, page);
      expect(buy?.textContent).to.equal('Buy now');
      front.choose(page, 'oak');
      await waitFor(() => bar?.textContent === 'Add to cart', 'its own words', 3000);
    });

    check('the bar is out of the way of what the shop refuses', async () => {
      const page = await openFront(front, 'red');
      await pause(300);
      expect(page.find('sticky-add-to-cart button').getClientRects()).to.have.length(0);
    });

    check('icons and texts that are not the label stay as they are', async () => {
      const { page, without } = await openBoth(front, 'black');
      await isBackorder(front, page);
      const [ours, theirs] = [page, without].map((it) =>
        it.button.outerHTML.replace(/ data-backorder[\w-]*="[^"]*"/g, ''),
      );
      expect(ours?.replace('Backorder now', 'Add to cart')).to.equal(theirs);
    });

    check(
      'D28 pressed while the variant is fetched, and left for another: the cart line is mended',
      async () => {
        const page = await openFront(front, 'oak', {
          replies: { 'products/chair/black': { hold: 'black' } },
        });
        await waitFor(() => stateOf(page) === 'in-stock', 'us to be at work');
        front.choose(page, 'black');
        front.press(page);
        await page.release('black');
        await added(front, page, 1);
        front.choose(page, 'oak');
        const mend = await waitFor(async () => (await page.asked(front.mends ?? ''))[0], 'the repair', 4000);
        expect(mend.body).to.include(YEAR);
      },
    );

    check(
      'the component’s parts are still where it looks for them, and nothing of ours ends as one',
      async () => {
        const page = await openFront(front, 'black');
        await isBackorder(front, page);
        const ours = [...page.document.querySelectorAll('[data-backorder-place] *, [data-backorder-place]')];
        expect(ours.filter(({ localName }) => localName.endsWith('-component'))).to.deep.equal([]);
        expect(page.button.closest('add-to-cart-component')).to.not.equal(null);
      },
    );
  });
}

for (const front of [dawn, horizon4]) {
  describe(`${front.name}: express checkout`, () => {
    afterEach(closePages);

    const LINK = '<a class="buy-now" href="../cart/41002:1">Buy it now</a>';
    const held = (policy: object): Promise<ShopPage> =>
      openFront(front, 'black', { document: chairs(front, {}, policy), slots: { inside: LINK } });

    check('D27 a link that buys at once carries the promise, and is the theme’s again in stock', async () => {
      const page = await held({});
      await isBackorder(front, page);
      const link = page.find<HTMLAnchorElement>('.buy-now');
      const told = await waitFor(() => new URL(link.href).searchParams.get('properties'), 'properties');
      const { _backorder } = JSON.parse(atob(told.replaceAll('-', '+').replaceAll('_', '/'))) as Record<
        string,
        string
      >;
      expect(_backorder).to.match(/^1;backorder;/);
      front.choose(page, 'oak');
      await waitFor(() => front.chosen(page) === front.variants.oak, 'oak');
      await isInStock(front, page);
      await waitFor(() => link.getAttribute('href') === '../cart/41002:1', 'its own address');
    });

    check('D27 every way past the form is held as the policy says', async () => {
      const ways = ['.buy-now', '.shopify-payment-button__button'];
      const hidden = await held({ express: 'hide' });
      await isBackorder(front, hidden);
      for (const way of ways) {
        await waitFor(() => hidden.find(way).getClientRects().length === 0, `${way} to be hidden`);
      }
      const named = await held({ express: 'relabel' });
      await isBackorder(front, named);
      for (const way of ways) {
        await waitFor(
          () => named.find(way).textContent.trim() === 'Backorder: Buy it now',
          `${way} to say so`,
        );
      }
      const off = await held({ express: 'disable' });
      await isBackorder(front, off);
      for (const way of ways) await waitFor(() => off.find(way).closest('[inert]'), `${way} to be off`);
      front.choose(off, 'oak');
      await isInStock(front, off);
      for (const way of ways) await waitFor(() => !off.find(way).closest('[inert]'), `${way} to be on`);
    });

    check('D27 express checkout that reads the form has the promise with it', async () => {
      const page = await openFront(front, 'black');
      await isBackorder(front, page);
      page.find('.shopify-payment-button__button').click();
      const [sent] = await waitFor(async () => {
        const found = await page.asked('checkout');
        return found.length > 0 && found;
      }, 'the checkout');
      expect(sent?.fields.map(([name]) => name)).to.include('properties[_backorder]');
      front.choose(page, 'oak');
      await waitFor(() => front.chosen(page) === front.variants.oak, 'oak');
      await isInStock(front, page);
    });
  });
}

describe('Dawn: a section of ours below the product', () => {
  afterEach(closePages);

  const drawer = `<aside class="drawer__offers"><form method="post" action="../cart/add" data-type="add-to-cart-form">
      <input type="hidden" name="id" value="42001" /><input type="hidden" name="product-id" value="7002" />
      <button type="submit" name="add"><span>Add to cart</span></button></form></aside>`;
  const section =
    '<div class="shopify-section"><div class="backorder-elements"><eta-notice class="ours"></eta-notice></div></div>';

  check('its date is that of the variant that is chosen, not of what a drawer offers before it', async () => {
    const late = { id: '7002', variants: [{ id: '42001', onHand: 0, restock: '2033-01-02' }] };
    const document = chairs(dawn) as { products: readonly object[] };
    const page = await openFront(dawn, 'black', {
      document: { ...document, products: [late, ...document.products] },
      attributes: { 'data-product': dawn.product, 'data-insert': 'manual' },
      slots: { drawer, after: section },
    });
    const notice = page.find('.ours');
    await waitFor(() => textOf(notice).includes(YEAR), `the chair’s year, not ${textOf(notice)}`, 4000);
    dawn.choose(page, 'oak');
    await waitFor(() => textOf(notice) === '', 'no date for what is in stock', 4000);
    dawn.choose(page, 'black');
    await waitFor(() => textOf(notice).includes(YEAR), 'the date again', 4000);
  });
});

describe('Themes from before sections: forms whose variant is written when they are sent', () => {
  afterEach(closePages);

  const form = (product: string): string => `<section><form method="post" action="../cart/add" class="late">
      <input type="hidden" name="product-id" value="${product}" /><input type="number" name="quantity" value="1" />
      <button type="submit" name="add"><span>Add to cart</span></button></form></section>`;

  check('a product with one variant only is ordered with the promise', async () => {
    const document = chairs(vintage, {
      products: [{ id: '7002', variants: [{ id: '42001', onHand: 0, restock: `${YEAR}-05-17` }] }],
    });
    const page = await openFront(vintage, 'oak', { document, slots: { after: form('7002') } });
    const late = page.find<HTMLFormElement>('.late');
    late.addEventListener('submit', () => {
      late.insertAdjacentHTML('beforeend', '<input type="hidden" name="id" value="42001" />');
    });
    await waitFor(
      () => late.querySelector('button')?.textContent.trim() === 'Backorder now',
      'our words',
      4000,
    );
    late.querySelector('button')?.click();
    const [add] = await added(vintage, page, 1);
    expect(add?.variant).to.equal('42001');
    expect(add?.fields).to.have.property('properties[_backorder]');
  });
});
