// The theme's own button: whatever it is made of, wherever it stands, however it sends its form.
import { expect } from '@open-wc/testing';
import { collect } from '../support/commands.js';
import {
  closePages,
  openPage,
  pause,
  sells,
  waitFor,
  type PageOptions,
  type ShopPage,
} from '../support/journey.js';
import { expectQuiet, factsOf, openOracle } from '../support/oracle.js';
import { shown } from '../support/shown.js';

const BACKORDER = sells({ id: 'lamp', onHand: 0 });
const IN_STOCK = sells({ id: 'lamp', onHand: 9 });

/** One word more than the label needs: the button of a markup in the page, in place of the fixture's. */
async function withButton(markup: string, options: PageOptions = {}): Promise<ShopPage> {
  const theme = `<script>
    addEventListener('DOMContentLoaded', () => {
      const holder = document.createElement('div');
      holder.innerHTML = ${JSON.stringify(markup).replaceAll('<', '\\u003c')};
      document.querySelector('.buttons').replaceChildren(...holder.childNodes);
    });
  </script>`;
  const page = await openPage({ document: BACKORDER, theme, ...options });
  return page.loaded();
}

/** Has the page ask again, as after being offline. */
async function nowIs(page: ShopPage, document: object): Promise<void> {
  await page.change({ document });
  page.window.dispatchEvent(new Event('online'));
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the theme’s button', () => {
  afterEach(closePages);

  // Markup, and what it reads while it is a backorder.
  const markups: readonly (readonly [string, string])[] = [
    ['<button name="add">Add to cart</button>', 'Backorder now'],
    ['<button name="add">\n  Add to cart\n</button>', 'Backorder now'],
    ['<button name="add"><span>Add to cart</span></button>', 'Backorder now'],
    ['<button name="add"><span><span><b>Add to cart</b></span></span></button>', 'Backorder now'],
    ['<button name="add"><svg><title>Bag</title></svg>Add to cart</button>', 'BagBackorder now'],
    ['<button name="add"><svg><text>Bag</text></svg> <span>Add to cart</span></button>', 'Bag Backorder now'],
    ['<button name="add">Add to cart <i class="icon" aria-hidden="true">→</i></button>', 'Backorder now →'],
    [
      '<button name="add"><i aria-hidden="true">shopping_bag</i> Add to cart</button>',
      'shopping_bag Backorder now',
    ],
    ['<button name="add">Add to cart – €149.00</button>', 'Backorder now – €149.00'],
    ['<button name="add">Add to cart (149,00 €)</button>', 'Backorder now (149,00 €)'],
    ['<button name="add">Add to cart · USD 1,149.00</button>', 'Backorder now · USD 1,149.00'],
    [
      '<button name="add"><span>Add to cart</span> <span class="price">€149.00</span></button>',
      'Backorder now €149.00',
    ],
    [
      '<button name="add"><span class="price">Only €149</span> <span>Add to cart</span></button>',
      'Only €149 Backorder now',
    ],
    [
      '<button name="add"><span class="spinner">Loading</span><span>Add to cart</span></button>',
      'LoadingBackorder now',
    ],
    [
      '<button name="add"><span class="visually-hidden">Lamp:</span> Add to cart</button>',
      'Lamp: Backorder now',
    ],
    ['<button name="add"><span hidden>Added</span><span>Add to cart</span></button>', 'AddedBackorder now'],
    [
      '<button name="add"><style>.x { color: red }</style>Add to cart</button>',
      '.x { color: red }Backorder now',
    ],
    ['<button name="add"><!-- label -->Add to cart<!-- end --></button>', 'Backorder now'],
    ['<button name="add">In den Warenkorb</button>', 'Backorder now'],
    ['<button name="add">カートに入れる ¥14,900</button>', 'Backorder now ¥14,900'],
    [
      '<button name="add"><img alt="" width="9" height="9"><span>Add to cart</span></button>',
      'Backorder now',
    ],
    ['<button name="add"><div>Add<br>to cart</div></button>', 'Backorder nowto cart'],
  ];
  for (const [markup, words] of markups) {
    it(`D24 only the words change, and come back: ${flat(markup)}`, async () => {
      const page = await withButton(markup);
      const before = markup.replace(/^<button[^>]*>|<\/button>$/g, '');
      await waitFor(() => page.button.textContent.includes('Backorder now'));
      expect(flat(page.button.textContent)).to.equal(words);
      const others = [...page.button.querySelectorAll('*')].map(({ localName }) => localName);
      await nowIs(page, IN_STOCK);
      await waitFor(() => !page.button.textContent.includes('Backorder now'));
      const holder = page.document.createElement('button');
      holder.innerHTML = before;
      expect(page.button.innerHTML).to.equal(holder.innerHTML);
      expect([...page.button.querySelectorAll('*')].map(({ localName }) => localName)).to.deep.equal(others);
      expect(page.button.getAttributeNames()).to.deep.equal(['name']);
      expectQuiet(page.heard, 0);
    });
  }

  it('D24 a name that the theme has given follows the words, and comes back', async () => {
    const page = await withButton('<button name="add" aria-label="Add to cart: Lamp">Add to cart</button>');
    await waitFor(() => page.button.ariaLabel === 'Backorder now: Lamp');
    await nowIs(page, IN_STOCK);
    await waitFor(() => page.button.ariaLabel === 'Add to cart: Lamp');
  });

  it('D24 a button without words keeps what it has', async () => {
    const markup = '<button name="add"><svg width="9" height="9"><circle r="4"></circle></svg></button>';
    const page = await withButton(markup);
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    expect(page.button.innerHTML).to.equal('<svg width="9" height="9"><circle r="4"></circle></svg>');
    page.button.click();
    expect((await page.carted(1))[0]?.fields.map(([name]) => name)).to.include('properties[_backorder]');
  });

  it('D25 an input of type submit: its value changes and returns, and is sent as the theme would send it', async () => {
    const oracle = await openOracle({
      page: 'dom-jquery',
      button: '#add-to-cart',
      document: undefined,
      endpoint: 'own',
      replies: {},
    });
    await oracle.page.loaded();
    expect(oracle.page.label).to.equal('Add to Cart');
    const page = await openPage({
      page: 'dom-jquery',
      button: '#add-to-cart',
      document: sells({ id: 'chair', onHand: 0 }),
    });
    await waitFor(() => page.label === 'Backorder now');
    await nowIs(page, sells({ id: 'chair', onHand: 3 }));
    await waitFor(() => page.label === 'Add to Cart');
    expect(factsOf(page)).to.deep.equal(factsOf(oracle.without));
    expectQuiet(page.heard, 0);
  });

  it('D25 what a named input sends is the theme’s own value, though it shows our words', async () => {
    const page = await withButton('<input type="submit" name="add" value="Add to cart – €5">');
    const input = page.button as unknown as HTMLInputElement;
    await waitFor(() => input.value === 'Backorder now – €5');
    const sent = (): FormDataEntryValue[] =>
      new (page.window as unknown as typeof globalThis).FormData(input.form ?? undefined, input).getAll(
        'add',
      );
    // The file that sees to it comes with the words.
    await waitFor(() => sent()[0] === 'Add to cart – €5');
    expect(sent()).to.deep.equal(['Add to cart – €5']);
    expect(input.value, 'what is shown').to.equal('Backorder now – €5');
    input.click();
    const added = (await page.carted(1))[0]?.fields ?? [];
    expect(Object.fromEntries(added)).to.include({ add: 'Add to cart – €5' });
  });

  const places: Record<string, string> = {
    'outside its form, by form=': '<p>in the row</p>',
    'two submit buttons':
      '<button type="submit" class="button">Add to cart</button><button type="submit" name="later" class="button">Save</button>',
    'a button without a type': '<button class="button">Add to cart</button>',
    'a type=button opener before it':
      '<button type="button" class="button">Size guide</button><button type="submit" class="button">Add to cart</button>',
  };
  for (const [what, markup] of Object.entries(places)) {
    it(`D26 found by what it does: ${what}`, async () => {
      const outside = what.startsWith('outside');
      const more = `<script>
        addEventListener('DOMContentLoaded', () => {
          const row = document.querySelector('.buttons');
          row.innerHTML = ${JSON.stringify(markup).replaceAll('<', '\\u003c')};
          if (!${outside}) return;
          document.querySelector('form').id = 'product-form';
          const button = document.createElement('button');
          button.setAttribute('form', 'product-form');
          button.textContent = 'Add to cart';
          button.className = 'button';
          document.body.append(button);
        });
      </script>`;
      const selector = outside ? '[form=product-form]' : '.buttons button:not([type=button])';
      const page = await openPage({ document: BACKORDER, theme: more, button: selector });
      await waitFor(() => page.label === 'Backorder now');
      const others = [...page.document.querySelectorAll('button')].filter((it) => it !== page.button);
      for (const other of others) expect(other.textContent).to.not.include('Backorder');
      page.button.click();
      const [add] = await page.carted(1);
      expect(add?.fields.filter(([name]) => name.startsWith('properties'))).to.have.length(2);
    });
  }

  for (const how of ['submit', 'form-data', 'serialize', 'json'] as const) {
    it(`${how === 'submit' ? 'D29' : 'D28'} the theme sends its form by ${how}: the promise goes with it`, async () => {
      const page = await openPage({
        page: 'dom-jquery',
        button: '#add-to-cart',
        document: sells({ id: 'chair', onHand: 0 }),
      });
      await page.loaded();
      (page.window as unknown as { theme: { send: (how: string) => void } }).theme.send(how);
      await waitFor(() => page.label === 'Backorder now');
      page.button.click();
      const [add] = await page.carted(1);
      const fields =
        how === 'json' ? Object.entries(JSON.parse(add?.body ?? '{}') as object) : (add?.fields ?? []);
      const names = fields.map(([name]) => name);
      expect(names).to.include.members(['product_id', 'properties[Availability]', 'properties[_backorder]']);
    });
  }

  it('D29 form.submit() without any press, from elsewhere in the page: the promise goes with it', async () => {
    const page = await openPage({
      page: 'dom-jquery',
      button: '#add-to-cart',
      document: sells({ id: 'chair', onHand: 0 }),
    });
    await waitFor(() => page.label === 'Backorder now');
    (page.window as unknown as { theme: { submit: () => void } }).theme.submit();
    const [add] = await page.carted(1);
    expect(add?.fields.map(([name]) => name)).to.include('properties[Availability]');
  });

  it('D30 the theme stops every event in capture on the document: we see what the shopper chooses all the same', async () => {
    const theme = `<script>
      for (const type of ['change', 'input', 'click', 'pointerdown', 'keydown']) {
        document.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      }
    </script>`;
    const page = await openPage({
      page: 'variants',
      theme,
      document: sells({
        id: 'chair',
        variants: [
          { id: 'chair-oak', onHand: 5 },
          { id: 'chair-black', onHand: 0 },
        ],
      }),
    });
    await page.loaded();
    await waitFor(() => page.document.querySelector('[data-backorder-live]'));
    page.find('[value=chair-black]').click();
    await waitFor(() => page.label === 'Backorder now');
    page.find('[value=chair-oak]').click();
    await waitFor(() => page.label === 'Add to cart');
  });

  it('D21 the theme replaces its button: the new one is decorated, the old one is its own again and is let go', async () => {
    const page = await openPage({
      page: 'dom-jquery',
      button: '#add-to-cart',
      document: sells({ id: 'chair', onHand: 0 }),
    });
    await waitFor(() => page.label === 'Backorder now');
    const old = page.button;
    (page.window as unknown as { theme: { replaceButton: () => void } }).theme.replaceButton();
    await waitFor(() => page.button !== old && page.label === 'Backorder now');
    expect(old.value).to.equal('Add to Cart');
    expect(old.getAttributeNames().filter((name) => name.startsWith('data-backorder'))).to.deep.equal([]);
    // Pressed somewhere else it is nothing to us.
    let asked = 0;
    page.document.addEventListener('backorder-add-request', () => (asked += 1));
    page.find('.product').append(old);
    old.removeAttribute('id');
    old.type = 'button';
    old.click();
    expect(asked).to.equal(0);
    page.button.click();
    await page.carted(1);
    expect(asked).to.equal(1);
    expect(page.document.querySelectorAll('[data-backorder-field]')).to.have.length(2);
  });

  /** Runs something in the page twenty times; waits until all that it has thrown out is gone from memory. */
  async function letGo(page: ShopPage, throwOut: () => Promise<readonly Element[]>): Promise<void> {
    const old: WeakRef<Element>[] = [];
    // In a function of its own: what a running function has had in hand is held by it.
    const round = async (): Promise<void> => {
      for (const it of await throwOut()) old.push(new WeakRef(it));
    };
    for (let count = 0; count < 20; count += 1) {
      await waitFor(() => page.label === 'Backorder now' && shown(page, 'backorder-badge') === 'Backorder');
      await round();
    }
    expect(old.length).to.be.at.least(20);
    await waitFor(async () => (await collect()) && old.every((it) => it.deref() === undefined));
  }

  it('D21 twenty buttons later, none of the old ones is held in memory', async function (this: Mocha.Context) {
    if (!(await collect())) this.skip();
    const page = await openPage({ document: BACKORDER });
    await letGo(page, () => {
      const { button } = page;
      const fresh = page.document.createElement('button');
      fresh.name = 'add';
      fresh.textContent = 'Add to cart';
      button.replaceWith(fresh);
      return Promise.resolve([button]);
    });
  });

  it('D21 twenty products later, nothing of them and nothing that we put in is held in memory', async function (this: Mocha.Context) {
    if (!(await collect())) this.skip();
    const page = await openPage({ document: BACKORDER });
    const html = page.find('main').innerHTML;
    await letGo(page, () => {
      const gone = [...page.document.querySelectorAll('form, [data-backorder-place] *')];
      page.find('main').innerHTML = html;
      return Promise.resolve(gone);
    });
  });

  it('D22 the theme writes its own words by a timer, again and again: we correct once and then let it', async () => {
    const page = await openPage({ document: BACKORDER });
    await waitFor(() => page.label === 'Backorder now');
    let ours = 0;
    new MutationObserver(() => {
      if (page.label === 'Backorder now') ours += 1;
    }).observe(page.button, { childList: true, characterData: true, subtree: true });
    for (let round = 0; round < 10; round += 1) {
      page.button.textContent = 'Add to bag';
      await pause(30);
    }
    expect(ours).to.be.at.most(1);
    expect(page.label).to.equal('Add to bag');
    await nowIs(page, IN_STOCK);
    await waitFor(() => shown(page, 'backorder-badge') === '');
    expect(page.label).to.equal('Add to bag');
  });

  it('D23 an observer of the theme’s undoes each of our changes: it ends, and the theme has its way', async () => {
    const theme = `<script>
      window.undone = 0;
      addEventListener('DOMContentLoaded', () => {
        const button = document.querySelector('[name=add]');
        new MutationObserver(() => {
          const place = document.querySelector('[data-backorder-place]');
          const words = button.textContent !== 'Add to bag';
          if (!place && !words) return;
          window.undone += 1;
          if (window.undone > 200) return;
          place?.remove();
          if (words) button.textContent = 'Add to bag';
          document.querySelector('h1').replaceChildren(document.createElement('b'));
        }).observe(document.querySelector('.product'), { childList: true, subtree: true, characterData: true });
      });
    </script>`;
    const page = await openPage({ document: BACKORDER, theme });
    await page.loaded();
    const undone = (): number => (page.window as unknown as { undone: number }).undone;
    await waitFor(() => page.document.querySelector('[data-backorder-field]'));
    await pause(500);
    expect(undone()).to.be.within(1, 5);
    expect(page.label).to.equal('Add to bag');
    page.button.click();
    const [add] = await page.carted(1);
    expect(add?.fields.map(([name]) => name)).to.include('properties[Availability]');
    expectQuiet(page.heard, 0);
  });

  it('D36 a translator wraps all text of the page: no error, the words stay its, and the theme gets its own back', async () => {
    const page = await openPage({ document: BACKORDER });
    await waitFor(() => page.label === 'Backorder now');
    await waitFor(() => shown(page, 'eta-notice').includes('5 days'));
    const wrap = (): void => {
      const { document } = page;
      const texts: Text[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        if (text.data.trim() && !text.parentElement?.closest('script, style, font')) texts.push(text);
      }
      for (const text of texts) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = `[${text.data.trim()}]`;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    wrap();
    await pause(100);
    expect(page.label).to.equal('[Backorder now]');
    await nowIs(page, sells({ id: 'lamp', onHand: 0, policy: { promise: { leadTime: { max: 9 } } } }));
    await waitFor(() => shown(page, 'eta-notice').includes('9 days'));
    expect(shown(page, 'eta-notice')).to.not.include('5 days');
    wrap();
    await nowIs(page, IN_STOCK);
    await waitFor(() => shown(page, 'eta-notice') === '');
    await waitFor(() => page.label.includes('Add to cart'));
    expect(page.label).to.not.include('Backorder');
    page.button.click();
    await page.carted(1);
    expect(page.heard.errors).to.deep.equal([]);
    expect(page.heard.console).to.deep.equal([]);
  });
});
