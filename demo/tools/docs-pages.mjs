/**
 * The pages of the documentation: demo/docs/*.html of the sources that docs-contents.mjs names, their index, the pages of
 * their live examples, and what the search reads.
 */
import { readFileSync } from 'node:fs';
import { wayForm } from './docs-chooser.mjs';
import { GROUPS, PAGES } from './docs-contents.mjs';
import { writeExample } from './docs-examples.mjs';
import { partsOf } from './docs-markdown.mjs';
import { searchIndex } from './docs-search.mjs';
import { escape, layout } from './theme.mjs';

const root = new URL('../../', import.meta.url);

/** A page that has come from its source: title, the sentence that says what it is for, and its parts. */
function readPage(entry, pages) {
  const markdown = readFileSync(new URL(entry.source, root), 'utf8');
  const [top, ...parts] = partsOf(markdown, entry.source, (...example) => writeExample(...example, pages));
  const [, intro = ''] = /^<p>([\s\S]*?)<\/p>/.exec(top.html) ?? [];
  const sentence = /^[\s\S]*?[.!?](?=\s|$)/.exec(intro.replace(/<[^>]+>/g, ''))?.[0] ?? '';
  return { title: top.title, summary: sentence, ...entry, top, parts };
}

const isHere = (page, at) => (page === at ? ' aria-current="page"' : '');
const addressOf = (page) => `/docs/${page}.html`;

/** The contents of all pages, beside each; on a phone they open above it. */
const contents = (all, at) => `<details class="docs__menu">
<summary class="docs__summary">All pages</summary>
<nav aria-label="Documentation">
<ul class="docs__list"><li><a class="docs__link" href="${addressOf('index')}"${isHere('index', at)}>Contents</a></li></ul>
${GROUPS.map(
  ([group, list]) => `<p class="docs__group">${escape(group)}</p>
<ul class="docs__list">
${list
  .map(([page]) => all.get(page))
  .map(
    ({ page, title }) =>
      `<li><a class="docs__link" href="${addressOf(page)}"${isHere(page, at)}>${escape(title)}</a></li>`,
  )
  .join('\n')}
</ul>`,
).join('\n')}
</nav>
</details>`;

/** Hidden without a script: the contents are there then. */
const SEARCH = `<form class="docs__search" role="search" action="/docs/index.html" data-search hidden>
<label class="field__label" for="docs-search">Search the documentation</label>
<input class="field__input" id="docs-search" type="search" name="q" autocomplete="off" spellcheck="false" aria-describedby="docs-search-keys" aria-controls="docs-found">
<p class="docs__keys" id="docs-search-keys"><kbd>/</kbd> to search, <kbd>↓</kbd> to the results</p>
<p class="docs__said" role="status" data-search-said></p>
<ol class="docs__found" id="docs-found" data-search-found></ol>
</form>`;

const onThisPage = (parts) => {
  const heads = parts.filter(({ level }) => level === 2);
  if (heads.length < 3) return '';
  return `<nav class="docs__here" aria-label="On this page"><ul>
${heads.map(({ anchor, heading }) => `<li><a href="#${anchor}">${heading}</a></li>`).join('\n')}
</ul></nav>\n`;
};

const neighbours = (all, at) => {
  const list = [...all.values()];
  const index = list.findIndex(({ page }) => page === at);
  const link = (it, rel, text) =>
    it
      ? `<a class="docs__next" rel="${rel}" href="${addressOf(it.page)}"><span>${text}</span> ${escape(it.title)}</a>`
      : '';
  return `<nav class="docs__ends" aria-label="Before and after">
${link(list[index - 1], 'prev', 'Before')}
${link(list[index + 1], 'next', 'Next')}
</nav>`;
};

const frame = (all, at, article) => `<div class="docs">
<div class="docs__side">
${SEARCH}
${contents(all, at)}
</div>
<article class="docs__text" data-docs-text>
${article.trim()}
</article>
</div>`;

const section = ({ level, heading, anchor, html }) =>
  `<h${level} id="${anchor}">${heading}</h${level}>\n${html}`;

function article(all, { page, group, title, top, parts }) {
  const intro = top.html.replace(/^<p>/, '<p class="page-intro">').replace('<!-- chooser -->', wayForm);
  return `<p class="docs__kicker">${escape(group)}</p>
<h1 id="${top.anchor}">${escape(title)}</h1>
${intro.replace(/^(<p class="page-intro">[\s\S]*?<\/p>\n?)/, `$1${onThisPage(parts)}`)}
${parts.map(section).join('')}
${neighbours(all, page)}`;
}

const indexArticle = (all) => `<h1>Documentation</h1>
<p class="page-intro">One short page for each task, every example running beside its code.</p>
<p class="docs__begin"><a class="button" href="${addressOf('choose')}">Which way do I install?</a> <a class="button button--quiet" href="${addressOf('start')}">Start in a minute</a></p>
${GROUPS.map(
  ([group, list]) => `<h2>${escape(group)}</h2>
<dl class="docs__index">
${list
  .map(([page]) => all.get(page))
  .map(
    ({ page, title, summary }) =>
      `<div><dt><a href="${addressOf(page)}">${escape(title)}</a></dt><dd>${summary}</dd></div>`,
  )
  .join('\n')}
</dl>`,
).join('\n')}`;

const TAGS = [
  '<link rel="stylesheet" href="/docs.css">',
  '<script src="/copy.js" defer></script>',
  '<script type="module" src="/docs/search.mjs"></script>',
];
/** Only where a page has what they work on. */
const SCRIPTS = [
  ['data-run', '<script type="module" src="/docs/run.mjs"></script>'],
  ['data-ways', '<script type="module" src="/docs/choose.mjs"></script>'],
];

/** All of them, by their path in demo/. */
export function docsPages(data) {
  const pages = new Map();
  const all = new Map(PAGES.map((entry) => [entry.page, readPage(entry, pages)]));
  const add = (page, title, description, text) => {
    const body = frame(all, page, text);
    const tags = [...TAGS, ...SCRIPTS.filter(([mark]) => body.includes(mark)).map(([, tag]) => tag)];
    const given = { path: addressOf(page), title, description, body, tags, snippet: '' };
    pages.set(`docs/${page}.html`, layout(data, { ...given, mainClass: 'page page--developer page--docs' }));
  };
  add('index', 'Documentation', 'How to install, feed, style and run Backorder Elements.', indexArticle(all));
  for (const it of all.values()) add(it.page, it.title, it.summary || it.title, article(all, it));
  pages.set('docs/search.index', searchIndex([...all.values()]));
  return pages;
}
