// The documentation: nothing of it leads nowhere, its examples hold in Node, and what it claims of tests is so.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { createElement } from 'react';
import { renderToString as renderReact } from 'react-dom/server';
import ts from 'typescript';
import { createSSRApp } from 'vue';
import { compileScript, parse } from 'vue/compiler-sfc';
import { renderToString as renderVue } from 'vue/server-renderer';
import { SEARCH, SEARCH_OPTIONS } from '../../demo/docs/search-options.mjs';
import { cleanAnswers, QUESTIONS, readAnswers, wayOf, writeAnswers } from '../../demo/docs/ways.mjs';
import { PAGES } from '../../demo/tools/docs-contents.mjs';
import { anchorOf } from '../../demo/tools/docs-markdown.mjs';

const read = (file) => readFileSync(file, 'utf8');
const all = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => file.endsWith(ending) && !file.startsWith('demo/tools/'));

/** A page of the demo, as a browser would get it from an address. */
function pageAt(address) {
  const [path] = address.split(/[?#]/);
  return `demo${path.endsWith('/') ? `${path}index.html` : path}`;
}

/** What the demo's server answers itself. */
const SERVED = /^\/(?:cdn|endpoint|v1|cart|react|vue)\/|^\/demand$|^\/src\//;

const anchorsIn = (html) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));

describe('links', () => {
  const pages = new Map(all('demo', '.html').map((file) => [file, read(file)]));

  it('of every page of the demo lead to a page and a place in it', () => {
    const dead = [];
    for (const [file, html] of pages) {
      // What is shown as code is somebody else's page.
      const shown = html.replace(/<pre[\s\S]*?<\/pre>|<template[\s\S]*?<\/template>|<!--[\s\S]*?-->/g, '');
      for (const [, , link] of shown.matchAll(
        /<(?:a|link|iframe|img|script)\b[^>]*?\s(href|src)="([^"]*)"/g,
      )) {
        const address = new URL(link.replaceAll('&amp;', '&'), `http://demo/${file.slice('demo/'.length)}`);
        if (address.host !== 'demo' || !/^https?:$/.test(address.protocol)) continue;
        const path = decodeURIComponent(address.pathname);
        if (SERVED.test(path) && !pages.has(pageAt(path))) continue;
        const target = pageAt(path);
        const place = decodeURIComponent(address.hash.slice(1));
        const isThere = pages.has(target) || existsSync(target);
        if (!isThere) dead.push(`${file}: ${link}`);
        // Pages whose places are drawn by a script keep their state in the hash.
        else if (place && !place.includes('=') && !anchorsIn(pages.get(target) ?? '').has(place))
          dead.push(`${file}: ${link}`);
      }
    }
    assert.deepEqual(dead, []);
  });

  it('of every text lead to a file and a heading of it', () => {
    const texts = [
      'README.md',
      'CHANGELOG.md',
      'llms.txt',
      ...all('.github', '.md'),
      ...PAGES.map(({ source }) => source),
    ];
    const dead = [];
    for (const file of new Set(texts)) {
      const text = read(file).replace(/^```[\s\S]*?^```/gm, '');
      for (const [, link] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(link)) continue;
        const [path, anchor] = link.split('#');
        const target = path ? posix.join(posix.dirname(file), path) : file;
        // Written from its Markdown, or with the build.
        const headings = () =>
          [...read(target).matchAll(/^#{1,4} (.+)$/gm)].map(([, title]) => anchorOf(title));
        if (!existsSync(target)) dead.push(`${file}: ${link}`);
        else if (anchor && target.endsWith('.md') && !headings().includes(anchor))
          dead.push(`${file}: ${link}`);
      }
    }
    assert.deepEqual(dead, []);
  });

  it('every text of the documentation is a page, in the contents of each and of README', () => {
    const sources = PAGES.map(({ source }) => source);
    assert.equal(new Set(sources).size, sources.length);
    assert.deepEqual(
      all('demo/docs', '.md').filter((file) => !sources.includes(file)),
      [],
    );
    for (const { page, source } of PAGES) {
      assert.ok(read('demo/docs/index.html').includes(`href="/docs/${page}.html"`), page);
      assert.ok(read('README.md').includes(`](${source})`), source);
    }
  });
});

describe('the search', () => {
  const index = MiniSearch.loadJSON(read('demo/docs/search.index'), SEARCH_OPTIONS);
  const first = (words) => index.search(words, SEARCH)[0]?.id;

  it('finds what people look for first', () => {
    for (const [words, page] of [
      ['content security policy', 'hosting.html#content-security-policy'],
      ['import map', 'import-map.html'],
      ['sheduled holidays', 'dates.html'],
      ['webhook', 'webhooks.html'],
      ['klaviyo', 'sign-ups.html'],
      ['dark mode', 'styling.html'],
      ['files-missing', 'troubleshooting.html'],
      ['shopify selling plans', 'shopify.html'],
      ['deprecated', 'upgrades.html'],
      ['privacy cookies', 'privacy.html'],
    ]) {
      const hits = index.search(words, SEARCH).concat(index.search(words, { ...SEARCH, combineWith: 'OR' }));
      assert.ok(
        hits.slice(0, 5).some(({ id }) => id.startsWith(`/docs/${page}`)),
        `${words}: ${hits.slice(0, 5).map(({ id }) => id)}`,
      );
    }
    assert.equal(first('upgrades and deprecations'), '/docs/upgrades.html');
    assert.equal(first('xyzzyplugh'), undefined);
  });

  it('leads to places that are there', () => {
    const stored = JSON.parse(read('demo/docs/search.index')).documentIds;
    for (const id of Object.values(stored)) {
      const [path, anchor] = id.split('#');
      assert.ok(existsSync(`demo${path}`), id);
      if (anchor) assert.ok(anchorsIn(read(`demo${path}`)).has(anchor), id);
    }
  });
});

describe('which way do I install', () => {
  /** Every way through the questions, as far as the last. */
  const ways = QUESTIONS.reduce(
    (open, question) =>
      open.flatMap((answers) => {
        const asked = !question.only || answers[question.only[0]] === question.only[1];
        return asked
          ? question.answers.map(([value]) => ({ ...answers, [question.name]: value }))
          : [answers];
      }),
    [{}],
  );

  it('has three or four questions for everybody, and each way leads to one page that is there', () => {
    assert.ok(ways.length > 100);
    const table = read('demo/docs/choose.html');
    for (const answers of ways) {
      assert.ok([3, 4].includes(Object.keys(answers).length));
      const { start, then } = wayOf(answers);
      assert.ok(table.includes(`href="/docs/${start[0]}.html">`), start[0]);
      for (const [page] of [start, ...then]) assert.ok(existsSync(`demo/docs/${page}.html`), page);
    }
    for (const { page } of PAGES.filter(({ page: it }) =>
      /^install-|^(?:theme|headless|react|vue|server|cms|prestashop|import-map)$/.test(it),
    )) {
      assert.ok(
        ways.some((answers) => wayOf(answers).start[0] === page),
        `somebody is led to ${page}`,
      );
    }
  });

  it('keeps its answers in the address, and takes nothing else from there', () => {
    for (const answers of ways) assert.deepEqual(readAnswers(`?${writeAnswers(answers)}`), answers);
    for (const evil of [
      'have=constructor',
      'have=__proto__',
      'system=shopify',
      'have=theme&system="><img>',
      'x=y&%%%',
    ]) {
      const answers = readAnswers(`?${evil}`);
      assert.deepEqual(cleanAnswers(answers), answers);
      assert.equal(wayOf(answers), undefined);
    }
  });
});

describe('what is claimed', () => {
  const tests = ['.test.ts', '.node.mjs', '-suite.ts']
    .flatMap((ending) => all('test', ending))
    .filter((file) => !file.includes('demo/docs'))
    .map(read)
    .join('\n');

  it('of accessibility is held by the tests that are named, for every element', () => {
    const statement = read('demo/docs/accessibility.md');
    const rows = statement.split('\n').filter((line) => /^\| \d/.test(line));
    assert.ok(rows.length > 25);
    for (const row of rows) {
      const titles = [...row.split('|')[3].matchAll(/`([^`]+)`/g)].map(([, title]) => title);
      assert.ok(titles.length, row);
      for (const title of titles) assert.ok(tests.includes(title), `a test is called “${title}”`);
    }
    const { modules } = JSON.parse(read('custom-elements.json'));
    for (const { tagName } of modules.flatMap(({ declarations = [] }) => declarations)) {
      if (tagName) assert.ok(statement.includes(`## \`<${tagName}>\``), tagName);
    }
  });

  it('of security is held by the tests that are named', () => {
    for (const [, file] of read('.github/SECURITY.md').matchAll(/`(test\/[^`]+)`/g))
      assert.ok(existsSync(file), file);
  });
});

describe('examples in Node', () => {
  const fence = (page, name) =>
    new RegExp(`<!-- example: ${name} -->\\n+\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(
      read(`demo/docs/${page}.md`),
    )[1];
  let folder;
  before(() => {
    // Inside the repository, so that names of packages mean what they mean to whoever installs them.
    mkdirSync('.cache', { recursive: true });
    folder = mkdtempSync('.cache/docs-');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const load = async (name, code) => {
    const file = resolve(folder, name);
    writeFileSync(file, code);
    return import(pathToFileURL(file).href);
  };
  const cart = { add() {} };

  it('React draws the tags with what they are given, also on a server', async () => {
    const { outputText } = ts.transpileModule(fence('react', 'react'), {
      compilerOptions: {
        jsx: ts.JsxEmit.ReactJSX,
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
      },
    });
    const { BuyBox } = await load('react.mjs', outputText);
    const html = renderReact(createElement(BuyBox, { product: 'chair', variant: '41', quantity: 2, cart }));
    assert.equal(
      html,
      '<product-availability product="chair" variant="41" quantity="2" endpoint="/availability.json"><backorder-badge></backorder-badge><preorder-button></preorder-button><eta-notice></eta-notice></product-availability>',
    );
  });

  it('Vue draws them too, and its compiler is told of every tag', async () => {
    const { default: config } = await load('vue-config.mjs', fence('vue', 'vue-config'));
    assert.equal(config.plugins.length, 1);
    const listed = new RegExp(/TAGS = \/(.*)\/;/.exec(fence('vue', 'vue-config'))[1]);
    const tags = JSON.parse(read('custom-elements.json'))
      .modules.flatMap(({ declarations = [] }) => declarations)
      .map(({ tagName }) => tagName)
      .filter(Boolean);
    for (const tag of tags) assert.match(tag, listed);
    const compilerOptions = { isCustomElement: (tag) => listed.test(tag) };
    const { descriptor } = parse(fence('vue', 'vue'), { templateParseOptions: compilerOptions });
    const { content } = compileScript(descriptor, {
      id: 'docs',
      inlineTemplate: true,
      templateOptions: { ssr: true, compilerOptions },
    });
    const { default: component } = await load('vue.mjs', content);
    const html = await renderVue(
      createSSRApp(component, { product: 'chair', variant: '41', quantity: 2, cart }),
    );
    assert.match(
      html,
      /^<product-availability product="chair" variant="41" quantity="2" endpoint="\/availability.json">/,
    );
    assert.match(
      html,
      /<preorder-button[^>]*><\/preorder-button><eta-notice><\/eta-notice><\/product-availability>$/,
    );
  });

  it('prints the hash of every script-tag file, and of the map that carries them', () => {
    const project = mkdtempSync(join(tmpdir(), 'backorder-hashes-'));
    try {
      const own = join(project, 'node_modules/backorder-elements');
      mkdirSync(dirname(own), { recursive: true });
      symlinkSync(resolve('.'), own, 'junction');
      writeFileSync(join(project, 'hashes.mjs'), fence('hosting', 'integrity'));
      const printed = execFileSync('node', ['hashes.mjs'], { cwd: project, encoding: 'utf8' });
      for (const [name, hash] of Object.entries(JSON.parse(read('cdn/backorder-elements.integrity.json')))) {
        assert.ok(
          printed.includes(
            name === 'backorder-elements.js' ? `integrity="${hash}"` : `"/assets/${name}":"${hash}"`,
          ),
          name,
        );
      }
      assert.match(printed, /script-src 'self' 'sha256-[\w+/=]{44}'/);
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });
});
