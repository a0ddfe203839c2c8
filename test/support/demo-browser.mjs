// The demo shop and a Chromium to look at it, for Node tests.
import puppeteer from 'puppeteer-core';
import { startDemo } from '../../demo/serve.mjs';
import { chromiumArgs, ensureBrowsers, headlessChromium } from '../tools/browsers.mjs';

/** Chromium asks for it by itself, and Vite says that it is there. */
const isNotThePages = (text) => text.includes('[vite]') || text.includes('/favicon.ico');

/** Starts both, the server with these options. `close` ends both. */
export async function openDemo(options = {}) {
  await ensureBrowsers(['chromium']);
  const server = await startDemo({ build: false, ...options });
  const browser = await puppeteer.launch({ executablePath: headlessChromium(), args: chromiumArgs });
  const base = server.resolvedUrls.local[0];
  return {
    base,
    /** A window of its own, with nothing stored, at a page that has come to rest. `said` is all that went wrong or was logged; `first` runs before the page's own scripts. */
    async visit(path, { width = 1280, height = 900, scheme = 'light', first } = {}) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const said = [];
      const note = (text) => isNotThePages(text) || said.push(text);
      page.on('console', (it) => note(`${it.type()}: ${it.text()} ${it.location().url ?? ''}`.trim()));
      page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
      page.on('requestfailed', (request) => note(`${request.failure()?.errorText}: ${request.url()}`));
      page.on('response', (reply) => reply.status() >= 400 && note(`${reply.status()}: ${reply.url()}`));
      await page.setViewport({ width, height });
      await setScheme(page, scheme);
      if (first) await page.evaluateOnNewDocument(first);
      if (path !== undefined) await goTo(page, new URL(path, base).href);
      return { page, said, close: () => context.close() };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Light or dark. Half-way through a transition no colour is the page's own. */
export async function setScheme(page, scheme) {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map((it) => it.finished));
  });
}

/** Loads an address and waits until the page asks for nothing more. */
export async function goTo(page, address) {
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForNetworkIdle({ idleTime: 300, timeout: 10_000 });
}

/** Waits until `check` is true in the page. Says what was waited for when it never is. */
export async function until(page, what, check, ...values) {
  await page.waitForFunction(check, { timeout: 8000 }, ...values).catch((error) => {
    throw new Error(`${what}: ${error.message}`);
  });
}
