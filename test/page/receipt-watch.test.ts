import { expect } from '@open-wc/testing';
import { setLineFields } from '../../src/outbox/line-fields.js';
import { ReceiptWatch } from '../../src/page/receipt-watch.js';
import type { Cart } from '../../src/platforms/platform.js';
import { elementPage, soon, until } from '../support/element-page.js';
import { productForm, removeForms } from '../support/forms.js';

const NAMES = { text: 'properties[Availability]', record: 'properties[_backorder]' };
const FORM = '<input name="id" value="1"><button name="add"><span>Add to cart</span></button>';

/** Older engines do not tell how a request ended: there the cart is read before as well. */
const tells = 'responseStatus' in PerformanceResourceTiming.prototype;
/** Engines that keep answers to themselves have the cart read at the press as well. */
const atPress = tells ? 0 : 1;

let shops = 0;

describe('ReceiptWatch', () => {
  elementPage();

  /** A shop of the test server; an add there is answered, and seen by the browser. */
  let shop: string;
  let ending: AbortController;
  let form: HTMLFormElement;
  let receipts: string[];
  /** How often the cart was read, and how many pieces it has. */
  let reads: number;
  let pieces: number;
  let answers: number;

  const cart: Cart = {
    event: 'theirs:lines-update',
    adds: /\/cart\/add(?:\.js)?(?:[?#]|$)/,
    get url() {
      reads += 1;
      return 'cart.js';
    },
    lines() {
      answers += 1;
      return [
        {
          key: '1',
          variant: '1',
          quantity: pieces,
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
  /** Presses, and waits for what was in the cart before where that is read. */
  const pressFirst = async (): Promise<void> => {
    press();
    if (!tells) await until(() => answers);
  };
  const add = async (path = 'cart/add.js'): Promise<void> => {
    await fetch(shop + path, { method: 'POST' });
    pieces += 1;
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
    pieces = 0;
    answers = 0;
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
    await pressFirst();
    await add();
    await until(() => receipts.length);
    expect(receipts).to.deep.equal(['kept']);
  });

  it('once a press, whatever else is added', async () => {
    promise();
    await pressFirst();
    await add();
    await until(() => receipts.length);
    await add();
    await recorded();
    expect(receipts).to.have.length(1);
    expect(reads).to.equal(tells ? 1 : 2);
  });

  describe('a page that says itself that something is added', () => {
    const say = (parts: object): boolean =>
      document.dispatchEvent(Object.assign(new Event('theirs:lines-update', { bubbles: true }), parts));
    const done = Promise.resolve({ cart: { lines: [] } });

    it('wherever the add went, the cart is read for itself', async () => {
      promise();
      press();
      say({ action: 'add', promise: done });
      await until(() => receipts.length);
      expect(receipts).to.deep.equal(['kept']);
      await add();
      await recorded();
      expect(reads, 'once a press').to.equal(atPress + 1);
    });

    it('not before it has ended', async () => {
      promise();
      press();
      let end = (): void => undefined;
      say({ action: 'add', promise: new Promise<void>((resolve) => (end = resolve)) });
      await recorded();
      expect(reads).to.equal(atPress);
      end();
      await until(() => receipts.length);
    });

    const NONE: readonly object[] = [
      { action: 'remove', promise: done },
      { action: 'update', promise: done },
      { action: 'add' },
      { action: 'add', promise: Promise.resolve({ userErrors: [{ message: 'no' }] }) },
      { action: 'add', promise: Promise.resolve({ detail: { didError: true } }) },
    ];
    for (const [index, parts] of NONE.entries()) {
      it(`not for what puts nothing in (${index})`, async () => {
        promise();
        press();
        say(parts);
        await recorded();
        expect(reads).to.equal(atPress);
      });
    }

    it('not when it failed, and nothing is left unhandled', async () => {
      promise();
      press();
      say({ action: 'add', promise: Promise.reject(new Error('offline')) });
      await recorded();
      expect(reads).to.equal(atPress);
    });
  });

  it('not for what carries no promise', async () => {
    press();
    await add();
    await recorded();
    expect(receipts).to.deep.equal([]);
    expect(reads).to.equal(tells ? 0 : 1);
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
    expect(reads).to.equal(atPress);
  });

  it('not for an add that nobody has pressed for, nor for a press that adds nothing', async () => {
    promise();
    await add();
    press();
    await add('cart/update.js');
    await recorded();
    expect(receipts).to.deep.equal([]);
    expect(reads).to.equal(tells ? 0 : 1);
  });

  it('not for an add that the shop has refused', async () => {
    await setUp({ 'cart/add.js': { status: 422, body: '{}' } });
    promise();
    press();
    await fetch(`${shop}cart/add.js`, { method: 'POST' });
    await recorded();
    expect(receipts).to.deep.equal([]);
    // Older engines do not tell how a request ended: there the cart is read before and after.
    expect(reads).to.equal(tells ? 0 : 2);
  });

  describe('in a shop that refuses without a sign', () => {
    beforeEach(() => {
      ending.abort();
      ending = new AbortController();
      // Getters stay getters.
      const silent = Object.create(cart, { refusesSilently: { value: true } }) as Cart;
      new ReceiptWatch(silent, ending.signal);
      promise();
    });

    it('an add that left no trace in the cart starts nothing, whatever older lines lack', async () => {
      pieces = 2;
      press();
      await fetch(`${shop}cart/add.js`, { method: 'POST' });
      await recorded();
      await until(() => reads === 2);
      await soon();
      expect(receipts).to.deep.equal([]);
    });

    it('one that did is checked', async () => {
      pieces = 2;
      press();
      await until(() => answers);
      await add();
      await until(() => receipts.length);
      expect([receipts, reads]).to.deep.equal([['kept'], 2]);
    });

    it('a button that only opens something has nothing read', async () => {
      const more = document.createElement('button');
      more.type = 'button';
      form.append(more);
      more.click();
      await recorded();
      expect(reads).to.equal(0);
    });
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
