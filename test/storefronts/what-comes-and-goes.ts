// The same for every theme family, third part: pieces of page that come, go and come back.
import { expect } from '@open-wc/testing';
import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { closePages, pause, waitFor, type ShopPage } from '../support/journey.js';
import { COUNTS, countsOf, type Counts } from '../support/page-counts.js';
import {
  BADGE,
  fields,
  badges,
  added,
  chairs,
  check,
  checkChoice,
  count,
  isBackorder,
  isInStock,
  openFront,
  textIn,
  YEAR,
} from './shop-front.js';

export function whatComesAndGoes(front: Storefront): void {
  describe(`${front.name}: what comes and goes`, () => {
    const choice = checkChoice(front);
    afterEach(closePages);

    check('D01 the tag twice: one of everything', async () => {
      const again =
        '<script src="../cdn/backorder-elements.js" data-endpoint="../availability" defer></script>';
      const page = await openFront(front, 'black', { head: again });
      await isBackorder(front, page);
      await pause(200);
      expect(count(page, BADGE)).to.equal(badges(front));
      expect(count(page, '[data-backorder-live]')).to.equal(1);
      expect(count(page, '[data-backorder-field]')).to.equal(fields(front));
      expect(await page.asked('availability')).to.have.length(1);
      front.press(page);
      await added(front, page, 1);
      await pause(200);
      expect(front.adds(await page.log())).to.have.length(1);
    });

    check('D21 the section taken out and put back: decorated again, nothing left behind', async () => {
      const page = await openFront(front, 'black');
      await isBackorder(front, page);
      const section = page.button.closest(front.section ?? 'main > *') as HTMLElement;
      const home = section.parentElement as HTMLElement;
      const after = section.nextSibling;
      section.remove();
      await pause(200);
      home.insertBefore(section, after);
      await isBackorder(front, page);
      expect(count(page, BADGE)).to.equal(badges(front));
      expect(count(page, '[data-backorder-field]')).to.equal(fields(front));
    });

    choice('D21 the button replaced by a new node: the new one is decorated', async () => {
      const page = await openFront(front, 'black');
      await isBackorder(front, page);
      const old = page.button;
      const fresh = old.cloneNode(true) as HTMLElement;
      for (const name of fresh.getAttributeNames())
        if (name.includes('backorder')) fresh.removeAttribute(name);
      old.replaceWith(fresh);
      await isBackorder(front, page);
      front.choose(page, 'oak');
      await waitFor(() => front.chosen(page) === front.variants.oak, 'oak');
      await waitFor(() => textIn(page.document, BADGE) === '', 'no badge', 4000);
    });

    it('D20 the section goes while the shop is still asked: nobody minds', async () => {
      const held = { document: chairs(front), replies: { availability: { hold: 'later' } } };
      const both = [
        openFront(front, 'oak', { ...held, script: false }),
        openFront(front, 'oak', { script: false }),
      ];
      const [page, bare] = (await Promise.all(both)) as [ShopPage, ShopPage];
      const tag = page.document.createElement('script');
      tag.src = '../cdn/backorder-elements.js';
      tag.dataset['endpoint'] = '../availability';
      page.document.head.append(tag);
      await waitFor(async () => (await page.asked('availability')).length > 0, 'the document');
      for (const it of [page, bare]) it.button.closest('main > *')?.remove();
      await page.release('later');
      await pause(400);
      expect(count(page, BADGE)).to.equal(0);
      // A theme may mind.
      expect(page.heard.errors).to.deep.equal(bare.heard.errors);
    });

    const { rerender } = front;
    if (rerender) {
      check('D12 rendered anew by the theme: right for what is chosen then, and once', async () => {
        const page = await openFront(front, 'black');
        await isBackorder(front, page);
        await rerender(page);
        await waitFor(() => front.chosen(page) === front.variants.oak, 'oak');
        await isInStock(front, page);
        front.choose(page, 'black');
        await isBackorder(front, page);
        expect(count(page, '[data-backorder-field]')).to.equal(fields(front));
      });

      check(
        'D05 rendered anew twenty times: no more listeners, observers and timers than before',
        async () => {
          const page = await openFront(front, 'oak', { theme: COUNTS });
          const bare = await openFront(front, 'oak', { theme: COUNTS, script: false });
          const growth = async (it: typeof page): Promise<Counts> => {
            await rerender(it);
            await pause(700);
            const before = countsOf(it);
            for (let round = 0; round < 20; round += 1) await rerender(it);
            await pause(1700);
            const now = countsOf(it);
            return {
              listeners: now.listeners - before.listeners,
              observers: now.observers - before.observers,
              timers: now.timers - before.timers,
            };
          };
          const [ours, theirs] = await Promise.all([growth(page), growth(bare)]);
          expect(ours.listeners, 'listeners').to.be.at.most(theirs.listeners + 1);
          expect(ours.observers, 'observers').to.be.at.most(theirs.observers);
          expect(ours.timers, 'timers').to.be.at.most(theirs.timers + 1);
          expect(await page.asked('availability')).to.have.length(1);
        },
      );
    }

    const { quickView, closeQuickView } = front;
    if (quickView && closeQuickView) {
      check('D10 quick view: decorated inside, its add carries the promise', async () => {
        const page = await openFront(front, 'black');
        await isBackorder(front, page);
        const view = await quickView(page);
        const values = view.querySelectorAll<HTMLInputElement | HTMLOptionElement>(
          'input[type=radio], option',
        );
        const black = [...values].find((it) =>
          // Not it.labels: a theme that doubles its ids has them point elsewhere.
          [it.value, it.textContent, view.querySelector(`label[for="${it.id}"]`)?.textContent ?? ''].some(
            (text) => /black/i.test(text) || text === front.variants.black,
          ),
        );
        const select = black?.closest('select');
        if (select) {
          select.value = black?.value ?? '';
          select.dispatchEvent(new Event('change', { bubbles: true }));
        } else black?.click();
        const ours = (): HTMLElement | undefined =>
          [...view.querySelectorAll<HTMLInputElement>('button, [type=submit]')].find((it) =>
            (it.localName === 'input' ? it.value : it.textContent).includes('Backorder now'),
          );
        await waitFor(ours, 'our words in it', 5000);
        if (front.quickViewSays)
          await waitFor(() => textIn(view, 'eta-notice').includes(YEAR), 'the date', 4000);
        else await waitFor(() => textIn(view, BADGE) === 'Backorder', 'a badge in it', 4000);
        await waitFor(
          () => view.querySelectorAll(BADGE).length === (front.quickViewSays ? 0 : 1),
          'no badge too many',
          4000,
        );
        const before = front.adds(await page.log()).length;
        ours()?.click();
        const adds = await added(front, page, before + 1);
        const add = adds.at(-1);
        expect(add?.variant).to.equal(front.variants.black);
        if (front.carriesFields)
          expect(Object.values(add?.fields ?? {}).some((it) => it.includes(YEAR))).to.equal(true);
      });

      check('D11 quick view closed: nothing of it is kept', async () => {
        const page = await openFront(front, 'black', { theme: COUNTS });
        await isBackorder(front, page);
        const round = async (): Promise<Counts> => {
          await quickView(page);
          await pause(300);
          closeQuickView(page);
          await pause(1300);
          return countsOf(page);
        };
        const first = await round();
        await round();
        const last = await round();
        expect(last.observers, 'observers').to.be.at.most(first.observers);
        expect(last.listeners, 'listeners').to.be.at.most(first.listeners);
        expect(count(page, BADGE)).to.equal(badges(front));
        await isBackorder(front, page);
      });
    }
  });
}
