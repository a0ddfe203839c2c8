// The Page Builder widget, rendered by Handlebars as BigCommerce renders it: settings under their ids, `_` for what is the widget's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Handlebars from 'handlebars';
import { HOSTILE } from '../../support/printed-document.mjs';

const read = (file) => readFileSync(`src/platforms/bigcommerce/snippets/page-builder-widget/${file}`, 'utf8');
const schema = JSON.parse(read('schema.json'));
const sample = JSON.parse(read('config.json'));
const template = Handlebars.compile(read('widget.html'), { strict: false });
const show = (settings = {}) => template({ ...sample, productId: 112, ...settings, _: { id: 'a1b2' } });
const settings = schema.flatMap(({ sections }) => sections.flatMap((it) => it.settings));

// The control panel's own list of inputs.
const TYPES =
  'alignment boolean boxModel code color imageManager input number productId productImage range regexInput select text toggle';

describe('the Page Builder widget', () => {
  it('has settings that Page Builder knows, each once, each with a default that it offers', () => {
    assert.ok(schema.every(({ type, label, sections }) => type === 'tab' && label && sections.length));
    const ids = settings.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { type, id, label, default: usual, typeMeta } of settings) {
      assert.ok(TYPES.split(' ').includes(type), type);
      assert.ok(label && usual !== undefined, id);
      if (type === 'select')
        assert.ok(
          typeMeta.selectOptions.some(({ value }) => value === usual),
          id,
        );
      assert.equal(sample[id], usual, `config.json has the default of ${id}`);
    }
  });

  it('uses every setting, and nothing that is none', () => {
    const used = [
      ...read('widget.html')
        .replace(/{{!--[^]*?--}}/, '')
        .matchAll(/{{(?:#if )?([a-zA-Z_.]+)}}/g),
    ].map(([, name]) => name);
    assert.deepEqual(
      [...new Set(used)].filter((it) => !it.startsWith('_')).sort(),
      settings.map(({ id }) => id).sort(),
    );
  });

  it('prints the tags that are switched on, of the product that is chosen', () => {
    const html = show({ showForm: false });
    assert.match(
      html,
      /data-backorder="badge" data-product="112" data-preview="backorder" data-preview-label="Preview"/,
    );
    assert.match(html, /data-backorder="notice" data-product="112"/);
    assert.doesNotMatch(html, /data-backorder="form"|<form/);
  });

  it('without a product follows the page’s own, and has no button', () => {
    const html = show({ productId: '', showButton: true });
    assert.match(html, /data-backorder="badge" /);
    assert.doesNotMatch(html, /data-product|<form/);
  });

  it('its button is the shop’s own form, which sells without us', () => {
    assert.match(
      show({ showButton: true, buttonLabel: 'Buy' }),
      /<form action="\/cart\.php" method="post"[^>]*>[^]*name="action" value="add"[^]*name="product_id" value="112"[^]*Buy<\/button>/,
    );
  });

  it('nothing that an editor types gets out of its place', () => {
    for (const text of HOSTILE) {
      const html = show({
        productId: text,
        sample: text,
        previewLabel: text,
        buttonLabel: text,
        accentColor: text,
        showButton: true,
      });
      assert.doesNotMatch(html, /<script|<b |<!--/, html);
      assert.equal(html.match(/<div/g).length, show({ showButton: true }).match(/<div/g).length);
    }
  });
});
