// A headless Chromium of its own, driven over DevTools' pipe: no package does that without switching the back-forward cache
// off, which some journeys are about.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromiumArgs } from '../tools/browsers.mjs';
import { pause } from './shop-state.mjs';

/** One tab. */
class Tab {
  #browser;
  #session;

  constructor(browser, session, target) {
    this.#browser = browser;
    this.#session = session;
    this.target = target;
  }

  send(method, params) {
    return this.#browser.send(method, params, this.#session);
  }

  /** The value of an expression in the page; of a promise what it is fulfilled with. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until an expression is true; a page that is just being replaced counts as not yet. */
  async waitFor(expression, ms = 8000) {
    const end = performance.now() + ms;
    for (;;) {
      const found = await this.evaluate(expression).catch(() => undefined);
      if (found) return found;
      if (performance.now() > end) throw new Error(`waited ${ms} ms for: ${expression}`);
      await pause(30);
    }
  }

  /** Goes to an address, and waits until the page is loaded. */
  async open(url) {
    await this.send('Page.navigate', { url });
    await this.waitFor(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`);
  }

  /** Presses the browser's Back (or Forward). No load event need come of it, so nothing is waited for. */
  async go(delta) {
    const { currentIndex, entries } = await this.send('Page.getNavigationHistory');
    await this.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex + delta].id });
  }

  /** Types a text into what has the focus, as a keyboard does. */
  type(text) {
    return this.send('Input.insertText', { text });
  }
}

export class Chromium {
  #child;
  #profile = mkdtempSync(join(tmpdir(), 'backorder-chromium-'));
  #calls = new Map();
  #last = 0;

  constructor(program) {
    const args = [
      ...chromiumArgs,
      '--headless',
      '--remote-debugging-pipe',
      `--user-data-dir=${this.#profile}`,
      'about:blank',
    ];
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'];
    this.#child = spawn(program, args, { stdio });
    let text = '';
    this.#child.stdio[4].setEncoding('utf8').on('data', (piece) => {
      const messages = (text + piece).split('\0');
      text = messages.pop();
      for (const message of messages) this.#took(JSON.parse(message));
    });
  }

  #took({ id, result, error }) {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
  }

  send(method, params = {}, sessionId) {
    const id = (this.#last += 1);
    this.#child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#calls.set(id, { resolve, reject }));
  }

  async newTab() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(this, sessionId, targetId);
    await tab.send('Page.enable');
    return tab;
  }

  async close() {
    const ended = once(this.#child, 'exit');
    await this.send('Browser.close');
    await ended;
    // Its helpers may still be writing for a moment.
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
