// Journeys in Node: the test shop and a Chromium of its own, for what a test page cannot do with its browser. In documents and
// other options `{own}` stands for the page's shop, `{away}` for its other origin. In the page, `heard` tells what went wrong.
import { performance } from 'node:perf_hooks';
import { headlessChromium } from '../tools/browsers.mjs';
import { Chromium } from './chromium-session.mjs';
import { startShop } from './shop-server.mjs';
import { pause } from './shop-state.mjs';

export class ShopJourney {
  /** The tab of the page that was opened last. */
  tab;
  #shop;
  #chromium;
  #id;
  #count = 0;

  /** In the browser itself, or in its build without windows, which does not keep pages for the way back. */
  async start(program = headlessChromium()) {
    this.#shop = await startShop();
    this.#chromium = new Chromium(program);
  }

  async stop() {
    await this.#chromium.close();
    await this.#shop.stop();
  }

  /** The shop of the page that was opened last. */
  get shop() {
    return this.#shop.at(this.#id);
  }

  /**
   * Opens a page of a shop of its own in a new tab, with our script tag.
   *
   * @param options as in journey.ts, `endpoint` as an address; @param prepare called with the tab beforehand
   */
  async open({ page = 'plain', ...options }, prepare = () => {}) {
    this.#count += 1;
    this.#id = `journey-${this.#count}`;
    this.change({ script: true, endpoint: 'availability', ...options });
    this.tab = await this.#chromium.newTab();
    await prepare(this.tab);
    await this.tab.open(this.address(page));
    return this.tab;
  }

  /** The same page of the same shop in one more tab. */
  async openAgain(page = 'plain') {
    this.tab = await this.#chromium.newTab();
    await this.tab.open(this.address(page));
    return this.tab;
  }

  /** Opens a page in a tab that nobody looks into: the browser prerenders nothing for a page that is being debugged. */
  async openUnwatched({ page = 'plain', ...options }) {
    this.#count += 1;
    this.#id = `journey-${this.#count}`;
    this.change({ script: true, endpoint: 'availability', ...options });
    await this.#chromium.send('Target.createTarget', { url: this.address(page) });
  }

  /** Changes the shop's answers from now on. */
  change(options) {
    const own = `/shop/${this.#id}`;
    const away = `${this.#shop.away}/${this.#id}`;
    const text = JSON.stringify(options).replaceAll('{own}', own).replaceAll('{away}', away);
    Object.assign(this.shop.options, JSON.parse(text));
  }

  address(page) {
    return `${this.#shop.origin}/shop/${this.#id}/${page}.html`;
  }

  /** The requests so far for one path. */
  asked(path) {
    return this.shop.log.filter((it) => it.path === path);
  }

  async until(condition, ms = 8000) {
    const end = performance.now() + ms;
    while (!condition()) {
      if (performance.now() > end) throw new Error(`waited ${ms} ms for: ${condition}`);
      await pause(20);
    }
  }

  labelIs(text) {
    return this.tab.waitFor(
      `document.querySelector('[name=add]').textContent.trim() === ${JSON.stringify(text)}`,
    );
  }

  /** Opens the sign-up form, and types an address into it. */
  async fillIn(address) {
    const { tab } = this;
    await tab.waitFor(`document.querySelector('notify-me-form button')`);
    await tab.evaluate(`document.querySelector('notify-me-form button').click()`);
    await tab.waitFor(`document.activeElement?.type === 'email'`);
    await tab.type(address);
    await tab.waitFor(`document.activeElement.value === ${JSON.stringify(address)}`);
  }

  send() {
    return this.tab.evaluate(`document.querySelector('notify-me-form form button').click()`);
  }

  close() {
    return this.#chromium.send('Target.closeTarget', { targetId: this.tab.target });
  }
}

/** A lamp on backorder, unless the policy says otherwise. */
export const lamp = (onHand, policy) => ({
  version: 1,
  ttl: 3600,
  policy: { sell: 'backorder', promise: { leadTime: { max: 5 } }, ...policy },
  signUp: { url: '{own}/sign-ups' },
  products: [{ id: 'lamp', onHand }],
});
