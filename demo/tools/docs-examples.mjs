/** Examples of the documentation: their code, and beside it what it does, in a page of its own or in this one. */
import { block } from './docs-markdown.mjs';
import { escape } from './theme.mjs';

/** Names under which sources load our files, and where the demo has them. */
const HERE = [
  ['/assets/', '/cdn/'],
  ['"/availability.json', '"/docs/availability.json'],
  ['"/contact"', '"/index.html"'],
  ["'/availability.json", "'/docs/availability.json"],
];

const SCRIPT =
  '<script defer src="/cdn/backorder-elements.js" data-endpoint="/docs/availability.json"></script>';
const FORM = `<form action="/cart/add" method="post">
  <input type="hidden" name="id" value="41">
  <button type="submit">Add to cart</button>
</form>`;

/** Examples that are part of a page: what stands around them. */
const AROUND = {
  theme: (code) => `${FORM}\n${code}`,
  'cart-line': (code) => `<p>Oak chair, 5</p>\n${code}\n${SCRIPT}`,
  headless: (code) => `<p>The cart has got: <span id="cart">nothing yet</span></p>
<script type="module">
globalThis.myCart = {
  add: async (id, quantity, { note }) => {
    document.querySelector('#cart').textContent = \`\${quantity} × \${id}. \${note}\`;
  },
};
${code}
</script>`,
  analytics: (code) => `<pre class="sent" tabindex="0" id="layer">[]</pre>
<script type="module">
globalThis.dataLayer = {
  all: [],
  push(entry) {
    this.all.push(entry);
    document.querySelector('#layer').textContent = JSON.stringify(this.all, null, 2);
  },
};
${code}
</script>`,
};

/** A theme of somebody else's has to stand around these. */
const STILL = new Set(['prestashop']);

const CAPTIONS = {
  html: 'HTML',
  js: 'JavaScript',
  mjs: 'JavaScript, in Node',
  json: 'JSON',
  sh: 'Commands',
  ts: 'TypeScript',
};

const drawsTags = (code) =>
  code.includes("from 'backorder-elements/define") || code.includes("import 'backorder-elements/define");
const served = (code) => HERE.reduce((text, [from, to]) => text.replaceAll(from, to), code);

/** A page that is asked to stand in a frame: see demo/examples.css and demo/examples.js. */
const framePage = (title, body, map) => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(title)}</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/examples.css">${
    map
      ? '\n  <script type="importmap">{ "imports": { "backorder-elements/define": "/cdn/backorder-elements.elements.js" } }</script>'
      : ''
  }
  <script src="/examples.js" defer></script>
</head>
<body>
<main>
<h1 class="title">${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** Writes an example; puts the page that runs it into `pages`, if it has one. */
export function writeExample(name, kind, text, title, pages) {
  const caption = `${CAPTIONS[kind] ?? kind}: ${title}`;
  const code = block(text, caption, name);
  const isFramed = !STILL.has(name) && (kind === 'html' || (kind === 'js' && drawsTags(text)));
  if (isFramed) {
    const path = `examples/docs-${name}.html`;
    const body = AROUND[name]?.(served(text)) ?? served(text);
    pages.set(path, framePage(title, body, kind === 'js'));
    return `<div class="example">\n${code}<figure class="live">
<figcaption class="snippet__caption">Live <a href="/${path}">open it alone</a></figcaption>
<iframe class="live__frame" src="/${path}" title="Live: ${escape(title)}" data-fit></iframe>
</figure>\n</div>\n`;
  }
  if (kind !== 'js' && kind !== 'json') return code;
  return `<div class="example">\n${code}<div class="live">
<p class="snippet__caption">Live, in this page</p>
<div class="live__here" data-run="${name}" data-kind="${kind}"><noscript>With scripts on, what it gives stands here.</noscript></div>
</div>\n</div>\n`;
}
