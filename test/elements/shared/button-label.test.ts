import { expect } from '@open-wc/testing';
import { ButtonLabel } from '../../../src/elements/shared/button-label.js';
import type { AddButton } from '../../../src/elements/shared/label-text.js';
import { soon } from '../../support/element-page.js';

const WORDS = 'Backorder now';

/** Puts a button into the page; gives it. */
function button<T extends AddButton = HTMLButtonElement>(html: string): T {
  const place = document.createElement('main');
  place.innerHTML = html;
  document.body.append(place);
  return place.querySelector<T>('button, input') as T;
}

/** What can be read on a button, without what is only for a moment or only for machines. */
const clean = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

describe('ButtonLabel', () => {
  afterEach(() => {
    for (const place of document.querySelectorAll('main')) place.remove();
  });

  it('T18 leaves a price as the shop wrote it, also after words that are read from the right', () => {
    const it = button('<button dir="rtl">Add to cart – €145</button>');
    const label = new ButtonLabel(it);
    label.show('اطلب مسبقًا');
    const text = it.firstChild as Text;
    const leftOf = (character: string): number => {
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(character));
      range.setEnd(text, text.data.indexOf(character) + 1);
      return range.getBoundingClientRect().left;
    };
    expect(leftOf('€')).to.be.below(leftOf('1'));
    expect(leftOf('1')).to.be.below(leftOf('4'));
    expect(leftOf('–')).to.be.above(leftOf('5'));
    label.restore();
    expect(it.textContent).to.equal('Add to cart – €145');
  });

  describe('D24 on buttons as themes make them', () => {
    // Markup, and the text of the whole button afterwards.
    const table: readonly (readonly [string, string, string])[] = [
      ['plain', '<button>Add to cart</button>', WORDS],
      ['with white space', '<button>\n    Add to cart\n  </button>', WORDS],
      ['in a span', '<button><span>Add to cart</span></button>', WORDS],
      [
        'in nested spans',
        '<button><span class="btn"><span class="t">Add to cart</span></span></button>',
        WORDS,
      ],
      [
        'icon before',
        '<button><svg><title>Cart</title><path d="M0 0"/></svg> Add to cart</button>',
        `Cart ${WORDS}`,
      ],
      [
        'icon after',
        '<button>Add to cart <svg aria-hidden="true"><text>x</text></svg></button>',
        `${WORDS} x`,
      ],
      [
        'icon font',
        '<button><i class="icon" aria-hidden="true">shopping_cart</i><span>Add to cart</span></button>',
        `shopping_cart${WORDS}`,
      ],
      ['emoji', '<button><span aria-hidden="true">🛒</span> Add to cart</button>', `🛒 ${WORDS}`],
      [
        'price in a span',
        '<button><span>Add to cart</span> <span class="price">€149.00</span></button>',
        `${WORDS} €149.00`,
      ],
      ['price after a dash', '<button>Add to cart – €149.00</button>', `${WORDS} – €149.00`],
      ['price after a dot', '<button>Add to cart • $1,299.00 USD</button>', `${WORDS} • $1,299.00 USD`],
      ['price in words of money', '<button>In den Warenkorb · 1.299,00 €</button>', `${WORDS} · 1.299,00 €`],
      ['price with a currency code', '<button>Add to cart | CHF 49.90</button>', `${WORDS} | CHF 49.90`],
      ['count in brackets', '<button>Add to cart (3)</button>', `${WORDS} (3)`],
      ['Japanese with a price', '<button>カートに入れる ¥2,000</button>', `${WORDS} ¥2,000`],
      ['Chinese', '<button>加入购物车</button>', WORDS],
      ['Arabic', '<button dir="rtl">أضف إلى السلة</button>', WORDS],
      ['Hebrew in a span', '<button><span>הוסף לסל</span></button>', WORDS],
      [
        'a spinner',
        '<button><span>Add to cart</span><div class="loading__spinner hidden">Loading</div></button>',
        `${WORDS}Loading`,
      ],
      [
        'hidden text for screen readers',
        '<button><span class="visually-hidden">Walnut table</span><span>Add to cart</span></button>',
        `Walnut table${WORDS}`,
      ],
      [
        'a hidden state of its own',
        '<button><span hidden>Sold out</span><span>Add to cart</span></button>',
        `Sold out${WORDS}`,
      ],
      ['a template', '<button><template>Loading</template>Add to cart</button>', WORDS],
      ['a comment', '<button><!-- add --><span>Add to cart</span></button>', WORDS],
      ['a style', '<button><style>.x{color:red}</style>Add to cart</button>', `.x{color:red}${WORDS}`],
      ['a number that is no price', '<button><span class="qty">2</span> Add to cart</button>', `2 ${WORDS}`],
      ['upper case', '<button>ADD TO BAG</button>', WORDS],
      ['hyphens', '<button>Pre-Order</button>', WORDS],
      ['an ampersand', '<button>Add &amp; go</button>', WORDS],
    ];

    it('there are at least twenty of them', () => {
      expect(table.length).to.be.at.least(20);
    });

    for (const [name, html, wanted] of table) {
      it(`${name}: only the words change, and come back as they were`, () => {
        const it_ = button(html);
        const before = it_.outerHTML;
        const elements = [...it_.querySelectorAll('*')];
        const label = new ButtonLabel(it_);
        label.show(WORDS);
        expect(clean(it_.textContent)).to.equal(wanted);
        expect([...it_.querySelectorAll('*')]).to.deep.equal(elements);
        label.restore();
        expect(it_.outerHTML).to.equal(before);
      });
    }
  });

  it('D24 a button without words is left alone', () => {
    for (const html of [
      '<button></button>',
      '<button><svg></svg></button>',
      '<button>€149.00</button>',
      '<button>+</button>',
    ]) {
      const it_ = button(html);
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      expect(it_.textContent).not.to.include(WORDS);
      label.restore();
      expect(it_.outerHTML).to.equal(html);
    }
  });

  it('D25 the value of an input is its label', () => {
    const input = button<HTMLInputElement>('<input type="submit" value="  Add to cart – €5 ">');
    const label = new ButtonLabel(input);
    label.show(WORDS);
    expect(input.value).to.equal(`  ${WORDS} – €5 `);
    label.restore();
    expect(input.value).to.equal('  Add to cart – €5 ');
  });

  it('shows other words in place of its own, and still gives the theme’s back', () => {
    const it_ = button('<button>Add to cart – €5</button>');
    const label = new ButtonLabel(it_);
    for (const words of [WORDS, 'Pre-order now', 'Sold out', 'Sold out']) label.show(words);
    expect(it_.textContent).to.equal('Sold out – €5');
    label.restore();
    label.restore();
    expect(it_.textContent).to.equal('Add to cart – €5');
  });

  it('shows other words before its own, which it still knows', () => {
    const it_ = button('<button>Buy it now – €5</button>');
    const label = new ButtonLabel(it_);
    for (const words of ['Pre-order', 'Backorder']) label.show(words, true);
    expect(it_.textContent).to.equal('Backorder: Buy it now – €5');
    label.show('Sold out');
    expect(it_.textContent).to.equal('Sold out – €5');
    label.restore();
    expect(it_.textContent).to.equal('Buy it now – €5');
  });

  it('H03 words are text', () => {
    const it_ = button('<button>Add to cart</button>');
    new ButtonLabel(it_).show('<img src=x: onerror=canary()> $& $1');
    expect(it_.querySelector('img')).to.equal(null);
    expect(it_.textContent).to.equal('<img src=x: onerror=canary()> $& $1');
  });

  describe('A07 2.5.3 a name that the theme has given', () => {
    it('goes on to begin with what is seen, and comes back', () => {
      const it_ = button('<button aria-label="Add to cart: Walnut table">Add to cart</button>');
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      expect(it_.ariaLabel).to.equal('Backorder now: Walnut table');
      label.show('Sold out');
      expect(it_.ariaLabel).to.equal('Sold out: Walnut table');
      label.restore();
      expect(it_.ariaLabel).to.equal('Add to cart: Walnut table');
    });

    it('that says something else gives way to what is seen', () => {
      const it_ = button('<button aria-label="Buy the walnut table">Add to cart</button>');
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      expect(it_.ariaLabel).to.equal(WORDS);
      label.restore();
      expect(it_.ariaLabel).to.equal('Buy the walnut table');
    });

    it('stays what the theme has made of it since', () => {
      const it_ = button('<button aria-label="Add to cart">Add to cart</button>');
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      it_.ariaLabel = 'Choose a size';
      label.restore();
      expect(it_.ariaLabel).to.equal('Choose a size');
    });

    it('is the theme’s new one where it has named its button with another variant, as Debut does', async () => {
      const it_ = button('<button aria-label="Add to cart"><span>Add to cart</span></button>');
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      it_.ariaLabel = 'Sold out';
      (it_.firstChild as HTMLElement).textContent = 'Sold out';
      await soon();
      expect(it_.ariaLabel).to.equal(WORDS);
      label.restore();
      expect([it_.textContent, it_.ariaLabel]).to.deep.equal(['Sold out', 'Sold out']);
    });

    it('is not given where there was none', () => {
      const it_ = button('<button>Add to cart</button>');
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      expect(it_.hasAttribute('aria-label')).to.equal(false);
      label.restore();
      expect(it_.hasAttribute('aria-label')).to.equal(false);
    });

    it('dollars in our words are dollars', () => {
      const it_ = button('<button aria-label="Add to cart now">Add to cart</button>');
      new ButtonLabel(it_).show('$& $1');
      expect(it_.ariaLabel).to.equal('$& $1 now');
    });
  });

  describe('a theme that writes its own words again', () => {
    it('D06 is corrected', async () => {
      const it_ = button('<button><span>Add to cart</span></button>');
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      (it_.firstElementChild as Element).textContent = 'Add to cart';
      await soon();
      expect(it_.textContent).to.equal(WORDS);
      it_.innerHTML = '<b>Add this</b>';
      await soon();
      expect(it_.textContent).to.equal('Add this');
    });

    it('D22 has its way the second time, and its words stay when ours go', async () => {
      const it_ = button('<button>Add to cart</button>');
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      for (const words of ['Add to bag', 'Add to basket']) {
        it_.textContent = words;
        await soon();
      }
      expect(it_.textContent).to.equal('Add to basket');
      label.restore();
      expect(it_.textContent).to.equal('Add to basket');
    });

    it('that counts what is in the cart has its way, and the name keeps its product through it', async () => {
      const it_ = button('<button aria-label="Add to cart: Chair"><span>Add to cart</span></button>');
      const text = it_.querySelector('span')!.firstChild as Text;
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      text.data = '1 in cart';
      await soon();
      expect(it_.textContent).to.equal('1 in cart');
      expect(it_.ariaLabel).to.equal('Backorder now: Chair');
      // The next offer is said, and the theme's next words are corrected as before.
      label.show('Pre-order now');
      expect([it_.textContent, it_.ariaLabel]).to.deep.equal(['Pre-order now', 'Pre-order now: Chair']);
      text.data = 'Add to cart';
      await soon();
      expect([it_.textContent, it_.ariaLabel]).to.deep.equal(['Pre-order now', 'Pre-order now: Chair']);
      label.restore();
      expect([it_.textContent, it_.ariaLabel]).to.deep.equal(['Add to cart', 'Add to cart: Chair']);
    });

    it('has its way with what it says to a press, and is corrected when it is done, each time', async () => {
      const it_ = button('<button>Add to cart</button>');
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      for (let adds = 0; adds < 3; adds += 1) {
        label.pressed();
        for (const words of ['Adding…', 'Thank you!']) {
          it_.textContent = words;
          await soon();
          expect(it_.textContent).to.equal(words);
        }
        it_.textContent = 'Add to cart';
        await soon();
        expect(it_.textContent).to.equal(WORDS);
      }
      it_.textContent = 'Add to cart';
      await soon();
      expect(it_.textContent, 'nobody has pressed').to.equal('Add to cart');
    });

    it('D06 is corrected again with the next offer', async () => {
      const it_ = button('<button>Add to cart</button>');
      const label = new ButtonLabel(it_);
      for (const words of [WORDS, 'Sold out', WORDS]) {
        label.show(words);
        it_.textContent = 'Add to cart';
        await soon();
        expect(it_.textContent).to.equal(words);
      }
    });

    it('D23 with an observer of its own it ends soon: at most three changes', async () => {
      const it_ = button('<button>Add to cart</button>');
      const label = new ButtonLabel(it_);
      let theirs = 0;
      const observer = new MutationObserver(() => {
        if (it_.textContent === 'Add to cart' || theirs > 50) return;
        theirs += 1;
        it_.textContent = 'Add to cart';
      });
      observer.observe(it_, { childList: true, characterData: true, subtree: true });
      let changes = 0;
      const counter = new MutationObserver(
        (records) => (changes += records.filter(({ target }) => target !== it_).length),
      );
      counter.observe(it_, { characterData: true, subtree: true });
      label.show(WORDS);
      for (let turns = 0; turns < 20; turns += 1) await soon();
      observer.disconnect();
      counter.disconnect();
      expect(theirs).to.be.at.most(3);
      expect(changes).to.be.at.most(3);
      expect(it_.textContent).to.equal('Add to cart');
    });

    it('that shows nothing while it loads is waited for', async () => {
      const it_ = button('<button><span>Add to cart</span></button>');
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      it_.innerHTML = '<svg></svg>';
      await soon();
      expect(it_.textContent).to.equal('');
      it_.innerHTML = '<span>Add to cart</span>';
      await soon();
      expect(it_.textContent).to.equal(WORDS);
      label.restore();
      expect(it_.textContent).to.equal('Add to cart');
    });

    it('on an input: the value is watched too', async () => {
      const input = button<HTMLInputElement>('<input type="submit" value="Add to cart">');
      const label = new ButtonLabel(input);
      label.show(WORDS);
      input.value = 'Add to bag';
      await soon();
      expect(input.value).to.equal(WORDS);
      input.value = 'Add to bag';
      await soon();
      expect(input.value).to.equal('Add to bag');
    });

    describe('D06 while it is adding, with its button off', () => {
      async function adding(html: string): Promise<[HTMLButtonElement, ButtonLabel]> {
        const it_ = button(html);
        const label = new ButtonLabel(it_);
        label.show(WORDS);
        it_.disabled = true;
        it_.textContent = 'Adding…';
        await soon();
        return [it_, label];
      }

      it('has its own words, and the words that it had found when it puts them back', async () => {
        const [it_, label] = await adding('<button>Add to cart</button>');
        expect(it_.textContent).to.equal('Adding…');
        it_.textContent = WORDS;
        it_.disabled = false;
        await soon();
        label.restore();
        expect(it_.textContent).to.equal('Add to cart');
      });

      it('is corrected when the button is on again with other words, also without a word changed then', async () => {
        const [it_] = await adding('<button>Add to cart</button>');
        it_.textContent = 'Add to cart';
        await soon();
        expect(it_.textContent).to.equal('Add to cart');
        it_.disabled = false;
        await soon();
        expect(it_.textContent).to.equal(WORDS);
      });

      it('and puts ours back when they are no longer wanted: gets its own', async () => {
        const [it_, label] = await adding('<button>Add to cart</button>');
        label.rest();
        expect(it_.textContent).to.equal('Adding…');
        it_.textContent = WORDS;
        it_.disabled = false;
        await soon();
        expect(it_.textContent).to.equal('Add to cart');
        label.restore();
        it_.textContent = WORDS;
        await soon();
        expect(it_.textContent, 'it is no longer watched').to.equal(WORDS);
      });
    });

    it('a theme that says the same as we do is not written to without end', async () => {
      const input = button<HTMLInputElement>(`<input type="submit" value="${WORDS}">`);
      const label = new ButtonLabel(input);
      label.show(WORDS);
      label.rest();
      input.value = WORDS;
      let changes = 0;
      const counter = new MutationObserver((records) => {
        changes += records.length;
        if (changes > 20) label.restore();
      });
      counter.observe(input, { attributes: true });
      for (let turns = 0; turns < 5; turns += 1) await soon();
      counter.disconnect();
      expect(changes).to.be.below(3);
    });

    it('our own writing does not count as the theme’s', async () => {
      const it_ = button('<button>Add to cart</button>');
      let changes = 0;
      const counter = new MutationObserver((records) => (changes += records.length));
      const label = new ButtonLabel(it_);
      counter.observe(it_, { childList: true, characterData: true, subtree: true });
      label.show(WORDS);
      label.show(WORDS);
      await soon();
      expect(changes).to.equal(1);
      counter.disconnect();
    });
  });

  it('D36 finds its words after a translator has wrapped them, and does not fight it', async () => {
    const it_ = button('<button>Add to cart</button>');
    const label = new ButtonLabel(it_);
    label.show(WORDS);
    for (let times = 0; times < 3; times += 1) {
      it_.innerHTML = '<font><font>Mit Lieferzeit bestellen</font></font>';
      await soon();
    }
    expect(it_.textContent).to.equal('Mit Lieferzeit bestellen');
    expect(() => label.restore()).not.to.throw();
  });

  it('stops watching when it has given the words back', async () => {
    const it_ = button('<button>Add to cart</button>');
    const label = new ButtonLabel(it_);
    label.show(WORDS);
    label.restore();
    it_.textContent = 'Sold out';
    await soon();
    expect(it_.textContent).to.equal('Sold out');
  });

  describe('D10 a copy of a button with our words on it', () => {
    it('gets the theme’s words back', () => {
      const it_ = button('<button aria-label="Add to cart: Table"><span>Add to cart</span> €5</button>');
      new ButtonLabel(it_).show(WORDS);
      const copy = button(it_.outerHTML);
      const label = new ButtonLabel(copy);
      label.show('Sold out');
      expect(clean(copy.textContent)).to.equal('Sold out €5');
      label.restore();
      expect(copy.outerHTML).to.equal(
        '<button aria-label="Add to cart: Table"><span>Add to cart</span> €5</button>',
      );
    });

    it('that the theme has relabelled since is the theme’s', () => {
      const it_ = button('<button>Add to cart</button>');
      new ButtonLabel(it_).show(WORDS);
      it_.textContent = 'Choose a size';
      const label = new ButtonLabel(it_);
      label.show(WORDS);
      label.restore();
      expect(it_.textContent).to.equal('Choose a size');
    });
  });
});
