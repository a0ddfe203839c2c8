import { expect } from '@open-wc/testing';
import { speak } from '../../../src/elements/shared/announcement.js';
import { prepareAnnouncer } from '../../../src/elements/shared/announcer.js';
import { NOW } from '../../support/arbitraries.js';
import { listenIn } from '../../support/live-region.js';
import { Time, turnOfEvents } from '../../support/time.js';

const region = (): HTMLElement | null => document.querySelector('[data-backorder-live]');

describe('the announcer', () => {
  let time: Time;

  beforeEach(() => {
    time = new Time(NOW);
  });

  afterEach(async () => {
    speak(() => '', 'en');
    await time.pass(1000);
    time.release();
    region()?.remove();
  });

  it('A03 has one region, in the light DOM, polite, empty', () => {
    const made = prepareAnnouncer();
    expect(prepareAnnouncer()).to.equal(made);
    expect(document.querySelectorAll('[data-backorder-live]')).to.have.length(1);
    expect(made.parentElement).to.equal(document.body);
    expect(made.getAttribute('role')).to.equal('status');
    expect(made.textContent).to.equal('');
  });

  it('A03 its region can be heard though it cannot be seen', () => {
    const style = getComputedStyle(prepareAnnouncer());
    expect(style.display).not.to.equal('none');
    expect(style.visibility).to.equal('visible');
    expect(prepareAnnouncer().hasAttribute('aria-hidden')).to.equal(false);
    expect(prepareAnnouncer().getBoundingClientRect().width).to.be.at.most(1);
    expect(style.position).to.equal('fixed');
  });

  it('K05 needs no style attribute in any markup', () => {
    prepareAnnouncer();
    // What is set by property is not blocked; the markup itself has none to block.
    expect(region()?.style.position).to.equal('fixed');
  });

  it('A02 speaks after a short quiet, so that the theme’s own message goes first', async () => {
    const heard = listenIn();
    speak(() => 'Backorder', 'de');
    await time.pass(350);
    expect(heard()).to.deep.equal([]);
    await time.pass(100);
    expect(heard()).to.deep.equal(['Backorder']);
    expect(region()?.lang).to.equal('de');
  });

  it('A03 the region is there before its text, also when nobody has prepared it', async () => {
    const order: string[] = [];
    const observer = new MutationObserver(() => order.push(region()?.textContent ?? 'none'));
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    speak(() => 'Backorder', 'en');
    await time.pass(500);
    observer.disconnect();
    expect(order).to.deep.equal(['', 'Backorder']);
  });

  it('A04 of ten fast changes says the last one only', async () => {
    const heard = listenIn();
    for (let times = 1; times <= 10; times += 1) {
      speak(() => `change ${times}`, 'en');
      await time.pass(100);
    }
    await time.pass(1000);
    expect(heard()).to.deep.equal(['change 10']);
  });

  it('A05 the same text again is spoken again, since its region was empty in between', async () => {
    const heard = listenIn();
    const texts: string[] = [];
    const observer = new MutationObserver(() => texts.push(region()?.textContent ?? ''));
    observer.observe(prepareAnnouncer(), { childList: true, subtree: true, characterData: true });
    for (let times = 0; times < 2; times += 1) {
      speak(() => 'Backorder', 'en');
      await turnOfEvents();
      await time.pass(500);
    }
    observer.disconnect();
    expect(heard()).to.deep.equal(['Backorder', 'Backorder']);
    expect(texts).to.deep.equal(['Backorder', '', 'Backorder']);
  });

  it('says nothing for nothing, and drops what was about to be said', async () => {
    const heard = listenIn();
    speak(() => 'Backorder', 'en');
    speak(() => '', 'en');
    await time.pass(1000);
    expect(heard()).to.deep.equal([]);
    expect(time.waits).to.deep.equal([]);
  });

  it('D13 goes on when the page’s body was exchanged', async () => {
    prepareAnnouncer().remove();
    const heard = listenIn();
    speak(() => 'Backorder', 'en');
    await time.pass(500);
    expect(heard()).to.deep.equal(['Backorder']);
    region()?.remove();
    speak(() => 'Sold out', 'en');
    await time.pass(500);
    expect(heard()).to.deep.equal(['Backorder', 'Sold out']);
  });

  it('D13 what was about to be said is said in the region that is there by then', async () => {
    speak(() => 'Backorder', 'en');
    region()?.remove();
    const there = prepareAnnouncer();
    await time.pass(500);
    expect(there.textContent).to.equal('Backorder');
  });

  it('H03 speaks text, never markup', async () => {
    speak(() => '<img src=x: onerror=canary()>', 'en');
    await time.pass(500);
    expect(region()?.children).to.have.length(0);
    expect(region()?.textContent).to.equal('<img src=x: onerror=canary()>');
  });
});
