// The Stencil template, rendered by Handlebars with Stencil's own helpers put beside it, and the Script Manager's script, run
// against as much of a page as it touches.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import Handlebars from 'handlebars';
import { HOSTILE, offerIn, printedDocument } from '../../support/printed-document.mjs';

const read = (file) => readFileSync(`src/platforms/bigcommerce/snippets/${file}`, 'utf8');

// Stencil's helpers, as far as they are used: comparisons in "if" and "unless", JSON that cannot end a script, the time.
const handlebars = Handlebars.create();
const COMPARE = {
  '==': (a, b) => a == b,
  '>': (a, b) => a > b,
  typeof: (a, b) => typeof a === b,
};
const full = (value) => !Handlebars.Utils.isEmpty(value) && value !== 0;
const holds = (args) => (args.length > 1 ? COMPARE[args[1]](args[0], args[2]) : full(args[0]));
const branch = (wanted) =>
  function (...args) {
    const { fn, inverse } = args.pop();
    return holds(args) === wanted ? fn(this) : inverse(this);
  };
handlebars.registerHelper('if', branch(true));
handlebars.registerHelper('unless', branch(false));
handlebars.registerHelper('json', (value) =>
  JSON.stringify(value).replace(
    /[<>/\u2028\u2029]/g,
    (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ),
);
handlebars.registerHelper('moment', () => new Date().toISOString().replace(/\.\d+Z$/, '+00:00'));
const template = handlebars.compile(read('product.html'), { strict: false });
const show = (product, gql) =>
  printedDocument(template({ product: { id: 112, ...product }, ...(gql && { gql }) }));

const edges = (nodes) => ({ edges: nodes.map((node) => ({ node })) });
const stock = (onHand, backorder = 0, unlimitedBackorder = false) => ({
  isInStock: onHand + backorder > 0 || unlimitedBackorder,
  aggregated: {
    availableOnHand: onHand,
    availableForBackorder: backorder,
    availableToSell: onHand + backorder,
    unlimitedBackorder,
  },
});
const hidden = (isInStock) => ({ isInStock, aggregated: null });
const variant = (id, inventory, more = {}) => ({
  entityId: id,
  sku: `CUP-${id}`,
  isPurchasable: true,
  inventory,
  options: edges([{ entityId: 7, values: edges([{ entityId: 70 + id }]) }]),
  ...more,
});
const answer = (variants, more = {}) => ({
  data: {
    site: {
      product: {
        entityId: 112,
        sku: 'CUP',
        availabilityV2: { status: 'Available' },
        inventory: stock(9),
        variants: edges(variants),
        ...more,
      },
      products: edges([]),
    },
  },
});
const available = { can_purchase: true, out_of_stock: false };

describe('product.html', () => {
  it('prints what the page itself knows of a product without options', () => {
    const document = show({ ...available, sku: 'CUP', options: [], stock_level: 4 });
    assert.ok(Math.abs(Date.parse(document.asOf) - Date.now()) < 60_000);
    assert.deepEqual(document.products, [{ id: 112, sku: 'CUP', onHand: 4, orderable: true }]);
    assert.equal(offerIn(document).state, 'in-stock');
  });

  it('reads native backorders', () => {
    const native = { ...available, available_on_hand: 0, available_for_backorder: 6, stock_level: 6 };
    assert.deepEqual(offerIn(show(native), { wanted: 9 }).split, { now: 0, later: 6, refused: 3 });
    const unlimited = show({ ...native, unlimited_backorder: true });
    assert.equal(offerIn(unlimited, { wanted: 9 }).split.later, 9);
  });

  it('sells nothing where the shop refuses', () => {
    const gone = show({ can_purchase: true, out_of_stock: true, stock_level: 0 });
    assert.equal(offerIn(gone).state, 'sold-out');
    assert.equal(offerIn(gone).control, 'theme');
    assert.equal(
      offerIn(show({ can_purchase: true, out_of_stock: true, stock_level: null })).state,
      'sold-out',
    );
  });

  it('reads pre-orders', () => {
    const preorder = { can_purchase: true, out_of_stock: true, pre_order: true, stock_level: 0 };
    assert.equal(offerIn(show(preorder)).state, 'preorder');
    const native = { ...preorder, available_on_hand: 0, available_for_backorder: 0 };
    assert.equal(offerIn(show(native)).state, 'preorder');
  });

  it('tells nothing that the shop does not', () => {
    const silent = show({ ...available, stock_level: null });
    assert.deepEqual(silent.products, [{ id: 112, orderable: true }]);
    assert.equal(offerIn(silent).state, 'unknown');
    assert.deepEqual(show({ ...available, stock_level: 4, options: [{ id: 7 }] }).products, [{ id: 112 }]);
    assert.deepEqual(show({ ...available, stock_level: 'null' }).products, [{ id: 112, orderable: true }]);
  });

  it("prints variants from the query, by the names of the form's own fields", () => {
    const document = show(
      { ...available, options: [{ id: 7 }] },
      answer([
        variant(1, stock(3)),
        variant(2, stock(0, 5)),
        variant(3, stock(0)),
        variant(4, stock(0, 0, true)),
      ]),
    );
    assert.deepEqual(document.products[0].variants[1], {
      id: 2,
      sku: 'CUP-2',
      options: { 'attribute[7]': '72' },
      onHand: 0,
      availableForBackorder: 5,
      availableToSell: 5,
      orderable: true,
    });
    const states = [1, 2, 3, 4].map((id) => offerIn(document, { variant: id }).state);
    assert.deepEqual(states, ['in-stock', 'backorder', 'sold-out', 'backorder']);
  });

  it('takes the release date of the query, and hidden stock for unknown', () => {
    const early = answer([variant(1, stock(0))], {
      availabilityV2: { status: 'Preorder', willBeReleasedAt: { utc: '2099-04-01T00:00:00Z' } },
    });
    const offer = offerIn(show({ ...available, pre_order: true }, early), { variant: 1 });
    assert.equal(offer.state, 'preorder');
    assert.equal(offer.promise.window.start, '2099-04-01');
    const few = show({ ...available, pre_order: true }, answer([variant(1, stock(2))]));
    assert.deepEqual(offerIn(few, { variant: 1, wanted: 9 }).split, { now: 0, later: 2, refused: 7 });
    const silent = show(available, answer([variant(1, hidden(true)), variant(2, hidden(false))]));
    assert.equal(offerIn(silent, { variant: 1 }).state, 'unknown');
    assert.equal(offerIn(silent, { variant: 2 }).state, 'sold-out');
  });

  it('takes the one variant of a product without options for the product', () => {
    const document = show(available, answer([variant(1, stock(0, 5), { options: edges([]) })]));
    assert.equal(document.products[0].variants, undefined);
    assert.equal(offerIn(document).state, 'backorder');
    assert.deepEqual(show(available, answer([])).products, [{ id: 112 }]);
    assert.deepEqual(show(available, { errors: [{ message: 'no' }] }).products, [
      { id: 112, orderable: true },
    ]);
  });

  it("prints 50 variants, and the shop's rules of quantity", () => {
    const many = Array.from({ length: 50 }, (_, index) => variant(index + 1, stock(index)));
    const document = show({ ...available, min_purchase_quantity: 2, max_purchase_quantity: 8 }, answer(many));
    assert.equal(document.products[0].variants.length, 50);
    assert.deepEqual(document.products[0].quantity, { min: 2, max: 8 });
    assert.deepEqual(show({ ...available, max_purchase_quantity: 8 }).products[0].quantity, { max: 8 });
  });

  it('lets no text of the shop end the script', () => {
    for (const text of HOSTILE) {
      const document = show(
        { ...available, sku: text, title: text },
        answer([variant(1, stock(1), { sku: text })]),
      );
      assert.equal(document.products[0].sku, text);
      assert.equal(document.products[0].variants[0].sku, text);
    }
  });

  it('names the modifier that carries the promise', () => {
    const html = template({
      product: {
        id: 112,
        options: [
          { id: 9, display_name: 'Availability' },
          { id: 7, display_name: 'Size' },
        ],
      },
    });
    assert.match(html, /data-product="112"\s+data-record-field=""\s+data-text-field="attribute\[9\]"/);
    assert.match(template({ product: { id: 112 } }), /data-text-field=""/);
  });

  it('has its query in one line of front matter, with its brackets in pairs', () => {
    const query = /^gql: "(query[^"\n]*)"$/m.exec(read('product.html'))[1];
    for (const [open, close] of ['{}', '()']) {
      assert.equal(query.split(open).length, query.split(close).length);
    }
  });
});

describe('script-manager.html', () => {
  const source = read('script-manager.html');
  const element = (tag = 'div', attributes = {}) => ({
    tag,
    attributes: { ...attributes },
    children: [],
    setAttribute(name, value) {
      this.attributes[name] = value;
    },
    getAttribute(name) {
      return this.attributes[name] ?? null;
    },
    appendChild(child) {
      this.children.push(child);
    },
    querySelector: () => null,
  });

  /** Runs the script on a page, and gives what it has put there. */
  async function run({ token = 'aaa.bbb-ccc', main = '112', cards = [], named = [], inline = false, reply }) {
    const html = Handlebars.compile(source)({ settings: { storefront_api: { token } } });
    const [, code] = /<script>([^]*)<\/script>/.exec(html);
    const head = element('head');
    const listed = cards.map((id) => element('article', { 'data-entity-id': id }));
    const asked = [];
    const document = {
      head,
      createElement: (tag) => element(tag),
      querySelectorAll: (selector) =>
        selector.startsWith('.card') ? listed : named.map((id) => element('div', { 'data-product': id })),
      querySelector: (selector) =>
        selector.startsWith('form') ? main && { value: main } : inline ? element() : null,
    };
    const fetch = async (url, { headers, body }) => {
      asked.push({ url, headers, ...JSON.parse(body) });
      if (reply instanceof Error) throw reply;
      return { json: async () => reply };
    };
    runInNewContext(code, { document, fetch });
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    const [data, script] = head.children;
    const json =
      data &&
      printedDocument(
        `<script data-backorder-availability>${data.textContent.replaceAll('<', '\\u003c')}</script>`,
      );
    return {
      json,
      data,
      script,
      asked,
      badges: listed.map((card) => card.children.map((it) => it.attributes.product)),
    };
  }

  it("asks for the page's product and writes the document before the script", async () => {
    const { json, data, script, asked } = await run({
      reply: answer([variant(1, stock(3)), variant(2, stock(0, 5))]),
    });
    assert.equal(asked.length, 1);
    assert.equal(asked[0].headers.Authorization, 'Bearer aaa.bbb-ccc');
    assert.deepEqual(asked[0].variables, { id: 112, ids: [] });
    assert.equal(asked[0].query.split('{').length, asked[0].query.split('}').length);
    assert.equal(data.type, 'application/json');
    assert.equal(script.src, '/content/backorder-elements/backorder-elements.js');
    assert.equal(script.attributes['data-product'], '112');
    assert.deepEqual([json.products[0].id, json.products[0].onHand], [112, undefined]);
    assert.equal(offerIn(json, { variant: 1 }).state, 'in-stock');
    assert.equal(offerIn(json, { variant: 2, wanted: 9 }).split.later, 5);
  });

  it('asks for the products of widgets and texts as well, each once', async () => {
    const asking = await run({ main: '', cards: ['7'], named: ['9', '7', 'x', '9'], reply: answer([]) });
    assert.deepEqual(asking.asked[0].variables.ids, [7, 9]);
    const widget = await run({ main: '', named: ['9'], reply: answer([]) });
    assert.deepEqual(widget.asked[0].variables.ids, [9]);
  });

  it('takes the one variant of a product without options for the product', async () => {
    const only = variant(1, stock(0, 0, true), { options: edges([]) });
    const { json } = await run({ reply: answer([only]) });
    assert.equal(json.products[0].variants, undefined);
    assert.deepEqual([json.products[0].id, json.products[0].sku], [112, 'CUP']);
    assert.equal(offerIn(json).state, 'backorder');
  });

  it('reads pre-orders, what is not sold, and hidden stock', async () => {
    const preorder = { status: 'Preorder', willBeReleasedAt: { utc: '2099-04-01T00:00:00Z' } };
    const early = await run({ reply: answer([variant(1, stock(0))], { availabilityV2: preorder }) });
    assert.equal(offerIn(early.json, { variant: 1 }).state, 'preorder');
    assert.equal(early.json.products[0].release, '2099-04-01T00:00:00Z');
    const closed = await run({
      reply: answer([variant(1, stock(0, 5))], { availabilityV2: { status: 'Unavailable' } }),
    });
    assert.equal(offerIn(closed.json, { variant: 1 }).state, 'sold-out');
    assert.equal(closed.json.products[0].variants[0].orderable, false);
    const silent = await run({ reply: answer([variant(1, hidden(true)), variant(2, hidden(false))]) });
    assert.equal(offerIn(silent.json, { variant: 1 }).state, 'unknown');
    assert.equal(offerIn(silent.json, { variant: 2 }).state, 'sold-out');
  });

  it('puts badges on the cards of a listing', async () => {
    const card = {
      entityId: 201,
      sku: '',
      availabilityV2: { status: 'Available' },
      inventory: stock(0, 4),
      maxPurchaseQuantity: 3,
    };
    const reply = { data: { site: { product: null, products: edges([card]) } } };
    const { json, asked, badges } = await run({ main: null, cards: ['201', '201', 'x'], reply });
    assert.deepEqual(asked[0].variables, { id: 0, ids: [201] });
    assert.deepEqual(badges, [['201'], ['201'], []]);
    assert.equal(offerIn(json).state, 'backorder');
    assert.deepEqual(json.products[0].quantity, { max: 3 });
  });

  it('survives hostile texts', async () => {
    for (const text of HOSTILE) {
      const { json } = await run({ reply: answer([variant(1, stock(1), { sku: text })]) });
      assert.equal(json.products[0].variants[0].sku, text);
    }
  });

  it('leaves the page alone where anything fails, is missing, or is done already', async () => {
    const failures = [
      { reply: new Error('offline') },
      { reply: { errors: [{ message: 'no' }] } },
      { reply: { data: null } },
    ];
    for (const failure of failures) assert.equal((await run(failure)).script, undefined);
    for (const silent of [{ token: '' }, { inline: true }, { main: null }, { main: '"><b>' }]) {
      const { asked, script } = await run({ reply: answer([]), ...silent });
      assert.deepEqual([asked.length, script], [0, undefined]);
    }
  });

  it('runs nothing where Handlebars has not filled in the token', () => {
    const [, code] = /<script>([^]*)<\/script>/.exec(source);
    runInNewContext(code, { document: { querySelector: () => assert.fail('no page is looked at') } });
  });
});
