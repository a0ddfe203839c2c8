// The classic WooCommerce fixtures behave as WooCommerce was measured to, without our script.
import { expect } from '@open-wc/testing';
import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { themeWindow } from '../fixtures/storefronts/theme-window.js';
import { classicAdds, wooAjax, wooSimple, wooVariable } from '../fixtures/storefronts/woocommerce.js';
import { closePages, openPage, pause, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';

const EVENTS =
  'check_variations found_variation show_variation hide_variation reset_data update_variation_values ' +
  'woocommerce_variation_has_changed woocommerce_variation_select_change wc_variation_form';

async function open({ page, button }: Storefront, options: PageOptions = {}): Promise<ShopPage> {
  return (await openPage({ page, button, script: false, ...options })).loaded();
}

/** Open, and told of its first variation. */
async function settled(storefront: Storefront, options: PageOptions = {}): Promise<ShopPage> {
  const page = await open(storefront, options);
  await waitFor(() => page.find('.single_variation').textContent?.trim(), 'the first variation');
  return page;
}

/** What jQuery hears on the form and what native listeners do, as they come. */
function listen(page: ShopPage): { jquery: string[]; native: string[] } {
  const heard = { jquery: [] as string[], native: [] as string[] };
  const form = page.find('.variations_form');
  themeWindow(page)
    .$(form)
    .on(EVENTS, (event) => heard.jquery.push(event.type))
    .on('change', (event) => heard.jquery.push(`change ${(event.target as HTMLInputElement).name}`));
  for (const name of [...EVENTS.split(' '), 'change'])
    form.addEventListener(name, (event) =>
      heard.native.push(`${name} ${(event.target as HTMLInputElement).name}`),
    );
  return heard;
}

const classesOf = (page: ShopPage): readonly string[] =>
  ['disabled', 'wc-variation-is-unavailable', 'wc-variation-selection-needed'].filter((it) =>
    page.button.classList.contains(it),
  );

describe('the WooCommerce fixture of a variable product', () => {
  afterEach(closePages);

  it('a choice is told by jQuery’s events alone, and in one go; natively there is the select’s change', async () => {
    const page = await settled(wooVariable);
    const heard = listen(page);
    wooVariable.choose(page, 'black');
    expect(heard.native).to.deep.equal(['change attribute_pa_colour']);
    // The theme's own handlers were bound first and trigger what follows: of nested events the inner is heard before the outer.
    expect(heard.jquery).to.deep.equal([
      'change variation_id',
      'woocommerce_variation_select_change',
      'update_variation_values',
      'change variation_id',
      'change quantity',
      'show_variation',
      'found_variation',
      'check_variations',
      'woocommerce_variation_has_changed',
      'change attribute_pa_colour',
    ]);
    expect(wooVariable.chosen(page)).to.equal('602');
    expect(page.find('.single_variation .stock').className).to.include('available-on-backorder');
  });

  it('its event handlers get the variation, and whether it can be bought', async () => {
    const page = await settled(wooVariable);
    const shown: unknown[] = [];
    themeWindow(page)
      .$(page.find('.variations_form'))
      .on('show_variation', (_event, variation, purchasable) =>
        shown.push((variation as { variation_id: number }).variation_id, purchasable),
      );
    wooVariable.choose(page, 'red');
    wooVariable.choose(page, 'black');
    expect(shown).to.deep.equal([603, false, 602, true]);
  });

  it('what is out of stock is not disabled: it has classes, and a press says so and sends nothing', async () => {
    const page = await settled(wooVariable);
    wooVariable.choose(page, 'red');
    expect(page.button.disabled).to.equal(false);
    expect(classesOf(page)).to.deep.equal(['disabled', 'wc-variation-is-unavailable']);
    expect(page.document.querySelector('.woocommerce-variation-add-to-cart-disabled')).not.to.equal(null);
    wooVariable.press(page);
    expect(themeWindow(page).theme.alerts).to.have.length(1);
    await pause(100);
    expect(wooVariable.adds(await page.log())).to.deep.equal([]);
  });

  it('nothing chosen: the variation is hidden, the id empty', async () => {
    const page = await settled(wooVariable);
    const select = page.find<HTMLSelectElement>('#pa_colour');
    select.value = '';
    select.dispatchEvent(new page.window.Event('change', { bubbles: true }));
    expect(wooVariable.chosen(page)).to.equal(undefined);
    expect(classesOf(page)).to.deep.equal(['disabled', 'wc-variation-selection-needed']);
    expect(page.find('.single_variation').style.display).to.equal('none');
  });

  it('the stock text is another node after each change, the button the same', async () => {
    const page = await settled(wooVariable);
    const { button } = page;
    const before = page.find('.single_variation .stock');
    wooVariable.choose(page, 'black');
    wooVariable.choose(page, 'oak');
    expect(page.find('.single_variation .stock')).not.to.equal(before);
    expect(page.button).to.equal(button);
  });

  it('sends its form natively, with whatever is in it', async () => {
    const page = await settled(wooVariable);
    wooVariable.choose(page, 'black');
    wooVariable.setQuantity(page, 3);
    const added = page.document.createElement('input');
    Object.assign(added, { type: 'hidden', name: 'x', value: 'y' });
    page.find('.variations_form').append(added);
    wooVariable.press(page);
    const adds = await waitFor(async () => {
      const found = wooVariable.adds(await page.log());
      return found.length > 0 && found;
    }, 'the add');
    expect(adds).to.deep.equal([{ variant: '602', quantity: 3, fields: { x: 'y' } }]);
  });
});

describe('the WooCommerce fixture of a variable product that asks', () => {
  afterEach(closePages);

  it('the select’s change comes first, with no id; id and events come with the answer', async () => {
    const page = await settled(wooAjax, { replies: { 'wc-ajax/get_variation/black': { hold: 'black' } } });
    const heard = listen(page);
    wooAjax.choose(page, 'black');
    expect(heard.native).to.deep.equal(['change attribute_pa_colour']);
    expect(heard.jquery).not.to.include('found_variation');
    expect(heard.jquery).not.to.include('woocommerce_variation_select_change');
    expect(wooAjax.chosen(page)).to.equal(undefined);
    // Until then it looks and sells as before.
    expect(classesOf(page)).to.deep.equal([]);
    await page.release('black');
    await waitFor(() => wooAjax.chosen(page) === '602');
    expect(heard.jquery).to.include.members(['found_variation', 'show_variation']);
    const [asked] = await page.asked('wc-ajax/get_variation/black');
    expect(asked?.method).to.equal('POST');
    expect(asked?.fields).to.deep.equal([
      ['attribute_pa_colour', 'black'],
      ['product_id', '60'],
    ]);
  });

  it('a new choice ends the question for the last one', async () => {
    const page = await settled(wooAjax, { replies: { 'wc-ajax/get_variation/black': { delay: 200 } } });
    const heard = listen(page);
    wooAjax.choose(page, 'black');
    wooAjax.choose(page, 'red');
    await waitFor(() => wooAjax.chosen(page) === '603');
    await pause(300);
    expect(wooAjax.chosen(page)).to.equal('603');
    expect(heard.jquery.filter((it) => it === 'found_variation')).to.have.length(1);
  });

  it('an answer that fails changes nothing more', async () => {
    const page = await settled(wooAjax, {
      replies: { 'wc-ajax/get_variation/black': { status: 500, body: '' } },
    });
    wooAjax.choose(page, 'black');
    await waitFor(() => !page.find('.variations_form').classList.contains('processing'));
    expect(wooAjax.chosen(page)).to.equal(undefined);
    expect(page.find('.single_variation .stock').textContent).to.equal('5 in stock');
  });
});

describe('the WooCommerce fixture of simple products', () => {
  afterEach(closePages);

  it('sends its form natively', async () => {
    const page = await open(wooSimple);
    wooSimple.press(page);
    const adds = await waitFor(async () => {
      const found = classicAdds(await page.log());
      return found.length > 0 && found;
    }, 'the add');
    expect(adds).to.deep.equal([{ variant: '61', quantity: 1, fields: {} }]);
  });

  it('on backorder it says so in a class and in words', async () => {
    const page = await open({ ...wooSimple, page: 'storefronts/woo-simple-black' });
    expect(wooSimple.chosen(page)).to.equal('62');
    expect(page.find('.product.type-product').classList.contains('onbackorder')).to.equal(true);
    expect(page.find('.summary .stock').classList.contains('available-on-backorder')).to.equal(true);
  });

  it('sold out there is no form and no button', async () => {
    const page = await open({ ...wooSimple, page: 'storefronts/woo-simple-sold-out' });
    expect(page.document.querySelector('form, .single_add_to_cart_button')).to.equal(null);
    expect(page.find('.summary .stock').className).to.equal('stock out-of-stock');
  });
});

describe('the WooCommerce loop', () => {
  afterEach(closePages);

  const STOOL = '[data-product_id="81"]';

  it('sends all data attributes of the card, and tells the body by jQuery alone', async () => {
    const page = await open(wooSimple);
    const heard: string[] = [];
    const body = page.document.body;
    for (const name of ['adding_to_cart', 'added_to_cart']) {
      themeWindow(page)
        .$(body)
        .on(name, () => heard.push(name));
      body.addEventListener(name, () => heard.push(`native ${name}`));
    }
    page.find(STOOL).dataset['backorder'] = 'yes';
    page.find(STOOL).click();
    await waitFor(() => page.document.querySelector('.added_to_cart'));
    expect(heard).to.deep.equal(['adding_to_cart', 'added_to_cart']);
    const sent = (await page.log()).find(({ query }) => query === 'wc-ajax=add_to_cart');
    expect(Object.fromEntries(sent?.fields ?? [])).to.deep.equal({
      quantity: '1',
      product_id: '81',
      product_sku: 'STOOL',
      backorder: 'yes',
    });
  });

  it('a handler that returns false cancels', async () => {
    const page = await open(wooSimple);
    themeWindow(page)
      .$(page.document.body)
      .on('should_send_ajax_request.adding_to_cart', () => false);
    page.find(STOOL).click();
    await pause(100);
    expect((await page.log()).some(({ query }) => query === 'wc-ajax=add_to_cart')).to.equal(false);
  });
});
