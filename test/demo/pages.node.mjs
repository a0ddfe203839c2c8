// Every page of the demo shop but for the documentation, which has tests of its own: loads without a word in the console, is accessible, fits a small phone, and stands still.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { goTo, openDemo, setScheme } from '../support/demo-browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pages = readdirSync('demo', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.html') && !/^(?:tools\/|docs\/|examples\/docs-)/.test(file))
  .sort();

let demo;
before(async () => {
  demo = await openDemo();
});
after(() => demo.close());

/** The gallery shows each form four times over, by the same name. */
const REPEATED = { 'gallery.html': { rules: { 'landmark-unique': { enabled: false } } } };

/** What a scheme makes different. */
const COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What is audited of a page that has the same many times over: of thirty-seven columns one, read from the right. */
const PART = { 'languages.html': '?language=ar' };

/** Products are of one template: a quarter of them is audited. */
const products = pages.filter((path) => path.startsWith('products/'));
const alike = new Set(products.filter((_, at) => at % 4));

const title = (path) =>
  alike.has(path) ? 'is quiet, and fits 320 px' : 'is quiet, accessible in light and dark, and fits 320 px';

/** What the accessibility audit finds, in lines. Frames are pages of the demo themselves. */
async function violations(page, more) {
  await page.evaluate(axe);
  const options = { iframes: false, resultTypes: ['violations'], ...more };
  const found = await page.evaluate(async (it) => (await window.axe.run(it)).violations, options);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('pages of the demo', { concurrency: 3 }, () => {
  it('are as their templates say', () => {
    execFileSync('node', ['demo/tools/pages.mjs', '--check'], { stdio: 'pipe' });
  });

  for (const path of pages) {
    it(`${path} ${title(path)}`, async () => {
      const { page, said, close } = await demo.visit(path + (PART[path] ?? ''));
      try {
        if (!alike.has(path)) {
          assert.deepEqual(await violations(page, REPEATED[path]), [], 'in light');
          await setScheme(page, 'dark');
          assert.deepEqual(await violations(page, COLOURS), [], 'in dark');
        }
        await page.setViewport({ width: 320, height: 640 });
        assert.equal(await overflow(page), 0, 'pixels beyond 320');
        assert.deepEqual(said, []);
      } finally {
        await close();
      }
    });
  }
});

describe('pages with places for our elements', () => {
  const byHand = pages.filter(
    (path) =>
      /^(?:index|products\/)/.test(path) &&
      (path === 'index.html' || readFileSync(`demo/${path}`, 'utf8').includes('class="availability')),
  );

  for (const width of [390, 1280]) {
    it(`do not shift at ${width} px`, async () => {
      // High, so that what would move is in the window.
      const { page, close } = await demo.visit(undefined, { width, height: 2400 });
      await page.evaluateOnNewDocument(() => {
        window.shifts = [];
        const told = ({ node, previousRect, currentRect }) =>
          `${node?.className || node?.nodeName} from ${previousRect.y} to ${currentRect.y}`;
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries()) {
            // The theme's own: a header settles when its styles have come; a footer at the window's end rises when the rest of it is parsed.
            const ours = sources.filter(
              ({ node }) => !(node?.closest ? node : node?.parentElement)?.closest('header, footer'),
            );
            if (ours.length) window.shifts.push({ value, sources: ours.map(told) });
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      try {
        const moved = [];
        for (const path of byHand) {
          await goTo(page, new URL(path, demo.base).href);
          // The words on the button are centred: longer ones begin further out, which counts for next to nothing.
          const shifts = (await page.evaluate(() => window.shifts)).filter(({ value }) => value > 0.0001);
          for (const { value, sources } of shifts) moved.push(`${path}: ${value}, ${sources.join(', ')}`);
        }
        assert.deepEqual(moved, []);
      } finally {
        await close();
      }
    });
  }

  it('are most of the products, with every state among them', () => {
    assert.ok(byHand.length > 12);
  });
});
