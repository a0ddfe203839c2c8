// The plugin and its block in a real WordPress, written by somebody who may not write any HTML he likes: activated, chosen in the
// editor, saved through WordPress's own filters, and read by a shopper. It is left out where there is none: what
// Debian needs a minute to install is too much for each run (apt-get install wordpress wordpress-theme-twentytwentythree
// mariadb-server php-cli php-mysql).
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { snippetsFor } from '../../demo/builder-snippet.mjs';
import { cleanState, SHOWN } from '../../demo/builder-state.mjs';
import { HOSTILE } from '../support/printed-document.mjs';
import { startWordpress, whyNoWordpress } from '../support/wordpress.mjs';
import { chromiumArgs, ensureBrowsers, headlessChromium } from '../tools/browsers.mjs';

const missing = whyNoWordpress();

const SNIPPETS = 'src/platforms/woocommerce/snippets';
const NAME = 'backorder-elements/availability';
const block = JSON.parse(readFileSync(`${SNIPPETS}/block/block.json`, 'utf8'));
const DOCUMENT = {
  version: 1,
  asOf: new Date().toISOString(),
  policy: { sell: 'backorder' },
  signUp: { url: '/sign-up' },
  products: [
    { id: 'lamp', onHand: 0, restock: '2099-12-01' },
    { id: 'rug', onHand: 0, availableForBackorder: 0, policy: { sell: 'none' } },
    { id: 'sofa', handle: 'sofa', onHand: 0, release: '2099-02', policy: { sell: 'preorder' } },
  ],
};

/** A site's folder of the plugin, put together as INSTALL.md says. */
function pluginFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'backorder-plugin-'));
  cpSync(`${SNIPPETS}/backorder-elements.php`, join(folder, 'backorder-elements.php'));
  cpSync(`${SNIPPETS}/block`, join(folder, 'block'), { recursive: true });
  cpSync('cdn', join(folder, 'cdn'), { recursive: true });
  return folder;
}

/** WordPress 6.9 writes a backslash in a block's attributes as a code; it means the same. */
const spelt = (code) => code.replaceAll('\\u005c', '\\\\');

describe('the plugin in a WordPress without a shop', { skip: missing }, () => {
  let site, browser, writer, shopper, folder;
  const said = [];

  /** A page whose faults are kept, as far as they are not WordPress's own wishes. */
  async function open() {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({ width: 1280, height: 900 });
    page.on(
      'console',
      (it) => ['error', 'warn'].includes(it.type()) && said.push(`${it.text()} ${it.location().url ?? ''}`),
    );
    page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
    return page;
  }
  /** What was said since that is about us, or that WordPress says of a block it does not know any more. */
  const ofOurs = () => said.filter((it) => /backorder|Block validation|uncaught/i.test(it));

  const api = (page, path, data) =>
    page.evaluate(
      (path, method, data) => globalThis.wp.apiFetch({ path, method, data }),
      path,
      data ? 'POST' : 'GET',
      data,
    );
  /** Saves a post as its author, over the REST API as the editor does; gives it as it is kept, and as it is shown. */
  const save = (content, more = {}) =>
    api(writer, '/wp/v2/posts?context=edit', { title: 'T', status: 'publish', content, ...more });
  const address = (id) => `${site.url}/?p=${id}`;
  const htmlOf = async (id) => (await fetch(address(id))).text();

  const edit = async (id, more = '') => {
    await writer.goto(`${site.url}/wp-admin/post.php?post=${id}&action=edit${more}`);
  };
  const editor = () => writer.waitForFunction((name) => globalThis.wp?.blocks?.getBlockType(name), {}, NAME);

  before(async () => {
    await ensureBrowsers(['chromium']);
    folder = pluginFolder();
    site = await startWordpress({
      plugins: { 'backorder-elements': folder },
      files: { 'availability.json': JSON.stringify(DOCUMENT) },
    });
    browser = await puppeteer.launch({ executablePath: headlessChromium(), args: chromiumArgs });
    shopper = await open();
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('is activated without a word, and is told in the site’s settings where the document is', async () => {
    const told = site.php(
      `require_once ABSPATH . 'wp-admin/includes/plugin.php';
      ob_start(); $error = activate_plugin( 'backorder-elements/backorder-elements.php' ); echo json_encode( array( $error, ob_get_clean() ) );`,
      {},
      'admin',
    );
    assert.deepEqual(JSON.parse(told), [null, '']);
    const admin = await open();
    const enter = async (page, name) => {
      await page.goto(`${site.url}/wp-login.php`);
      await page.$eval('#user_login', (it, value) => (it.value = value), name);
      await page.$eval('#user_pass', (it, value) => (it.value = value), name);
      await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
    };
    await enter(admin, 'admin');
    const set = async (value) => {
      await admin.goto(`${site.url}/wp-admin/options-general.php`);
      await admin.$eval('#backorder_elements_endpoint', (it, text) => (it.value = text), value);
      await Promise.all([admin.waitForNavigation(), admin.click('#submit')]);
      return admin.$eval('#backorder_elements_endpoint', (it) => [it.value, it.labels[0].textContent]);
    };
    assert.deepEqual(await set('javascript:alert(1)'), ['', 'Availability document']);
    assert.equal((await set('/availability.json'))[0], '/availability.json');
    await admin.browserContext().close();
    writer = await open();
    await enter(writer, 'author');
    assert.deepEqual(site.log(), []);
  });

  it('its block is the one of block.json', () => {
    const told = JSON.parse(
      site.php(
        `$it = WP_Block_Type_Registry::get_instance()->get_registered( '${NAME}' );
        echo json_encode( array( $it->attributes, $it->uses_context, $it->title, $it->is_dynamic(),
          wp_scripts()->registered[ $it->editor_script_handles[0] ]->deps, current_user_can( 'unfiltered_html' ) ) );`,
        {},
        'author',
      ),
    );
    const [attributes, context, title, dynamic, needs, free] = told;
    for (const [name, declared] of Object.entries(block.attributes))
      assert.deepEqual(attributes[name], declared, name);
    assert.deepEqual([context, title, dynamic, free], [block.usesContext, block.title, true, false]);
    assert.ok(needs.includes('wp-block-editor'));
  });

  it('is found in the editor, shows a labelled sample of each element in each state, and is kept as it was chosen', async () => {
    await writer.goto(`${site.url}/wp-admin/post-new.php`);
    await editor();
    said.length = 0;
    // The guide of the first visit stands before everything.
    await writer.evaluate(() => {
      const { set } = globalThis.wp.data.dispatch('core/preferences');
      for (const scope of ['core/edit-post', 'core']) set(scope, 'welcomeGuide', false);
    });
    await writer.waitForFunction(() => !document.querySelector('.components-modal__frame'));
    // Newer editors call it otherwise, and have their canvas in a frame.
    const toggle = ':is(.edit-post-header-toolbar__inserter-toggle, .editor-document-tools__inserter-toggle)';
    await (await writer.waitForSelector(toggle)).click();
    await writer.waitForSelector('.block-editor-inserter__search input');
    await writer.type('.block-editor-inserter__search input', 'preorder');
    await (await writer.waitForSelector('.editor-block-list-item-backorder-elements-availability')).click();
    const canvas = `[data-type="${NAME}"]`;
    const canvasThere = () =>
      writer.waitForFunction(
        (selector) =>
          (document.querySelector('[name=editor-canvas]')?.contentDocument ?? document).querySelector(
            selector,
          ),
        {},
        canvas,
      );
    await canvasThere();
    const choose = (attributes) =>
      writer.evaluate(
        (attributes, name) => {
          const { select, dispatch } = globalThis.wp.data;
          const { clientId } = select('core/block-editor')
            .getBlocks()
            .find((it) => it.name === name);
          dispatch('core/block-editor').updateBlockAttributes(clientId, attributes);
        },
        attributes,
        NAME,
      );
    const { element: elements, sample: samples } = block.attributes;
    const shown = await writer.evaluate(
      async (elements, samples, selector) => {
        const { dispatch } = globalThis.wp.data;
        const inside = document.querySelector('[name=editor-canvas]')?.contentDocument ?? document;
        const canvas = inside.querySelector(selector);
        const found = [];
        for (const element of elements) {
          for (const sample of samples) {
            dispatch('core/block-editor').updateBlockAttributes(canvas.dataset.block, { element, sample });
            const before = performance.now();
            const name = sample.replace(/-.*/, '').replace('preorder', 'pre-order');
            const isThere = () => canvas.innerText.toLowerCase().includes(`preview: ${name}`);
            while (!isThere() && performance.now() - before < 5000) await new Promise(requestAnimationFrame);
            found.push([
              element,
              sample,
              isThere(),
              canvas.offsetHeight > 12,
              canvas.querySelector('a, button, input') === null,
            ]);
          }
        }
        return found;
      },
      elements.enum,
      samples.enum,
      canvas,
    );
    assert.deepEqual(
      shown,
      elements.enum.flatMap((element) => samples.enum.map((sample) => [element, sample, true, true, true])),
    );
    // By the fields that an editor has.
    await choose({ element: 'badge', sample: 'backorder' });
    await writer.evaluate((name) => {
      const { select, dispatch } = globalThis.wp.data;
      const { clientId } = select('core/block-editor')
        .getBlocks()
        .find((it) => it.name === name);
      dispatch('core/edit-post').setIsInserterOpened(false);
      dispatch('core/block-editor').selectBlock(clientId);
      dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
    }, NAME);
    const field = await writer.waitForSelector(
      '.block-editor-block-inspector .components-text-control__input',
    );
    await field.type('lamp');
    await writer.select('.block-editor-block-inspector select', 'notice');
    const id = await writer.evaluate(async () => {
      const { select, dispatch } = globalThis.wp.data;
      dispatch('core/editor').editPost({ title: 'Our lamp', status: 'publish' });
      await dispatch('core/editor').savePost();
      return select('core/editor').getCurrentPostId();
    });
    assert.equal(
      site.php(`echo get_post( ${id} )->post_content;`),
      `<!-- wp:${NAME} {"product":"lamp","element":"notice"} /-->`,
    );
    await edit(id);
    await editor();
    await canvasThere();
    assert.equal(
      await writer.evaluate(() =>
        globalThis.wp.data
          .select('core/block-editor')
          .getBlocks()
          .every((it) => it.isValid),
      ),
      true,
    );
    assert.deepEqual(ofOurs(), []);
    assert.match(
      await htmlOf(id),
      /<div class="wp-block-backorder-elements-availability"><eta-notice product="lamp"><\/eta-notice><\/div>/,
    );
  });

  it('what the snippet builder gives is kept, whatever the product is called, and is valid again', async () => {
    for (const product of ['lamp', 'https://shop.example/products/lamp?a=1&b=2', ...HOSTILE]) {
      const state = cleanState({ platform: 'wordpress', product, show: SHOWN });
      const { code } = snippetsFor(state)[0];
      const post = await save(code);
      // Its filter takes tags and bare ampersands out of attributes too: a name with those is only seen to be harmless.
      const plain = !/[<>]/.test(product);
      if (plain && !product.includes('&')) assert.equal(spelt(post.content.raw), spelt(code));
      const read = await writer.evaluate((code) => {
        const { parse, serialize } = globalThis.wp.blocks;
        const blocks = parse(code).filter((it) => it.name !== 'core/freeform');
        return {
          all: blocks.map((it) => [it.name, it.isValid]),
          again: parse(serialize(blocks)).length,
        };
      }, post.content.raw);
      assert.deepEqual(read, { all: Array(4).fill([NAME, true]), again: 4 });
      // Nothing of a name is markup: through the texturing of quotes, the REST API and the page alike.
      const html = await htmlOf(post.id);
      for (const text of [post.content.rendered, html]) {
        const ours = [...text.matchAll(/<(backorder-badge|eta-notice|notify-me-form) product="([^"<>]*)"/g)];
        assert.deepEqual(
          ours.map(([, tag]) => tag),
          ['backorder-badge', 'eta-notice', 'notify-me-form'],
          product,
        );
      }
      const names = await writer.evaluate(
        (html) =>
          [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('backorder-badge')].map(
            (it) => it.getAttribute('product'),
          ),
        html,
      );
      if (plain) assert.deepEqual(names, [state.product.trim()], product);
      assert.equal(names.length, 1, product);
    }
    assert.deepEqual(ofOurs(), []);
  });

  it('without scripts, form and button lead to the product, where its address is known', async () => {
    const of = async (product, element) =>
      /<div class="wp-block-backorder[^>]*>(.*?)<\/div>/s.exec(
        (await save(`<!-- wp:${NAME} ${JSON.stringify({ product, element })} /-->`)).content.rendered,
      )?.[1];
    const link = 'href="https://shop.example/lamp"';
    assert.equal(
      await of('https://shop.example/lamp', 'form'),
      `<notify-me-form product="https://shop.example/lamp" compact><a ${link}>See the product</a></notify-me-form>`,
    );
    assert.equal(
      await of('https://shop.example/lamp', 'button'),
      `<a class="wp-block-button__link wp-element-button" ${link}>See the product</a>`,
    );
    assert.equal(await of('lamp', 'button'), undefined);
    assert.equal(await of('javascript:alert(1)', 'button'), undefined);
  });

  it('an old revision comes back with its block', async () => {
    const code = (product) =>
      snippetsFor(cleanState({ platform: 'wordpress', product, show: ['badge'] }))[0].code;
    const first = code('lampe "weiß" \\ co');
    const { id } = await save('<p>Begun.</p>');
    await api(writer, `/wp/v2/posts/${id}`, { content: first });
    await api(writer, `/wp/v2/posts/${id}`, { content: code('rug') });
    const restored = site.php(
      `$all = array_values( wp_get_post_revisions( ${id}, array( 'order' => 'ASC' ) ) ); wp_restore_post_revision( $all[0]->ID ); echo get_post( ${id} )->post_content;`,
      {},
      'author',
    );
    assert.equal(spelt(restored), spelt(first));
  });

  for (const written of ['data', 'classes']) {
    it(`plain HTML by ${written} passes the filters of a text, and of before blocks, where tags of our own do not`, async () => {
      const given = (how) =>
        snippetsFor(
          cleanState({ product: 'lamp', written: how, show: ['badge', 'date', 'form'], sample: '0' }),
        )[0].code;
      const elements = (html) => html.match(/<div (?:data-backorder|class="backorder)[^>]*>/g) ?? [];
      const code = given(written);
      for (const content of [code, `<!-- wp:html -->\n${code}\n<!-- /wp:html -->`]) {
        const post = await save(content);
        assert.equal(elements(code).length, 3);
        assert.deepEqual(elements(post.content.raw), elements(code));
        assert.deepEqual(elements(post.content.rendered), elements(code));
      }
      assert.doesNotMatch((await save(given('tags'))).content.raw, /<(?:backorder|eta|notify)-/);
    });

    it(`plain HTML by ${written} goes through the editor of before blocks, looked at and saved, and works in the page`, async () => {
      const code = snippetsFor(
        cleanState({ product: 'lamp', written, show: ['badge', 'date'], sample: '0' }),
      )[0].code;
      const post = await save(`<p>Before “it”.</p>\n${code}\n<p>After it.</p>`);
      await edit(post.id, '&classic');
      await writer.evaluate(() => globalThis.switchEditors.go('content', 'tmce'));
      await writer.waitForFunction(
        () =>
          globalThis.tinymce?.get('content')?.initialized && !globalThis.tinymce.get('content').isHidden(),
      );
      await writer.evaluate(() => {
        const visual = globalThis.tinymce.get('content');
        visual.dom.select('p')[0].append(' Changed.');
        visual.setDirty(true);
        globalThis.switchEditors.go('content', 'html');
        globalThis.switchEditors.go('content', 'tmce');
      });
      await Promise.all([writer.waitForNavigation(), writer.click('#publish')]);
      assert.match(site.php(`echo get_post( ${post.id} )->post_content;`), /Changed\./);
      await shopper.goto(address(post.id));
      await shopper.waitForFunction(() =>
        /Backorder/.test(document.querySelector('backorder-badge')?.textContent ?? ''),
      );
      await shopper.waitForFunction(() =>
        /2099/.test(document.querySelector('eta-notice')?.textContent ?? ''),
      );
      await writer.goto(`${site.url}/wp-admin/post-new.php`);
      await editor();
    });
  }

  it('a shopper sees the state, the date and the form, in words of the page’s language, and nothing else of ours', async () => {
    const write = (product, element) =>
      `<!-- wp:${NAME} ${JSON.stringify({ product, element, sample: 'preorder' })} /-->`;
    const { id } = await save(
      [
        write('lamp', 'badge'),
        write('lamp', 'notice'),
        write('rug', 'badge'),
        write('rug', 'form'),
        write('sofa', 'badge'),
        write('nothing', 'badge'),
      ].join('\n\n'),
    );
    said.length = 0;
    await shopper.goto(address(id));
    await shopper.waitForFunction(() => document.querySelectorAll('[state]').length >= 5);
    await shopper.waitForFunction(() => /2099/.test(document.querySelector('eta-notice').textContent));
    const texts = () =>
      shopper.$$eval('.wp-block-backorder-elements-availability', (all) =>
        all.map((it) => it.innerText.trim()),
      );
    const [badge, date, gone, form, early, nothing] = await texts();
    assert.deepEqual([badge, gone, early, nothing], ['Backorder', 'Sold out', 'Pre-order', '']);
    assert.match(date, /December 1, 2099/);
    assert.match(form, /Tell me when it is back/);
    await shopper.click('notify-me-form button');
    await shopper.waitForSelector('notify-me-form input[type=email]');
    assert.doesNotMatch(await shopper.evaluate(() => document.body.innerText), /Preview/);
    assert.deepEqual(ofOurs(), []);
    assert.deepEqual(site.log(), []);
  });
});
