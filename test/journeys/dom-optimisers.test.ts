// Shop optimisers: the script torn from its tag, run after the first touch, glued to others, wrapped, put into the page.
import { expect } from '@open-wc/testing';
import {
  closePages,
  openPage,
  pause,
  sells,
  waitFor,
  type PageOptions,
  type ShopPage,
} from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';
import { shown } from '../support/shown.js';

const CDN = 'cdn/backorder-elements.js';
const settings = (more: object = {}): string =>
  `<script type="application/json" data-backorder-settings>${JSON.stringify({ endpoint: 'availability', base: 'cdn/', ...more })}</script>`;

/** A page whose theme, not our tag, brings the script. */
const openTheme = (theme: string, more: PageOptions = {}): Promise<ShopPage> =>
  openPage({ document: sells({ id: 'lamp', onHand: 0 }), script: false, theme, ...more });

async function works(page: ShopPage): Promise<void> {
  await waitFor(() => page.label === 'Backorder now' && shown(page, 'backorder-badge') === 'Backorder');
  expect(await page.asked('availability')).to.have.length(1);
  page.button.click();
  const [add] = await page.carted(1);
  expect(add?.fields.map(([name]) => name)).to.include('properties[Availability]');
  expectQuiet(page.heard, 0);
}

const touch = (page: ShopPage): boolean =>
  page.document.dispatchEvent(new Event('touchstart', { bubbles: true }));
const untouched = async (page: ShopPage): Promise<void> => {
  await page.loaded();
  await pause(100);
  expect(page.label).to.equal('Add to cart');
};

const code = async (): Promise<string> => (await fetch(`/shop/files/${CDN}`)).text();
const script = (body: string): NonNullable<PageOptions['replies']> => ({
  'all.js': { body, headers: { 'content-type': 'text/javascript' } },
});

describe('optimisers', () => {
  afterEach(closePages);

  it('D38 run without a tag (currentScript null) after the first touch, when all events are long over', async () => {
    const page = await openTheme(`${settings()}<script>
      addEventListener('touchstart', async () => {
        const text = await (await fetch('${CDN}')).text();
        new Function(text)();
      }, { once: true });
    </script>`);
    await untouched(page);
    touch(page);
    await works(page);
  });

  it('D38 the tag’s type and address are taken away, and given back in a new tag after the first touch', async () => {
    const page = await openTheme(`
      <script type="rocketlazyloadscript" data-rocket-src="${CDN}" data-endpoint="availability" defer></script>
      <script>
        addEventListener('touchstart', () => {
          for (const old of document.querySelectorAll('script[data-rocket-src]')) {
            const script = document.createElement('script');
            for (const { name, value } of old.attributes) if (name !== 'type') script.setAttribute(name, value);
            script.src = old.dataset.rocketSrc;
            old.replaceWith(script);
          }
        }, { once: true });
      </script>`);
    await untouched(page);
    touch(page);
    await works(page);
  });

  it('D38 the tag stays as a dead one with our options; what runs is a bare copy of it elsewhere', async () => {
    const page = await openTheme(`
      <script type="text/rocketscript" src="${CDN}" data-endpoint="availability"></script>
      <script>
        addEventListener('load', () => setTimeout(() => {
          const script = document.createElement('script');
          script.src = document.querySelector('[type="text/rocketscript"]').src;
          document.body.append(script);
        }, 50));
      </script>`);
    await works(page);
  });

  it('D38 our options stand on a tag that is marked, its address is another', async () => {
    const page = await openTheme(
      `${settings()}<script defer src="all.js?ver=6.4" data-backorder data-endpoint="availability"></script>`,
      { replies: script(await code()) },
    );
    await works(page);
  });

  it('D38 a delayer runs it twice, from the body’s end, and has document.readyState say "loading" until it is done', async () => {
    // What WP Rocket and LiteSpeed do: hold all scripts back, run them in order, then tell them that the page is ready.
    const page = await openTheme(
      `${settings()}
      <script type="litespeed/javascript" data-src="${CDN}"></script>
      <script>
        addEventListener('touchstart', async () => {
          let state = 'loading';
          Object.defineProperty(document, 'readyState', { get: () => state, configurable: true });
          for (const at of [1, 2]) {
            const script = Object.assign(document.createElement('script'), { src: '${CDN}', async: false });
            document.body.append(script);
            await new Promise((done) => { script.onload = done; });
          }
          state = 'interactive';
          document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }));
          delete document.readyState;
          window.dispatchEvent(new Event('load'));
        }, { once: true });
      </script>`,
    );
    await untouched(page);
    touch(page);
    await works(page);
    expect(page.document.querySelectorAll('[data-backorder-place]')).to.have.length(1);
    expect(page.document.querySelectorAll('[data-backorder-live]')).to.have.length(1);
  });

  it('D38 made by a tag manager, after load', async () => {
    const page = await openTheme(`<script>
      addEventListener('load', () => {
        const script = Object.assign(document.createElement('script'), { src: '${CDN}', async: true });
        script.dataset.endpoint = 'availability';
        document.head.append(script);
      });
    </script>`);
    await works(page);
  });

  const before = 'var before = function () { return 010 }\nwindow.beforeRan = before()';
  const after = '\nvar after = 1\nwindow.afterRan = after';
  const transforms: Record<string, (text: string) => string> = {
    'glued to others, none with a semicolon': (text) => `${before}\n${text}${after}`,
    'glued to others on one line': (text) => `window.beforeRan=1;${text.trimEnd()}window.afterRan=1`,
    'under another’s "use strict"': (text) => `"use strict";window.beforeRan=1;\n${text}\nwindow.afterRan=1`,
    'in a function without this': (text) =>
      `window.beforeRan=1;(function(){\n${text}\n}).call(undefined);window.afterRan=1`,
    'in try and catch': (text) =>
      `window.beforeRan=1;try{\n${text}\n}catch(e){console.error(e)}window.afterRan=1`,
    'in a block of a condition': (text) => `window.beforeRan=1;if(true){${text}}window.afterRan=1`,
    'glued to itself': (text) => `window.beforeRan=1;${text}\n${text}\nwindow.afterRan=1`,
    'without its comments': (text) =>
      `window.beforeRan=1;${text.replace(/\/\*![^]*?\*\//g, '')}\nwindow.afterRan=1`,
    'evaluated as a string': (text) =>
      `window.beforeRan=1;(0,eval)(${JSON.stringify(text)});window.afterRan=1`,
  };
  for (const [how, change] of Object.entries(transforms)) {
    it(`D39 ${how}: it runs, and so do its neighbours`, async () => {
      const page = await openTheme(`${settings()}<script defer src="all.js"></script>`, {
        replies: script(change(await code())),
      });
      await works(page);
      const ran = page.window as unknown as { beforeRan?: number; afterRan?: number };
      expect([ran.beforeRan !== undefined, ran.afterRan]).to.deep.equal([true, 1]);
    });
  }

  for (const attributes of [
    'type="module"',
    'type="text/javascript" async',
    'charset="utf-8" data-cfasync="false"',
    'nomodule type="module"',
  ]) {
    it(`D39 its tag rewritten (${attributes}): it runs`, async () => {
      const page = await openTheme(
        `<script src="${CDN}" data-endpoint="availability" ${attributes}></script>`,
      );
      await works(page);
    });
  }

  it('D39 put into the page itself: it runs', async () => {
    const text = await code();
    expect(text).to.not.include('</script');
    expect(text).to.not.include('<!--');
    const page = await openTheme(`${settings()}<script>${text}</script>`);
    await works(page);
  });

  it('D39 without the settings, its other files do not come: one warning, and the page as it was', async () => {
    const page = await openTheme(
      '<script type="application/json" data-backorder-settings>{"endpoint":"availability"}</script><script defer src="js/all.js"></script>',
      { replies: { 'js/all.js': { body: await code(), headers: { 'content-type': 'text/javascript' } } } },
    );
    await waitFor(() => page.reports.length === 1);
    await pause(100);
    expect(page.reports[0]).to.match(/files-missing/);
    expect(page.label).to.equal('Add to cart');
    expect(page.heard.errors).to.deep.equal([]);
  });
});
