// Our own elements in somebody else's page: moved, copied, thrown out, hidden by the theme's CSS, fed before they live, owned
// by a framework; and everything taken back when the merchant says so.
import { expect } from '@open-wc/testing';
import {
  closePages,
  openPage,
  pause,
  sells,
  waitFor,
  type PageOptions,
  type ShopPage,
} from '../support/journey.js';
import { expectQuiet, openOracle } from '../support/oracle.js';
import { said, shown, textOf } from '../support/shown.js';

const BACKORDER = sells({ id: 'lamp', onHand: 0 });
const IN_STOCK = sells({ id: 'lamp', onHand: 9 });
const SOLD_OUT = sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } });

async function nowIs(page: ShopPage, document: object): Promise<void> {
  await page.change({ document });
  page.window.dispatchEvent(new Event('online'));
}

const backordered = (page: ShopPage): Promise<boolean> =>
  waitFor(() => page.label === 'Backorder now' && shown(page, 'backorder-badge') === 'Backorder');

/** An open sign-up form on the page of a sold-out product. */
async function openForm(
  options: PageOptions = {},
): Promise<{ page: ShopPage; input: HTMLInputElement; send: () => void }> {
  const page = await openPage({
    page: 'sold-out',
    document: SOLD_OUT,
    slots: { after: '<notify-me-form><a href="ask">Ask us</a></notify-me-form>' },
    ...options,
  });
  const input = await waitFor(() =>
    page.document.querySelector<HTMLInputElement>('notify-me-form input[type=email]'),
  );
  return { page, input, send: () => page.find('notify-me-form form button').click() };
}

const counts = (page: ShopPage, selector: string): number => page.document.querySelectorAll(selector).length;
const idsOf = (page: ShopPage): readonly string[] =>
  [...page.document.querySelectorAll('[id]')].map(({ id }) => id);

describe('our elements in a theme’s page', () => {
  afterEach(closePages);

  it('D18 the theme moves our form while somebody writes in it: the text stays, one request is sent', async () => {
    const { page, input, send } = await openForm();
    input.value = 'ada@example.com';
    const element = page.find('notify-me-form');
    page.find('.about').before(element);
    page.find('h1').after(element);
    await pause(50);
    expect(page.find<HTMLInputElement>('notify-me-form input').value).to.equal('ada@example.com');
    expect(counts(page, 'notify-me-form input')).to.equal(1);
    send();
    await waitFor(async () => (await page.signUps()).length === 1);
    page.find('.about').before(element);
    await waitFor(() => said(page).includes('Thank you'));
    expect(await page.asked('sign-ups')).to.have.length(1);
    expectQuiet(page.heard, 0);
  });

  it('D18 moved while it is being sent, it is sent once', async () => {
    const { page, input, send } = await openForm({ replies: { 'sign-ups': { hold: 'later' } } });
    input.value = 'ada@example.com';
    send();
    await waitFor(async () => (await page.asked('sign-ups')).length === 1);
    page.find('h1').after(page.find('notify-me-form'));
    await page.release('later');
    await waitFor(() => said(page).includes('Thank you'));
    expect(await page.asked('sign-ups')).to.have.length(1);
    expectQuiet(page.heard, 0);
  });

  it('D18 the theme moves our place into a bar elsewhere: it goes on saying the same, and is not doubled', async () => {
    const page = await openPage({ document: BACKORDER });
    await backordered(page);
    const bar = page.document.createElement('div');
    page.document.body.append(bar);
    bar.append(page.find('[data-backorder-place]'));
    await nowIs(page, sells({ id: 'lamp', onHand: 0, policy: { promise: { leadTime: { max: 9 } } } }));
    await waitFor(() => shown(page, 'eta-notice').includes('9 days'));
    expect(counts(page, 'backorder-badge')).to.equal(1);
    expect(counts(page, 'eta-notice')).to.equal(1);
  });

  it('D19 a product cloned into a carousel: each for itself, no id twice, each sends its own promise', async () => {
    const page = await openPage({ document: sells({ id: 'lamp', onHand: 2 }) });
    await page.loaded();
    const quantity = page.find<HTMLInputElement>('[name=quantity]');
    quantity.value = '3';
    quantity.dispatchEvent(new Event('input', { bubbles: true }));
    await backordered(page);
    const clone = page.find('.product').cloneNode(true) as HTMLElement;
    page.find('.product').after(clone);
    const badge = clone.querySelector('backorder-badge') as Element;
    await waitFor(() => textOf(badge) === 'Backorder');
    for (const selector of ['backorder-badge', 'eta-notice', '[data-backorder-place]']) {
      expect(clone.querySelectorAll(selector), selector).to.have.length(1);
    }
    expect(idsOf(page)).to.deep.equal([...new Set(idsOf(page))]);
    const theirs = clone.querySelector<HTMLInputElement>('[name=quantity]') as HTMLInputElement;
    theirs.value = '1';
    theirs.dispatchEvent(new Event('input', { bubbles: true }));
    const button = clone.querySelector<HTMLButtonElement>('[name=add]') as HTMLButtonElement;
    await waitFor(() => button.textContent === 'Add to cart');
    await waitFor(() => textOf(badge) === '');
    expect(page.label).to.equal('Backorder now');
    button.click();
    const [add] = await page.carted(1);
    expect(add?.fields.map(([name]) => name)).to.deep.equal(['id', 'quantity', 'add']);
    expectQuiet(page.heard, 0);
  });

  it('D19 a sign-up form cloned while it is open: two forms, their labels and ids their own', async () => {
    const { page } = await openForm();
    const element = page.find('notify-me-form');
    element.after(element.cloneNode(true));
    await waitFor(() => counts(page, 'notify-me-form input') === 2);
    await waitFor(() => new Set(idsOf(page)).size === idsOf(page).length);
    for (const input of page.document.querySelectorAll<HTMLInputElement>('notify-me-form input')) {
      expect(input.labels).to.have.length(1);
    }
    const [first, second] = page.document.querySelectorAll<HTMLElement>('notify-me-form form');
    (second?.querySelector('input') as HTMLInputElement).value = 'ada@example.com';
    second?.querySelector('button')?.click();
    await waitFor(async () => (await page.signUps()).length === 1);
    expect(first?.isConnected).to.equal(true);
    expectQuiet(page.heard, 0);
  });

  for (const express of ['hide', 'disable', 'relabel']) {
    it(`D19 a product cloned while its express button is held (${express}): the copy of what is in stock is free`, async () => {
      const policy = { sell: 'backorder', promise: { leadTime: { max: 5 } }, express };
      const page = await openPage({ document: { ...sells({ id: 'lamp', onHand: 2 }), policy } });
      await page.loaded();
      const facts = (button: HTMLElement): object => {
        const { display, opacity } = page.window.getComputedStyle(button);
        return { display, opacity, inert: button.inert, words: button.textContent };
      };
      const buyNow = page.find('[name=buy-now]');
      const before = facts(buyNow);
      const quantity = page.find<HTMLInputElement>('[name=quantity]');
      quantity.value = '3';
      quantity.dispatchEvent(new Event('input', { bubbles: true }));
      await backordered(page);
      await waitFor(() => JSON.stringify(facts(buyNow)) !== JSON.stringify(before));
      const held = facts(buyNow);
      const clone = page.find('.product').cloneNode(true) as HTMLElement;
      const theirs = clone.querySelector<HTMLInputElement>('[name=quantity]') as HTMLInputElement;
      theirs.value = '1';
      page.find('.product').after(clone);
      const copy = clone.querySelector('[name=buy-now]') as HTMLElement;
      await waitFor(() => JSON.stringify(facts(copy)) === JSON.stringify(before));
      await waitFor(() => clone.querySelector('[name=add]')?.textContent === 'Add to cart');
      expect(facts(buyNow)).to.deep.equal(held);
    });
  }

  it('D19 a copy of a button that was stopped at the limit is not off for ever', async () => {
    const document = {
      ...sells({ id: 'lamp', onHand: 0, policy: { limit: 0 } }, { id: 'lantern', onHand: 9 }),
    };
    const page = await openPage({ document });
    await waitFor(() => page.button.getAttribute('aria-disabled') === 'true');
    const clone = page.find('.product').cloneNode(true) as HTMLElement;
    clone.dataset.productId = 'lantern';
    (clone.querySelector('[name=id]') as HTMLInputElement).value = 'lantern';
    page.find('.product').after(clone);
    const button = clone.querySelector('[name=add]') as HTMLButtonElement;
    await waitFor(() => !button.hasAttribute('aria-disabled') && button.textContent === 'Add to cart');
    expect(page.button.getAttribute('aria-disabled')).to.equal('true');
  });

  it('D20 the theme removes our form while it is being sent: the request ends, nothing is told to the dead', async () => {
    const theme = `<script>
      window.signals = [];
      const fetched = window.fetch;
      window.fetch = (url, options) => {
        if (String(url).includes('sign-ups')) window.signals.push(options.signal);
        return fetched(url, options);
      };
    </script>`;
    const { page, input, send } = await openForm({ theme, replies: { 'sign-ups': { hold: 'never' } } });
    let told = 0;
    const element = page.find('notify-me-form');
    for (const target of [page.document, element])
      target.addEventListener('backorder-signed-up', () => (told += 1));
    input.value = 'ada@example.com';
    send();
    await waitFor(async () => (await page.asked('sign-ups')).length === 1);
    element.remove();
    const { signals } = page.window as unknown as { signals: readonly AbortSignal[] };
    await waitFor(() => signals[0]?.aborted);
    await page.release('never');
    await pause(150);
    expect(told).to.equal(0);
    expect(said(page)).to.not.include('Thank you');
    expectQuiet(page.heard, 0);
  });

  it('D20 the theme removes the whole product while its availability is asked for', async () => {
    const page = await openPage({ document: BACKORDER, replies: { availability: { hold: 'later' } } });
    await waitFor(async () => (await page.asked('availability')).length === 1);
    const product = page.find('.product');
    product.remove();
    await page.release('later');
    await pause(200);
    expectQuiet(page.heard, 0);
    page.document.body.append(product);
    await backordered(page);
  });

  // What themes' style sheets begin with, or slip in; each may beat `hidden`, a tag's own display, or a class.
  const resets: Record<string, string> = {
    'hidden is shown': '[hidden] { display: block !important; }',
    'buttons are always flex': 'button, .button { display: flex !important; }',
    'visibility is forced': 'button { visibility: visible !important; opacity: 1 !important; }',
    'everything unset':
      '* { all: unset; } head, script, style { display: none; } button { cursor: pointer; }',
    'everything is a block': 'body * { display: block; } script, style { display: none; }',
    'all in the form is shown': 'form * { display: block !important; }',
    'undefined tags are hidden': ':not(:defined) { display: none; }',
    'empty boxes are hidden': 'div:empty, span:empty { display: none; }',
    'slots are hidden': 'slot { display: none; }',
    'buttons are laid on top':
      'button { position: absolute; top: 300px; left: 0; } [name=buy-now] { left: 200px; }',
    'custom tags are contents': 'backorder-badge, eta-notice, notify-me-form { display: contents; }',
  };
  const addControls = (page: ShopPage): readonly string[] => {
    const all = [...page.document.querySelectorAll('button, preorder-button')].flatMap((it) => [
      it,
      ...(it.shadowRoot?.querySelectorAll('button') ?? []),
    ]);
    return all
      .filter((it) => it.localName === 'button' && it.getClientRects().length > 0)
      .map((it) => it.textContent.trim())
      .filter((text) => /cart|backorder now|pre-order now/i.test(text));
  };
  for (const [name, css] of Object.entries(resets)) {
    it(`D31 theme reset (${name}): one control to add with, never two, never none`, async () => {
      const theme = `<style>${css}</style>`;
      const page = await openPage({ document: BACKORDER, theme });
      await backordered(page);
      expect(addControls(page)).to.deep.equal(['Backorder now']);
      await nowIs(page, IN_STOCK);
      await waitFor(() => page.label === 'Add to cart');
      expect(addControls(page)).to.deep.equal(['Add to cart']);
      await nowIs(page, SOLD_OUT);
      await waitFor(() => shown(page, 'backorder-badge') === 'Sold out');
      expect(addControls(page)).to.have.length(1);
    });

    it(`D31 theme reset (${name}) around <preorder-button> with the theme’s own button`, async () => {
      const theme = `<style>${css}</style><script>
        addEventListener('DOMContentLoaded', () => {
          const holder = document.createElement('preorder-button');
          const button = document.querySelector('[name=add]');
          button.replaceWith(holder);
          holder.append(button);
        });
      </script>`;
      const page = await openPage({ document: BACKORDER, theme });
      await waitFor(() => page.label === 'Backorder now');
      await page.loaded();
      await pause(50);
      // A tag that the theme hides until it is defined has to be defined for its button to be seen.
      await waitFor(() => addControls(page).length === 1);
      expect(addControls(page)).to.deep.equal(['Backorder now']);
    });
  }

  it('D31 a fallback that stands in for us while in stock goes, whatever the theme says of hidden', async () => {
    const page = await openPage({
      document: IN_STOCK,
      theme: '<style>[hidden] { display: block !important; } notify-me-form { display: block; }</style>',
      slots: { after: '<notify-me-form><a href="ask">Sold out? Ask us</a></notify-me-form>' },
    });
    await waitFor(async () => (await page.asked('availability')).length === 1);
    await waitFor(() => page.find('notify-me-form a').getClientRects().length === 0);
    // And comes back to life when the shelf does not hold what the shopper wants.
    await nowIs(page, SOLD_OUT);
    await waitFor(() => page.document.querySelector('notify-me-form input'));
    expect(page.find('notify-me-form input').getClientRects()).to.have.length(1);
  });

  it('D32 what stands inside our tags is seen until the script comes', async () => {
    const page = await openPage({
      document: BACKORDER,
      replies: {
        'cdn/backorder-elements.js': { hold: 'script', headers: { 'content-type': 'text/javascript' } },
      },
      slots: {
        after:
          '<eta-notice>Ask us for the date</eta-notice><notify-me-form><a href="ask">Ask</a></notify-me-form>',
      },
    });
    await waitFor(() => page.document.querySelector('eta-notice'));
    expect(page.find('eta-notice').getClientRects().length).to.be.at.least(1);
    expect(page.find('notify-me-form a').getClientRects()).to.have.length(1);
    await page.release('script');
    await page.loaded();
  });

  for (const [state, document] of [
    ['in stock', IN_STOCK],
    ['on backorder', BACKORDER],
    ['unknown', sells({ id: 'another', onHand: 1 })],
  ] as const) {
    it(`D32 the theme hides tags that are not defined; the product inside <product-availability> can be bought (${state})`, async () => {
      const theme = `<style>:not(:defined) { display: none; }</style><script>
        addEventListener('DOMContentLoaded', () => {
          const provider = document.createElement('product-availability');
          provider.setAttribute('product', 'lamp');
          const form = document.querySelector('form');
          form.replaceWith(provider);
          provider.append(form);
        });
      </script>`;
      const page = await openPage({ document, theme });
      await page.loaded();
      await waitFor(() => page.button.getClientRects().length === 1, 'the button to be seen');
    });
  }

  it('D33 data-insert="manual": nothing is put into a parent that a framework owns; our tags fill only themselves', async () => {
    const theme = `<script>
      window.foreign = [];
      addEventListener('DOMContentLoaded', () => {
        new MutationObserver((records) => {
          for (const { type, target, addedNodes, removedNodes } of records) {
            if (target.closest?.('backorder-badge, eta-notice, notify-me-form, [data-backorder-live]')) continue;
            for (const node of [...addedNodes, ...removedNodes]) {
              if (node.nodeType === 1) window.foreign.push(type + ' ' + target.nodeName + ' ' + node.outerHTML.slice(0, 60));
            }
          }
        }).observe(document.querySelector('main'), { childList: true, subtree: true });
      });
    </script>`;
    const page = await openPage({
      document: BACKORDER,
      theme,
      attributes: { 'data-insert': 'manual' },
      slots: { after: '<div id="root"><backorder-badge></backorder-badge><eta-notice></eta-notice></div>' },
    });
    await backordered(page);
    await waitFor(() => shown(page, 'eta-notice').includes('5 days'));
    await nowIs(page, IN_STOCK);
    await waitFor(() => page.label === 'Add to cart');
    await nowIs(page, BACKORDER);
    await backordered(page);
    const { foreign } = page.window as unknown as { foreign: readonly string[] };
    // The hidden fields are the form's; they are what the order carries.
    expect(foreign.filter((it) => !it.includes('data-backorder-field'))).to.deep.equal([]);
    expect(counts(page, '[data-backorder-place]')).to.equal(0);
    // A framework takes its nodes out one by one; none of them is another than it was.
    const root = page.find('#root');
    for (const child of [...root.children]) root.removeChild(child);
    const form = page.find('form');
    for (const child of [...form.childNodes]) if (child.parentNode === form) form.removeChild(child);
    await pause(50);
    expectQuiet(page.heard, 0);
  });

  it('D33 a framework that removes what we have decorated, and renders it again', async () => {
    const page = await openPage({ document: BACKORDER, attributes: { 'data-insert': 'manual' } });
    await waitFor(() => page.label === 'Backorder now');
    for (let round = 0; round < 5; round += 1) {
      const form = page.find('form');
      const [text] = page.button.childNodes;
      const button = page.button;
      // The text node that the framework knows is still the one in its button.
      button.removeChild(text as ChildNode);
      button.append('Add to cart');
      form.parentNode?.removeChild(form);
      await pause(20);
      page.find('.about').before(form);
      await waitFor(() => page.label === 'Backorder now');
    }
    expect(counts(page, '[data-backorder-field]')).to.equal(2);
    expectQuiet(page.heard, 0);
  });

  it('D35 properties that a page sets before we are there are picked up', async () => {
    const page = await openPage({
      document: IN_STOCK,
      slots: {
        after: `<p><backorder-badge id="early"></backorder-badge><eta-notice id="late"></eta-notice></p><script>
          const badge = document.querySelector('#early');
          badge.record = { onHand: 0, status: 'preorder' };
          const notice = document.querySelector('#late');
          notice.record = { onHand: 0 };
          notice.policy = { sell: 'backorder', promise: { leadTime: { max: 7 } } };
          notice.quantity = 2;
        </script>`,
      },
    });
    await waitFor(() => shown(page, '#early') === 'Pre-order');
    await waitFor(() => shown(page, '#late').includes('7 days'));
    expect(page.label).to.equal('Add to cart');
    expectQuiet(page.heard, 0);
  });

  it('D35 a handler for sign-ups that is set before we are there takes them', async () => {
    const { page, input, send } = await openForm({
      slots: {
        after: `<notify-me-form></notify-me-form><script>
          window.taken = [];
          document.querySelector('notify-me-form').send = async (email) => { window.taken.push(email); };
        </script>`,
      },
    });
    input.value = 'ada@example.com';
    send();
    const { taken } = page.window as unknown as { taken: readonly string[] };
    await waitFor(() => taken.length === 1);
    expect(taken).to.deep.equal(['ada@example.com']);
    expect(await page.asked('sign-ups')).to.have.length(0);
  });

  it('D37 an extension puts nodes and attributes into our hosts: ignored', async () => {
    const { page, input } = await openForm({ page: 'plain' });
    await waitFor(() => shown(page, 'backorder-badge') === 'Sold out');
    for (const tag of page.document.querySelectorAll(
      'backorder-badge, notify-me-form, notify-me-form form',
    )) {
      tag.append(Object.assign(page.document.createElement('grammarly-extension'), { textContent: 'X' }));
      tag.prepend(page.document.createElement('com-1password-button'));
      for (const name of [
        'data-gramm',
        'bis_skin_checked',
        'data-lastpass-icon-root',
        '__processed',
        'cz-shortcut-listen',
      ]) {
        tag.setAttribute(name, 'true');
      }
    }
    page.document.body.setAttribute('cz-shortcut-listen', 'true');
    input.value = 'ada@example.com';
    input.setAttribute('data-1p-ignore', 'x');
    await nowIs(page, BACKORDER);
    await waitFor(() => shown(page, 'backorder-badge').includes('Backorder'));
    await nowIs(page, SOLD_OUT);
    await waitFor(() => shown(page, 'backorder-badge').includes('Sold out'));
    expect(page.find<HTMLInputElement>('notify-me-form input').value).to.equal('ada@example.com');
    expect(counts(page, 'notify-me-form input')).to.equal(1);
    page.find('notify-me-form form button').click();
    await waitFor(async () => (await page.signUps()).length === 1);
    expectQuiet(page.heard, 0);
  });

  it('a product that comes later into a page that never stands still is seen', async () => {
    const page = await openPage({ document: sells({ id: 'lamp', onHand: 9 }, { id: 'lantern', onHand: 0 }) });
    await page.loaded();
    await waitFor(async () => (await page.asked('availability')).length === 1);
    const ticking = page.window.setInterval(() => {
      page.find('h1').replaceChildren(page.document.createElement('i'));
    }, 40);
    const product = page.document.createElement('section');
    product.innerHTML =
      '<form action="cart/add" method="post"><input type="hidden" name="id" value="lantern"><button>Add to cart</button></form>';
    page.document.body.append(product);
    await waitFor(() => product.querySelector('button')?.textContent === 'Backorder now');
    page.window.clearInterval(ticking);
    expect(page.label).to.equal('Add to cart');
  });

  it('a quantity that stands in the form before the document has come counts, as one that a browser has restored', async () => {
    const page = await openPage({
      document: sells({ id: 'lamp', onHand: 2 }),
      replies: { availability: { hold: 'document' } },
    });
    page.find<HTMLInputElement>('[name=quantity]').value = '5';
    await page.loaded();
    await page.release('document');
    await waitFor(() => page.label === 'Backorder now');
    await waitFor(() => shown(page, 'eta-notice').startsWith('2 now, 3'));
  });

  it('H12 several forms under one root, the first in stock: beside each stands what is so of its own product', async () => {
    const page = await openPage({
      page: 'dom-two-forms',
      document: sells(
        { id: 'lamp', onHand: 9 },
        { id: 'lantern', onHand: 0, restock: '2031-05-17' },
        { id: 'torch', status: 'preorder', release: '2031-03-01', policy: { sell: 'preorder' } },
      ),
    });
    const beside = (form: string, tag: string): string =>
      shown(page, `.${form} + [data-backorder-place] ${tag}`);
    await waitFor(() => beside('second', 'backorder-badge') === 'Backorder');
    await waitFor(() => beside('third', 'backorder-badge') === 'Pre-order');
    expect(beside('second', 'eta-notice')).to.include('May 17');
    expect(beside('third', 'eta-notice')).to.include('March 1');
    expect(beside('first', 'backorder-badge')).to.equal('');
    expect(page.find('main').dataset['backorderState']).to.equal('in-stock');
    expect(page.find('.second').dataset['backorderState']).to.equal('backorder');
  });

  it('H12 several forms under one root: each is for its own product, others are left alone', async () => {
    const page = await openPage({
      page: 'dom-two-forms',
      document: sells({ id: 'lamp', onHand: 0 }, { id: 'lantern', onHand: 9 }, { id: 'torch', onHand: 0 }),
    });
    const words = (form: string): string => page.find(`${form} button`).textContent;
    await waitFor(() => words('.first') === 'Backorder now' && words('.third') === 'Backorder now');
    await waitFor(() => words('.again') === 'Backorder now');
    expect(words('.second')).to.equal('Add to cart');
    expect(words('.search')).to.equal('Search');
    expect(words('.newsletter')).to.equal('Subscribe');
    for (const [form, fields] of Object.entries({
      first: 2,
      second: 0,
      third: 2,
      again: 2,
      search: 0,
      newsletter: 0,
    })) {
      expect(counts(page, `.${form} [data-backorder-field]`), form).to.equal(fields);
    }
    let sent = 0;
    for (const form of ['.second', '.third', '.first', '.again']) {
      page.find(`${form} button`).click();
      await page.carted((sent += 1));
    }
    for (const { fields } of await page.carted(4)) {
      const id = fields.find(([name]) => name === 'id')?.[1];
      expect(
        fields.some(([name]) => name.startsWith('properties')),
        id,
      ).to.equal(id !== 'lantern');
    }
    // Each backorder says so where it is.
    await waitFor(() => counts(page, '.third + [data-backorder-place] backorder-badge') === 1);
    expect(counts(page, '.second + [data-backorder-place]')).to.equal(0);
    expectQuiet(page.heard, 0);
  });

  it('the kill switch in the document withdraws all decoration from a page that is open', async () => {
    const policy = { sell: 'backorder', promise: { leadTime: { max: 5 } }, express: 'disable' };
    const oracle = await openOracle({ document: { ...BACKORDER, policy } });
    const { page } = oracle;
    await backordered(page);
    await waitFor(() => page.find('[name=buy-now]').inert);
    await nowIs(page, { ...BACKORDER, policy, disabled: true });
    await waitFor(() => page.label === 'Add to cart');
    await waitFor(() => shown(page, 'backorder-badge') === '' && shown(page, 'eta-notice') === '');
    await oracle.check('withdrawn');
    expect(page.find('[name=buy-now]').inert).to.equal(false);
    expect(counts(page, '[data-backorder-field], [data-backorder-state], [aria-disabled]')).to.equal(0);
    oracle.quiet(0);
    await nowIs(page, { ...BACKORDER, policy });
    await backordered(page);
  });

  it('data-backorder-off: nothing is asked, nothing is touched', async () => {
    const oracle = await openOracle({ document: BACKORDER, attributes: { 'data-backorder-off': '' } });
    await oracle.page.loaded();
    await pause(200);
    await oracle.check('off');
    expect(await oracle.page.asked('availability')).to.have.length(0);
    expect(counts(oracle.page, '[data-backorder-live], [data-backorder-place]')).to.equal(0);
    oracle.quiet(0);
  });

  it('one bad field in a document: one warning, with its code, what was expected, what came, and where to read on', async () => {
    const page = await openPage({ document: sells({ id: 'lamp', onHand: 0, restock: 'soon' }) });
    await backordered(page);
    await waitFor(() => page.heard.console.length > 0, 'the warning');
    await pause(50);
    expect(page.heard.console).to.have.length(1);
    const [warning] = page.heard.console;
    expect(warning).to.match(/^\[backorder-elements\] bad-field: /);
    expect(warning).to.include('products[0].restock');
    expect(warning).to.match(/expected .*2026-12-01/);
    expect(warning).to.include('got "soon"');
    expect(warning).to.match(/\([^)]*#[^)]*bad-field\)$/);
    // Asked again, it is not said again.
    page.window.dispatchEvent(new Event('online'));
    await waitFor(async () => (await page.asked('availability')).length === 2);
    await pause(100);
    expect(page.heard.console).to.have.length(1);
  });
});
