// The same for every theme family, second part: what is sent, how often, and what comes of it.
import { expect } from '@open-wc/testing';
import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { closePages, pause, waitFor, type ShopPage } from '../support/journey.js';
import { said, textOf } from '../support/shown.js';
import {
  added,
  chairs,
  check,
  checkChoice,
  compareAdd,
  isBackorder,
  isInStock,
  isRefused,
  openBoth,
  openFront,
  signUp,
  stateOf,
  textIn,
  YEAR,
} from './shop-front.js';

const addsOf = async (front: Storefront, page: ShopPage): Promise<number> =>
  front.adds(await page.log()).length;

/** What we have put to an add says what was promised, for people and for machines. */
function carriesPromise(front: Storefront, more: Readonly<Record<string, string>>): void {
  if (!front.carriesFields) return;
  const values = Object.values(more);
  expect(
    values.some((it) => /Backorder/.test(it) && it.includes(YEAR)),
    `words in ${values.join(' | ')}`,
  ).to.equal(true);
  expect(
    values.some((it) => it.startsWith('1;backorder;')),
    `record in ${values.join(' | ')}`,
  ).to.equal(true);
}

export function whatIsBought(front: Storefront): void {
  describe(`${front.name}: what is bought`, () => {
    const choice = checkChoice(front);
    afterEach(closePages);

    check('D28 what is in stock is added with one request, the theme’s own to the byte', async () => {
      const { page, without } = await openBoth(front);
      for (const it of [page, without]) front.press(it);
      const [ours, theirs] = await Promise.all([added(front, page, 1), added(front, without, 1)]);
      await pause(300);
      expect(compareAdd(ours[0], theirs[0])).to.deep.equal({});
      expect(await addsOf(front, page)).to.equal(1);
    });

    check('D28 a backorder is added with one request: the theme’s own, and the promise', async () => {
      const { page, without } = await openBoth(front, 'black');
      await isBackorder(front, page);
      for (const it of [page, without]) front.press(it);
      const [ours, theirs] = await Promise.all([added(front, page, 1), added(front, without, 1)]);
      await pause(300);
      expect(ours[0]?.variant).to.equal(front.variants.black);
      carriesPromise(front, compareAdd(ours[0], theirs[0]));
      expect(await addsOf(front, page)).to.equal(1);
      // Some themes keep their button off for a moment after an add.
      await waitFor(() => !page.button.disabled, 'the button to be on');
      const theirWords = front.words(without);
      // Others say how many are in the cart: that is theirs to say.
      if (/\d in /.test(theirWords)) await waitFor(() => front.words(page) === theirWords, theirWords);
      else await isBackorder(front, page);
    });

    check('S01 a double press adds as often as without us', async () => {
      const { page, without } = await openBoth(front, 'black');
      await isBackorder(front, page);
      for (const it of [page, without]) {
        front.press(it);
        front.press(it);
      }
      await Promise.all([added(front, page, 1), added(front, without, 1)]);
      await pause(500);
      expect(await addsOf(front, page)).to.equal(await addsOf(front, without));
    });

    if (front.carriesFields) {
      check('D29 what form.submit() would send has the promise in it beforehand, once', async () => {
        const page = await openFront(front, 'black');
        await isBackorder(front, page);
        const form = page.button.form as HTMLFormElement;
        const more = [...new FormData(form)].filter(([name]) =>
          form.querySelector(`[data-backorder-field][name="${name}"]`),
        );
        expect(more).to.have.length(2);
        carriesPromise(front, Object.fromEntries(more) as Record<string, string>);
      });
    }

    const { refusal } = front;
    if (refusal) {
      check('a refused add leaves everything as it was, and the next one goes through', async () => {
        const { path, reply } = refusal;
        const page = await openFront(front, 'black', { replies: { [path]: [reply, {}] } });
        await isBackorder(front, page);
        front.press(page);
        await added(front, page, 1);
        await waitFor(
          () => !page.button.disabled && !page.button.hasAttribute('aria-disabled'),
          'the button',
        );
        await pause(200);
        await isBackorder(front, page);
        front.press(page);
        const adds = await added(front, page, 2);
        expect(adds[1]?.variant).to.equal(front.variants.black);
        carriesPromise(front, compareAdd(adds[1], adds[0]) && (adds[1]?.fields ?? {}));
      });
    }

    const path = front.asks?.('black');
    if (path) {
      check(
        'a press while the variant is fetched is as good as without us, and never without the promise',
        async () => {
          const { page, without } = await openBoth(front, 'oak', { replies: { [path]: { hold: 'black' } } });
          for (const it of [page, without]) {
            front.choose(it, 'black');
            await waitFor(async () => (await it.asked(path)).length > 0, 'the theme to ask');
            front.press(it);
          }
          await pause(100);
          await Promise.all([page.release('black'), without.release('black')]);
          await isBackorder(front, page);
          await pause(800);
          const [ours, theirs] = [front.adds(await page.log()), front.adds(await without.log())];
          expect(ours.map(({ variant }) => variant)).to.deep.equal(theirs.map(({ variant }) => variant));
          const more = ours.map((it, index) => compareAdd(it, theirs[index]));
          if (front.mends) {
            // The theme has sent no more than id and quantity: the line gets its promise afterwards.
            const mended = await waitFor(
              async () => (await page.asked(front.mends as string))[0],
              'the line mended',
            );
            const { properties } = JSON.parse(mended.body) as { properties: Record<string, string> };
            expect(Object.keys(properties)).to.deep.equal(['Availability', '_backorder']);
            expect(properties['Availability']).to.include('Backorder');
            return;
          }
          // An add without a variant is refused by the shop: it promises nothing.
          ours.forEach((it, index) => {
            if (it.variant !== undefined) carriesPromise(front, more[index] ?? {});
          });
        },
      );
    }

    // A simple product's page says nowhere in its data how many the shop sells: its server refuses the rest.
    choice('S12 more than there are: the split is said, and it is gone with the quantity', async () => {
      const page = await openFront(front);
      await waitFor(() => stateOf(page) === 'in-stock', 'us to be at work');
      front.setQuantity(page, 8);
      if (front.refusesMore) {
        // No offer of ours where the shop would not take the order.
        await pause(300);
        await isInStock(front, page, undefined, page.button.disabled);
        return;
      }
      await waitFor(() => front.words(page) === 'Backorder now', 'our words', 4000);
      await waitFor(() => /5 now, 3/.test(textIn(page.document, 'eta-notice')), 'the split', 4000);
      front.setQuantity(page, 2);
      await isInStock(front, page);
    });

    check('S13 more than the merchant’s limit: said, and nothing is sent', async () => {
      const page = await openFront(front, 'black', { document: chairs(front, {}, { maxPerOrder: 3 }) });
      await isBackorder(front, page);
      const limited = (): boolean => textIn(page.document, 'eta-notice').includes('up to 3');
      front.setQuantity(page, 7);
      await waitFor(limited, 'the limit to be shown', 4000);
      front.press(page);
      await waitFor(() => said(page).includes('up to 3'), 'the limit', 4000);
      await pause(200);
      expect(await addsOf(front, page)).to.equal(0);
      front.setQuantity(page, 2);
      await waitFor(() => !limited(), 'no limit', 4000);
      front.press(page);
      const [add] = await added(front, page, 1);
      expect(add?.quantity).to.equal(2);
    });

    choice('what the shop system refuses cannot be bought through us, and a sign-up is taken', async () => {
      const { page, without } = await openBoth(front, 'red');
      await isRefused(front, page);
      for (const it of [page, without]) front.press(it);
      await pause(300);
      expect(await addsOf(front, page)).to.equal(await addsOf(front, without));
      const form = page.find('notify-me-form');
      await signUp(page);
      const [row] = await page.signUps();
      expect(row).to.include({ product: front.product, variant: front.variants.red });
      expect(textOf(form)).to.include('Thank you');
    });

    const { express } = front;
    if (express) {
      const control = (page: ShopPage): HTMLElement | undefined =>
        [...page.document.querySelectorAll<HTMLElement>(express)].find(
          (it) => it.firstElementChild ?? it.textContent,
        );
      const held: Record<string, (it: HTMLElement) => boolean> = {
        keep: (it) => it.getClientRects().length > 0 && !it.closest('[inert]'),
        hide: (it) => it.getClientRects().length === 0,
        disable: (it) => it.getClientRects().length > 0 && it.closest('[inert]') !== null,
      };
      for (const [how, holds] of Object.entries(held)) {
        check(`D27 express controls: ${how} while it is a backorder, the theme’s own otherwise`, async () => {
          const page = await openFront(front, 'black', { document: chairs(front, {}, { express: how }) });
          await isBackorder(front, page);
          const found = await waitFor(() => control(page), 'an express control');
          await waitFor(() => holds(found), how, 3000);
          front.choose(page, 'oak');
          await waitFor(() => front.chosen(page) === front.variants.oak, 'oak');
          await isInStock(front, page);
          await waitFor(() => held['keep']?.(control(page) as HTMLElement), 'the theme’s own', 3000);
          expect(stateOf(page)).to.equal('in-stock');
        });
      }
    }
  });
}
