/*
 * What the snippet builder gives to copy: pure functions from its state to text. All that somebody has typed goes through
 * `attribute` or `json`, for the language that it lands in.
 */

const TAGS = { badge: 'backorder-badge', date: 'eta-notice', form: 'notify-me-form' };
const KINDS = { badge: 'badge', date: 'notice', form: 'form' };

/** Systems that read their own signs in what is pasted: a brace of an editor's must not become one of those. */
const TEMPLATED = ['shopify', 'bigcommerce'];

const entities = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
};
export const attribute = (value) => String(value).replace(/[&<>"'{}]/g, (it) => entities[it]);
const indent = (lines) => lines.map((it) => `  ${it}`);

/** JSON that can end neither a script nor a comment. */
const json = (value, space) =>
  JSON.stringify(value, null, space).replace(/[<>&]|--/g, (it) =>
    [...it].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  );

/** Custom properties for the colours and corners that were chosen. */
export function styleOf({ colours, radius }) {
  const rules = [];
  if (colours.dot)
    rules.push(`--backorder-tone-backorder: ${colours.dot}`, `--backorder-tone-preorder: ${colours.dot}`);
  if (colours.ground) rules.push(`--backorder-ground: ${colours.ground}`);
  if (colours.line) rules.push(`--backorder-line: ${colours.line}`);
  if (radius) rules.push(`--backorder-radius: ${radius}px`, `--backorder-badge-radius: ${radius}px`);
  return rules.join('; ');
}

const inClass = (value) => encodeURIComponent(value).replace(/'/g, '%27');

/**
 * One element.
 *
 * @param product what stands for the product, ready for an attribute; empty on a page that has its own
 */
function element(name, state, product, preview) {
  const { written, platform } = state;
  const compact = name === 'form';
  if (written === 'classes') {
    const classes = [`backorder--${KINDS[name]}`];
    if (product)
      classes.push(
        `backorder--product--${TEMPLATED.includes(platform) && /[{}]/.test(product) ? product : inClass(state.product)}`,
      );
    if (compact) classes.push('backorder--compact');
    if (preview) classes.push(`backorder--preview--${preview}`);
    return `<div class="${classes.join(' ')}"></div>`;
  }
  if (written === 'data') {
    const parts = [`data-backorder="${KINDS[name]}"`];
    if (product) parts.push(`data-product="${product}"`);
    if (compact) parts.push('data-compact');
    if (preview) parts.push(`data-preview="${preview}"`);
    return `<div ${parts.join(' ')}></div>`;
  }
  const parts = [TAGS[name]];
  if (product) parts.push(`product="${product}"`);
  if (compact) parts.push('compact');
  if (preview) parts.push(`data-preview="${preview}"`);
  return `<${parts.join(' ')}></${TAGS[name]}>`;
}

const FORM = {
  html: (product) => [
    '<form action="/cart/add" method="post">',
    `  <input type="hidden" name="id" value="${product}">`,
    '  <button type="submit">Add to cart</button>',
    '</form>',
  ],
  shopify: () => [
    "{% form 'product', shown %}",
    '  <input type="hidden" name="id" value="{{ shown.selected_or_first_available_variant.id }}">',
    '  <button type="submit" name="add">Add to cart</button>',
    '{% endform %}',
  ],
  bigcommerce: (product) => [
    '<form action="/cart.php" method="post" data-cart-item-add>',
    '  <input type="hidden" name="action" value="add">',
    `  <input type="hidden" name="product_id" value="${product}">`,
    '  <button type="submit">Add to cart</button>',
    '</form>',
  ],
};

/** The elements that are shown, in a box of their own where they have a language or colours. */
export function blockOf(state, product, preview) {
  const form = FORM[state.platform] ?? FORM.html;
  // A product's page has its own button already.
  const button = state.place === 'product' ? () => [] : form;
  const lines = state.show.flatMap((name) =>
    name === 'button' ? button(product) : [element(name, state, product, preview)],
  );
  const style = styleOf(state);
  const more = [
    state.language && `lang="${attribute(state.language)}"`,
    style && `style="${attribute(style)}"`,
  ];
  return [
    '<div' +
      more
        .filter(Boolean)
        .map((it) => ` ${it}`)
        .join('') +
      '>',
    ...indent(lines),
    '</div>',
  ];
}

/** Beside a form of our snippet's own the script would put what was not chosen; other pages it is left to decorate. */
const insert = ({ place, show }) =>
  place !== 'product' && show.includes('button') ? ' data-insert="manual"' : '';

const script = (state) =>
  `<script defer src="${attribute(state.script)}"${endpointOf(state)}${insert(state)}></script>`;

const endpointOf = ({ endpoint }) => (endpoint ? ` data-endpoint="${attribute(endpoint)}"` : '');

/** Names that Liquid takes in quotes: a handle has none of these. */
const handle = (value) => value.replace(/['"\\{}%<>&\s]/g, '-');

const WRITERS = {
  html: (state, product, sample) => [...blockOf(state, product, sample), script(state)],

  wordpress: (state) =>
    state.show.map((name) => {
      const product = state.place === 'product' ? {} : { product: state.product };
      const settings = { ...product, element: KINDS[name] ?? 'button', sample: state.state };
      return `<!-- wp:backorder-elements/availability ${json(settings).replaceAll('\\"', '\\u0022')} /-->`;
    }),

  shopify(state, _product, sample) {
    const own = state.place === 'product';
    const from = own ? 'product' : `all_products['${handle(state.product)}']`;
    const document = state.endpoint ? [] : ["{% render 'backorder-availability', product: shown %}"];
    return [
      `{% assign shown = ${from} %}`,
      // On its own page the elements follow the variant that is chosen there.
      ...blockOf(state, own ? '' : '{{ shown.id }}', sample),
      ...document,
      `<script defer src="{{ 'backorder-elements.js' | asset_url }}"${endpointOf(state)}${own ? ' data-product="{{ shown.id }}"' : insert(state)}></script>`,
    ];
  },

  'shopify-app': (state) => {
    const block = (name) => ({
      type: 'shopify://apps/backorder-elements/blocks/backorder-element/YOUR-EXTENSION-ID',
      settings: {
        ...(state.place !== 'product' && { product: handle(state.product) }),
        element: KINDS[name] ?? 'button',
        sample: state.sample ? state.state : 'true',
        ...(state.colours.dot && { accent_colour: state.colours.dot }),
        ...(state.colours.ground && { ground_colour: state.colours.ground }),
      },
    });
    return [json(Object.fromEntries(state.show.map((name) => [`backorder_${name}`, block(name)])), 2)];
  },

  bigcommerce: (state, product, sample) =>
    blockOf({ ...state, written: state.written === 'tags' ? 'data' : state.written }, product, sample),

  wix: (state) => [
    '<!doctype html>',
    '<meta name="viewport" content="width=device-width">',
    ...blockOf(state, attribute(state.product), ''),
    script({ ...state, place: 'text' }),
  ],
};

/** How each platform calls the place, and what to do there. */
export const PLATFORMS = {
  html: { name: 'HTML block', note: 'Paste it into an HTML or code block of any editor.' },
  wordpress: {
    name: 'WordPress block',
    note: 'With the plugin active, paste it into the code editor (⋮ > Code editor), or add the block “Availability” and choose the same there. Language and colours come from your site.',
  },
  shopify: {
    name: 'Shopify, custom Liquid',
    note: 'Theme editor > Add section > Custom Liquid. The script’s files are in your theme’s assets, the snippets in Snippets.',
  },
  'shopify-app': {
    name: 'Shopify, app block',
    note: 'In the theme editor add the app block “Availability” and choose the same there; in a JSON template, paste it among the blocks and put your extension’s id in.',
  },
  bigcommerce: {
    name: 'BigCommerce, Page Builder',
    note: 'Drag the HTML widget to its place and paste it, or use our own widget. The product is its number; the script comes from the Script Manager.',
  },
  webflow: {
    name: 'Webflow',
    note: 'Add > Code Embed. Addresses of script and document begin with https://.',
  },
  squarespace: {
    name: 'Squarespace',
    note: 'Add a Code block, set to HTML. Addresses of script and document begin with https://.',
  },
  wix: {
    name: 'Wix',
    note: 'Add > Embed code > Embed HTML. Wix shows it in a frame of its own, so addresses begin with https:// and the document’s server allows other origins.',
  },
};

/** What is to be copied: the snippet, and the merchant's own words for the availability document where there are any. */
export function snippetsFor(state) {
  const product = state.place === 'product' ? '' : attribute(state.product);
  const sample = state.sample ? state.state : '';
  const write = WRITERS[state.platform] ?? WRITERS.html;
  const { name, note } = PLATFORMS[state.platform];
  const snippets = [{ title: name, note, code: write(state, product, sample).join('\n') }];
  if (Object.keys(state.words).length) {
    snippets.push({
      title: 'Your own words',
      note: 'They go into the availability document, beside its products.',
      code: `"messages": ${json({ [state.language || 'en']: state.words }, 2)}`,
    });
  }
  return snippets;
}

const IN_DAYS = (days, now) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);

/** The document that puts the sample product into a state. */
export function sampleDocument({ state, words, language }, now) {
  const products = {
    'in-stock': { onHand: 5 },
    backorder: { onHand: 0, restock: IN_DAYS(21, now), policy: { sell: 'backorder' } },
    preorder: { onHand: 0, release: IN_DAYS(45, now), policy: { sell: 'preorder' } },
    'coming-soon': { status: 'coming-soon', release: IN_DAYS(80, now).slice(0, 7) },
    'sold-out': { onHand: 0 },
    unknown: {},
  };
  return {
    version: 1,
    asOf: new Date(now).toISOString(),
    messages: { [language || 'en']: words },
    products: [{ id: 'sample', ...products[state] }],
  };
}

const THEIRS =
  '<form action="/cart/add" method="post"><input type="hidden" name="id" value="sample"><button type="submit">Add to cart</button></form>';

/** The page in the preview's frame: a shop of next to no looks, with the very elements of the snippet in it. */
export function previewPage(state, now, nonce) {
  const { place, language, scheme } = state;
  // What the platform's server would print comes from here; the elements are written as they are to be pasted.
  const written =
    ['wordpress', 'shopify-app', 'bigcommerce'].includes(state.platform) && state.written === 'tags'
      ? 'data'
      : state.written;
  const shown = { ...state, platform: 'html', written, product: 'sample', language: '' };
  // As themes do with what cannot be ordered.
  const closed = ['coming-soon', 'sold-out'].includes(state.state);
  const asTheme = (html) =>
    closed
      ? html.replace('<button type="submit">Add to cart', '<button type="submit" disabled>Sold out')
      : html;
  const block = asTheme(blockOf(shown, place === 'product' ? '' : 'sample', '').join('\n'));
  const picture = '<img src="/pictures/sill-side-table.svg" alt="" width="400" height="500">';
  const bodies = {
    text: `<article class="text"><h1 lang="en" dir="auto">A table for the window</h1><p lang="en" dir="auto">Turned by hand, oiled once a year, and the right height for a cup of tea beside the sofa. We make a few at a time.</p>${block}<p lang="en" dir="auto">It comes with a tin of oil.</p></article>`,
    product: `<article class="product" data-product-id="sample">${picture}<div><h1 lang="en" dir="auto">Sill side table</h1><p lang="en" dir="auto">€ 145</p>${asTheme(THEIRS)}${block}</div></article>`,
    card: `<ul class="cards"><li>${picture}<h2 lang="en" dir="auto">Sill side table</h2><p lang="en" dir="auto">€ 145</p>${block}</li><li aria-hidden="true"><img src="/pictures/tove-dining-chair.svg" alt="" width="400" height="500"><h2 lang="en" dir="auto">Tove dining chair</h2><p lang="en" dir="auto">€ 210</p></li><li aria-hidden="true"><img src="/pictures/lykke-table-lamp.svg" alt="" width="400" height="500"><h2 lang="en" dir="auto">Lykke table lamp</h2><p lang="en" dir="auto">€ 95</p></li></ul>`,
  };
  return `<!doctype html>
<html lang="${attribute(language || 'en')}" dir="${/^(ar|he)\b/.test(language) ? 'rtl' : 'ltr'}" style="color-scheme: ${scheme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self'; form-action 'none'">
<title>Preview</title>
<link rel="stylesheet" href="/builder-preview.css">
</head>
<body>
<main>${bodies[place]}</main>
<script type="application/json" data-backorder-availability>${json(sampleDocument(state, now))}</script>
<script nonce="${nonce}">
// Nothing is bought or sent from here: sign-ups are this page's own, and go nowhere.
for (const type of ['submit', 'backorder-signup-request', 'backorder-add-request']) addEventListener(type, (event) => event.preventDefault(), true);
const own = () => { for (const it of document.querySelectorAll('notify-me-form:not([target])')) it.setAttribute('target', 'page'); };
new MutationObserver(own).observe(document, { childList: true, subtree: true });
own();
</script>
<script defer src="/cdn/backorder-elements.js" data-insert="manual" data-text-field="" data-record-field=""></script>
</body>
</html>`;
}
