// The WordPress block: its metadata, its editor script run against stand-ins for WordPress's packages, and what PHP prints.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { HOSTILE, printedDocument } from '../../support/printed-document.mjs';

const FOLDER = 'src/platforms/woocommerce/snippets/block';
const read = (file) => readFileSync(`${FOLDER}/${file}`, 'utf8');
const block = JSON.parse(read('block.json'));
const STATES = block.attributes.sample.enum;
const ELEMENTS = block.attributes.element.enum;

/** What the editor draws: `{ type, props, children }`, components by their names. */
function registered() {
  const found = {};
  const named = (names) => Object.fromEntries(names.map((name) => [name, name]));
  const wp = {
    element: {
      createElement: (type, props, ...children) => ({ type, props: props ?? {}, children: children.flat() }),
      Fragment: 'Fragment',
    },
    i18n: { __: (text) => text },
    components: named(['PanelBody', 'TextControl', 'SelectControl']),
    blockEditor: { InspectorControls: 'InspectorControls', useBlockProps: () => ({ className: 'block' }) },
    blocks: { registerBlockType: (name, settings) => Object.assign(found, { name, ...settings }) },
  };
  // Nothing else is there: no fetch, no storage, no document.
  runInNewContext(read('editor.js'), { wp });
  return found;
}
const all = (tree) => (tree?.children ? [tree, ...tree.children.flatMap(all)] : []);
const textOf = (tree) =>
  typeof tree === 'string' ? tree : tree?.children ? tree.children.map(textOf).filter(Boolean).join(' ') : '';
const edit = (attributes, setAttributes = () => undefined) => {
  const tree = registered().edit({ attributes, setAttributes });
  return {
    tree,
    canvas: all(tree).find(({ type }) => type === 'div'),
    fields: all(tree).filter(({ type }) => /Control$/.test(type)),
  };
};

describe('the block’s metadata', () => {
  it('names files that are there, and the version of the package', () => {
    for (const file of [block.editorScript, block.render])
      assert.ok(existsSync(`${FOLDER}/${file.replace('file:./', '')}`));
    assert.equal(block.version, JSON.parse(readFileSync('package.json', 'utf8')).version);
    assert.match(block.name, /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/);
    assert.equal(block.apiVersion, 3);
  });

  it('declares each package that the editor script uses', () => {
    const used = [...read('editor.js').matchAll(/\bwp\.([a-zA-Z]+(?:\d+n)?)/g)].map(
      ([, name]) => `wp-${name.replace(/[A-Z]/g, (it) => `-${it.toLowerCase()}`)}`,
    );
    const declared = [...read('editor.asset.php').matchAll(/'(wp-[a-z0-9-]+)'/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(used)].sort(), declared.sort());
  });
});

describe('the block in the editor', () => {
  it('is registered by its name, and stores no markup', () => {
    const { name, save } = registered();
    assert.equal(name, block.name);
    assert.equal(save(), null);
  });

  for (const element of ELEMENTS) {
    it(`shows a labelled sample of the ${element} in each state, never a hole, and nothing to press`, () => {
      for (const sample of STATES) {
        const { canvas } = edit({ element, sample });
        assert.match(textOf(canvas), /Preview: (Backorder|Pre-order|Coming soon|Sold out|In stock|Unknown)/);
        assert.ok(all(canvas).every(({ type }) => ['div', 'span', 'small'].includes(type)));
      }
    });
  }

  it('says what shoppers will read', () => {
    assert.equal(
      textOf(edit({ element: 'badge', sample: 'preorder' }).canvas),
      'Pre-order Preview: Pre-order',
    );
    assert.match(
      textOf(edit({ element: 'badge', sample: 'in-stock' }).canvas),
      /^Preview: In stock – nothing is shown to shoppers$/,
    );
  });

  it('bears whatever is stored', () => {
    for (const value of ['constructor', '<img onerror=x>', 7, null, undefined]) {
      assert.match(
        textOf(edit({ element: value, sample: value, product: value }).canvas),
        /^Backorder Preview: Backorder$/,
      );
    }
  });

  it('has a field for each attribute, which sets it', () => {
    const set = [];
    const { fields } = edit({ product: 'lamp', element: 'form', sample: 'sold-out' }, (it) =>
      set.push({ ...it }),
    );
    assert.deepEqual(
      fields.map(({ props }) => props.value),
      ['lamp', 'form', 'sold-out'],
    );
    for (const { props } of fields) props.onChange('x');
    assert.deepEqual(set, [{ product: 'x' }, { element: 'x' }, { sample: 'x' }]);
    assert.deepEqual(
      Array.from(fields[2].props.options, ({ value }) => value),
      STATES,
    );
    assert.deepEqual(
      Array.from(fields[1].props.options, ({ value }) => value),
      ELEMENTS,
    );
  });
});

const missing = spawnSync('php', ['--version']).error !== undefined;
const skip = missing && 'PHP is not installed here, so render.php is not run; install php-cli to run it.';

/** What PHP prints for the block, and the page's end after it. */
function render(attributes, { products = [], context = {}, queried = 0 } = {}) {
  const code = `error_reporting( E_ALL ); require 'test/fixtures/platform-data/woocommerce/wordpress-stubs.php';
    require 'src/platforms/woocommerce/snippets/backorder-elements.php';
    $in = json_decode( stream_get_contents( STDIN ), true );
    foreach ( $in['products'] as $props ) { new WC_Product( $props ); }
    $GLOBALS['shop']['queried'] = $in['queried'];
    do_action( 'init' );
    $attributes = $in['attributes'];
    $block = (object) array( 'context' => $in['context'] );
    ob_start(); require $GLOBALS['shop']['blocks'][0] . '/render.php'; $html = ob_get_clean();
    ob_start(); do_action( 'wp_footer' );
    echo json_encode( array( 'html' => $html, 'footer' => ob_get_clean() ) );`;
  const { stdout, stderr, status } = spawnSync('php', ['-d', 'display_errors=stderr', '-r', code], {
    input: JSON.stringify({ attributes, products, context, queried }),
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return JSON.parse(stdout);
}
const LAMP = { id: 31, sku: 'LAMP', slug: 'reading-lamp', stock: 0, backorders: 'notify' };
const inside = (html) => /^<div class="wp-block-[\w-]+">(.*)<\/div>$/s.exec(html)?.[1];

describe('the block in a page', { skip }, () => {
  for (const [element, tag] of [
    ['badge', '<backorder-badge product="31"></backorder-badge>'],
    ['notice', '<eta-notice product="31"></eta-notice>'],
    ['form', '<notify-me-form product="31" compact></notify-me-form>'],
  ]) {
    it(`prints the ${element} of the product, by id, slug and SKU, and its document at the end`, () => {
      for (const product of ['31', 'reading-lamp', 'LAMP', 31]) {
        const { html, footer } = render({ element, product, sample: 'sold-out' }, { products: [LAMP] });
        assert.equal(inside(html), tag);
        assert.equal(printedDocument(footer).products[0].id, 31);
      }
    });
  }

  it('finds the product by a name with an ampersand, also as WordPress stores it for those who may not write any HTML', () => {
    for (const product of ['OAK & ASH', 'OAK &amp; ASH']) {
      assert.match(render({ product }, { products: [{ ...LAMP, sku: 'OAK & ASH' }] }).html, /product="31"/);
    }
  });

  it('without a product takes the page’s own, or that of a product list', () => {
    assert.match(render({}, { products: [LAMP], queried: 31 }).html, /product="31"/);
    assert.match(
      render({}, { products: [LAMP], context: { postType: 'product', postId: 31 } }).html,
      /product="31"/,
    );
    assert.equal(render({}, { products: [LAMP], context: { postType: 'post', postId: 31 } }).html, '');
  });

  it('a button is the shop’s own form, only where the shop takes the order', () => {
    const { html } = render({ element: 'button', product: '31' }, { products: [LAMP] });
    assert.match(
      inside(html),
      /^<form class="cart" action="https:\/\/shop\.example\/\?p=31&(amp;|#038;)lang=de" method="post"><button type="submit" name="add-to-cart" value="31"/,
    );
    assert.equal(
      render({ element: 'button', product: '31' }, { products: [{ ...LAMP, backorders: 'no' }] }).html,
      '',
    );
  });

  it('a product that is sold out says so without scripts too', () => {
    const { html } = render({ product: '31' }, { products: [{ ...LAMP, backorders: 'no' }] });
    assert.equal(inside(html), '<backorder-badge product="31">Sold out</backorder-badge>');
  });

  it('what is no product, or nobody’s business, is nothing at all', () => {
    for (const product of ['nothing', ...HOSTILE]) {
      assert.deepEqual(render({ product }, { products: [LAMP] }), { html: '', footer: '' });
    }
    assert.equal(render({ product: '31' }, { products: [{ ...LAMP, status: 'draft' }] }).html, '');
  });

  it('attributes of any kind are borne', () => {
    for (const odd of [[], { a: 1 }, true, null, 'constructor', ...HOSTILE]) {
      const { html } = render({ element: odd, product: '31' }, { products: [LAMP] });
      assert.equal(inside(html), '<backorder-badge product="31"></backorder-badge>');
      render({ product: odd }, { products: [LAMP] });
    }
  });
});
