/**
 * The pages written by hand. demo/tools/pages/NAME.html holds the inside of <main> and, before it, lines of the form
 * `<!-- key: value -->`:
 *
 *   title: …         required
 *   script: /x.js    a script for this page
 *   module: /x.js    the same as a module
 *   scripts: none    no script on the page at all
 *   scripts: late    all but the script tag of Backorder Elements, which a module of the page adds
 *
 * Inside, one line each:
 *
 *   <!-- code: FILE | What it is -->             shows demo/tools/examples/FILE to be copied
 *   <!-- example: FILE | What it is | Title -->  shows it, and beside it a page that runs it: demo/examples/NAME.html
 *   <!-- here: FILE | What it is -->             shows it, and runs it in this very page
 *   <!-- situations -->                          the table of demo/data/situations.json
 */
import { readFileSync, readdirSync } from 'node:fs';
import * as slots from './slots.mjs';
import { escape, layout, productPage } from './theme.mjs';

const folder = (name) => new URL(`${name}/`, import.meta.url);
const readExample = (file) => readFileSync(new URL(file, folder('examples')), 'utf8').trim();
const nameOf = (file) => file.replace(/\.\w+$/, '');

/** A block of code. Tests find it by `data-example` and run what it says. */
function code(file, caption) {
  const text = escape(readExample(file));
  return `<figure class="snippet">
<figcaption class="snippet__caption">${escape(caption)}</figcaption>
<pre class="code" data-copy data-example="${nameOf(file)}" tabindex="0" role="region" aria-label="${escape(caption)}"><code>${text}</code></pre>
</figure>`;
}

const frame = (file, title, scripts) => `<figure class="live">
<figcaption class="snippet__caption">Live, on a page without a theme <a href="/examples/${nameOf(file)}.html">open it alone</a></figcaption>
<iframe class="live__frame${scripts ? '' : ' live__frame--still'}" src="/examples/${nameOf(file)}.html" title="${escape(title)}"${scripts ? ' data-fit' : ' sandbox="allow-forms allow-same-origin"'}></iframe>
</figure>`;

const here = (file) => `<div class="live">
<p class="snippet__caption">Live, in this page</p>
<div class="live__here">
${readExample(file)}
</div>
</div>`;

const pair = (first, second) => `<div class="example">\n${first}\n${second}\n</div>`;

function situationTable() {
  const { groups } = JSON.parse(readFileSync(new URL('../data/situations.json', import.meta.url), 'utf8'));
  const row = ({ title, path, see }) =>
    `<tr><th scope="row"><a href="${escape(path)}">${escape(title)}</a></th><td>${escape(see)}</td></tr>`;
  return groups
    .map(
      ({ title, situations }) => `<h2>${escape(title)}</h2>
<div class="table-scroll" tabindex="0" role="region" aria-label="${escape(title)}"><table class="table table--situations">
<thead><tr><th scope="col">Situation</th><th scope="col">What you should see</th></tr></thead>
<tbody>
${situations.map(row).join('\n')}
</tbody>
</table></div>`,
    )
    .join('\n');
}

const WRITERS = {
  code: (file, caption) => code(file, caption),
  example: (file, caption, title, scripts) => pair(code(file, caption), frame(file, title, scripts)),
  here: (file, caption) => pair(code(file, caption), here(file)),
  situations: situationTable,
};

/** The import map stands in for a bundler. */
const EXAMPLE_SCRIPTS = `
  <script type="importmap">{ "imports": { "backorder-elements/define": "/cdn/backorder-elements.elements.js" } }</script>
  <script type="module" src="/msw/start.mjs"></script>
  <script src="/examples.js" defer></script>`;

/** The page round an example: next to nothing, so that it shows what the elements look like by themselves. */
const examplePage = (file, title, scripts) => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(title)}</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/examples.css">${scripts ? EXAMPLE_SCRIPTS : ''}
</head>
<body>
<main>
<h1 class="title">${escape(title)}</h1>
${readExample(file)}
</main>
</body>
</html>
`;

/** Writes one page; puts the pages of its examples into `pages` as well. */
function writtenPage(data, name, pages) {
  const text = readFileSync(new URL(name, folder('pages')), 'utf8');
  const settings = /^(?:<!-- [a-z]+: .* -->\n)+/.exec(text)[0];
  const all = (key) => [...settings.matchAll(new RegExp(`^<!-- ${key}: (.*) -->$`, 'gm'))].map((it) => it[1]);
  const [which] = all('scripts');
  const scripts = which !== 'none';
  const styleOnly = { snippet: /<style>[\s\S]*<\/style>/.exec(slots.head())[0] };
  const body = text
    .slice(settings.length)
    .replace(/^[ ]*<!-- (code|example|here|situations)(?:: (.*?))? -->$/gm, (_line, kind, values = '') => {
      const [file, caption, title] = values.split(' | ');
      if (kind === 'example') pages.set(`examples/${nameOf(file)}.html`, examplePage(file, title, scripts));
      return WRITERS[kind](file, caption, title, scripts);
    });
  const tags = [
    '<script src="/copy.js" defer></script>',
    ...all('script').map((src) => `<script src="${src}" defer></script>`),
    ...all('module').map((src) => `<script type="module" src="${src}"></script>`),
  ];
  pages.set(
    name,
    layout(data, {
      path: '/' + name,
      title: all('title')[0],
      body,
      scripts,
      tags,
      ...(which === 'late' && styleOnly),
      mainClass: 'page page--developer',
    }),
  );
}

/** All of them, by their path in demo/. */
export function writtenPages(data) {
  const blanket = data.products.find(({ handle }) => handle === 'fjell-wool-blanket');
  const pages = new Map([
    ['examples/no-script-product.html', productPage(data, blanket, { scripts: false })],
  ]);
  for (const name of readdirSync(folder('pages')).sort()) {
    if (name.endsWith('.html')) writtenPage(data, name, pages);
  }
  return pages;
}
