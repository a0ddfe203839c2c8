// The same for every theme family, first part: what is shown for each variant, at the start and as variants are chosen.
import { expect } from '@open-wc/testing';
import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { closePages, pause, waitFor, type Reply, type ShopPage } from '../support/journey.js';
import { listen } from '../support/shown.js';
import {
  BADGE,
  fields,
  badges,
  asked,
  chairs,
  check,
  checkChoice,
  count,
  fieldsIn,
  isBackorder,
  isInStock,
  isRefused,
  openBoth,
  openFront,
  plenty,
  signUp,
  stateOf,
  textIn,
  writeWords,
  YEAR,
  type Chosen,
} from './shop-front.js';

/** Answers to the theme, each to be waited for as long as told, in the order in which they are asked for. */
function delayed(
  front: Storefront,
  order: readonly Chosen[],
  delays: readonly number[],
): Record<string, Reply[]> {
  const replies: Record<string, Reply[]> = {};
  order.forEach((variant, index) => {
    const path = front.asks?.(variant);
    if (path) (replies[path] ??= []).push({ delay: delays[index] ?? 0 });
  });
  return replies;
}

/**
 * Ten choices, the first of them answered last. A theme that never takes back what it has asked gets four: browsers hold no more
 * than six connections, and what waits for one is answered in an order that nobody told.
 */
function fast(
  { unguarded = false }: Storefront,
  all: readonly Chosen[],
): { readonly order: readonly Chosen[]; readonly delays: readonly number[] } {
  const order = unguarded ? all.slice(-4) : all;
  return { order, delays: order.map((_, index) => 500 - (index * 450) / order.length) };
}

export function whatIsShown(front: Storefront): void {
  describe(`${front.name}: what is shown`, () => {
    const choice = checkChoice(front);
    afterEach(closePages);

    check(
      'D32 everything in stock: the loader alone, and the page is as without us to the byte',
      async () => {
        const { page, without } = await openBoth(front, 'oak', { document: plenty(front) }, false);
        await waitFor(async () => (await page.asked('availability')).length > 0, 'the document');
        await pause(300);
        const html = [page, without].map((it) => it.document.body.outerHTML.replaceAll(it.id, ''));
        expect(html[0]).to.equal(html[1]);
        // Themes that ask for something on load do so before or after us.
        expect(asked(await page.log())).to.have.members([
          ...asked(await without.log()),
          'cdn/backorder-elements.js',
          'availability',
        ]);
      },
    );

    check('begins with what is in stock: the theme’s own words and box', async () => {
      const oracle = await openBoth(front);
      await isInStock(front, oracle.page, front.words(oracle.without));
      await waitFor(() => stateOf(oracle.page) === 'in-stock', 'the state in-stock', 4000);
      oracle.look('in stock');
    });

    check('begins with a backorder: words, badge and the document’s date', async () => {
      const page = await openFront(front, 'black');
      await isBackorder(front, page);
      expect(textIn(page.document, 'eta-notice')).to.match(/May/).and.match(/17/);
      expect(fieldsIn(page)).to.equal(fields(front));
    });

    choice('begins with what the shop system refuses: its own words, no order, the sign-up', async () => {
      const oracle = await openBoth(front, 'red');
      await isRefused(front, oracle.page);
      expect(stateOf(oracle.page)).to.equal('sold-out');
      expect(front.words(oracle.page)).to.equal(front.words(oracle.without));
      expect(oracle.page.button.disabled).to.equal(oracle.without.button.disabled);
    });

    if (front.pages) {
      check('begins with what is sold out and has no form: the sign-up, and it is taken', async () => {
        const page = await openFront(front, 'red');
        expect(page.document.querySelector(front.button)).to.equal(null);
        await waitFor(() => textIn(page.document, 'notify-me-form') !== '', 'a sign-up', 4000);
        expect(textIn(page.document, 'eta-notice')).to.not.include(YEAR);
        await signUp(page);
        const [row] = await page.signUps();
        expect(Object.values(row ?? {})).to.include(front.variants.red);
      });
    }

    choice('D06 to a backorder and back: our words, then the theme’s, the state with them', async () => {
      const page = await openFront(front);
      const own = front.words(page);
      front.choose(page, 'black');
      await isBackorder(front, page);
      await pause(600);
      await isBackorder(front, page);
      expect(front.chosen(page)).to.equal(front.variants.black);
      front.choose(page, 'oak');
      await waitFor(() => front.chosen(page) === front.variants.oak, 'oak');
      await isInStock(front, page, own);
      expect(stateOf(page)).to.equal('in-stock');
    });

    choice('D06 to what is refused: as the theme has it, and the sign-up', async () => {
      const { page, without } = await openBoth(front, 'black');
      await isBackorder(front, page);
      for (const it of [page, without]) front.choose(it, 'red');
      await isRefused(front, page);
      await waitFor(() => stateOf(page) === 'sold-out', 'the state sold-out', 3000);
      await waitFor(() => front.words(page) === front.words(without), 'the theme’s words', 3000);
      await waitFor(() => page.button.disabled === without.button.disabled, 'the theme’s button', 3000);
    });

    const { swatch } = front;
    if (swatch) {
      check(
        'values that lead to a backorder are marked, their words and the theme’s choices left alone',
        async () => {
          const { page, without } = await openBoth(front);
          const marks = (it: Chosen): string | null => swatch(page, it).getAttribute('data-backorder-option');
          // Some shops tell of a variant only when it has been chosen.
          front.choose(page, 'black');
          await isBackorder(front, page);
          await waitFor(() => marks('black') === 'backorder', 'the mark', 4000);
          expect(marks('oak')).to.equal(null);
          front.choose(page, 'oak');
          await isInStock(front, page);
          await waitFor(() => marks('black') === 'backorder', 'the mark to stay', 4000);
          expect(marks('oak')).to.equal(null);
          const words = (where: ShopPage): readonly string[] =>
            (['oak', 'black', 'red'] as const).map((it) => swatch(where, it).textContent.trim());
          expect(words(page)).to.deep.equal(words(without));
        },
      );
    }

    choice('D07 two copies for a while: one badge, one announcement, ids that are unique', async () => {
      const page = await openFront(front);
      // What is chosen before we are at work is no change that we could announce.
      await waitFor(() => stateOf(page) === 'in-stock', 'us to be at work');
      const heard = await listen(page);
      front.choose(page, 'black');
      await isBackorder(front, page);
      const ids = [...page.document.querySelectorAll('[data-backorder-place] [id]')].map(({ id }) => id);
      for (const id of ids) expect(count(page, `[id="${id}"]`), id).to.equal(1);
      await waitFor(() => heard.length > 0, 'an announcement');
      await pause(600);
      expect(heard).to.have.length(1);
      expect(heard[0]).to.include(YEAR);
      expect(count(page, BADGE)).to.equal(badges(front));
      expect(await page.asked('availability')).to.have.length(1);
    });

    choice('D09 fast changes, answered in the wrong order: the last one wins', async () => {
      const all: Chosen[] = ['black', 'red', 'oak', 'black', 'oak', 'red', 'black', 'oak', 'red', 'black'];
      const { order, delays } = fast(front, all);
      const page = await openFront(front, 'oak', { replies: delayed(front, order, delays) });
      for (const variant of order) {
        front.choose(page, variant);
        await pause(15);
      }
      await waitFor(() => front.chosen(page) === front.variants.black, 'black');
      await isBackorder(front, page);
      await pause(700);
      await isBackorder(front, page);
      expect(await page.asked('availability')).to.have.length(1);
    });

    choice('D09 fast changes that end in stock leave nothing of ours', async () => {
      const all: Chosen[] = ['black', 'oak', 'red', 'black', 'oak', 'black', 'red', 'black', 'red', 'oak'];
      const { order, delays } = fast(front, all);
      const replies = delayed(front, order, delays);
      const { page, without } = await openBoth(front, 'black', { replies });
      await isBackorder(front, page);
      // One page after the other: they would wait for each other's connections.
      for (const it of [page, without]) {
        for (const variant of order) {
          front.choose(it, variant);
          await pause(15);
        }
        await waitFor(() => front.chosen(it) === front.variants.oak, 'oak');
        await pause(700);
      }
      // A theme without a guard shows what was answered last, and switches its button on or off by it.
      await isInStock(front, page, front.words(without), without.button.disabled);
    });

    const path = front.asks?.('black');
    if (path) {
      check('D08 the theme cannot fetch the variant: its own state, and no order of ours', async () => {
        const oracle = await openBoth(front, 'oak', { replies: { [path]: { status: 500, body: ' ' } } });
        const { page, without } = oracle;
        for (const it of [page, without]) front.choose(it, 'black');
        await waitFor(async () => (await page.asked(path)).length > 0, 'the theme to ask');
        await pause(1500);
        expect(page.button.disabled).to.equal(without.button.disabled);
        expect(front.chosen(page)).to.equal(front.chosen(without));
        // Where the form itself says black, black is what is bought.
        if (front.chosen(page) === front.variants.black) return;
        expect(front.words(page)).to.equal(front.words(without));
        expect(fieldsIn(page)).to.equal(0);
      });
    }

    check('D22 a theme that writes its words again and again has its way: we correct it once', async () => {
      const page = await openFront(front, 'black');
      await isBackorder(front, page);
      let written = 0;
      const watch = new MutationObserver(() => {
        if (front.words(page) === 'Backorder now') written += 1;
      });
      const all = { subtree: true, childList: true, characterData: true, attributes: true };
      watch.observe(page.button, { ...all, attributeFilter: ['value'] });
      for (let round = 0; round < 15; round += 1) {
        writeWords(page, 'Backorder now', 'Add to cart');
        await pause(30);
      }
      watch.disconnect();
      expect(written).to.be.at.most(1);
      expect(front.words(page)).to.equal('Add to cart');
    });

    choice('D23 a theme that watches its button and answers each change: bounded', async () => {
      const page = await openFront(front);
      let changes = 0;
      const watch = new MutationObserver(() => {
        changes += 1;
        if (changes < 500) writeWords(page, 'Backorder now', 'Add to cart');
      });
      watch.observe(page.button, { subtree: true, childList: true, characterData: true, attributes: true });
      front.choose(page, 'black');
      await waitFor(() => front.chosen(page) === front.variants.black, 'black');
      await pause(1000);
      watch.disconnect();
      expect(changes).to.be.below(40);
    });

    check('N36 fresh stock replaces old: switched once, announced at most once', async () => {
      const page = await openFront(front, 'black', { document: chairs(front, { ttl: 1 }) });
      await isBackorder(front, page);
      await page.change({ document: plenty(front) });
      const heard = await listen(page);
      page.window.dispatchEvent(new Event('online'));
      await isInStock(front, page);
      await pause(500);
      await isInStock(front, page);
      expect(heard.length).to.be.at.most(1);
    });
  });
}
