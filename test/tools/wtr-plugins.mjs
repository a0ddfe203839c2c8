// Plugins of the browser test server.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { emulateMedia } from './emulated-media.mjs';

const workerFile = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

/** Serves msw's service worker from its package at the root, where its scope covers every test page. */
export const mswWorkerPlugin = () => ({
  name: 'msw-worker',
  async serve(context) {
    if (context.path !== '/mockServiceWorker.js') return undefined;
    return { body: await readFile(workerFile, 'utf8'), type: 'js' };
  },
});

/**
 * Demo pages name their files from the root, as they are served by `npm start`; the test server's root is the project,
 * so what is not there is looked for in demo/. cdn/ has the same address in both.
 */
export const demoFiles = (root) => (context, next) => {
  const { path } = context;
  const isFile = path !== '/' && !path.includes('..');
  if (isFile && !existsSync(join(root, path)) && existsSync(join(root, 'demo', path))) {
    context.url = `/demo${context.url}`;
  }
  return next();
};

/**
 * Commands that @web/test-runner-commands lacks on some engine:
 * 'bo-press' (keys held together, such as ['Shift', 'Tab'], everywhere),
 * 'bo-media' (CSS media features; Chromium only, answers false elsewhere) and
 * 'bo-collect' (garbage; the same).
 */
export const commandsPlugin = () => ({
  name: 'bo-commands',
  async executeCommand({ command, payload, session }) {
    const { browser } = session;
    if (command === 'bo-press') {
      const keys = payload.keys;
      if (browser.type === 'webdriver') {
        await browser.chord(keys);
      } else {
        const { keyboard } = browser.getPage(session.id);
        for (const key of keys) await keyboard.down(key === 'Space' ? ' ' : key);
        for (const key of [...keys].reverse()) await keyboard.up(key === 'Space' ? ' ' : key);
      }
      return true;
    }
    if (command === 'bo-collect') {
      if (browser.type !== 'puppeteer' || browser.name === 'Firefox') return false;
      const cdp = await browser.getPage(session.id).createCDPSession();
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.detach();
      return true;
    }
    if (command === 'bo-media') {
      if (browser.type !== 'puppeteer' || browser.name === 'Firefox') return false;
      await emulateMedia(browser.getPage(session.id), payload);
      return true;
    }
    return undefined;
  },
});
