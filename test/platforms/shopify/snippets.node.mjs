// The Liquid snippets, rendered by a Liquid engine with Shopify's own filters put beside it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Liquid, TokenKind } from 'liquidjs';
import { readShopifyProductJson as readProductJson } from 'backorder-elements/platforms';
import { HOSTILE, offerIn, printedDocument } from '../../support/printed-document.mjs';

const ROOT = 'src/platforms/shopify/snippets';

// As Shopify prints JSON: what could end a script, or a line of one, is escaped.
const ESCAPES = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };
const shopifyJson = (value) =>
  JSON.stringify(value ?? null).replace(/[<>&\u2028\u2029]/g, (it) => ESCAPES[it]);

function engine() {
  const liquid = new Liquid({
    root: ROOT,
    partials: ROOT,
    extname: '.liquid',
    strictFilters: true,
    timezoneOffset: -60,
  });
  liquid.registerFilter('json', shopifyJson);
  liquid.registerFilter('asset_url', (name) => `//cdn.shop.example/assets/${name}?v=1`);
  liquid.registerTag('schema', {
    parse(_, remaining) {
      while (remaining.length) {
        const token = remaining.shift();
        if (token.kind === TokenKind.Tag && token.name === 'endschema') return;
      }
      throw new Error('schema without its end');
    },
    render: () => '',
  });
  return liquid;
}

const liquid = engine();
const shop = { metafields: {} };
const request = { locale: { iso_code: 'en' } };
const render = (call, data = {}) =>
  liquid.parseAndRender(call, data, { globals: { shop, request, ...data.globals } });
const show = async (product, params = '', more = {}) =>
  printedDocument(
    await render(`{% render 'backorder-availability', product: product${params} %}`, { product, ...more }),
  );

const metafields = (fields) => ({
  backorder: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }])),
});

const variant = (more = {}) => ({
  id: 501,
  sku: 'BENCH-OAK',
  options: ['Oak', 'Long'],
  available: true,
  inventory_management: 'shopify',
  inventory_quantity: 4,
  inventory_policy: 'deny',
  incoming: false,
  next_incoming_date: null,
  quantity_rule: { min: 1, max: null, increment: 1 },
  metafields: {},
  ...more,
});

const product = (variants = [variant()], more = {}) => ({
  id: 77,
  handle: 'garden-bench',
  options: ['Wood', 'Length'],
  has_only_default_variant: false,
  metafields: {},
  variants,
  ...more,
});

const emptyShelf = { inventory_quantity: 0, inventory_policy: 'continue' };

describe('backorder-availability.liquid', () => {
  it('prints a product in stock', async () => {
    const document = await show(product());
    assert.match(document.asOf, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+01:00$/);
    assert.ok(Math.abs(Date.parse(document.asOf) - Date.now()) < 60_000);
    assert.deepEqual(document.policy, { sell: 'backorder' });
    assert.deepEqual(document.products, [
      {
        id: 77,
        handle: 'garden-bench',
        variants: [
          {
            id: 501,
            sku: 'BENCH-OAK',
            options: { Wood: 'Oak', Length: 'Long' },
            onHand: 4,
            availableForBackorder: 0,
            orderable: true,
          },
        ],
      },
    ]);
    assert.equal(offerIn(document, { variant: 501 }).state, 'in-stock');
  });

  it('sells on where the shop does, and takes the date of the next transfer', async () => {
    const next = variant({
      ...emptyShelf,
      inventory_quantity: -3,
      incoming: true,
      next_incoming_date: '2099-03-09',
    });
    const document = await show(product([next]));
    assert.deepEqual(document.products[0].variants[0].restock, '2099-03-09');
    const offer = offerIn(document, { variant: 501 });
    assert.equal(offer.state, 'backorder');
    assert.equal(offer.promise.window.start, '2099-03-09');
  });

  it('sells nothing where the shop refuses', async () => {
    const gone = variant({ inventory_quantity: 0, available: false });
    const offer = offerIn(await show(product([gone])), { variant: 501 });
    assert.equal(offer.state, 'sold-out');
    assert.equal(offer.control, 'theme');
    const few = offerIn(await show(product([variant({ inventory_quantity: 2 })])), {
      variant: 501,
      wanted: 5,
    });
    assert.deepEqual(few.split, { now: 2, later: 0, refused: 3 });
  });

  it('reads no number of what is not counted', async () => {
    const free = variant({ inventory_management: null, inventory_quantity: -40 });
    const document = await show(product([free]));
    assert.equal(document.products[0].variants[0].tracked, false);
    assert.equal('onHand' in document.products[0].variants[0], false);
    assert.equal(offerIn(document, { variant: 501 }).state, 'in-stock');
  });

  it('keeps to the limits of product and variant, those sold already included', async () => {
    const two = [
      variant({ ...emptyShelf, inventory_quantity: -3, metafields: metafields({ limit: 5 }) }),
      variant({ id: 502, ...emptyShelf, metafields: metafields({ limit: '0' }) }),
    ];
    const document = await show(product(two, { metafields: metafields({ limit: 10 }) }));
    assert.deepEqual(offerIn(document, { variant: 501, wanted: 9 }).split, { now: 0, later: 2, refused: 7 });
    assert.equal(offerIn(document, { variant: 502 }).state, 'sold-out');
  });

  it('takes no slip of the pen for a limit', async () => {
    for (const limit of ['ten', '-4', '', null]) {
      const slip = variant({ ...emptyShelf, metafields: metafields({ limit }) });
      const document = await show(product([slip], { metafields: metafields({ limit }) }));
      assert.equal(offerIn(document, { variant: 501, wanted: 9 }).split.later, 9, String(limit));
    }
  });

  it("takes dates from metafields before those of transfers, a variant's before its product's", async () => {
    const two = [
      variant({
        ...emptyShelf,
        next_incoming_date: '2099-01-01',
        metafields: metafields({ ships_on: '2099-W20' }),
      }),
      variant({ id: 502, ...emptyShelf, next_incoming_date: '2099-01-01' }),
    ];
    const document = await show(
      product(two, { metafields: metafields({ ships_on: '2099-05-01 00:00:00 UTC' }) }),
    );
    assert.deepEqual(
      document.products[0].variants.map((it) => it.restock),
      ['2099-W20', '2099-05-01'],
    );
  });

  it('sells what is not out yet as a pre-order, until it is', async () => {
    for (const release of ['2099-04-01', '2099-04', '2099-W07', '2099-Q2', '2098-12-01/2099-01-05']) {
      const soon = { metafields: metafields({ release_on: release }) };
      const document = await show(product([variant({ ...emptyShelf, ...soon })]));
      assert.equal(document.products[0].variants[0].release, release);
      assert.equal(offerIn(document, { variant: 501 }).state, 'preorder', release);
      const closed = await show(product([variant({ inventory_quantity: 0, available: false, ...soon })]));
      assert.equal(offerIn(closed, { variant: 501 }).state, 'coming-soon', release);
    }
    for (const release of ['2024-04-01', '2024-04', '2024-W07', '2024-Q2', 'soon', '']) {
      const out = variant({ ...emptyShelf, metafields: metafields({ release_on: release }) });
      const document = await show(product([out]));
      assert.equal(offerIn(document, { variant: 501 }).state, 'backorder', release);
    }
  });

  it("keeps the shop's rules of quantity", async () => {
    const dozen = variant({ quantity_rule: { min: 2, max: 12, increment: 2 } });
    const document = await show(product([dozen]));
    assert.deepEqual(document.products[0].variants[0].quantity, { min: 2, step: 2, max: 12 });
  });

  it('takes the policy from its parameters, from the shop, or as it is handed over', async () => {
    const params =
      ", sell: 'preorder', lead_min: 2, lead_max: 3, lead_unit: 'week', threshold: 1, max_per_order: 4, partial: 'together'" +
      ", sign_up: 'beside', express: 'hide', time_zone: 'Europe/Berlin', sign_up_url: '/sign-ups', privacy_url: '/privacy'";
    const told = await show(product(), params);
    assert.deepEqual(told.policy, {
      sell: 'preorder',
      promise: { leadTime: { min: 2, max: 3, unit: 'week' } },
      threshold: 1,
      maxPerOrder: 4,
      partial: 'together',
      signUp: 'beside',
      express: 'hide',
      timeZone: 'Europe/Berlin',
    });
    assert.deepEqual(told.signUp, { url: '/sign-ups', privacyUrl: '/privacy' });
    const own = { sell: 'none', timeZone: 'Asia/Tokyo' };
    const globals = { shop: { metafields: metafields({ policy: own }) } };
    assert.deepEqual((await show(product(), '', { globals })).policy, own);
    assert.deepEqual((await show(product(), ', policy: own', { own })).policy, own);
  });

  it("has the merchant's message said where no date is known", async () => {
    const document = await show(product(undefined, { metafields: metafields({ message: 'Made for you.' }) }));
    assert.deepEqual(document.messages, { en: { 'promise.none': 'Made for you.' } });
  });

  it('prints valid JSON for every text', async () => {
    for (const text of HOSTILE) {
      const odd = variant({ sku: text, options: [text, 'Long'], metafields: metafields({ limit: text }) });
      const all = product([odd], {
        handle: text,
        options: [text, 'Length'],
        metafields: metafields({ message: text }),
      });
      const document = await show(all, ', time_zone: zone', { zone: text });
      assert.equal(document.products[0].handle, text);
      assert.equal(document.products[0].variants[0].sku, text);
      assert.deepEqual(document.products[0].variants[0].options, { [text]: text, Length: 'Long' });
      assert.equal(document.messages.en['promise.none'], text.trim());
      assert.equal(document.policy.timeZone, text);
    }
  });

  it('lets no text out of a date either', async () => {
    for (const text of HOSTILE) {
      const odd = variant({
        next_incoming_date: null,
        metafields: metafields({ ships_on: text, release_on: text }),
      });
      const document = await show(product([odd]));
      assert.equal('restock' in document.products[0].variants[0], false);
      assert.equal('release' in document.products[0].variants[0], false);
    }
  });

  it('prints products without variants, with one that has no options, and with 250', async () => {
    assert.deepEqual((await show(product([]))).products[0].variants, []);
    const only = variant({ sku: '', options: ['Default Title'] });
    const single = await show(product([only], { has_only_default_variant: true, options: ['Title'] }));
    assert.deepEqual(single.products[0].variants, [
      { id: 501, onHand: 4, availableForBackorder: 0, orderable: true },
    ]);
    const many = Array.from({ length: 250 }, (_, index) => variant({ id: 9000 + index }));
    assert.equal((await show(product(many))).products[0].variants.length, 250);
  });

  it('tells nothing that the shop does not', async () => {
    const bare = { id: 501, options: [], available: true, inventory_management: 'shopify' };
    const document = await show({ id: 77, handle: 'garden-bench', options: [], variants: [bare] });
    assert.deepEqual(document.products[0].variants, [{ id: 501, options: {}, orderable: true }]);
    assert.equal(offerIn(document, { variant: 501 }).state, 'unknown');
  });

  describe('selling plans', () => {
    const plan = (id, name, more = {}) => ({ id, name, recurring_deliveries: false, ...more });
    const group = (id, name, plans) => ({ id, name, app_id: 'an-app', selling_plans: plans });
    const under = (it, id) => ({ selling_plan: { id: it.id, name: it.name }, selling_plan_group_id: id });
    const [soon, monthly] = [
      plan(31, 'Pre-order, ships in May'),
      plan(32, 'Monthly', { recurring_deliveries: true }),
    ];
    const groups = [group('g1', 'Pre-order', [soon]), group('g2', 'Subscribe', [monthly])];
    const planned = variant({
      ...emptyShelf,
      requires_selling_plan: true,
      selling_plan_allocations: [under(monthly, 'g2'), under(soon, 'g1')],
    });
    const printed = async (call, data) => {
      const html = await render(call, data);
      const scripts =
        /<script type="application\/json" data-product-json data-backorder-plans>([^]*?)<\/script>/g;
      return [...html.matchAll(scripts)].map(([, text]) => JSON.parse(text));
    };
    const CALL = "{% render 'backorder-availability', product: product %}";

    it('are printed as the page’s own reader takes them', async () => {
      const two = product([planned, variant({ id: 502 })], { selling_plan_groups: groups });
      const [json, ...more] = await printed(CALL, { product: two });
      assert.deepEqual(more, []);
      const [{ id, handle, variants }] = readProductJson(json);
      assert.deepEqual([id, handle], ['77', 'garden-bench']);
      assert.deepEqual(
        variants.map((it) => it.plan && { ...it.plan, ids: { ...it.plan.ids } }),
        [{ ids: { preorder: '31', backorder: '31' }, required: true, sure: true }, undefined],
      );
      // It tells of plans and of nothing else.
      assert.deepEqual(
        variants.map(({ record }) => ({ ...record })),
        [{}, {}],
      );
    });

    it('a product without plans prints none, and the document is as before', async () => {
      assert.deepEqual(await printed(CALL, { product: product() }), []);
      assert.deepEqual(await printed(CALL, { product: product(undefined, { selling_plan_groups: [] }) }), []);
    });

    it('each of a listing, whatever their texts', async () => {
      for (const text of HOSTILE) {
        const odd = [group(text, text, [plan(31, text)])];
        const products = [
          product([planned], { handle: text, selling_plan_groups: odd }),
          product(),
          product([planned], { id: 78, selling_plan_groups: groups }),
        ];
        const all = await printed("{% render 'backorder-availability', products: products %}", { products });
        assert.deepEqual(
          all.map((it) => [it.id, it.selling_plan_groups[0].name]),
          [
            [77, text],
            [78, 'Pre-order'],
          ],
        );
      }
    });
  });

  it('prints a listing', async () => {
    const products = [product(), product([variant({ id: 601, ...emptyShelf })], { id: 78, handle: 'stool' })];
    const call = "{% render 'backorder-availability', products: products %}";
    const document = printedDocument(await render(call, { products }));
    assert.deepEqual(
      document.products.map(({ id, variants }) => [id, variants.length]),
      [
        [77, 1],
        [78, 1],
      ],
    );
    assert.deepEqual(printedDocument(await render(call, { products: [] })).products, []);
  });
});

describe('the section, the block and the card', () => {
  const settings = {
    show_badge: true,
    show_notice: true,
    show_sign_up: true,
    sell: 'backorder',
    endpoint: '',
    line_colour: '#112233',
  };
  const read = (file) => readFileSync(`${ROOT}/${file}.liquid`, 'utf8');
  const schemaOf = (text) => JSON.parse(/{% schema %}([^]*){% endschema %}/.exec(text)[1]);

  it('have a schema whose settings are those that are used', () => {
    const used = new Set(
      [...read('backorder-elements').matchAll(/\boptions\.(\w+)/g)].map(([, name]) => name),
    );
    for (const file of ['sections/backorder-elements', 'blocks/backorder-elements']) {
      const { name, settings } = schemaOf(read(file));
      assert.ok(name.length <= 25);
      const ids = settings.filter((it) => it.id && it.id !== 'product').map((it) => it.id);
      assert.deepEqual(ids.sort(), [...used].sort(), file);
    }
  });

  it('puts tags that follow the page’s product, its document and the script into a section', async () => {
    const html = await render(read('sections/backorder-elements'), {
      product: product(),
      section: { settings },
    });
    for (const tag of ['backorder-badge', 'eta-notice', 'notify-me-form']) {
      assert.match(html, new RegExp(`<${tag} +(?:compact)?>`));
    }
    assert.match(html, /style="--backorder-line:#112233;"/);
    assert.match(
      html,
      /<script\s+src="\/\/cdn\.shop\.example\/assets\/backorder-elements\.js\?v=1"\s+defer\s+data-product="77"/,
    );
    assert.equal(printedDocument(html).products[0].id, 77);
  });

  it('follows the product around it in a block, and prints nothing where there is an endpoint', async () => {
    const block = {
      shopify_attributes: 'data-shopify-editor-block="1"',
      settings: { ...settings, show_sign_up: false, endpoint: '/apps/stock?a="1"&b', insert_rest: true },
    };
    const html = await render(read('blocks/backorder-elements'), { product: product(), block });
    assert.match(html, /<backorder-badge ><\/backorder-badge>/);
    assert.doesNotMatch(html, /notify-me-form|data-backorder-availability|data-insert/);
    assert.match(html, /data-endpoint="\/apps\/stock\?a=&#34;1&#34;&amp;b"/);
  });

  it('fetches ahead what a product out of stock needs, by the addresses that the script asks for, and nothing else', async () => {
    const ahead = async (variants) => {
      const html = await render(read('sections/backorder-elements'), {
        product: product(variants),
        section: { settings },
      });
      return [...html.matchAll(/<link rel="modulepreload" href="([^"]*)">/g)].map(([, href]) => href);
    };
    assert.deepEqual(
      await ahead([variant(), variant({ id: 502, ...emptyShelf })]),
      ['page', 'shopify', 'kit'].map((name) => `//cdn.shop.example/assets/backorder-elements.${name}.js`),
    );
    assert.deepEqual(await ahead([variant()]), []);
    assert.deepEqual(await ahead([variant({ inventory_management: null, inventory_quantity: 0 })]), []);
  });

  it('fetches ahead for a listing in which a product has nothing left, where the theme has the files', async () => {
    const listing = async (products, ahead = ', ahead: true') => {
      const call = `{% render 'backorder-availability', products: products${ahead} %}`;
      const html = await render(call, { products });
      return [...html.matchAll(/ href="[^"]*elements\.(\w+)\.js">/g)].map(([, name]) => name);
    };
    const half = product([variant(), variant({ id: 502, ...emptyShelf })]);
    const none = product([variant(emptyShelf), variant({ id: 502, ...emptyShelf })]);
    assert.deepEqual(await listing([half, none, none]), ['page', 'shopify', 'kit']);
    assert.deepEqual(await listing([half, product()]), []);
    assert.deepEqual(await listing([none], ''), []);
  });

  it('prints nothing without a product', async () => {
    const html = await render(read('sections/backorder-elements'), { section: { settings } });
    assert.equal(html.trim(), '');
    assert.equal((await render("{% render 'backorder-card', product: nothing %}")).trim(), '');
  });

  it('puts one badge into a card', async () => {
    const html = await render("{% render 'backorder-card', product: it %}", { it: product() });
    assert.equal(html.trim(), '<backorder-badge product="77"></backorder-badge>');
  });
});
