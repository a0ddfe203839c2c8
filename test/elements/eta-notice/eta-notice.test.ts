import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../../../src/define.js';
import { rgbaOf } from '../../../src/elements/shared/contrast.js';
import type { EtaNotice } from '../../../src/elements/eta-notice/eta-notice.js';
import type { NotifyMeForm } from '../../../src/elements/notify-me-form/notify-me-form.js';
import { planDelivery } from '../../../src/store/plan-delivery.js';
import { shared } from '../../../src/store/shared-store.js';
import { HOUR, NOW } from '../../support/arbitraries.js';
import { BERLIN } from '../../support/delivery.js';
import {
  elementPage,
  focused,
  part,
  put,
  seen,
  sixProducts,
  soon,
  tell,
  until,
} from '../../support/element-page.js';
import { listenIn } from '../../support/live-region.js';
import { offerElementSuite } from '../../support/offer-element-suite.js';
import { backorder, inStock, told } from '../../support/told.js';
import { Time, turnOfEvents } from '../../support/time.js';

offerElementSuite({
  tag: 'eta-notice',
  seen: {
    backorder: 'Expected to ship on 12 December About this date',
    preorder: 'Expected to ship in Q1 2027 About this date',
    'coming-soon': 'Available in February 2027 About this date',
  },
  inGerman: 'Versand voraussichtlich am 12. Dezember',
  message: 'promise.ship.estimated',
});

/** How often a chunk was fetched; its address says which. */
const fetched = (name: string): number =>
  performance.getEntriesByType('resource').filter((it) => it.name.includes(`/${name}.`)).length;

describe('<eta-notice> before its first explanation', () => {
  elementPage();

  it('has not fetched what explains a date and what places it', async () => {
    tell(sixProducts());
    const notice = put('<eta-notice product="backorder"></eta-notice>');
    await until(() => part(notice, 'explain'));
    // The files that this test run has loaded for itself are of other suites.
    expect(fetched('place-popover')).to.equal(0);
    part(notice, 'explain')?.click();
    await until(() => part(notice, 'explanation')?.matches(':popover-open'));
    expect(fetched('place-popover')).to.equal(1);
  });
});

describe('<eta-notice>', () => {
  elementPage();

  it('T12 says that a date has moved, to the shopper who saw the earlier one, and to nobody else', async () => {
    const notice = put('<eta-notice product="a"></eta-notice>');
    tell(told([backorder('a')]));
    await until(() => seen(notice).startsWith('Expected to ship on 12 December'));
    tell(told([backorder('a', { restock: '2027-01-15' })]));
    await until(() => seen(notice).includes('Expected to ship on 15 January 2027'));
    expect(seen(notice)).to.include('This date has changed. Before: on 12 December.');
    const later = put('<eta-notice product="a"></eta-notice>');
    await until(() => seen(later).startsWith('Expected to ship on 15 January 2027'));
    expect(seen(later)).not.to.include('changed');
    tell(told([backorder('a')]));
    await until(() => seen(notice).startsWith('Expected to ship on 12 December'));
    expect(seen(notice)).not.to.include('changed');
  });

  it('T12 says so also after the shopper has signed up or added it, and announces nothing by itself', async () => {
    tell(
      told([backorder('a', { policy: { sell: 'backorder', signUp: 'beside' } })], {
        signUp: { url: '/sign-ups' },
      }),
    );
    const place = put(
      '<product-availability product="a"><eta-notice></eta-notice><notify-me-form></notify-me-form><preorder-button></preorder-button></product-availability>',
    );
    const [notice, form, button] = [...place.children] as [HTMLElement, NotifyMeForm, HTMLElement];
    await until(() => seen(notice).startsWith('Expected to ship on 12 December'));
    form.send = () => Promise.resolve({ ok: true });
    await until(() => form.querySelector('input'));
    (form.querySelector('input') as HTMLInputElement).value = 'ida@example.com';
    form.querySelector<HTMLElement>('[data-backorder-form] button')?.click();
    await until(() => seen(form).includes('Thank you'));
    place.addEventListener('backorder-add-request', (event) => event.preventDefault());
    part(button, 'button')?.click();
    const heard = listenIn();
    tell(
      told([backorder('a', { restock: '2027-01-15', policy: { sell: 'backorder', signUp: 'beside' } })], {
        signUp: { url: '/sign-ups' },
      }),
    );
    await until(() => seen(notice).includes('This date has changed. Before: on 12 December.'));
    expect(seen(notice)).to.match(/^Expected to ship on 15 January 2027/);
    expect(seen(form)).to.include('Thank you');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(heard().join()).not.to.match(/changed|15 January/);
  });

  it('T12 another variant or quantity has another date, which is no change of the first', async () => {
    const notice = put<EtaNotice>('<eta-notice product="a" variant="a1"></eta-notice>');
    const variants = [
      { id: 'a1', onHand: 0, restock: '2026-12-12' },
      { id: 'a2', onHand: 0, restock: '2027-01-15' },
    ];
    tell(told([{ id: 'a', policy: { sell: 'backorder' }, variants }]));
    await until(() => seen(notice).startsWith('Expected to ship on 12 December'));
    notice.variant = 'a2';
    await until(() => seen(notice).includes('15 January 2027'));
    expect(seen(notice)).not.to.include('changed');
  });

  describe('over midnight, on a page that stays open', () => {
    let time: Time;
    beforeEach(() => {
      // An hour to midnight, where this browser is.
      const evening = new Date(NOW).setHours(23, 0, 0, 0);
      time = new Time(evening);
      shared().store.clock.now = () => Date.now();
    });
    afterEach(() => time.release());

    /** A day as documents have it, counted from today, where this browser is. */
    const here = (days: number): string => {
      const day = new Date(Date.now() + days * 86_400_000);
      return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
        .map((it) => String(it).padStart(2, '0'))
        .join('-');
    };

    /** A product on a page of its own, shown in its notice with everything around it. */
    async function shownOn(restock: string | undefined): Promise<HTMLElement> {
      tell(told([backorder('a', { restock })]));
      const place = put(
        '<product-availability product="a"><backorder-badge></backorder-badge><eta-notice></eta-notice></product-availability>',
      );
      const notice = place.querySelector('eta-notice') as HTMLElement;
      await settled(() => seen(notice).startsWith('Expected to ship'));
      return notice;
    }

    /** Waits by the browser's own turns: the timers are in the test's hands. */
    async function settled(condition: () => boolean): Promise<void> {
      for (let turns = 0; turns < 2000 && !condition(); turns += 1) await turnOfEvents();
      expect(condition()).to.equal(true);
    }

    it('T11 A36 says tomorrow and then today, by the reader’s own calendar, and announces neither', async () => {
      const heard = listenIn();
      const notice = await shownOn(here(2));
      expect(seen(notice)).not.to.match(/tomorrow|today/);
      await time.pass(2 * HOUR);
      await settled(() => seen(notice).startsWith('Expected to ship tomorrow'));
      await time.pass(24 * HOUR);
      await settled(() => seen(notice).startsWith('Expected to ship today'));
      expect(heard()).to.deep.equal([]);
    });

    it('A36 a cutoff that comes near, and one that passes, are not announced', async () => {
      const heard = listenIn();
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      const calendar = {
        version: 1,
        products: [{ id: 'a' }],
        delivery: { ...BERLIN, timeZone, cutoffTime: '23:30' },
      };
      planDelivery({ ...calendar, delivery: { ...calendar.delivery, leadTime: { max: 7 } } }, 'here');
      const notice = await shownOn(undefined);
      await settled(() => /Order by 11:30.pm|Order by 23:30/i.test(seen(notice)));
      const before = seen(notice);
      await time.pass(HOUR);
      await settled(() => seen(notice) !== before);
      expect(seen(notice)).not.to.equal(before);
      expect(heard()).to.deep.equal([]);
    });

    it('A36 a date that passes goes without being announced', async () => {
      const heard = listenIn();
      const notice = await shownOn(here(0));
      expect(seen(notice)).to.match(/^Expected to ship today/);
      await time.pass(48 * HOUR);
      await settled(() => seen(notice) === 'New ship date to be confirmed');
      expect(heard()).to.deep.equal([]);
    });
  });

  it('says what is in stock only in the author’s own words', async () => {
    const notice = put(
      '<eta-notice product="a">Ask us<span slot="in-stock">Ships in 1 to 2 days</span></eta-notice>',
    );
    tell(told([inStock('a')]));
    await until(() => seen(notice) === 'Ships in 1 to 2 days');
    tell(told([backorder('a')]));
    await until(() => seen(notice).startsWith('Expected to ship'));
    expect(seen(notice)).not.to.include('1 to 2 days');
  });

  it('A38 has the date for machines as well, where one is told', async () => {
    tell(
      told([
        backorder('a'),
        backorder('b', { restock: { leadTime: { min: 5, max: 10 } } }),
        backorder('c', { restock: null }),
      ]),
    );
    const [a, b, c] = ['a', 'b', 'c'].map((id) => put(`<eta-notice product="${id}"></eta-notice>`)) as [
      HTMLElement,
      HTMLElement,
      HTMLElement,
    ];
    await until(() => seen(a) && seen(b) && seen(c));
    expect(a.shadowRoot?.querySelector('time')?.dateTime).to.equal('2026-12-12');
    expect(b.shadowRoot?.querySelector('time')).to.equal(null);
    expect(seen(b)).to.include('in 5 to 10 days');
    expect(seen(c)).to.equal('Ship date to be confirmed');
    expect(part(c, 'explain')).to.equal(null);
  });

  it('S12 S13 says the split of a quantity, and the most that can be ordered', async () => {
    tell(told([backorder('a', { onHand: 2, policy: { sell: 'backorder', limit: 1 } })]));
    const notice = put('<eta-notice product="a" quantity="3"></eta-notice>');
    await until(() => seen(notice).startsWith('2 now, 1 on 12 December'));
    notice.setAttribute('quantity', '9');
    await until(() => seen(notice).includes('You can order up to 3.'));
    notice.setAttribute('quantity', '1');
    await until(() => seen(notice) === '');
  });

  describe('explains its date', () => {
    let notice: HTMLElement;
    const explain = (): HTMLElement => part(notice, 'explain') as HTMLElement;
    const popover = (): HTMLElement => part(notice, 'explanation') as HTMLElement;
    const isOpen = (): boolean => popover().matches(':popover-open');

    const centreOf = (element: Element): [number, number] => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [Math.round(x + width / 2), Math.round(y + height / 2)];
    };
    const clickOn = (element: Element): Promise<void> =>
      sendMouse({ type: 'click', position: centreOf(element) });

    /** Puts a notice into the page and opens its explanation. */
    async function openIn(html = '<eta-notice product="backorder"></eta-notice>'): Promise<void> {
      const place = put(html);
      notice = place.matches('eta-notice') ? place : (place.querySelector('eta-notice') as HTMLElement);
      await until(explain);
      explain().click();
      await until(isOpen);
      await until(() => explain().getAttribute('aria-expanded') === 'true');
      await until(() => popover().style.left);
    }

    beforeEach(() => tell(sixProducts({ asOf: '2026-11-20T09:00:00Z' })));
    afterEach(() => resetMouse());

    it('in sentences: why, when, how sure, and as of when', async () => {
      await openIn();
      expect([...popover().querySelectorAll('p')].map((it) => it.textContent)).to.deep.equal([
        'We are out of stock and have more on the way.',
        'Expected to ship on 12 December.',
        'The date is an estimate.',
        'As of 20 November.',
      ]);
    });

    it('A13 opens and closes by a press of its button', async () => {
      await openIn();
      await clickOn(explain());
      await until(() => !isOpen());
      await until(() => explain().getAttribute('aria-expanded') === 'false');
      await clickOn(explain());
      await until(isOpen);
    });

    it('A13 A29 opens by the keyboard, Tab goes into it, and its button closes it', async () => {
      notice = put('<eta-notice product="backorder"></eta-notice>');
      await until(explain);
      explain().focus();
      await sendKeys({ press: 'Enter' });
      await until(isOpen);
      expect(focused()).to.equal(explain());
      await sendKeys({ press: 'Tab' });
      await until(() => focused() === part(notice, 'close'));
      await sendKeys({ press: 'Enter' });
      await until(() => !isOpen());
      expect(focused()).to.equal(explain());
    });

    it('A15 Escape closes it and the focus is on the button again', async () => {
      await openIn();
      part(notice, 'close')?.focus();
      await sendKeys({ press: 'Escape' });
      await until(() => !isOpen());
      await until(() => focused() === explain());
    });

    it('A15 a press elsewhere closes it, and the focus is on the button again', async () => {
      await openIn('<div style="height: 500px"><eta-notice product="backorder"></eta-notice></div>');
      part(notice, 'close')?.focus();
      await sendMouse({ type: 'click', position: [780, 450] });
      await until(() => !isOpen());
      await until(() => focused() === explain());
    });

    it('A15 a press on something else leaves the focus there', async () => {
      await openIn(
        '<div style="height: 300px"><eta-notice product="backorder"></eta-notice><button style="position: absolute; top: 250px; left: 600px">Else</button></div>',
      );
      const other = document.querySelector('main button') as HTMLElement;
      await clickOn(other);
      await until(() => !isOpen());
      await soon();
      if (!/^((?!chrome|firefox).)*safari/i.test(navigator.userAgent)) expect(focused()).to.equal(other);
    });

    it('A14 Escape closes only the explanation, not the theme’s dialog around it', async () => {
      const dialog = put<HTMLDialogElement>('<dialog><eta-notice product="backorder"></eta-notice></dialog>');
      let heard = 0;
      dialog.addEventListener('keydown', () => (heard += 1));
      dialog.showModal();
      notice = dialog.querySelector('eta-notice') as HTMLElement;
      await until(explain);
      explain().click();
      await until(isOpen);
      await until(() => explain().getAttribute('aria-expanded') === 'true');
      await sendKeys({ press: 'Escape' });
      await until(() => !isOpen());
      expect(dialog.open).to.equal(true);
      // A theme that listens for Escape itself has heard nothing of it.
      expect(heard).to.equal(0);
      await sendKeys({ press: 'Escape' });
      await until(() => !dialog.open);
    });

    it('stands by its button, inside the window, wherever the button is', async () => {
      for (const place of [
        'top: 0; left: 0',
        'bottom: 0; right: 0',
        'top: 0; right: 0',
        'bottom: 0; left: 0',
      ]) {
        await openIn(
          `<div style="position: fixed; ${place}"><eta-notice product="backorder"></eta-notice></div>`,
        );
        const box = popover().getBoundingClientRect();
        const button = explain().getBoundingClientRect();
        expect(box.left, place).to.be.at.least(0);
        expect(box.top, place).to.be.at.least(0);
        expect(box.right, place).to.be.at.most(innerWidth);
        expect(box.bottom, place).to.be.at.most(innerHeight);
        expect(
          Math.min(Math.abs(box.top - button.bottom), Math.abs(button.top - box.bottom)),
          place,
        ).to.be.below(20);
        popover().hidePopover();
        notice.closest('main')?.remove();
      }
    });

    it('A25 fits a window of 320 px', async function narrow() {
      try {
        await setViewport({ width: 320, height: 480 });
      } catch {
        this.skip();
      }
      await openIn();
      const box = popover().getBoundingClientRect();
      expect(box.left).to.be.at.least(0);
      expect(box.right).to.be.at.most(320);
      await setViewport({ width: 800, height: 600 });
    });

    it('T18 opens from the other side where one reads from right to left', async () => {
      await openIn('<div lang="ar" dir="rtl"><eta-notice product="backorder"></eta-notice></div>');
      const box = popover().getBoundingClientRect();
      const button = explain().getBoundingClientRect();
      expect(Math.abs(box.right - button.right)).to.be.below(20);
      expect(popover().textContent).to.include('إغلاق');
    });

    for (const scheme of ['light', 'dark']) {
      it(`A01 passes the audit while it is open, ${scheme}`, async () => {
        await openIn(
          `<div style="color-scheme: ${scheme}; background: Canvas; color: CanvasText; padding: 9px"><eta-notice product="backorder"></eta-notice></div>`,
        );
        expect(popover().getAttribute('role')).to.equal('dialog');
        expect(popover().getAttribute('aria-label')).to.equal('About this date');
        await expect(notice.closest('main')).to.be.accessible();
      });
    }

    it('is as dark as a dark page that never says so', async () => {
      await openIn(
        '<div style="background: #0d0f12; color: #e6e8eb"><eta-notice product="backorder"></eta-notice></div>',
      );
      const { color, backgroundColor } = getComputedStyle(popover());
      expect(rgbaOf(color).slice(0, 3)).to.deep.equal(rgbaOf('rgb(230, 232, 235)').slice(0, 3));
      expect(rgbaOf(backgroundColor)).to.deep.equal([0, 0, 0, 1]);
    });

    it('A22 its buttons are large enough to press', async () => {
      await openIn();
      for (const name of ['explain', 'close']) {
        const { width, height } = (part(notice, name) as Element).getBoundingClientRect();
        expect(Math.min(width, height), name).to.be.at.least(24);
      }
    });

    it('follows a change while it is open, and stays open', async () => {
      await openIn();
      tell(sixProducts({ asOf: '2026-11-24T09:00:00Z' }));
      await until(() => popover().textContent?.includes('As of 24 November.'));
      expect(isOpen()).to.equal(true);
    });

    it('says the newest when it is opened again', async () => {
      await openIn();
      popover().hidePopover();
      tell(sixProducts({ asOf: '2026-11-24T09:00:00Z' }));
      await soon();
      explain().click();
      await until(isOpen);
      await until(() => popover().textContent?.includes('As of 24 November.'));
    });

    it('is gone with the product that it was about', async () => {
      await openIn();
      notice.setAttribute('product', 'in-stock');
      await until(() => part(notice, 'explanation') === null);
      notice.setAttribute('product', 'backorder');
      await until(explain);
      expect(isOpen()).to.equal(false);
      expect(explain().getAttribute('aria-expanded')).to.equal('false');
    });

    // Found by hostile-corpus.test.ts: an error that nobody had caught.
    it('H01 is taken out of the page before its words have come: nothing opens, nothing is thrown', async () => {
      notice = put('<div><eta-notice product="backorder"></eta-notice></div>')
        .firstElementChild as HTMLElement;
      await until(explain);
      const gone = popover();
      explain().click();
      notice.remove();
      await until(() => gone.textContent?.trim());
      await soon();
      expect(gone.matches(':popover-open')).to.equal(false);
    });

    it('can be opened by a script', async () => {
      notice = put('<eta-notice product="backorder"></eta-notice>');
      await (notice as HTMLElement & { open(): Promise<void> }).open();
      expect(isOpen()).to.equal(true);
      popover().hidePopover();
      await (notice as HTMLElement & { open(): Promise<void> }).open();
      expect(isOpen()).to.equal(true);
    });
  });
});
