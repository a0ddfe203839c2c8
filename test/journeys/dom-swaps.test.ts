// Pages that are swapped without being loaded: Turbo, htmx, and view transitions as swup, barba and Astro make them. What was put in
// comes back as a copy, or in a page whose scripts are not run again (cases D14 to D16).
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
import { expectQuiet } from '../support/oracle.js';
import { openSignUp } from '../support/sign-up-form.js';
import { shown } from '../support/shown.js';
import { choose, openChairs } from '../support/three-variants.js';

const ADDRESS = 'somebody@example.com';
const SCRIPT = (path: string): string => `<script src="/node_modules/${path}"></script>`;
const TURBO = SCRIPT('@hotwired/turbo/dist/turbo.es2017-umd.js');
const HTMX = SCRIPT('htmx.org/dist/htmx.js');

const LAMP = sells({ id: 'lamp', onHand: 0 });
const IN_STOCK = sells({ id: 'lamp', onHand: 9 });
const SOLD_OUT = sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } });

const title = ({ document }: ShopPage): string => document.querySelector('h1')?.textContent ?? '';
const isAt = (page: ShopPage, name: 'Lamp' | 'About us'): Promise<unknown> =>
  waitFor(() => title(page) === name, `the page ${name}`);
const count = ({ document }: ShopPage, selector: string): number =>
  document.querySelectorAll(selector).length;

/** Each thing of ours once, and the add as it is to be. */
async function isBackorder(page: ShopPage): Promise<void> {
  await waitFor(() => page.label === 'Backorder now', `Backorder now, not ${page.label}`);
  await waitFor(() => shown(page, 'backorder-badge') === 'Backorder', 'the badge');
  await waitFor(() => shown(page, 'eta-notice') !== '', 'the date');
  for (const it of ['[data-backorder-place]', 'backorder-badge', 'eta-notice']) {
    expect(count(page, it), it).to.equal(1);
  }
  expect(count(page, '[data-backorder-live]'), 'live regions').to.be.at.most(1);
  const names = [...new page.window.FormData(page.find<HTMLFormElement>('form')).keys()];
  expect(names).to.deep.equal(['id', 'quantity', 'properties[Availability]', 'properties[_backorder]']);
}

async function isInStock(page: ShopPage): Promise<void> {
  await waitFor(() => page.label === 'Add to cart', `Add to cart, not ${page.label}`);
  await waitFor(() => shown(page, 'backorder-badge') === '', 'no badge');
  expect(count(page, '[data-backorder-field]')).to.equal(0);
}

/** The field of a sign-up form that came back: open as it was when it was copied, or closed. */
async function field(page: ShopPage): Promise<HTMLInputElement> {
  await waitFor(() => page.document.querySelector('notify-me-form')?.shadowRoot, 'the form to be alive');
  const open = page.document.querySelector<HTMLInputElement>('notify-me-form input[type=email]');
  return open ?? (await openSignUp(page)).input;
}

/** Signs up by a form that came back. */
async function signUp(page: ShopPage): Promise<void> {
  const input = await field(page);
  input.value = ADDRESS;
  page.find('notify-me-form form button').click();
  const status = (): string | undefined =>
    page.find('notify-me-form').shadowRoot?.querySelector<HTMLElement>('[part=status]')?.dataset['phase'];
  await waitFor(() => status() === 'done', 'the sign-up to be taken');
}

interface Visits {
  readonly Turbo: { visit(address: string, options?: { readonly action: 'restore' }): void };
}
const turboOf = (page: ShopPage): Visits['Turbo'] => (page.window as unknown as Visits).Turbo;

/**
 * The browser's Back, to the lamp. WebKit does not always take it in a frame: then the library is told what it would be told.
 */
async function goBack(page: ShopPage, otherwise: () => void): Promise<void> {
  page.window.history.back();
  await waitFor(() => title(page) === 'Lamp', 'the page Lamp', 3000).catch(otherwise);
  await isAt(page, 'Lamp');
}

/** What the shop is asked to send, and what it has sent. */
const sentTo = async (page: ShopPage): Promise<number> => (await page.asked('sign-ups')).length;

describe('D14 Turbo', () => {
  afterEach(closePages);
  /** Turbo leaves the fetches unhandled that it aborts itself, without us too. */
  const isQuiet = ({ heard }: ShopPage): void => {
    const errors = heard.errors.filter((text) => !text.startsWith('AbortError'));
    expectQuiet({ ...heard, errors }, 0);
  };

  const shop = async (document: object, more: PageOptions = {}): Promise<ShopPage> => {
    const page = await openPage({ theme: TURBO, document, ...more });
    return page.loaded();
  };
  const leave = async (page: ShopPage): Promise<void> => {
    turboOf(page).visit('empty.html');
    await isAt(page, 'About us');
  };
  const comeBack = (page: ShopPage): Promise<void> =>
    goBack(page, () => turboOf(page).visit('plain.html', { action: 'restore' }));

  it('D14 cached while a sign-up is being sent: the page that comes back is idle, and nothing is sent twice', async () => {
    const page = await shop(SOLD_OUT, { replies: { 'sign-ups': { hold: 'answer' } } });
    const { input, button, phase } = await openSignUp(page);
    input.value = ADDRESS;
    button.click();
    await waitFor(() => phase() === 'sending');
    await leave(page);
    await page.release('answer');
    await comeBack(page);
    const input_ = await field(page);
    const status = page.find('notify-me-form').shadowRoot?.querySelector<HTMLElement>('[part=status]');
    expect([status?.dataset['phase'] ?? '', input_.readOnly, input_.disabled]).to.deep.equal([
      '',
      false,
      false,
    ]);
    expect(page.find<HTMLButtonElement>('notify-me-form form button').disabled).to.equal(false);
    expect([count(page, 'notify-me-form'), count(page, 'notify-me-form form')]).to.deep.equal([1, 1]);
    expect([await sentTo(page), (await page.signUps()).length]).to.deep.equal([1, 1]);
    isQuiet(page);
  });

  it('D14 the form that comes back signs up', async () => {
    const page = await shop(SOLD_OUT);
    await openSignUp(page);
    await leave(page);
    await comeBack(page);
    await signUp(page);
    expect(await page.signUps()).to.have.length(1);
    isQuiet(page);
  });

  it('D14 a page that was cached with our words on it has them once, and the add carries the promise once', async () => {
    const page = await shop(LAMP);
    await isBackorder(page);
    for (let times = 0; times < 3; times += 1) {
      await leave(page);
      await comeBack(page);
      await isBackorder(page);
    }
    isQuiet(page);
  });

  it('D14 a page that was cached with our words on it, and is in stock by now, is the theme’s again', async () => {
    const page = await shop(LAMP);
    await isBackorder(page);
    await leave(page);
    await page.change({ document: IN_STOCK });
    await comeBack(page);
    // What is known is asked for again when it is old, or when the network was gone.
    page.window.dispatchEvent(new Event('online'));
    await isInStock(page);
    isQuiet(page);
  });

  it('D14 begun on a page without products', async () => {
    const page = await shop(LAMP, { page: 'empty' });
    turboOf(page).visit('plain.html');
    await isAt(page, 'Lamp');
    await isBackorder(page);
    isQuiet(page);
  });
});

describe('D15 htmx', () => {
  const KEY = 'htmx-history-cache';
  afterEach(() => {
    closePages();
    for (const storage of [localStorage, sessionStorage]) storage.removeItem(KEY);
  });

  const LINK = '<p hx-boost="true"><a class="away" href="empty.html">About us</a></p>';
  const shop = async (document: object): Promise<ShopPage> => {
    const page = await openPage({ theme: HTMX, slots: { before: LINK }, document });
    return page.loaded();
  };
  const leave = async (page: ShopPage): Promise<void> => {
    page.find('.away').click();
    await isAt(page, 'About us');
  };
  const comeBack = (page: ShopPage): Promise<void> =>
    goBack(page, () => {
      const state = { htmx: true };
      page.window.history.replaceState(state, '', 'plain.html');
      page.window.dispatchEvent(new PopStateEvent('popstate', { state }));
    });

  it('D15 boosted away and restored from its history: nothing is doubled, and all of it works', async () => {
    const page = await shop(LAMP);
    await isBackorder(page);
    for (let times = 0; times < 3; times += 1) {
      await leave(page);
      await comeBack(page);
      await isBackorder(page);
    }
    // Listeners were not in the HTML that was kept: they are there all the same.
    page.button.click();
    const [add] = await page.carted(1);
    expect(add?.fields.filter(([name]) => name.startsWith('properties'))).to.have.length(2);
    expectQuiet(page.heard, 0);
  });

  it('D15 a sign-up form that was open is there once when it is restored, and signs up', async () => {
    const page = await shop(SOLD_OUT);
    await openSignUp(page);
    await leave(page);
    await comeBack(page);
    await field(page);
    expect([count(page, 'notify-me-form'), count(page, 'notify-me-form form')]).to.deep.equal([1, 1]);
    await signUp(page);
    expect(await page.signUps()).to.have.length(1);
    expectQuiet(page.heard, 0);
  });

  it('D15 no address that somebody has typed is in the history that htmx keeps', async () => {
    const page = await shop(SOLD_OUT);
    const { input } = await openSignUp(page);
    input.value = ADDRESS;
    await leave(page);
    const kept = [localStorage, sessionStorage].map((it) => it.getItem(KEY) ?? '').join();
    expect(kept).to.include('Lamp');
    expect(kept).not.to.include(ADDRESS);
  });

  it('D15 restored when it is in stock by now: the page is the theme’s again', async () => {
    const page = await shop(LAMP);
    await isBackorder(page);
    await leave(page);
    await page.change({ document: IN_STOCK });
    await comeBack(page);
    // What is known is asked for again when it is old, or when the network was gone.
    page.window.dispatchEvent(new Event('online'));
    await isInStock(page);
    expectQuiet(page.heard, 0);
  });
});

/** How libraries put another page in, its scripts not run. */
const SWAPS: Readonly<Record<string, (page: Document, next: Document) => void>> = {
  'the container’s content, as swup': (page, next) => {
    (page.querySelector('main') as Element).outerHTML = (next.querySelector('main') as Element).outerHTML;
  },
  'the container after the old one, which goes later, as barba': (page, next) => {
    const old = page.querySelector('main') as HTMLElement;
    old.after(page.importNode(next.querySelector('main') as Element, true));
    old.style.display = 'none';
    setTimeout(() => old.remove(), 300);
  },
  'the whole body, as Astro': (page, next) => {
    page.body.replaceWith(page.importNode(next.body, true));
  },
};

/** In a view transition where the browser has them; what is swapped is the same without. */
async function inTransition({ document }: ShopPage, swap: () => void): Promise<void> {
  const { startViewTransition } = document as { startViewTransition?: unknown };
  if (typeof startViewTransition !== 'function') return swap();
  const { updateCallbackDone, ready, finished } = document.startViewTransition(swap);
  // A page that is not shown is not animated: that is no failure.
  await Promise.allSettled([updateCallbackDone, ready, finished]);
}

describe('D16 view transitions', () => {
  afterEach(closePages);

  for (const [what, swap] of Object.entries(SWAPS)) {
    const goTo = async (page: ShopPage, address: string, name: 'Lamp' | 'About us'): Promise<void> => {
      const reply = await fetch(`/shop/${page.id}/${address}`);
      const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
      await inTransition(page, () => swap(page.document, next));
      await waitFor(() => page.document.querySelectorAll('h1').length === 1 && title(page) === name, name);
    };

    it(`D16 ${what}: products that come are decorated, though no script is run again`, async () => {
      const page = await openPage({ page: 'empty', document: LAMP });
      await page.loaded();
      await goTo(page, 'plain.html', 'Lamp');
      await isBackorder(page);
      await goTo(page, 'empty.html', 'About us');
      await goTo(page, 'plain.html', 'Lamp');
      await isBackorder(page);
      const loaded = (await page.asked('cdn/backorder-elements.js')).length;
      expect(loaded, 'times that our script was fetched').to.equal(1);
      expectQuiet(page.heard, 0);
    });

    it(`D16 ${what}: tags that a merchant has written come to life by upgrade alone`, async () => {
      const page = await openPage({ document: LAMP });
      await isBackorder(page);
      await page.change({ document: LAMP });
      const reply = await fetch(`/shop/${page.id}/empty.html`);
      const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
      next
        .querySelector('main')
        ?.insertAdjacentHTML('beforeend', '<backorder-badge product="lamp"></backorder-badge>');
      await inTransition(page, () => swap(page.document, next));
      await waitFor(() => title(page) === 'About us');
      await waitFor(
        () => count(page, 'h1') === 1 && shown(page, 'backorder-badge') === 'Backorder',
        'the badge',
      );
      expectQuiet(page.heard, 0);
    });

    it(`D16 ${what}: what is in stock stays the theme’s`, async () => {
      const page = await openPage({ document: LAMP });
      await isBackorder(page);
      await page.change({ document: IN_STOCK });
      page.window.dispatchEvent(new Event('online'));
      await isInStock(page);
      await goTo(page, 'empty.html', 'About us');
      await goTo(page, 'plain.html', 'Lamp');
      await pause(200);
      await isInStock(page);
      expect(count(page, '[data-backorder-place] > *')).to.equal(0);
      expectQuiet(page.heard, 0);
    });
  }
});

describe('a page that is begun anew as a whole', () => {
  afterEach(closePages);

  for (const [what, renew] of Object.entries<(page: Document) => void>({
    'its root element is another, as where React has thrown away what a server sent': (page) => {
      page.replaceChild(page.documentElement.cloneNode(true), page.documentElement);
    },
    'document.open() and document.write()': (page) => {
      const html = page.documentElement.outerHTML.replace(/<script[^]*?<\/script>/g, '');
      page.open();
      page.write(`<!doctype html>${html}`);
      page.close();
    },
  })) {
    it(`D16 ${what}: what is shown and sent goes on following the choice`, async () => {
      const page = await openChairs();
      const says = (words: string): Promise<unknown> => waitFor(() => page.label === words, words);
      await page.loaded();
      choose(page, 'black');
      await says('Backorder now');
      renew(page.document);
      // What is new is looked at in a later tick.
      await pause(50);
      choose(page, 'oak');
      await says('Add to cart');
      expect(count(page, '[data-backorder-field]'), 'fields').to.equal(0);
      choose(page, 'black');
      await says('Backorder now');
      expectQuiet(page.heard, 0);
    });
  }
});
