// What is ordered together, and what has been ordered already (cases S11 and S26).
import { expect } from '@open-wc/testing';
import {
  closePages,
  openPage,
  pause,
  sells,
  waitFor,
  type Logged,
  type ShopPage,
} from '../support/journey.js';
import { expectNothingOfOurs, expectQuiet, openOracle } from '../support/oracle.js';

const TWO_FORMS = { page: 'dom-two-forms', button: '.first [name=add]' };

const preorder = { id: 'lamp', status: 'preorder', release: '2031-03-01', policy: { sell: 'preorder' } };
const late = { id: 'torch', onHand: 0, restock: '2031-05-17' };
const here = { id: 'lantern', onHand: 9 };

type Fields = Readonly<Record<string, string>>;

/** What the line of each product carries of ours, by the product's id. */
function linesOf(adds: readonly Logged[]): Readonly<Record<string, Fields>> {
  const lines: Record<string, Fields> = {};
  for (const { fields } of adds) {
    const [, id = ''] = fields.find(([name]) => name === 'id') ?? [];
    lines[id] = Object.fromEntries(fields.filter(([name]) => name.startsWith('properties')));
  }
  return lines;
}

const button = (page: ShopPage, form: string): HTMLButtonElement => page.find(`${form} [name=add]`);
const saysOf = (page: ShopPage, form: string, words: string): Promise<unknown> =>
  waitFor(() => button(page, form).textContent === words, `${form} to say ${words}`);

describe('S26 products in different states in one cart', () => {
  afterEach(closePages);

  for (const order of [
    ['.first', '.second', '.third'],
    ['.third', '.second', '.first'],
  ]) {
    it(`S26 each line carries its own text, added in the order ${order.join(' ')}`, async () => {
      const page = await openPage({ ...TWO_FORMS, document: sells(preorder, here, late) });
      await saysOf(page, '.first', 'Pre-order now');
      await saysOf(page, '.third', 'Backorder now');
      expect(button(page, '.second').textContent).to.equal('Add to cart');
      for (const [turn, form] of order.entries()) {
        button(page, form).click();
        await page.carted(turn + 1);
      }
      const lines = linesOf(await page.carted(3));
      expect(lines['lantern'], 'in stock').to.deep.equal({});
      expect(lines['lamp']?.['properties[Availability]']).to.match(/^Pre-order: .*2031/);
      expect(lines['lamp']?.['properties[_backorder]']).to.match(/^1;preorder;.*2031-03-01/);
      expect(lines['torch']?.['properties[Availability]']).to.match(/^Backorder: .*2031/);
      expect(lines['torch']?.['properties[_backorder]']).to.match(/^1;backorder;.*2031-05-17/);
      expectQuiet(page.heard, 0);
    });
  }

  it('S26 a promise for the same product in a second form is the same', async () => {
    const page = await openPage({ ...TWO_FORMS, document: sells(preorder, here) });
    await saysOf(page, '.first', 'Pre-order now');
    await saysOf(page, '.again', 'Pre-order now');
    button(page, '.first').click();
    await page.carted(1);
    button(page, '.again').click();
    const [first, again] = await page.carted(2);
    expect(linesOf([again as Logged])).to.deep.equal(linesOf([first as Logged]));
  });

  it('S26 swatches and steppers that write their fields without a sign: each line has the promise of what was chosen', async () => {
    const select = ['torch', 'lamp', 'lantern'].map((it) => `<option>${it}</option>`).join('');
    const theme = `<script>
      addEventListener('DOMContentLoaded', () => {
        const form = document.querySelector('.first');
        form.querySelector('[name=id]').outerHTML = '<select name="id" hidden>${select}</select>';
        for (const id of ['torch', 'lamp', 'lantern']) {
          form.insertAdjacentHTML('beforebegin', '<i data-swatch="' + id + '">' + id + '</i>');
          form.previousElementSibling.onclick = () => (form.querySelector('[name=id]').value = id);
        }
        form.insertAdjacentHTML('beforebegin', '<i class="plus">+</i>');
        form.previousElementSibling.onclick = () => (form.querySelector('[name=quantity]').value = 2);
      });
    </script>`;
    const colours = [preorder, late, here].map(({ id, ...rest }) => ({ id, ...rest }));
    const document = { ...sells(), products: [{ id: 'lamps', variants: colours }] };
    const page = await openPage({ ...TWO_FORMS, document, theme, attributes: { 'data-product': 'lamps' } });
    await saysOf(page, '.first', 'Backorder now');
    const choose = async (id: string, words: string): Promise<void> => {
      page.find(`[data-swatch=${id}]`).click();
      await saysOf(page, '.first', words);
      button(page, '.first').click();
    };
    await choose('lamp', 'Pre-order now');
    await page.carted(1);
    await choose('lantern', 'Add to cart');
    await page.carted(2);
    await choose('torch', 'Backorder now');
    const lines = linesOf(await page.carted(3));
    expect(lines['lamp']?.['properties[_backorder]']).to.match(/^1;preorder;0\+1;.*2031-03-01/);
    expect(lines['lantern'], 'in stock').to.deep.equal({});
    expect(lines['torch']?.['properties[_backorder]']).to.match(/^1;backorder;0\+1;.*2031-05-17/);
    page.find('.plus').click();
    const record = (): string => page.find<HTMLInputElement>('.first [name="properties[_backorder]"]').value;
    await waitFor(() => record().startsWith('1;backorder;0+2;'), 'two pieces');
    expectQuiet(page.heard, 0);
  });

  it('S26 a theme that writes its fields a while after the click, without a sign: each line has the promise of what it is', async () => {
    const options = ['torch', 'lantern'].map((it) => `<option>${it}</option>`).join('');
    const theme = `<script>
      addEventListener('DOMContentLoaded', () => {
        document.querySelector('.first [name=id]').outerHTML = '<select name="id">${options}</select>';
      });
    </script>`;
    const colours = [late, here].map(({ id, ...rest }) => ({ id, ...rest }));
    const document = { ...sells(), products: [{ id: 'lamps', variants: colours }] };
    const page = await openPage({ ...TWO_FORMS, document, theme, attributes: { 'data-product': 'lamps' } });
    await saysOf(page, '.first', 'Backorder now');
    const field = page.find<HTMLSelectElement>('.first [name=id]');
    const add = async (id: string, times: number): Promise<void> => {
      field.value = id;
      await pause(100);
      button(page, '.first').click();
      await page.carted(times);
    };
    await add('lantern', 1);
    await saysOf(page, '.first', 'Add to cart');
    await add('torch', 2);
    const lines = linesOf(await page.carted(2));
    expect(lines['lantern'], 'in stock').to.deep.equal({});
    expect(lines['torch']?.['properties[_backorder]']).to.match(/^1;backorder;0\+1;.*2031-05-17/);
    expectQuiet(page.heard, 0);
  });

  it('S26 what has come in stock between two adds carries nothing the second time', async () => {
    const page = await openPage({ ...TWO_FORMS, document: sells(preorder, here) });
    await saysOf(page, '.first', 'Pre-order now');
    button(page, '.first').click();
    await page.carted(1);
    await page.change({ document: sells({ id: 'lamp', onHand: 9 }, late, { id: 'lantern', onHand: 0 }) });
    page.window.dispatchEvent(new Event('online'));
    await saysOf(page, '.first', 'Add to cart');
    await saysOf(page, '.second', 'Backorder now');
    button(page, '.first').click();
    const [, second] = await page.carted(2);
    expect(linesOf([second as Logged])).to.deep.equal({ lamp: {} });
    button(page, '.second').click();
    const [, , third] = await page.carted(3);
    expect(Object.keys(linesOf([third as Logged])['lantern'] ?? {})).to.have.length(2);
  });
});

/** A cart page as themes have them: one form of quantities, or one a line. */
const CARTS: Readonly<Record<string, string>> = {
  'one form for all lines': `<form action="cart" method="post">
      <ul>
        <li class="line" data-line="1"><a href="products/lamp">Lamp</a> <em>Availability: in stock</em>
          <input type="number" name="updates[]" value="2" min="0"> <a href="cart/change?line=1&quantity=0">Remove</a></li>
        <li class="line" data-line="2"><a href="products/torch">Torch</a>
          <input type="number" name="updates[]" value="1" min="0"> <a href="cart/change?line=2&quantity=0">Remove</a></li>
      </ul>
      <button name="update">Update</button> <button name="checkout">Check out</button>
    </form>`,
  'quantities by their lines’ keys': `<form action="cart" method="post">
      <p>Lamp <input type="number" name="updates[41:abc]" value="2"></p>
      <button name="update">Update</button> <button name="checkout">Check out</button>
    </form>`,
};

describe('S11 stock goes while the product is in the cart', () => {
  afterEach(closePages);

  for (const [what, cart] of Object.entries(CARTS)) {
    for (const [fate, document] of Object.entries({
      'sold out': sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } }, { id: 'torch', onHand: 0 }),
      'on backorder': sells({ id: 'lamp', onHand: 0 }, { id: 'torch', onHand: 0 }),
    })) {
      it(`S11 ${what}, ${fate}: the cart page is as without us, and every line stays`, async () => {
        const oracle = await openOracle({
          page: 'cart',
          button: '[name=checkout]',
          document,
          slots: { after: cart },
        });
        await Promise.all([oracle.page.loaded(), oracle.without.loaded()]);
        await oracle.check('at once');
        oracle.page.window.dispatchEvent(new Event('online'));
        await oracle.check('looked at again');
        expectNothingOfOurs(oracle.page);
        oracle.quiet(0);
      });
    }
  }

  it('S11 added in stock, gone since: the product page says so, and what is in the cart is asked nothing', async () => {
    const page = await openPage({ document: sells({ id: 'lamp', onHand: 1 }) });
    page.button.click();
    await page.carted(1);
    await page.change({ document: sells({ id: 'lamp', onHand: 0 }) });
    page.window.dispatchEvent(new Event('online'));
    await waitFor(() => page.label === 'Backorder now');
    const asked = (await page.log()).filter(({ path }) => path.startsWith('cart'));
    expect(asked.map(({ method, path }) => `${method} ${path}`)).to.deep.equal(['POST cart/add']);
    expectQuiet(page.heard, 0);
  });
});
