import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, HTTPRequest, Page } from 'puppeteer-core';
import { changesCart, isAdd, isChange, readRequest, type CartRequest } from './cart-request.js';
import type { Answer } from './documents.js';
import { installProbe } from './probe.js';
import { installPicker } from './picker.js';
import type { Control, Snapshot } from './snapshot.js';
import type { System } from './systems.js';

/** How a page is visited. */
export interface Way {
  /** Address of the script tag's file: nothing of it comes. */
  readonly without?: string;
  /** Address of the endpoint, and what the check answers in its place: a document, or nothing but an error. */
  readonly endpoint?: string | undefined;
  readonly answer?: Answer | 'error';
  /** The document stands in the page: it is replaced there, as asked for these. */
  readonly inline?: readonly string[];
}

/** Milliseconds for a page to load. */
const LONGEST = 20_000;

const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

/** The shop's page in a tab of its own. Nothing that it sends to a cart leaves this machine. */
export class Visit {
  readonly page: Page;
  /** What the page has asked the endpoint. */
  readonly asked: string[] = [];
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  /** Files of ours that did not come. */
  readonly missing: string[] = [];
  status = 0;
  readonly #way: Way;
  readonly #caught: Promise<CartRequest>[] = [];
  #pressing = false;

  private constructor(page: Page, way: Way) {
    this.page = page;
    this.#way = way;
  }

  static async open(
    context: BrowserContext,
    url: string,
    systems: readonly System[],
    way: Way = {},
  ): Promise<Visit> {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const visit = new Visit(page, way);
    const inline =
      way.inline && typeof way.answer === 'function' ? JSON.stringify(way.answer(way.inline)) : undefined;
    await page.evaluateOnNewDocument(installProbe, systems, inline);
    await page.evaluateOnNewDocument(
      installPicker,
      systems.flatMap(({ variant, product, quantity }) => [...variant, ...product, ...quantity]),
    );
    page.on('pageerror', (error) => visit.errors.push(String(error)));
    page.on('console', (it) => {
      if (it.text().startsWith('[backorder-elements]')) visit.warnings.push(it.text());
      // What an address answered is told by the address, not by the script.
      else if (it.type() === 'error' && !it.text().startsWith('Failed to load')) visit.errors.push(it.text());
    });
    page.on('response', (reply) => {
      if (reply.status() >= 400 && reply.url().includes('backorder-elements.')) {
        visit.missing.push(reply.url());
      }
    });
    await page.setRequestInterception(true);
    page.on('request', (request) => void visit.#handle(request).catch(() => undefined));
    // A question by the theme would keep everything waiting.
    page.on('dialog', (it) => void it.dismiss().catch(() => undefined));
    await page.setBypassServiceWorker(true);
    const reply = await page.goto(url, { waitUntil: 'load', timeout: LONGEST }).catch((error: unknown) => {
      // Some pages never stop loading; what is there by then is looked at.
      if (error instanceof Error && error.name === 'TimeoutError') return null;
      throw error;
    });
    visit.status = reply?.status() ?? 0;
    await page.waitForNetworkIdle({ idleTime: 400, timeout: 5000 }).catch(() => undefined);
    return visit;
  }

  /** All that went wrong in the page, in its own words and in ours. */
  get told(): readonly string[] {
    return [...this.errors, ...this.warnings];
  }

  async snapshot(): Promise<Snapshot> {
    return this.page.evaluate(() => globalThis.backorderCheck.snapshot());
  }

  /** Controls by which something else than now can be chosen. */
  async controls(): Promise<readonly Control[]> {
    return this.page.evaluate(() => globalThis.backorderPicker.controls());
  }

  async choose(control: Control, value = control.value): Promise<void> {
    await this.page.evaluate((it, chosen) => globalThis.backorderPicker.choose(it, chosen), control, value);
  }

  /** The first snapshot that fits; the last one where none did in time. */
  async until(fits: (now: Snapshot) => boolean, ms = 5000): Promise<{ now: Snapshot; came: boolean }> {
    for (const end = Date.now() + ms; ; await pause(50)) {
      const now = await this.snapshot();
      if (fits(now)) return { now, came: true };
      if (Date.now() > end) return { now, came: false };
    }
  }

  /** Presses the add-to-cart button, and gives what the page would have sent. */
  async press(): Promise<readonly CartRequest[]> {
    this.#pressing = true;
    await this.page.evaluate(() => globalThis.backorderCheck.press());
    for (const end = Date.now() + 4000; !this.#caught.length && Date.now() < end;) await pause(50);
    // A second one would come soon.
    await pause(1000);
    return Promise.all(this.#caught);
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  async #handle(request: HTTPRequest): Promise<void> {
    const url = request.url();
    const method = request.method();
    const { without, endpoint, answer } = this.#way;
    if (without && isOurs(url, without)) return request.abort();
    if (endpoint && isSame(url, endpoint) && new URL(url).searchParams.has('products')) {
      this.asked.push(url);
      if (answer === 'error') return request.respond({ status: 500, headers: OPEN_TO_ALL });
      if (answer) {
        const [contentType, body] = ['application/json', JSON.stringify(answer(referencesOf(url)))];
        return request.respond({ status: 200, headers: OPEN_TO_ALL, contentType, body });
      }
    }
    if (!/^https?:/.test(url)) return request.continue();
    if (changesCart(method, url) || (this.#pressing && isChange(method))) {
      const { 'content-type': type = '' } = request.headers();
      const body = request.postData() ?? (await request.fetchPostData().catch(() => undefined)) ?? '';
      // What else a page sends meanwhile is not for the cart; it stays here all the same.
      const navigates = request.isNavigationRequest();
      if (this.#pressing && (navigates || isAdd(method, url, this.page.url(), body))) {
        this.#caught.push(readRequest(method, url, type, body));
      }
      return navigates
        ? request.respond({ status: 204 })
        : request.respond({
            status: 200,
            headers: OPEN_TO_ALL,
            contentType: 'application/json',
            body: '{}',
          });
    }
    return request.continue();
  }
}

function isOurs(url: string, src: string): boolean {
  const folder = new URL('.', src).href;
  return url === src || (url.startsWith(folder) && url.includes('backorder-elements'));
}

/** What an address asks an endpoint for. */
export function referencesOf(address: string): readonly string[] {
  return new URL(address).searchParams.get('products')?.split(',') ?? [];
}

/** Whether an address is that of the endpoint, whatever is asked of it. */
function isSame(url: string, endpoint: string): boolean {
  const [a, b] = [new URL(url), new URL(endpoint)];
  return a.origin === b.origin && a.pathname === b.pathname;
}
