/**
 * The theme's templates: plain functions from data to HTML.
 * They know nothing of Backorder Elements; that is what slots.mjs is for.
 */
import * as slots from './slots.mjs';

/** For text and for attribute values in double quotes. */
export const escape = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** Puts `spaces` before each further line, so that the pages read well in "view source". */
const indent = (spaces, html) => html.trim().replace(/\n(?=.)/g, '\n' + ' '.repeat(spaces));

/** The same on lines of its own; nothing at all when there is nothing. */
const optional = (spaces, html) => (html ? ' '.repeat(spaces) + indent(spaces, html) + '\n' : '');

export function money(cents, shop) {
  return new Intl.NumberFormat(shop.locale, {
    style: 'currency',
    currency: shop.currency,
    minimumFractionDigits: cents % 100 ? 2 : 0,
  }).format(cents / 100);
}

/** Pages of the demo that are for developers, in the order of a first visit. */
export const developerPages = [
  ['/docs/index.html', 'Documentation'],
  ['/situations.html', 'All situations'],
  ['/gallery.html', 'Gallery of all states'],
  ['/theme-developer.html', 'Theme developer'],
  ['/headless-developer.html', 'Headless developer'],
  ['/cms-editor.html', 'CMS editor'],
  ['/builder.html', 'Snippet builder'],
  ['/no-javascript.html', 'Without JavaScript'],
  ['/endpoint.html', 'The endpoint'],
  ['/targets.html', 'Where sign-ups go'],
  ['/outbox.html', 'Outbox'],
  ['/endpoint-down.html', 'Endpoint down'],
  ['/guard.html', 'The guard’s findings'],
];

const links = (list, path, cssClass) =>
  list
    .map(([href, text]) => {
      const current = href === path ? ' aria-current="page"' : '';
      return `<li><a class="${cssClass}" href="${href}"${current}>${escape(text)}</a></li>`;
    })
    .join('\n');

function header({ shop, categories }, path) {
  const shelves = categories.map((c) => [`/collections/${c.handle}.html`, c.title]);
  return `
<a class="skip-link" href="#main">Skip to content</a>
<header class="header">
  <a class="header__logo" href="/index.html" aria-label="${escape(shop.name)}, home">
    <svg class="header__mark" viewBox="0 0 32 32" aria-hidden="true"><path d="M4 29V13L16 3l12 10v16h-7V17l-5-4-5 4v12z"/></svg>
    <span class="header__name" dir="ltr">Nordlund<br>&amp; Daughters</span>
  </a>
  <nav class="header__nav" aria-label="Shop">
    <ul class="header__list">
      ${indent(6, links([['/index.html', 'All'], ...shelves], path, 'header__link'))}
    </ul>
  </nav>
  <div class="header__tools">
    <details class="menu">
      <summary class="menu__summary"><span class="menu__wide">For developers</span><span class="menu__narrow">Developers</span></summary>
      <ul class="menu__list">
        ${indent(8, links(developerPages, path, 'menu__link'))}
      </ul>
    </details>
    <a class="header__cart" href="/cart.html"${path === '/cart.html' ? ' aria-current="page"' : ''}>Cart <span class="header__count" data-cart-count>0</span></a>
  </div>
</header>`;
}

function footer({ shop, categories }, path) {
  return `
<footer class="footer">
  <div class="footer__about">
    <p class="footer__name">${escape(shop.name)}</p>
    <p>${escape(shop.tagline)} A shop made up for this demo: nothing here can be bought.</p>
  </div>
  <nav class="footer__nav" aria-label="Shelves">
    <h2 class="footer__title">Shop</h2>
    <ul>
      ${indent(
        6,
        links(
          categories.map((c) => [`/collections/${c.handle}.html`, c.title]),
          path,
          'footer__link',
        ),
      )}
    </ul>
  </nav>
  <nav class="footer__nav" aria-label="For developers">
    <h2 class="footer__title">For developers</h2>
    <ul>
      ${indent(6, links(developerPages, path, 'footer__link'))}
    </ul>
  </nav>
  <fieldset class="footer__scheme" data-scheme-picker>
    <legend class="footer__title">Appearance</legend>
    <label><input type="radio" name="scheme" value="" checked> As my device</label>
    <label><input type="radio" name="scheme" value="light"> Light</label>
    <label><input type="radio" name="scheme" value="dark"> Dark</label>
  </fieldset>
</footer>`;
}

/** In every page's head. The scheme is set before the first paint, so that it does not flash. */
const SHOP_SCRIPTS = ['<script src="/scheme.js"></script>', '<script src="/shop.js" defer></script>'];

/**
 * The frame of every page. Other pages of the demo may use it too: see "Pages written by hand" in pages.mjs.
 *
 * `tags` are further lines for the head; `snippet` is what a shop copies into it. With `scripts: false` the page gets
 * none of any kind.
 */
export function layout(
  data,
  {
    path,
    title,
    description = data.shop.tagline,
    body,
    tags = [],
    snippet = slots.head(),
    scripts = true,
    mainClass = 'page',
  },
) {
  const head = scripts ? [...SHOP_SCRIPTS, ...tags, snippet].filter(Boolean) : [];
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(title)} · ${escape(data.shop.name)}</title>
  <meta name="description" content="${escape(description)}">
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/theme.css">${head.map((tag) => '\n  ' + indent(2, tag)).join('')}
</head>
<body>
${header(data, path).trim()}

<main class="${mainClass}" id="main">
${body.trim()}
</main>

${footer(data, path).trim()}
</body>
</html>
`;
}

const breadcrumb = (trail) => `
<nav class="breadcrumb" aria-label="Breadcrumb">
  <ol>
    ${trail.map(([href, text]) => (href ? `<li><a href="${href}">${escape(text)}</a></li>` : `<li aria-current="page">${escape(text)}</li>`)).join('\n    ')}
  </ol>
</nav>`;

/** The price on a card: the lowest one, said so when the variants differ. */
function cardPrice(product, shop) {
  const prices = product.variants.map((v) => v.price);
  const low = Math.min(...prices);
  return (low < Math.max(...prices) ? 'From ' : '') + money(low, shop);
}

function swatchDots(product) {
  const option = product.options.find((o) => o.values[0].swatch);
  if (!option) return '';
  const dots = option.values
    .map((v) => `<span class="swatch-dot" style="--swatch: ${v.swatch}"></span>`)
    .join('');
  return `\n    <p class="card__swatches"><span class="visually-hidden">${option.values.length} colours</span>${dots}</p>`;
}

/** `eager` is for the pictures a visitor sees first. */
export function card(product, shop, eager = false) {
  return `
<li class="card" data-sku="${product.sku}">
  <div class="card__media">
    <img class="card__picture" src="${product.picture}" alt="${escape(product.alt)}" width="800" height="1000"${eager ? '' : ' loading="lazy"'}>
    <div class="card__badge">${slots.card(product)}</div>
  </div>
  <div class="card__text">
    <h3 class="card__title"><a class="card__link" href="/products/${product.handle}.html">${escape(product.title)}</a></h3>
    <p class="card__price">${cardPrice(product, shop)}</p>${swatchDots(product)}
  </div>
</li>`;
}

const grid = (products, shop, { eager = 4, row = false } = {}) => `
<ul class="grid${row ? ' grid--row' : ''}">
${products.map((p, i) => card(p, shop, i < eager).trim()).join('\n')}
</ul>`;

function filters(data, path) {
  const count = (handle) => data.products.filter((p) => p.category === handle).length;
  const item = (href, text, n) =>
    `<li><a class="filter" href="${href}"${href === path ? ' aria-current="page"' : ''}>${escape(text)} <span class="filter__count">${n}</span></a></li>`;
  return `
<nav class="filters" aria-label="Filter by shelf">
  <ul>
    ${item('/index.html', 'Everything', data.products.length)}
    ${data.categories.map((c) => item(`/collections/${c.handle}.html`, c.title, count(c.handle))).join('\n    ')}
  </ul>
</nav>`;
}

export function homePage(data) {
  const path = '/index.html';
  const body = `
<section class="hero">
  <div class="hero__text">
    <h1 class="hero__title">Made slowly,<br>kept for long.</h1>
    <p class="hero__intro">Chairs, lamps, bowls and blankets from eleven small workshops. Some are ready, some are still on the bench. We tell you which before you pay.</p>
    <p><a class="button button--quiet" href="#everything">See all ${data.products.length} things</a></p>
  </div>
  <img class="hero__picture" src="/room.svg" alt="A lounge chair, a paper floor lamp, a low sideboard and an olive tree in a sunny room" width="1600" height="1000">
</section>
<section id="everything" aria-labelledby="everything-title">
  <h2 class="section-title" id="everything-title">Everything</h2>
${filters(data, path).trim()}
${grid(data.products, data.shop).trim()}
</section>`;
  return layout(data, { path, title: 'Furniture for the house and the garden', body });
}

export function collectionPage(data, category) {
  const path = `/collections/${category.handle}.html`;
  const products = data.products.filter((p) => p.category === category.handle);
  const body = `
${breadcrumb([
  ['/index.html', 'Home'],
  ['', category.title],
]).trim()}
<h1 class="page-title">${escape(category.title)}</h1>
<p class="page-intro">${escape(category.intro)}</p>
${filters(data, path).trim()}
<h2 class="visually-hidden">Products</h2>
${grid(products, data.shop).trim()}`;
  return layout(data, { path, title: category.title, description: category.intro, body });
}

/** Colours are shown as swatches, sizes as boxes; three or more sizes go into a select. */
function optionPicker(option, index) {
  const id = `option-${index + 1}`;
  if (!option.values[0].swatch && option.values.length > 2) {
    return `
<div class="field field--option">
  <label class="field__label" for="${id}">${escape(option.name)}</label>
  <select class="field__input" id="${id}" name="${escape(option.name)}" data-option="${index}">
    ${option.values.map((v) => `<option>${escape(v.value)}</option>`).join('\n    ')}
  </select>
</div>`;
  }
  const radio = (v, i) => `
  <label class="choice${v.swatch ? ' choice--swatch' : ''}">
    <input class="choice__input" type="radio" name="${escape(option.name)}" value="${escape(v.value)}" data-option="${index}"${i ? '' : ' checked'}>
    <span class="choice__face"${v.swatch ? ` style="--swatch: ${v.swatch}"` : ''}>${escape(v.value)}</span>
  </label>`;
  return `
<fieldset class="choices">
  <legend class="field__label">${escape(option.name)}</legend>${option.values.map(radio).join('')}
</fieldset>`;
}

/** What shop.js needs to change the price and the picture with the variant. */
function variantData(product, shop) {
  const list = product.variants.map((v) => ({ ...v, priceText: money(v.price, shop) }));
  return `<script type="application/json" data-variants>
[
  ${list.map((v) => JSON.stringify(v)).join(',\n  ')}
]
</script>`;
}

function productForm(product, shop) {
  const many = product.variants.length > 1;
  // Without scripts the pickers cannot change the hidden id, so there the visitor picks the variant itself.
  const plain = `
<noscript>
  <div class="field">
    <label class="field__label" for="plain-variant">Which one</label>
    <select class="field__input" id="plain-variant" name="id">
      ${product.variants.map((v) => `<option value="${v.id}">${escape(v.title)}, ${money(v.price, shop)}</option>`).join('\n      ')}
    </select>
  </div>
</noscript>`;
  const [first] = product.variants;
  const off = first.available === false ? ' disabled' : '';
  return `
<form class="product-form" action="/cart/add" method="post" data-product-form>
  <input type="hidden" name="id" value="${first.id}">
${
  many
    ? product.options
        .map(optionPicker)
        .map((html) => '  ' + indent(2, html))
        .join('\n') +
      '\n  ' +
      indent(2, plain) +
      '\n'
    : ''
}  <div class="field">
    <label class="field__label" for="quantity">Quantity</label>
    <div class="quantity">
      <button class="quantity__button" type="button" data-step="-1" aria-label="One fewer">−</button>
      <input class="quantity__input" id="quantity" type="number" name="quantity" value="1" min="1" inputmode="numeric">
      <button class="quantity__button" type="button" data-step="1" aria-label="One more">+</button>
    </div>
  </div>
${optional(2, slots.product(product))}  <div class="product-form__buttons">
    <button class="button button--full product-form__submit" type="submit" name="add"${off}>${off ? 'Sold out' : 'Add to cart'}</button>
    <button class="button button--full button--quiet product-form__express" type="button" data-buy-now${off && ' hidden'}>Buy it now</button>
  </div>
</form>
${many ? variantData(product, shop) : ''}`;
}

export function productPage(data, product, more = {}) {
  const { shop, categories, products } = data;
  const category = categories.find((c) => c.handle === product.category);
  const first = product.variants[0];
  const near = [
    ...products.filter((p) => p.category === product.category),
    ...products.filter((p) => p.category !== product.category),
  ]
    .filter((p) => p !== product)
    .slice(0, 4);
  const body = `
${breadcrumb([
  ['/index.html', 'Home'],
  [`/collections/${category.handle}.html`, category.title],
  ['', product.title],
]).trim()}
<article class="product" data-product="${product.handle}" data-sku="${first.sku}">
  <div class="product__media">
    <img class="product__picture" src="${first.picture}" alt="${escape(product.alt)}" width="800" height="1000" data-picture>
  </div>
  <div class="product__info">
    <h1 class="product__title">${escape(product.title)}</h1>
    <div class="product__line">
      <p class="product__price" data-price aria-live="polite">${money(first.price, shop)}</p>
${optional(6, slots.byPrice(product))}    </div>
    <p class="product__description">${escape(product.description)}</p>
    ${indent(4, productForm(product, shop))}
    <dl class="facts">
      <div><dt>Made of</dt><dd>${escape(product.materials)}</dd></div>
      <div><dt>Size</dt><dd>${escape(product.size)}</dd></div>
      <div><dt>Care</dt><dd>${escape(product.care)}</dd></div>
      <div><dt>Article</dt><dd data-sku-text>${first.sku}</dd></div>
    </dl>
  </div>
</article>
<section aria-labelledby="near-title">
  <h2 class="section-title" id="near-title">In the same house</h2>
${grid(near, shop, { eager: 0, row: true }).trim()}
</section>`;
  // Sign-ups are answered in the page until the shop has an endpoint for them.
  const tags = ['<script type="module" src="/msw/start.mjs"></script>'];
  const path = `/products/${product.handle}.html`;
  return layout(data, { path, title: product.title, description: product.description, body, tags, ...more });
}

/** The lines are drawn by cart.js from what the visitor has put in. */
export function cartPage(data) {
  const body = `
<h1 class="page-title">Your cart</h1>
<noscript><p class="note">This demo has no server: its cart is kept by a script. With scripts off it stays empty.</p></noscript>
<div class="cart" data-cart>
  <p class="cart__empty">Nothing in here yet. <a href="/index.html">See everything we make</a>.</p>
</div>`;
  return layout(data, {
    path: '/cart.html',
    title: 'Your cart',
    body,
    tags: ['<script src="/cart.js" defer></script>'],
  });
}
