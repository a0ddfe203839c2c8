// What a page's text could be made to run by, and what a page could be watched by: none of it is in our code.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

/** Text that becomes markup or code. */
const SINKS = [
  /\binnerHTML\b/,
  /\bouterHTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bsetHTMLUnsafe\b/,
  /\bparseHTMLUnsafe\b/,
  /\bcreateContextualFragment\b/,
  /\bDOMParser\b/,
  /\bsrcdoc\b/,
  /\bdocument\s*\.\s*write(?:ln)?\b/,
  /\beval\s*\(/,
  /\bnew\s+Function\b/,
  /(?<!new\s+|[.\w])Function\s*\(/,
  /\bunsafe(?:HTML|SVG|CSS|Static)\b/,
  /\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
  /\.\s*on[a-z]+\s*=[^=]/,
  /setAttribute\s*\(\s*["'`]on/,
];

/** What others could reach us by, or what would have us know more of the shopper than we need. */
const WAYS_IN = [
  /["'`]message["'`]\s*,/,
  /\bonmessage\b/,
  /\bpostMessage\b/,
  /\bBroadcastChannel\b/,
  /\blocation\s*\.\s*(?:search|hash)\b/,
  /\bURLSearchParams\b/,
  /\bsearchParams\b/,
  /\bdocument\s*\.\s*(?:cookie|referrer)\b/,
  /\b(?:local|session)Storage\b/,
  /\bindexedDB\b/,
  /\bsendBeacon\b/,
  /["'`](?:before)?unload["'`]/,
];

const files = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

/** Comments may speak of what the code does not do. */
const withoutComments = (text) => text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const found = (names, patterns) =>
  names.flatMap((name) => {
    const text = withoutComments(readFileSync(name, 'utf8'));
    return patterns.flatMap((pattern) => {
      const [match] = pattern.exec(text) ?? [];
      return match === undefined ? [] : [`${name}: ${match}`];
    });
  });

/** Lit is in these; its own uses of markup are of templates that are code. */
const isLit = (name) => /LitElement|lit-html|litHtmlVersions/.test(readFileSync(name, 'utf8'));

describe('H31 sinks', () => {
  // The check command and the endpoint run in Node, in nobody's shop.
  const source = files('src', '.ts').filter((name) => !/^src\/(?:check|endpoint|command)\//.test(name));
  const built = files('cdn', '.js');

  it('H31 are found where they are', () => {
    const bad =
      'x.innerHTML = y; eval(y); new Function(y); document.write(y); a.onclick = b; setTimeout("x")';
    assert.equal(SINKS.filter((pattern) => pattern.test(bad)).length, 6);
    assert.ok(source.length > 50 && built.length > 5);
    assert.equal(built.filter(isLit).length, 1);
  });

  it('H31 are not in src', () => assert.deepEqual(found(source, SINKS), []));

  it('H31 are not in the built files, but for the one that Lit is in', () => {
    assert.deepEqual(
      found(
        built.filter((name) => !isLit(name)),
        SINKS,
      ),
      [],
    );
  });

  it('H31 of the one that Lit is in are Lit’s', () => {
    const lit = built.filter(isLit);
    const uses = lit.flatMap(
      (name) => readFileSync(name, 'utf8').match(/innerHTML|outerHTML|insertAdjacentHTML/g) ?? [],
    );
    const theirs = [
      'lit-html/lit-html.js',
      '@lit/reactive-element/reactive-element.js',
      'lit-element/lit-element.js',
    ].flatMap(
      (name) =>
        readFileSync(`node_modules/${name}`, 'utf8').match(/innerHTML|outerHTML|insertAdjacentHTML/g) ?? [],
    );
    assert.ok(uses.length <= theirs.length, `${uses.length} uses, Lit has ${theirs.length}`);
    assert.deepEqual(
      // Lit's css`` names unsafeCSS in a message.
      found(lit, SINKS).filter((it) => !/: (?:innerHTML|unsafeCSS)$/.test(it)),
      [],
    );
  });

  it('H28 H29 nothing listens to messages, reads the page’s query or keeps anything', () => {
    // The query of the theme's own link that buys, which gets the promise.
    const links = /\/?(?:[\w.-]+\.)?buy-links\.\w+: (?:URLSearchParams|searchParams)$/;
    // Forms that are sent as forms, and addresses that are asked with a query of their own.
    const forms =
      /(?:form|klaviyo|shopify-contact|woocommerce)-target\.\w+: (?:URLSearchParams|searchParams)$/;
    // WordPress without pretty addresses names its pages by the query: of those names only, to post to the page itself.
    const page = /woocommerce-target\.\w+: location\.search$/;
    const ways = found([...source, ...built], WAYS_IN);
    assert.deepEqual(
      ways.filter((it) => ![links, forms, page].some((known) => known.test(it))),
      [],
    );
  });
});
