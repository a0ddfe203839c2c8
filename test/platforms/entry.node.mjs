// The package entry of readers: all run in plain Node, and who imports one is not given the others.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as readers from 'backorder-elements/platforms';
import { build } from 'vite';

const ENTRY = '\0entry';

/** What a bundler makes of a module: its size, and the folders of shop systems that are in it. */
async function bundle(code) {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === ENTRY ? id : undefined),
    load: (id) => (id === ENTRY ? code : undefined),
  };
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [entry],
    build: { write: false, minify: true, rollupOptions: { input: ENTRY, preserveEntrySignatures: 'strict' } },
  });
  const modules = output.flatMap((chunk) => Object.entries(chunk.modules));
  const systems = modules
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .flatMap(([id]) => /\/platforms\/([\w-]+)\//.exec(id)?.[1] ?? []);
  return {
    bytes: output.reduce((sum, { code: text }) => sum + text.length, 0),
    systems: [...new Set(systems)],
  };
}

/** The folder of a reader, by its name. */
const FOLDERS = { schema: /Structured|SchemaOrg|schemaOrg/, woocommerce: /Woocommerce/, shopify: /shopify/i };
const systemOf = (name) =>
  Object.entries(FOLDERS)
    .find(([, pattern]) => pattern.test(name))?.[0]
    .replace('schema', 'schema-org') ?? /^read([A-Z][a-z]+)/.exec(name)[1].toLowerCase();

describe('backorder-elements/platforms', () => {
  it('has the readers of fifteen systems', () => {
    assert.deepEqual([...new Set(Object.keys(readers).map(systemOf))].sort(), [
      'bigcommerce',
      'commercetools',
      'ecwid',
      'magento',
      'medusa',
      'prestashop',
      'saleor',
      'schema-org',
      'shopify',
      'shopware',
      'snipcart',
      'squarespace',
      'vendure',
      'wix',
      'woocommerce',
    ]);
  });

  it('reads without a DOM, and whatever comes', () => {
    assert.equal('document' in globalThis, false);
    for (const [name, read] of Object.entries(readers)) {
      for (const json of [undefined, null, 0, '', 'text', [], {}, [null], { data: { product: null } }]) {
        assert.doesNotThrow(() => read(json), `${name}(${JSON.stringify(json)})`);
      }
    }
    const [chair] = readers.readShopifyProductJson({
      id: 1,
      variants: [{ id: 41, available: true, inventory_management: null }],
    });
    assert.equal(chair.variants[0].record.tracked, false);
  });

  it('gives who imports one reader that one alone', async () => {
    const all = await bundle(`export * from 'backorder-elements/platforms';`);
    for (const name of Object.keys(readers)) {
      const one = await bundle(`export { ${name} } from 'backorder-elements/platforms';`);
      assert.deepEqual(one.systems, [systemOf(name)], name);
      assert.ok(one.bytes < all.bytes / 3, `${name}: ${one.bytes} of ${all.bytes} bytes`);
    }
  });
});
