// The Page Builder widget, rendered by Handlebars as BigCommerce renders it: settings under their ids, `_` for what is the widget's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Handlebars from 'handlebars';
import { HOSTILE } from '../../support/printed-document.mjs';
import { widgetFaults } from '../../support/widget-rules.mjs';

const read = (file) => readFileSync(`src/platforms/bigcommerce/snippets/page-builder-widget/${file}`, 'utf8');
const schema = JSON.parse(read('schema.json'));
const sample = JSON.parse(read('config.json'));
const template = Handlebars.compile(read('widget.html'), { strict: false });
const show = (settings = {}) => template({ ...sample, productId: 112, ...settings, _: { id: 'a1b2' } });
const settings = schema.flatMap(({ sections }) => sections.flatMap((it) => it.settings));

describe('the Page Builder widget', () => {
  const widget = () => ({
    schema: JSON.parse(read('schema.json')),
    config: JSON.parse(read('config.json')),
    template: read('widget.html'),
  });

  it('is as Page Builder wants it: schema, settings, configuration and template', () => {
    assert.deepEqual(widgetFaults(widget()), []);
    for (const { id, default: usual } of settings) assert.equal(sample[id], usual, `config.json: ${id}`);
  });

  const [FIRST] = settings;
  const select = (schema) => schema[0].sections[2].settings[0];
  const said = (was, now) => (it) => {
    assert.ok(it.template.includes(was), was);
    it.template = it.template.replace(was, now);
  };
  for (const [what, spoil, fault] of [
    ['a schema that is no list', (it) => (it.schema = {}), 'the schema is a list of tabs'],
    ['a part that is none', ({ schema }) => (schema[1].type = 'page'), 'no part of a schema is "page"'],
    ['a tab without sections', ({ schema }) => (schema[1].sections = []), 'a tab is empty'],
    [
      'a section without settings',
      ({ schema }) => (schema[1].sections[0].settings = []),
      'a section is empty',
    ],
    [
      'an unknown input',
      ({ schema }) => (select(schema).type = 'dropdown'),
      'no setting is of type "dropdown"',
    ],
    ['a default that is no option', ({ schema }) => (select(schema).default = 'x'), 'sample: "x" is none'],
    [
      'an option without a label',
      ({ schema }) => delete select(schema).typeMeta.selectOptions[0].label,
      'sample: options',
    ],
    ['an id twice', ({ schema }) => (select(schema).id = FIRST.id), 'an id is there twice'],
    [
      'an id that no template can read',
      ({ schema }) => (select(schema).id = 'the-sample'),
      '"the-sample" cannot be read',
    ],
    [
      'a text for a switch',
      ({ schema }) => (schema[0].sections[1].settings[0].default = 'true'),
      'showBadge: the default',
    ],
    [
      'a colour in words',
      ({ schema }) => (schema[1].sections[0].settings[0].default = 'reddish'),
      'accentColor: no colour',
    ],
    [
      'a condition on nothing',
      ({ schema }) => (select(schema).conditional = { key: 'x', operator: 'IN', value: ['a'] }),
      'sample depends on x',
    ],
    [
      'another operator',
      ({ schema }) => (select(schema).conditional = { key: 'showForm', operator: 'NOT', value: [] }),
      'sample: only IN',
    ],
    [
      'a configuration that lacks one',
      ({ config }) => delete config.sample,
      'the configuration lacks sample',
    ],
    ['a setting that is not used', said('{{buttonLabel}}', 'Buy'), 'the template does not read buttonLabel'],
    [
      'a name that is no setting',
      said('{{buttonLabel}}', '{{buttonlabel}}'),
      'the template reads buttonlabel',
    ],
    [
      'a helper that is not there',
      said('{{buttonLabel}}', '{{upper buttonLabel}}'),
      'the template calls upper',
    ],
    [
      'a partial',
      said('{{buttonLabel}}', '{{> components/button}}'),
      'the template calls > components/button',
    ],
    [
      'a text as it is',
      said('{{buttonLabel}}', '{{{buttonLabel}}}'),
      'the template prints something as it is',
    ],
    ['a block that is not closed', said('{{/if}}', ''), 'the template: '],
    ['a script', said('<form', '<script></script><form'), 'the template brings script'],
  ]) {
    it(`would be refused with ${what}`, () => {
      const it_ = widget();
      spoil(it_);
      const found = widgetFaults(it_);
      assert.ok(
        found.some((it) => it.startsWith(fault)),
        found.join('\n') || 'nothing was found',
      );
    });
  }

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
