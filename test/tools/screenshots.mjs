// Pictures of demo pages in Chromium, on a phone and on a desktop, and what each page wrote to the console.
//   npm run screenshots -- [page.html ...] [--scheme dark] [--out DIR]
// Without pages: all of demo/. Exits 1 when a page had an error.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { startDemo } from '../../demo/serve.mjs';
import { chromiumArgs, ensureBrowsers, requireBrowser } from './browsers.mjs';

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scheme: { type: 'string', default: 'light' },
    out: { type: 'string', default: '.cache/screenshots' },
  },
});

const allPages = () =>
  readdirSync('demo', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html') && !file.includes('node_modules'))
    .sort();

/** Shoots one page; answers with what went wrong in it. */
async function shoot(browser, base, path, viewport) {
  const page = await browser.newPage();
  const said = [];
  const errors = [];
  page.on('console', (message) => {
    const text = `${message.type()}: ${message.text()}`;
    // Vite's own notes are not the page's, nor is what Chromium asks for by itself.
    if (text.includes('[vite]') || message.location().url?.endsWith('/favicon.ico')) return;
    (message.type() === 'error' ? errors : said).push(text);
  });
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) =>
    errors.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico'))
      errors.push(`${response.status()}: ${response.url()}`);
  });
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: options.scheme }]);
  await page.goto(new URL(path, base).href, { waitUntil: 'load' });
  // Some pages keep a request open on purpose.
  await page.waitForNetworkIdle({ idleTime: 500, timeout: 5000 }).catch(() => {});
  const name =
    path
      .split(/[?#]/)[0]
      .replace(/\.html$/, '')
      .replaceAll('/', '-') || 'index';
  const scheme = options.scheme === 'light' ? '' : `-${options.scheme}`;
  const file = join(options.out, `${name}-${viewport.width}${scheme}.png`);
  await page.screenshot({ path: file, fullPage: true });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) said.push(`wider than the window by ${overflow} px`);
  console.log(`${path} ${viewport.width}x${viewport.height} -> ${file}`);
  for (const text of [...new Set([...errors, ...said])]) console.log(`    ${text}`);
  await page.close();
  return errors;
}

await ensureBrowsers(['chromium']);
mkdirSync(options.out, { recursive: true });
const server = await startDemo();
const browser = await puppeteer.launch({ executablePath: requireBrowser('chromium'), args: chromiumArgs });
try {
  const base = server.resolvedUrls.local[0];
  const paths = positionals.length
    ? positionals.map((path) => path.replace(/^\/?(demo\/)?/, ''))
    : allPages();
  for (const path of paths) {
    for (const size of SIZES) {
      const errors = await shoot(browser, base, path, size);
      if (errors.length) process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  await server.close();
}
