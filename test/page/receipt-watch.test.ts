import { expect } from '@open-wc/testing';
import { setLineFields } from '../../src/outbox/line-fields.js';
import { ReceiptWatch } from '../../src/page/receipt-watch.js';
import type { Cart } from '../../src/platforms/platform.js';
import { elementPage, soon, until } from '../support/element-page.js';
import { productForm, removeForms } from '../support/forms.js';

const NAMES = { text: 'properties[Availability]', record: 'properties[_backorder]' };
const FORM = '<input name="id" value="1"><button name="add"><span>Add to cart</span></button>';

let shops = 0;

describe('ReceiptWatch', () => {
  elementPage();

  /** A shop of the test server; an add there is answered, and seen by the browser. */
  let shop: string;
  let ending: AbortController;
  let form: HTMLFormElement;
  let receipts: string[];
  /** How often the cart was read. */
  let reads: number;

  const cart: Cart = {
    adds: /\/cart\/add(?:\.js)?(?:[?#]|$)/,
    get url() {
      reads += 1;
      return 'cart.js';
    },
    lines() {
      return [
        {
          key: '1',
          variant: '1',
          quantity: 1,
          properties: { Availability: 'Backorder', _backorder: '1;backorder' },
        },
      ];
    },
  };
  const setUp = async (replies: object = {}): Promise<void> => {
    await fetch(`${shop}-/setup`, {
      method: 'POST',
      body: JSON.stringify({ replies: { 'cart.js': { body: '{}' }, ...replies } }),
    });
  };
  const press = (): void => form.querySelector('span')?.click();
  const add = async (path = 'cart/add.js'): Promise<void> => {
    await fetch(shop + path, { method: 'POST' });
  };
  /** All that the browser has recorded so far has been told by then. */
  const recorded = async (): Promise<void> => {
    const mark = `${shop}-/heard.js?${Math.random()}`;
    await new Promise<void>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        if (!list.getEntries().some(({ name }) => name.endsWith(mark))) return;
        observer.disconnect();
        resolve();
      });
      observer.observe({ type: 'resource' });
      void fetch(mark);
    });
    // What checks comes with the first time.
    await import('../../src/page/receipt-check.js');
    await soon();
  };

  beforeEach(async () => {
    shop = `/shop/receipt-watch-${(shops += 1)}-${Math.random().toString(36).slice(2)}/`;
    await setUp();
    ending = new AbortController();
    reads = 0;
    receipts = [];
    form = productForm(FORM, `action="${shop}cart/add" method="post"`);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('backorder-receipt', ({ code }) => receipts.push(code));
    new ReceiptWatch(cart, ending.signal);
  });
  afterEach(async () => {
    ending.abort();
    removeForms();
    await fetch(`${shop}-/forget`, { method: 'POST' });
  });
  const promise = (): void => setLineFields(form, NAMES, 'Backorder', '1;backorder');

  it('after an add of what carries a promise the cart is read back', async () => {
    promise();
    press();
    await add();
    await until(() => receipts.length);
    expect(receipts).to.deep.equal(['kept']);
  });

  it('once a press, whatever else is added', async () => {
    promise();
    press();
    await add();
    await until(() => receipts.length);
    await add();
    await recorded();
    expect(reads).to.equal(1);
  });

  it('not for what carries no promise', async () => {
    press();
    await add();
    await recorded();
    expect(reads).to.equal(0);
  });

  it('after a press that came before the form had the chosen variant, though it carries no promise yet', async () => {
    form.insertAdjacentHTML('beforeend', '<input type="radio" name="Colour">');
    form.querySelector<HTMLInputElement>('[type=radio]')?.click();
    press();
    await add();
    await until(() => reads > 0);
  });

  it('not when the form has had it since', async () => {
    form.insertAdjacentHTML('beforeend', '<input type="radio" name="Colour">');
    form.querySelector<HTMLInputElement>('[type=radio]')?.click();
    (form.querySelector('[name=id]') as HTMLInputElement).value = '2';
    press();
    await add();
    await recorded();
    expect(reads).to.equal(0);
  });

  it('not for an add that nobody has pressed for, nor for a press that adds nothing', async () => {
    promise();
    await add();
    press();
    await add('cart/update.js');
    await recorded();
    expect(reads).to.equal(0);
  });

  it('not for an add that the shop has refused', async function (this: Mocha.Context) {
    // Older engines do not tell how a request ended.
    if (!('responseStatus' in PerformanceResourceTiming.prototype)) this.skip();
    await setUp({ 'cart/add.js': { status: 422, body: '{}' } });
    promise();
    press();
    await add();
    await recorded();
    expect(reads).to.equal(0);
  });

  it('ended, it watches no more', async () => {
    promise();
    ending.abort();
    press();
    await add();
    await recorded();
    expect(reads).to.equal(0);
  });

  it('asks nothing of the press itself: it is neither stopped nor changed', () => {
    promise();
    let seen: Event | undefined;
    form.addEventListener('click', (event) => (seen = event));
    press();
    expect(seen?.defaultPrevented).to.equal(false);
    expect([...new FormData(form).keys()]).to.deep.equal(['id', ...Object.values(NAMES)]);
  });

  it('presses elsewhere, and on forms whose fields are named like members, do no harm', async () => {
    const odd = productForm(
      `${['querySelectorAll', 'elements', 'closest', 'form', 'id'].map((it) => `<input name="${it}">`).join('')}<button type="button">x</button>`,
    );
    const { click } = HTMLElement.prototype;
    for (const it of [Element.prototype.querySelector.call(odd, 'button'), odd]) click.call(it);
    document.body.click();
    document.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    dispatchEvent(new MouseEvent('click'));
    await add();
    await recorded();
    expect(reads).to.equal(0);
  });

  it('a form that leads nowhere does no harm', async () => {
    promise();
    form.setAttribute('action', 'http://[/cart/add');
    press();
    await add();
    await recorded();
    expect(receipts).to.deep.equal([]);
  });
});
