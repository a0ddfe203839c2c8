// A page that is printed, read in reader mode or copied (case S25). Chromium only: the media are DevTools'.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lamp, ShopJourney } from '../support/shop-journey.mjs';

/** What is on paper of our part of the page: its words, in their order, and how much of it stands empty. */
const ON_PAPER = `(() => {
  const place = document.querySelector('[data-backorder-place]');
  const notice = document.querySelector('eta-notice');
  const inside = [...(notice?.shadowRoot?.querySelectorAll('*') ?? [])];
  const seen = (it) => it.getClientRects().length > 0 && getComputedStyle(it).visibility === 'visible';
  const popover = inside.find((it) => it.matches('[popover]'));
  return {
    words: place.innerText.replace(/\\s+/g, ' ').trim(),
    badges: [...document.querySelectorAll('backorder-badge')].filter(seen).length,
    promise: (notice.shadowRoot ?? notice).querySelector('[part=promise],span')?.innerText.trim(),
    popover: !!popover && seen(popover),
    empty: [...place.children].filter((it) => seen(it) && it.offsetHeight > 4
      && !(it.shadowRoot?.textContent + it.innerText).trim()).map((it) => it.localName),
    button: document.querySelector('[name=add]').innerText.trim(),
  };
})()`;

describe('S25 print', () => {
  const journey = new ShopJourney();
  before(() => journey.start());
  after(() => journey.stop());

  const media = (name) => journey.tab.send('Emulation.setEmulatedMedia', { media: name });
  const open = async (policy) => {
    const tab = await journey.open({ document: lamp(0, policy) });
    await tab.waitFor(`document.querySelector('eta-notice, notify-me-form')`);
    return tab;
  };

  it('S25 on paper: the badge’s text and the promise, each once, no empty place, and all of it in what is copied', async () => {
    const tab = await open();
    await journey.labelIs('Backorder now');
    await media('print');
    const paper = await tab.evaluate(ON_PAPER);
    assert.equal(paper.badges, 1);
    assert.match(paper.promise, /Expected to ship in 5 days/);
    assert.equal(paper.words.match(/Backorder/g).length, 1);
    assert.equal(paper.words.match(/5 days/g).length, 1);
    assert.deepEqual(paper.empty, []);
    // What a screen reader is told is on no paper and in no copy while nothing is said.
    assert.equal(await tab.evaluate(`document.querySelector('[data-backorder-live]').innerText`), '');
    const copied = await tab.evaluate(
      `(getSelection().selectAllChildren(document.querySelector('main')), getSelection().toString())`,
    );
    assert.equal(copied.match(/Expected to ship in 5 days/g).length, 1);
    assert.deepEqual(await tab.evaluate('[heard.errors, heard.console]'), [[], []]);
  });

  it('S25 printed while the explanation is open: it lies over nothing, and is there again on the screen', async () => {
    const tab = await open();
    await tab.waitFor(`document.querySelector('eta-notice > button')`);
    await tab.evaluate(`document.querySelector('eta-notice > button').click()`);
    await tab.waitFor(
      `!!document.querySelector('eta-notice').shadowRoot?.querySelector('[popover]:popover-open')`,
    );
    assert.equal((await tab.evaluate(ON_PAPER)).popover, true);
    await media('print');
    const paper = await tab.evaluate(ON_PAPER);
    assert.equal(paper.popover, false);
    assert.match(paper.promise, /Expected to ship in 5 days/);
    await media('');
    assert.equal((await tab.evaluate(ON_PAPER)).popover, true);
    // A printed file is made of it, without a fault.
    const { data } = await tab.send('Page.printToPDF', {});
    assert.match(Buffer.from(data, 'base64').subarray(0, 5).toString(), /%PDF-/);
    assert.deepEqual(await tab.evaluate('[heard.errors, heard.console]'), [[], []]);
  });
});
