// The theme app extension, put together as INSTALL.md says and rendered by a Liquid engine with Shopify's own tags and filters
// put beside it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Liquid, TokenKind } from 'liquidjs';
import { extensionFaults } from '../../support/extension-rules.mjs';
import { HOSTILE, printedDocument } from '../../support/printed-document.mjs';

const SNIPPETS = 'src/platforms/shopify/snippets';
const app = mkdtempSync(join(tmpdir(), 'extension-'));
const root = join(app, 'my-app/extensions/backorder-elements');
mkdirSync(join(app, 'my-app/extensions'), { recursive: true });
const [, commands] = /```sh\n([^`]+)```/.exec(readFileSync(`${SNIPPETS}/INSTALL.md`, 'utf8'));
// From the package's folder, into an app's elsewhere.
const copied = spawnSync('bash', ['-ec', commands.replaceAll('my-app/', `${app}/my-app/`)], {
  encoding: 'utf8',
});

const read = (path) => readFileSync(join(root, path), 'utf8');
const json = (path) => JSON.parse(read(path));
const schemaOf = (block) => JSON.parse(/{% schema %}([^]*){% endschema %}/.exec(read(`blocks/${block}`))[1]);
const BLOCKS = ['backorder-element.liquid', 'backorder-script.liquid'];
const at = (words, key) => key.split('.').reduce((it, name) => it?.[name], words);
const LANGUAGES = ['en.default', 'de', 'fr'];

function engine(language) {
  const words = json(`locales/${language}.json`);
  const liquid = new Liquid({
    root: join(root, 'blocks'),
    partials: join(root, 'snippets'),
    extname: '.liquid',
    strictFilters: true,
  });
  liquid.registerFilter('t', (key) => at(words, key) ?? `translation missing: ${key}`);
  liquid.registerFilter('asset_url', (name) => `//cdn.shop.example/extensions/1/assets/${name}`);
  liquid.registerFilter('json', (value) => JSON.stringify(value ?? null).replaceAll('<', '\\u003c'));
  liquid.registerTag('schema', {
    parse(_, remaining) {
      while (remaining.length) {
        const token = remaining.shift();
        if (token.kind === TokenKind.Tag && token.name === 'endschema') return;
      }
    },
    render: () => '',
  });
  liquid.registerTag('form', {
    parse(_, remaining) {
      this.inside = [];
      const stream = liquid.parser.parseStream(remaining);
      stream
        .on('tag:endform', () => stream.stop())
        .on('template', (it) => this.inside.push(it))
        .start();
    },
    *render(context, emitter) {
      emitter.write('<form method="post" action="/cart/add">');
      yield liquid.renderer.renderTemplates(this.inside, context, emitter);
      emitter.write('</form>');
    },
  });
  return liquid;
}

const chair = {
  id: 77,
  handle: 'chair',
  selected_or_first_available_variant: { id: 501, available: true },
  variants: [],
  options: [],
};
const render = (
  block,
  settings,
  { product, design_mode = false, language = 'en.default', shop = { metafields: {} } } = {},
) =>
  engine(language).renderFile(
    block,
    { block: { settings, shopify_attributes: 'data-shopify-editor-block="1"' }, product },
    { globals: { request: { design_mode, locale: { iso_code: 'en' } }, shop, product } },
  );
const element = (settings, more) =>
  render('backorder-element', { element: 'badge', sample: 'true', ...settings }, more);

describe('the theme app extension', () => {
  after(() => rmSync(app, { recursive: true }));

  it('is put together by the commands of INSTALL.md', () => {
    assert.equal(copied.status, 0, copied.stderr);
    assert.deepEqual(readdirSync(root).sort(), [
      'assets',
      'blocks',
      'locales',
      'shopify.extension.toml',
      'snippets',
    ]);
    assert.match(read('shopify.extension.toml'), /^type = "theme"$/m);
    assert.ok(readdirSync(join(root, 'assets')).includes('backorder-elements.js'));
  });

  const filesOf = () =>
    Object.fromEntries(
      readdirSync(root, { recursive: true })
        .filter((path) => statSync(join(root, path)).isFile())
        .map((path) => [path.replaceAll('\\', '/'), read(path)]),
    );

  it('is laid out as Shopify wants it: folders, sizes, schemas, targets, settings, tags, locales', () => {
    assert.deepEqual(extensionFaults(filesOf()), []);
  });

  const BLOCK = 'blocks/backorder-element.liquid';
  const SCRIPT = 'blocks/backorder-script.liquid';
  const replaced = (path, was, now) => (files) => {
    assert.ok(files[path].includes(was), was);
    files[path] = files[path].replace(was, now);
  };
  const added = (path, text) => (files) => (files[path] = text);
  for (const [what, spoil, fault] of [
    ['a folder in a folder', added('assets/icons/a.svg', ''), 'assets/icons/a.svg has no place'],
    ['a folder of a theme', added('sections/a.liquid', ''), 'sections/a.liquid has no place'],
    ['another type', replaced('shopify.extension.toml', '"theme"', '"web"'), 'its type is not "theme"'],
    ['more than 100 kB of Liquid', added('snippets/a.liquid', ' '.repeat(1e5)), 'Liquid is more than 100 kB'],
    ['more than 10 MB', added('assets/a.js', ' '.repeat(1e7)), 'all files are more than 10 MB'],
    ['a schema that is no JSON', replaced(BLOCK, '"tag": "div",', '"tag": "div"'), `${BLOCK}: Expected ','`],
    ['no schema', replaced(BLOCK, 'endschema', 'endscheme'), `${BLOCK}: 0 schemas`],
    [
      'a schema in a snippet',
      added('snippets/a.liquid', '{% schema %}{}{% endschema %}'),
      'snippets/a.liquid: 1 sch',
    ],
    ['a target that is none', replaced(BLOCK, '"section"', '"footer"'), `${BLOCK}: no target is "footer"`],
    [
      'a key that blocks have not',
      replaced(BLOCK, '"class"', '"presets"'),
      `${BLOCK}: no schema has "presets"`,
    ],
    [
      'an unknown setting',
      replaced(BLOCK, '"color"', '"colour"'),
      `${BLOCK}: no setting is of type "colour"`,
    ],
    [
      'a default that is no option',
      replaced(BLOCK, '"badge",', '"bag",'),
      `${BLOCK}: element: "bag" is none`,
    ],
    ['an id twice', replaced(BLOCK, '"ground_colour"', '"accent_colour"'), `${BLOCK}: has an id twice`],
    [
      'an empty default',
      replaced(SCRIPT, '"id": "lead_days",', '"id": "lead_days", "default": "",'),
      `${SCRIPT}: lead_days: an e`,
    ],
    [
      'a forbidden tag',
      replaced(SCRIPT, '<script', "{% include 'a' %}<script"),
      `${SCRIPT}: {% include %} may not`,
    ],
    [
      "the theme's own objects",
      replaced(SCRIPT, '<script', '{{ content_for_header }}<script'),
      `${SCRIPT}: content_for_header`,
    ],
    [
      'a snippet that is missing',
      (files) => delete files['snippets/backorder-availability.liquid'],
      `${SCRIPT} renders`,
    ],
    [
      'a script that is missing',
      (files) => delete files['assets/backorder-elements.js'],
      `${SCRIPT} needs assets/`,
    ],
    [
      'a large script in a schema',
      (files) => {
        added('assets/a.js', randomBytes(2e4).toString('hex'))(files);
        replaced(BLOCK, '"tag"', '"javascript": "a.js", "tag"')(files);
      },
      `${BLOCK}: javascript a.js is larger`,
    ],
    [
      'a name too long',
      replaced('locales/en.default.schema.json', '"Availability"', `"${'a'.repeat(26)}"`),
      `${BLOCK}: its name`,
    ],
    [
      'words that are missing',
      replaced('locales/en.default.schema.json', '"accent"', '"accents"'),
      `${BLOCK}: no words for blocks.element.accent`,
    ],
    [
      'words that a language lacks',
      replaced('locales/de.json', '"choose"', '"chose"'),
      'locales/de.json has other words',
    ],
    ['two defaults', added('locales/de.default.json', '{}'), 'locales: exactly one default of *.json'],
    [
      'a large locale',
      added('locales/fr.json', JSON.stringify({ a: 'a'.repeat(15e3) })),
      'locales/fr.json is larger',
    ],
    ['a name that is no language', added('locales/french.json', '{}'), 'locales/french.json has no place'],
  ]) {
    it(`would be refused with ${what}`, () => {
      const files = filesOf();
      spoil(files);
      const found = extensionFaults(files);
      assert.ok(
        found.some((it) => it.startsWith(fault)),
        found.join('\n') || 'nothing was found',
      );
    });
  }

  it('its settings are well-formed, and worded in each language', () => {
    for (const block of BLOCKS) {
      const schema = schemaOf(block);
      assert.ok(['section', 'head', 'body'].includes(schema.target));
      const ids = schema.settings.flatMap(({ id }) => id ?? []);
      assert.equal(new Set(ids).size, ids.length);
      for (const { type, options, default: usual } of schema.settings) {
        if (type === 'select') assert.ok(options.some(({ value }) => value === usual));
      }
      for (const language of LANGUAGES) {
        const words = json(`locales/${language}.schema.json`);
        for (const [, key] of JSON.stringify(schema).matchAll(/"t:([^"]+)"/g)) {
          assert.equal(typeof at(words, key), 'string', `${language}: ${key}`);
        }
        const name = at(words, schema.name.slice(2));
        assert.ok(name.length <= 25, `Shopify cuts ${name}`);
      }
    }
  });

  it('shoppers get the tag of the product, and nothing of a sample', async () => {
    const html = await element({ element: 'form', sample: 'sold-out', product: chair });
    assert.match(html, /data-backorder="form"\s+data-product="77"\s+data-compact/);
    assert.doesNotMatch(html, /preview|sample/i);
    assert.equal((await element({})).replace(/<div data-shopify-editor-block="1">\s*<\/div>/, '').trim(), '');
  });

  it('on a product’s page it is that product’s', async () => {
    assert.match(await element({}, { product: chair }), /data-product="77"/);
  });

  it('the editor gets the sample that it chose, said to be one with scripts and without', async () => {
    for (const language of LANGUAGES) {
      for (const sample of ['backorder', 'preorder', 'coming-soon', 'sold-out', 'in-stock', 'unknown']) {
        const html = await element({ sample }, { design_mode: true, language });
        const { element: words } = json(`locales/${language}.json`);
        const state = words.states[sample.replace('-', '_')];
        assert.ok(html.includes(`data-preview="${sample}" data-preview-label="${words.preview}"`), html);
        assert.ok(html.includes(`>${words.preview}: ${state}</small>`), html);
        assert.doesNotMatch(html, /translation missing/);
      }
    }
  });

  it('the editor is never shown a hole: without a product it asks for one', async () => {
    assert.match(await element({}, { design_mode: true }), /<small>Choose a product<\/small>/);
  });

  it('the button is a form of the shop’s own, and none while it is a sample', async () => {
    const html = await element({ element: 'button', product: chair });
    assert.match(html, /<form method="post" action="\/cart\/add">[^]*name="id" value="501"[^]*Add to cart/);
    const gone = { ...chair, selected_or_first_available_variant: { id: 501, available: false } };
    assert.match(await element({ element: 'button', product: gone }), /disabled>Sold out/);
    const sample = await element(
      { element: 'button', product: chair, sample: 'preorder' },
      { design_mode: true },
    );
    assert.doesNotMatch(sample, /<form|<button/);
    assert.match(sample, /data-backorder="button"/);
  });

  it('nothing that a merchant types gets out of its attribute', async () => {
    for (const text of HOSTILE) {
      const tag = await element({ element: text, accent_colour: text, product: chair });
      const embed = await render('backorder-script', { endpoint: text });
      for (const html of [tag, embed])
        assert.doesNotMatch(html, /<script>|<b |<!--|onmouseover=alert\(1\)>/, html);
    }
  });

  it('the embed brings the script, and on a product’s page its document', async () => {
    const html = await render('backorder-script', { sell: 'preorder' }, { product: chair });
    assert.match(
      html,
      /src="\/\/cdn\.shop\.example\/extensions\/1\/assets\/backorder-elements\.js"\s+defer\s+data-product="77"/,
    );
    assert.equal(printedDocument(html).policy.sell, 'preorder');
    const other = await render('backorder-script', { endpoint: '/apps/availability' }, { product: chair });
    assert.match(other, /data-endpoint="\/apps\/availability"/);
    assert.doesNotMatch(other, /data-backorder-availability/);
  });
});
