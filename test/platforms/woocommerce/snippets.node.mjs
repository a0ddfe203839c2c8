// The plugin file, run by PHP against small stand-ins for the WordPress functions that it uses.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { HOSTILE, offerIn, printedDocument } from '../../support/printed-document.mjs';

const PLUGIN = 'src/platforms/woocommerce/snippets/backorder-elements.php';
const STUBS = 'test/fixtures/platform-data/woocommerce/wordpress-stubs.php';
const missing = spawnSync('php', ['--version']).error !== undefined;
const skip =
  missing && 'PHP is not installed here, so the plugin file is not run; install php-cli to run it.';

/** Runs PHP after the plugin was loaded and gives what it prints. `$in` is the input. A warning is a failure. */
function php(code, input = {}) {
  const setup = `error_reporting( E_ALL ); require '${STUBS}'; require '${PLUGIN}'; $in = json_decode( stream_get_contents( STDIN ), true );
    foreach ( $in['products'] ?? array() as $props ) { new WC_Product( $props ); }
    $GLOBALS['shop']['options'] = $in['options'] ?? array();
    $GLOBALS['shop']['queried'] = $in['queried'] ?? 0;
    $put = function ( $id, $pieces ) { WC()->cart->lines[ 'line' . $id ] = array( 'data' => wc_get_product( $id ), 'quantity' => $pieces ); };`;
  const run = spawnSync('php', ['-d', 'display_errors=stderr', '-r', `${setup}\n${code}`], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  assert.equal(run.stderr, '');
  assert.equal(run.status, 0);
  return run.stdout;
}
const json = (code, input) =>
  JSON.parse(php(`echo json_encode( (function () use ( $in, $put ) { ${code} })() );`, input));

/** The page of the first product. */
const page = (products, more = {}) =>
  printedDocument(php("do_action( 'wp_footer' );", { products, queried: products[0].id, ...more }));
const simple = (more = {}) => ({ id: 31, sku: 'LAMP', slug: 'reading-lamp', stock: 5, ...more });
const onBackorder = { stock: -2, backorders: 'notify' };

const variations = (first = {}, second = {}, parent = {}) => [
  { id: 40, type: 'variable', slug: 'wool-rug', manages: false, stock: null, children: [41, 42], ...parent },
  { id: 41, type: 'variation', parent: 40, attributes: { attribute_pa_size: 'small' }, ...first },
  { id: 42, type: 'variation', parent: 40, sku: 'RUG-L', attributes: { attribute_pa_size: '' }, ...second },
];

describe('backorder-elements.php', { skip }, () => {
  it('has no slip of syntax', () => {
    const { status, stdout } = spawnSync('php', ['-l', PLUGIN], { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  it('prints a product in stock', () => {
    const document = page([simple()]);
    assert.ok(Math.abs(Date.parse(document.asOf) - Date.now()) < 60_000);
    assert.deepEqual(document.policy, { sell: 'backorder', timeZone: 'Europe/Berlin' });
    assert.deepEqual(document.products, [
      { id: 31, sku: 'LAMP', handle: 'reading-lamp', orderable: true, onHand: 5, availableForBackorder: 0 },
    ]);
    assert.equal(offerIn(document).state, 'in-stock');
  });

  it('fetches ahead what a page with something out of stock needs, by the addresses that the script asks for, once', () => {
    const links = (html) =>
      [...html.matchAll(/<link rel="modulepreload" href="([^"]*)">/g)].map(([, href]) => href);
    const all = ['page', 'woocommerce', 'kit'].map(
      (name) =>
        `https://shop.example/wp-content/plugins/backorder-elements/cdn/backorder-elements.${name}.js`,
    );
    const head = (products, more = {}) =>
      links(php("do_action( 'wp_head' );", { products, queried: products[0].id, ...more }));
    assert.deepEqual(head([simple()]), []);
    assert.deepEqual(head([simple({ manages: false, stock_is: 'instock' })]), []);
    assert.deepEqual(head([simple({ stock: 0 })]), all);
    assert.deepEqual(head([simple(onBackorder)]), all);
    assert.deepEqual(head([simple({ manages: false, stock_is: 'onbackorder' })]), all);
    assert.deepEqual(
      head([simple({ stock: 3 })], { options: { woocommerce_notify_no_stock_amount: '3' } }),
      all,
    );
    assert.deepEqual(head(variations({ stock: 3 }, { stock: 3 })), []);
    assert.deepEqual(head(variations({ stock: 3 }, onBackorder)), all);
    const loop = (...products) =>
      links(
        php(
          "foreach ( $in['products'] as $it ) { $GLOBALS['product'] = wc_get_product( $it['id'] ); do_action( 'woocommerce_after_shop_loop_item_title' ); }",
          { products },
        ),
      );
    assert.deepEqual(loop(simple(), simple({ id: 32 })), []);
    assert.deepEqual(loop(simple(), simple({ id: 32, stock: 0 }), simple({ id: 33, ...onBackorder })), all);
  });

  it('reads backorders, with and without a notice to the shopper', () => {
    for (const backorders of ['notify', 'yes']) {
      const document = page([simple({ stock: -2, backorders })]);
      assert.equal(document.products[0].onHand, -2);
      assert.equal(offerIn(document).state, 'backorder');
    }
    const gone = page([simple({ stock: 0 })]);
    assert.equal(offerIn(gone).state, 'sold-out');
    assert.equal(offerIn(gone).control, 'theme');
  });

  it('reads the state alone where stock is not managed', () => {
    const states = { instock: 'in-stock', onbackorder: 'backorder', outofstock: 'sold-out' };
    for (const [told, state] of Object.entries(states)) {
      const document = page([simple({ manages: false, stock: 17, stock_is: told })]);
      assert.equal(document.products[0].tracked, false);
      assert.equal('onHand' in document.products[0], false);
      assert.equal(offerIn(document).state, state);
    }
  });

  it('keeps to what the shop calls out of stock, and to its rules of quantity', () => {
    const options = { woocommerce_notify_no_stock_amount: '3' };
    assert.equal(offerIn(page([simple({ stock: 3 })], { options })).state, 'sold-out');
    assert.deepEqual(offerIn(page([simple({ stock: 5 })], { options }), { wanted: 4 }).split, {
      now: 2,
      later: 0,
      refused: 2,
    });
    assert.deepEqual(page([simple({ single: true })]).products[0].quantity, { max: 1 });
    assert.deepEqual(page([simple({ min: 4 })]).products[0].quantity, { min: 4 });
    assert.equal('onHand' in page([simple({ stock: null })]).products[0], false);
    assert.equal(offerIn(page([simple({ price: false })])).state, 'unknown');
  });

  it('prints limit and dates from meta, and no meta that is none', () => {
    const meta = { _backorder_limit: '5', _backorder_ships_on: '2099-W20' };
    const document = page([simple({ ...onBackorder, meta })]);
    assert.deepEqual(document.products[0].policy, { limit: 5 });
    assert.equal(offerIn(document, { wanted: 9 }).split.later, 3);
    assert.equal(offerIn(document).promise.window.precision, 'week');
    for (const text of [...HOSTILE, '-4', '5 pcs', 'soon', '2099-13-45x']) {
      const odd = page([
        simple({ meta: { _backorder_limit: text, _backorder_ships_on: text, _backorder_release_on: text } }),
      ]);
      assert.deepEqual(
        Object.keys(odd.products[0]).sort(),
        Object.keys(page([simple()]).products[0]).sort(),
        text,
      );
    }
  });

  it('sells what is not out yet as a pre-order, until it is', () => {
    const at = (release, more = {}) =>
      offerIn(
        page([simple({ stock: 0, backorders: 'yes', meta: { _backorder_release_on: release }, ...more })]),
      ).state;
    for (const release of ['2099-04-01', '2099-04', '2099-W07', '2099-Q2']) {
      assert.equal(at(release), 'preorder', release);
      assert.equal(at(release, { backorders: 'no' }), 'coming-soon', release);
    }
    for (const release of ['2024-04-01', '2024-04', '2024-W07', '2024-Q2'])
      assert.equal(at(release), 'backorder', release);
  });

  it('prints variations, each by its own stock, meta and options', () => {
    const document = page(
      variations(
        { stock: 3 },
        { ...onBackorder, meta: { _backorder_ships_on: '2099-05-01' } },
        {
          sku: 'RUG',
          meta: { _backorder_limit: '10', _backorder_ships_on: '2099-06' },
        },
      ),
    );
    const [rug] = document.products;
    assert.deepEqual([rug.id, rug.sku, rug.policy, rug.restock], [40, 'RUG', { limit: 10 }, '2099-06']);
    assert.equal('onHand' in rug, false);
    assert.deepEqual(
      rug.variants.map(({ id, sku, options, onHand }) => [id, sku, options, onHand]),
      [
        [41, undefined, { attribute_pa_size: 'small' }, 3],
        [42, 'RUG-L', { attribute_pa_size: '' }, -2],
      ],
    );
    assert.equal(offerIn(document, { variant: 42 }).promise.window.start, '2099-05-01');
    const hidden = variations({ status: 'private' }, {}, { children: [41, 42, 99] });
    assert.deepEqual(
      page(hidden).products[0].variants.map(({ id }) => id),
      [42],
    );
    assert.deepEqual(page(variations({}, {}, { children: [] })).products[0].variants, []);
    const early = variations({}, {}, { meta: { _backorder_release_on: '2099-Q2' } });
    assert.equal(offerIn(page(early), { variant: 41 }).state, 'coming-soon');
  });

  it('prints 250 variations', () => {
    const many = Array.from({ length: 250 }, (_, index) => ({
      id: 1000 + index,
      type: 'variation',
      parent: 40,
      stock: index,
    }));
    const [parent] = variations({}, {}, { children: many.map(({ id }) => id) });
    assert.equal(page([parent, ...many]).products[0].variants.length, 250);
  });

  it('lets no text of the shop end the script', () => {
    for (const text of HOSTILE) {
      const [parent, first] = variations(
        { sku: text, attributes: { [text]: text } },
        {},
        { slug: text, name: text, children: [41] },
      );
      const document = page([parent, first]);
      assert.equal(document.products[0].handle, text);
      assert.equal(document.products[0].variants[0].sku, text);
      assert.deepEqual(document.products[0].variants[0].options, { [text]: text });
    }
  });

  it('prints one document for all products of a listing, and their badges', () => {
    const html = php(
      `foreach ( array( 31, 32 ) as $id ) { $GLOBALS['product'] = wc_get_product( $id ); do_action( 'woocommerce_after_shop_loop_item_title' ); }
      do_action( 'wp_footer' );`,
      { products: [simple(), simple({ id: 32, ...onBackorder })] },
    );
    assert.match(
      html,
      /^<backorder-badge product="31"><\/backorder-badge>(?:<link [^>]*>\n){3}<backorder-badge product="32"><\/backorder-badge><script/,
    );
    assert.deepEqual(
      printedDocument(html).products.map(({ id }) => id),
      [31, 32],
    );
    assert.equal(php("do_action( 'wp_footer' );"), '');
    const locked = { products: [simple({ password: 'x' })], queried: 31 };
    assert.equal(php("do_action( 'wp_footer' );", locked), '');
  });

  it('has a place for a sold-out product, which has no form', () => {
    const show = (more) =>
      php("$GLOBALS['product'] = wc_get_product( 31 ); do_action( 'woocommerce_single_product_summary' );", {
        products: [simple(more)],
      });
    assert.equal(
      show({ stock: 0 }),
      '<eta-notice product="31"></eta-notice><notify-me-form product="31" compact></notify-me-form>',
    );
    assert.equal(show({}), '');
  });

  it('puts its settings on the script tag, and an endpoint where pages are cached', () => {
    const show = (options) =>
      php(
        `do_action( 'wp_enqueue_scripts' ); $script = shop( 'scripts' )['backorder-elements'];
        echo apply_filters( 'script_loader_tag', '<script src="' . $script['src'] . '" id="backorder-elements-js" defer></script>', 'backorder-elements' );
        echo apply_filters( 'script_loader_tag', '<script src="other.js"></script>', 'other' );
        do_action( 'wp_footer' );`,
        { products: [simple()], queried: 31, options },
      );
    const [tag] = show({}).split('</script>');
    assert.equal(
      tag,
      '<script data-text-field="backorder_text" data-record-field="backorder_record" data-product="31"' +
        ' src="https://shop.example/wp-content/plugins/backorder-elements/cdn/backorder-elements.js" id="backorder-elements-js" defer>',
    );
    assert.match(show({}), /<script src="other\.js"><\/script>/);
    const cached = show({ backorder_elements_cached: 'yes' });
    assert.match(cached, / data-endpoint="[^"]+\/backorder-elements\/v1\/availability&#038;lang=de"/);
    assert.doesNotMatch(cached, /data-backorder-availability/);
  });

  it('says where sign-ups go and what is promised where no date is known', () => {
    const options = {
      backorder_elements_lead_days: '14',
      backorder_elements_sign_up_url: 'https://shop.example/sign-up',
    };
    const document = page([simple()], { options });
    assert.deepEqual(document.signUp, { url: 'https://shop.example/sign-up' });
    assert.deepEqual(document.policy.promise, { leadTime: { max: 14 } });
    const bad = page([simple()], { options: { backorder_elements_sign_up_url: 'javascript:alert(1)' } });
    assert.equal('signUp' in bad, false);
  });
});

describe('the promise with the line', { skip }, () => {
  const RECORD = '1;backorder;0+2;2099-12-01/2099-12-05;day;ship;estimated;2026-11-22T09:00Z;en';
  const post = (text, record) =>
    json(
      `$_POST = array( 'backorder_text' => $in['text'], 'backorder_record' => $in['record'] );
      return apply_filters( 'woocommerce_add_cart_item_data', array( 'gift' => 1 ), 31, 0, 2 );`,
      { text, record, products: [simple()] },
    );
  const toOrder = (line, product = simple(onBackorder)) =>
    json(
      `$item = new WC_Order_Item_Product();
      do_action( 'woocommerce_checkout_create_order_line_item', $item, 'key', $in['line'] + array( 'data' => wc_get_product( 31 ) ), null );
      return (object) $item->meta;`,
      { line, products: [product] },
    );
  /** What the cart shows of a line that no page has said anything of. */
  const inCart = (products, { quantity = 1, of = products.at(-1).id, cart = {}, options = {} } = {}) =>
    json(
      `foreach ( $in['cart'] as $id => $pieces ) { $put( $id, $pieces ); }
      $item = array( 'data' => wc_get_product( $in['of'] ), 'quantity' => $in['quantity'] );
      return array_column( apply_filters( 'woocommerce_get_item_data', array(), $item ), 'value' );`,
      { products, quantity, of, cart, options },
    );

  it('is taken from the form and kept with the order', () => {
    const line = post("Ships on 1 December, that\\'s a promise", RECORD);
    assert.deepEqual(line, {
      gift: 1,
      backorder_elements: { text: "Ships on 1 December, that's a promise", record: RECORD },
    });
    const meta = toOrder(line);
    assert.equal(meta.Availability, "Ships on 1 December, that's a promise");
    assert.equal(meta._backorder, RECORD);
    assert.equal(JSON.parse(meta._backorder_shop).onHand, -2);
    assert.deepEqual(json("return apply_filters( 'woocommerce_hidden_order_itemmeta', array( '_qty' ) );"), [
      '_qty',
      '_backorder',
      '_backorder_shop',
    ]);
  });

  it('is not there on lines without one', () => {
    assert.deepEqual(post('', ''), { gift: 1 });
    assert.deepEqual(post(['a'], ['b']), { gift: 1 });
    assert.deepEqual(
      json("return apply_filters( 'woocommerce_add_cart_item_data', array(), 31, 0 );", {
        products: [simple()],
      }),
      [],
    );
    assert.deepEqual(toOrder({}, simple()), {});
    assert.deepEqual(json("return apply_filters( 'woocommerce_get_item_data', array(), array() );"), []);
  });

  it('is cleaned of markup, and of data that is none', () => {
    for (const text of HOSTILE) {
      const { backorder_elements: line } = post(`Soon ${text}`, `1;${text}`);
      assert.doesNotMatch(line.text, /<[a-z/!]/i);
      assert.doesNotMatch(line.record, /[<>"'&]/);
      const [shown] = json("return apply_filters( 'woocommerce_get_item_data', array(), $in['item'] );", {
        item: { backorder_elements: { text } },
      });
      for (const field of ['value', 'display']) assert.doesNotMatch(shown[field], /[<>"']/);
      assert.equal(shown.key, 'Availability');
    }
    assert.equal(post('x'.repeat(9000), RECORD).backorder_elements.text.length, 500);
  });

  it('is the shop’s own where nothing was sent: by blocks, wallets, links and lists', () => {
    assert.deepEqual(inCart([simple()]), []);
    assert.deepEqual(inCart([simple({ stock: 0 })]), [], 'what cannot be had is not promised');
    assert.deepEqual(inCart([simple(onBackorder)]), ['Backorder']);
    assert.deepEqual(inCart([simple({ manages: false, stock_is: 'onbackorder' })]), ['Backorder']);
    const lead = { options: { backorder_elements_lead_days: '14' } };
    assert.deepEqual(inCart([simple(onBackorder)], lead), ['Backorder: ships within 14 days']);
    const meta = toOrder({});
    assert.equal(meta.Availability, 'Backorder');
    assert.equal('_backorder' in meta, false, 'no page has promised anything');
    assert.equal(JSON.parse(meta._backorder_shop).onHand, -2);
  });

  it('counts what is on the shelf, what else is in the cart, and what the shop keeps back', () => {
    const some = simple({ stock: 5, backorders: 'yes' });
    assert.deepEqual(inCart([some], { quantity: 5 }), []);
    assert.deepEqual(inCart([some], { quantity: 8 }), ['Backorder (3 of 8)']);
    assert.deepEqual(inCart([some], { quantity: 2, cart: { 31: 6 } }), ['Backorder (1 of 2)']);
    const options = { woocommerce_notify_no_stock_amount: '3' };
    assert.deepEqual(inCart([some], { quantity: 4, options }), ['Backorder (2 of 4)']);
    const rugs = variations({}, { ...onBackorder }, { meta: { _backorder_ships_on: '2099-06' } });
    assert.deepEqual(inCart(rugs), ['Backorder: expected to ship June 2099'], 'the date of its product');
  });

  it('says the shop’s own dates in words, none that has passed and none that is no date', () => {
    const on = (date, field = '_backorder_ships_on') =>
      inCart([simple({ ...onBackorder, meta: { [field]: date } })])[0];
    assert.equal(on('2099-05-17'), 'Backorder: expected to ship May 17, 2099');
    assert.equal(on('2099-W20'), 'Backorder: expected to ship in the week of May 11, 2099');
    assert.equal(on('2099-Q2'), 'Backorder: expected to ship Q2 2099');
    assert.equal(on('2099-05-17/2099-05-20'), 'Backorder: expected to ship May 17, 2099 – May 20, 2099');
    assert.equal(on('2099-04', '_backorder_release_on'), 'Pre-order: released April 2099');
    for (const none of ['2024-05-17', '2099-13-45', ...HOSTILE]) assert.equal(on(none), 'Backorder', none);
  });

  it('comes by the Store API as well, and is not taken twice', () => {
    const sent = json(
      `$data = apply_filters( 'woocommerce_store_api_add_to_cart_data', array( 'id' => 31, 'cart_item_data' => array( 'gift' => 1 ) ), new WP_REST_Request( $in ) );
      $_POST = array( 'backorder_text' => 'another' );
      $data['cart_item_data'] = apply_filters( 'woocommerce_add_cart_item_data', $data['cart_item_data'], 31, 0 );
      return $data;`,
      { backorder: { text: 'Ships <b>soon</b>', record: RECORD }, products: [simple()] },
    );
    assert.deepEqual(sent, {
      id: 31,
      cart_item_data: { gift: 1, backorder_elements: { text: 'Ships soon', record: RECORD } },
    });
    for (const backorder of [undefined, 'text', [], { text: ['a'] }, { record: RECORD }]) {
      const none = json(
        "return apply_filters( 'woocommerce_store_api_add_to_cart_data', array( 'id' => 31 ), new WP_REST_Request( $in ) );",
        { backorder },
      );
      assert.deepEqual(none, { id: 31 });
    }
  });

  const cart = (code, more = {}) =>
    php(
      `$put( 31, 2 ); $put( 32, 1 );
      foreach ( array( 'line31' => $in['text'] ?? 'Soon' ) as $key => $text ) {
        WC()->cart->lines[ $key ]['backorder_elements'] = array( 'text' => $text, 'record' => $in['record'] );
      }
      $line = WC()->cart->lines['line31']; $other = WC()->cart->lines['line32'];
      ${code}`,
      { products: [simple(onBackorder), simple({ id: 32 })], record: RECORD, ...more },
    );

  it('S26 marks the line in the classic cart and mini cart, and no other', () => {
    const mark = `<span data-backorder-line="${RECORD}" data-backorder-line-product="31" data-backorder-line-quantity="2"></span>`;
    assert.equal(cart("do_action( 'woocommerce_after_cart_item_name', $line, 'line31' );"), mark);
    assert.equal(cart("do_action( 'woocommerce_after_cart_item_name', $other, 'line32' );"), '');
    const mini = (line) =>
      cart(`echo apply_filters( 'woocommerce_widget_cart_item_quantity', '2 x 5', ${line}, 'key' );`);
    assert.equal(mini('$line'), `2 x 5${mark}`);
    assert.equal(mini('$other'), '2 x 5');
    for (const record of HOSTILE) {
      const html = cart("do_action( 'woocommerce_after_cart_item_name', $line, 'line31' );", { record });
      assert.match(html, /^<span data-backorder-line="[^"<>]*" data-backorder-line-product="31"/);
    }
  });

  it('tells the script that the cart has such lines, on the cart page alone, with what is true of them now', () => {
    const footer = (code, cartPage) =>
      cart(`$GLOBALS['shop']['cart_page'] = ${cartPage}; ${code} do_action( 'wp_footer' );`);
    const html = footer('', true);
    assert.match(html, /<i hidden data-backorder-line><\/i>/);
    assert.deepEqual(
      printedDocument(html).products.map(({ id }) => id),
      [31],
    );
    assert.equal(footer('', false), '');
    assert.equal(footer("unset( WC()->cart->lines['line31'] );", true), '');
  });

  it('is told by the Store API with each line, empty where there is none', () => {
    const told = cart(`do_action( 'woocommerce_blocks_loaded' );
      $told = $GLOBALS['shop']['extensions']['backorder-elements'];
      echo json_encode( array( $told['endpoint'], $told['data_callback']( $line ), $told['data_callback']( $other ), $told['data_callback']( null ), array_keys( $told['schema_callback']() ) ) );`);
    const none = { text: '', record: '' };
    assert.deepEqual(JSON.parse(told), [
      'cart-item',
      { text: 'Soon', record: RECORD },
      none,
      none,
      ['text', 'record'],
    ]);
  });
});

describe('the limit on the server', { skip }, () => {
  const limited = simple({ ...onBackorder, meta: { _backorder_limit: '5' }, name: '<b>Lamp</b>' });
  /** Whether so many pieces may be added to a cart that has some, and what the shopper is told. */
  const add = (products, id, pieces, cart = {}, passed = true) =>
    json(
      `foreach ( $in['cart'] as $id => $pieces ) { $put( $id, $pieces ); }
      $parent = wc_get_product( $in['id'] )->get_parent_id();
      $may = apply_filters( 'woocommerce_add_to_cart_validation', $in['passed'], $parent ? $parent : $in['id'], $in['pieces'], $parent ? $in['id'] : 0 );
      return array( 'may' => $may, 'told' => shop( 'notices' ) );`,
      { products, id, pieces, cart, passed },
    );

  it('refuses what is past it, those sold before and those in the cart included', () => {
    assert.deepEqual(add([limited], 31, 3), { may: true, told: [] });
    assert.deepEqual(add([limited], 31, 4), {
      may: false,
      told: [['error', 'Of &quot;&lt;b&gt;Lamp&lt;/b&gt;&quot; you can order up to 3 now.']],
    });
    assert.equal(add([limited], 31, 1, { 31: 3 }).may, false);
    assert.equal(add([limited], 31, 1, { 31: 2 }).may, true);
  });

  it('counts only what is beyond the shelf', () => {
    const stocked = simple({ stock: 4, backorders: 'yes', meta: { _backorder_limit: '2' } });
    assert.equal(add([stocked], 31, 6).may, true);
    assert.equal(add([stocked], 31, 7).may, false);
    const none = simple({ stock: 4, backorders: 'yes', meta: { _backorder_limit: '0' } });
    assert.equal(add([none], 31, 4).may, true);
    assert.equal(add([none], 31, 5).may, false);
  });

  it('is shared by the variations of a product, and a variation may have a smaller one', () => {
    const shared = { meta: { _backorder_limit: '4' } };
    const rugs = variations({ ...onBackorder }, { stock: 1, backorders: 'yes' }, shared);
    assert.equal(add(rugs, 42, 3).may, true);
    assert.equal(add(rugs, 42, 4).may, false);
    assert.equal(add(rugs, 42, 2, { 41: 2 }).may, false);
    assert.equal(add(rugs, 42, 1, { 41: 9 }).may, true, 'what is on the shelf is sold');
    const own = variations(
      { ...onBackorder },
      { stock: 1, backorders: 'yes', meta: { _backorder_limit: '1' } },
      shared,
    );
    assert.equal(add(own, 42, 2).may, true);
    assert.equal(add(own, 42, 3).may, false);
  });

  it('counts a stock once that variations share with their product', () => {
    const rugs = variations(
      { manages: 'parent', backorders: 'yes' },
      { manages: 'parent', backorders: 'yes' },
      {
        manages: true,
        stock: -1,
        backorders: 'yes',
        meta: { _backorder_limit: '3' },
      },
    );
    assert.equal(add(rugs, 42, 1, { 41: 1 }).may, true);
    assert.equal(add(rugs, 42, 2, { 41: 1 }).may, false);
  });

  it('leaves alone what has none, and what others have refused', () => {
    assert.equal(add([simple(onBackorder)], 31, 900).may, true);
    assert.equal(add([simple({ manages: false, meta: { _backorder_limit: '1' } })], 31, 9).may, true);
    assert.deepEqual(add([limited], 31, 1, {}, false), { may: false, told: [] });
  });

  it('holds in the cart and before the order', () => {
    const update = (from, to) =>
      json(
        `$put( 31, $in['from'] );
        return apply_filters( 'woocommerce_update_cart_validation', true, 'line31', WC()->cart->lines['line31'], $in['to'] );`,
        { products: [limited], from, to },
      );
    assert.equal(update(2, 3), true);
    assert.equal(update(2, 4), false);
    assert.equal(update(9, 8), true, 'fewer are always welcome');
    const check = (pieces) =>
      json(
        "$put( 31, $in['pieces'] ); do_action( 'woocommerce_check_cart_items' ); return shop( 'notices' );",
        {
          products: [limited],
          pieces,
        },
      );
    assert.deepEqual(check(3), []);
    assert.equal(check(4).length, 1);
    assert.match(check(4)[0][1], /up to 3 now/);
  });
});

describe('the endpoint', { skip }, () => {
  const products = [
    simple(),
    ...variations(),
    simple({ id: 50, sku: 'DRAFT', slug: 'draft', status: 'draft' }),
    simple({ id: 51, sku: '', slug: 'secret', password: 'x' }),
  ];
  const ask = (asked, headers = {}) =>
    json(
      `do_action( 'rest_api_init' ); $route = shop( 'routes' )['backorder-elements/v1/availability'];
      return call_user_func( $route['callback'], new WP_REST_Request( array( 'products' => $in['asked'] ), $in['headers'] ) );`,
      { asked, headers, products },
    );
  const ids = (asked) => ask(asked).data.products.map(({ id }) => id);

  it('answers for ids, SKUs, slugs and variations, once for each product', () => {
    assert.deepEqual(ids('31,LAMP,reading-lamp,41,RUG-L, wool-rug ,,nothing'), [31, 40]);
    assert.deepEqual(ids(''), []);
    const { data, status } = ask('31');
    assert.equal(status, 200);
    const page = `<script data-backorder-availability>${JSON.stringify(data)}</script>`;
    assert.equal(printedDocument(page).products[0].handle, 'reading-lamp');
  });

  it('keeps drafts and locked products to itself', () => {
    assert.deepEqual(ids('50,DRAFT,draft,51,secret'), []);
  });

  it('lets caches work, and answers briefly when nothing has changed', () => {
    const first = ask('31');
    assert.equal(first.headers['Cache-Control'], 'public, max-age=60');
    assert.match(first.headers.ETag, /^"[0-9a-f]{32}"$/);
    const again = ask('31', { if_none_match: `W/${first.headers.ETag}` });
    assert.equal(again.status, 304);
    assert.equal(again.data, null);
    assert.equal(ask('40', { if_none_match: first.headers.ETag }).status, 200);
  });
});

describe('the fields for the merchant', { skip }, () => {
  const save = (fields, { can = true, nonce = true } = {}) =>
    json(
      `$GLOBALS['shop']['can'] = $in['can']; $product = $GLOBALS['product_object'] = wc_get_product( 31 );
      ob_start(); do_action( 'woocommerce_product_options_inventory_product_data' ); preg_match( '/value="(\\w+)"/', ob_get_clean(), $found );
      $_POST = $in['fields'] + array( 'backorder_elements_nonce' => $in['nonce'] ? $found[1] : 'wrong' );
      do_action( 'woocommerce_admin_process_product_object', $product );
      return array( 'limit' => $product->get_meta( '_backorder_limit' ), 'ships' => $product->get_meta( '_backorder_ships_on' ), 'errors' => shop( 'errors' ), 'fields' => array_keys( shop( 'inputs' ) ) );`,
      { fields, can, nonce, products: [simple({ meta: { _backorder_limit: '7' } })] },
    );

  it('are saved when they are well-formed, and said to be wrong when they are not', () => {
    const good = save({ _backorder_limit: ' 12 ', _backorder_ships_on: '2099-12-01/2099-12-05' });
    assert.deepEqual([good.limit, good.ships, good.errors], ['12', '2099-12-01/2099-12-05', []]);
    assert.deepEqual(good.fields, ['_backorder_limit', '_backorder_ships_on', '_backorder_release_on']);
    const bad = save({ _backorder_limit: '-3', _backorder_ships_on: 'next "week"' });
    assert.deepEqual([bad.limit, bad.ships, bad.errors.length], ['7', '', 2]);
    assert.match(bad.errors[1], /next &quot;week&quot;/);
    assert.equal(save({ _backorder_limit: '' }).limit, '');
  });

  it('are saved for nobody without the right or the nonce', () => {
    assert.equal(save({ _backorder_limit: '12' }, { can: false }).limit, '7');
    assert.equal(save({ _backorder_limit: '12' }, { nonce: false }).limit, '7');
  });

  it('are there for each variation', () => {
    const saved = json(
      `ob_start(); do_action( 'woocommerce_product_after_variable_attributes', 3, array(), (object) array( 'ID' => 41 ) );
      preg_match( '/name="(\\w+)" value="(\\w+)"/', ob_get_clean(), $found );
      $_POST = array( $found[1] => $found[2], '_backorder_limit_3' => '2', '_backorder_limit_4' => '9' );
      do_action( 'woocommerce_admin_process_variation_object', wc_get_product( 41 ), 3 );
      return wc_get_product( 41 )->get_meta( '_backorder_limit' );`,
      { products: variations() },
    );
    assert.equal(saved, '2');
  });
});
