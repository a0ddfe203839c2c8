// What a theme's asset folder and a classic script tag ask of the built files.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import vm from 'node:vm';
import { brotliCompressSync, constants } from 'node:zlib';

const names = readdirSync('cdn', { recursive: true, encoding: 'utf8' });
const text = (name) => readFileSync(`cdn/${name}`, 'utf8');
const loader = text('backorder-elements.js');

/** Markup that a policy without 'unsafe-inline' would stop. */
const TAG_WITH_CODE = /<[a-z][\w-]*(?:\s[^<>]*?)?\s(?:style|on[a-z]+)=/;

describe('script-tag files', () => {
  it('lie flat, under one prefix', () => {
    assert.deepEqual(
      names.filter((name) => !/^backorder-elements(\.[a-z0-9-]+)?\.(js|json|txt)$/i.test(name)),
      [],
    );
  });

  it('have a loader that is a classic script, also twice in a page or glued to other scripts', () => {
    // vm.Script parses classic scripts: import and export statements and import.meta are syntax errors.
    assert.doesNotThrow(() => new vm.Script(`var before = function () {}\n${loader}\n${loader}\nvar after;`));
  });

  it('have a loader that leaves no names and is strict', () => {
    assert.match(loader, /^\/\*!.*\*\/\s*;?\s*\(\s*(function\s*\(\)|\(\)\s*=>)\s*\{\s*["']use strict["']/);
    assert.match(loader, /\)\(\);?\s*$/);
  });

  it('have a loader that can still import', () => {
    assert.match(loader, /\bimport\(/);
  });

  it('hold Lit for production and no decorators', () => {
    for (const name of names.filter((it) => it.endsWith('.js'))) {
      assert.doesNotMatch(text(name), /dev mode|^\s*@(property|state|customElement)\b/m, name);
    }
  });

  it('K21 name the licences of what is inside', () => {
    const licenses = text('backorder-elements.licenses.txt');
    for (const name of ['Backorder Elements', 'lit', '@floating-ui/dom'])
      assert.ok(licenses.includes(name), name);
    for (const name of names.filter((it) => it.endsWith('.js'))) {
      assert.match(text(name), /^\/\*! Backorder Elements \d/, name);
    }
  });

  const scripts = names.filter((name) => name.endsWith('.js'));
  /** The first of each script's matches, but for Lit's own that are known to be none. */
  const matching = (pattern) =>
    scripts.flatMap((name) => {
      const found = text(name).match(pattern);
      return found ? [`${name}: ${found[0]}`] : [];
    });

  it('K04 make no code of text, name no source map, and import from beside themselves only', () => {
    assert.deepEqual(matching(/\beval\(|\bnew Function\b|\bimportScripts\b|document\.write/), []);
    assert.deepEqual(matching(/sourceMappingURL|sourceURL/), []);
    for (const name of scripts) {
      const code = text(name);
      // Minified: no blank stands before the address. Words of messages are no addresses.
      const imports = [...code.matchAll(/\bimport\(([^)]*)\)|\b(?:from|import)("[\w@.:/?-]+")/g)];
      for (const [, called, written] of imports) {
        const path = called ?? written;
        // The loader's are beside itself, by its own address.
        const own =
          /^["'`](?:\.\/|\$\{\w+\})backorder-elements\.(?:[\w-]+|\$\{\w+\})\.js(?:\$\{\w+\})?["'`]$/;
        assert.match(path, own, name);
        const [, file] = /\.\/([\w.-]+)/.exec(path) ?? [];
        if (file) assert.ok(scripts.includes(file), `${name} imports ${file}`);
      }
    }
  });

  it('K14 name no host but Klaviyo’s, for who sends sign-ups there, and hold no key and nothing that measures', () => {
    const KNOWN = {
      // Names of vocabularies, which nobody asks.
      'https://schema.org': 'structured',
      'https://api.w.org': 'woocommerce',
      'https://a.klaviyo.com': 'target',
    };
    const hosts = scripts.flatMap((name) =>
      [...text(name).matchAll(/(?:https?|wss?):\/\/[\w-]+(?:\.[\w-]+)+/g)].map(([host]) => host),
    );
    assert.ok(hosts.includes('https://a.klaviyo.com'));
    assert.deepEqual(
      [...new Set(hosts)].filter((it) => !Object.hasOwn(KNOWN, it)),
      [],
    );
    assert.deepEqual(matching(/localhost|127\.0\.0\.1|\.local\b|\.internal\b/), []);
    // Keys of the services that we speak to or that builds know.
    assert.deepEqual(
      matching(
        /\b(?:sk|pk|rk)_[\w]{10,}|shp(?:at|ca|pa|ss)_\w+|AKIA[0-9A-Z]{16}|\bgh[pousr]_\w{20}|-----BEGIN/,
      ),
      [],
    );
    assert.deepEqual(
      matching(
        /sendBeacon|google-analytics|googletagmanager|sentry|bugsnag|datadog|segment\.io|mixpanel|\bgtag\(|fbq\(/i,
      ),
      [],
    );
    for (const path of ['backorder-elements.js', 'backorder-elements.page.js'])
      assert.doesNotMatch(text(path), /https?:\/\/\w/, path);
  });

  it('N37 fetch nothing before it is needed, whether a shopper saves data or not', () => {
    assert.deepEqual(
      matching(/["'`](?:modulepreload|prefetch|preload|preconnect|dns-prefetch)["'`]|speculationrules/),
      [],
    );
    // The form comes by a call, when there is a tag of it, and by nothing that comes before.
    const reached = new Set(['page.js', 'backorder-badge.js', 'eta-notice.js', 'preorder-button.js']);
    for (const name of reached) {
      const code = text(`backorder-elements.${name}`);
      for (const [, file] of code.matchAll(/\b(?:from|import)"\.\/backorder-elements\.([\w.-]+)"/g))
        reached.add(file);
    }
    assert.ok(reached.size > 4);
    assert.ok(!reached.has('notify-me-form.js'));
  });

  it('K07 write no style attribute and no handler into any tag', () => {
    assert.match('<b style="color:red">', TAG_WITH_CODE);
    assert.match('<b part=x onclick="y">', TAG_WITH_CODE);
    assert.deepEqual(matching(TAG_WITH_CODE), []);
    assert.deepEqual(matching(/setAttribute\(["'`](?:style|on)/), []);
  });

  const languages = readdirSync('src/messages')
    .map((name) => name.replace('.ts', ''))
    .filter((name) => /^[a-z]{2}(?:-[a-z]{2,4})?$/.test(name) && name !== 'en');

  it('have a language a file, none over 1,600 bytes of brotli', () => {
    assert.ok(languages.length >= 36);
    for (const tag of languages) {
      const code = readFileSync(`cdn/backorder-elements.${tag}.js`);
      const { length } = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      assert.ok(length <= 1600, `${tag}: ${length}`);
    }
  });

  it('name no language in what every page loads', () => {
    for (const name of ['backorder-elements.js', 'backorder-elements.page.js']) {
      for (const tag of [...languages, 'pseudo']) assert.ok(!text(name).includes(`elements.${tag}.js`), tag);
    }
  });

  it('T23 compare nothing by the shopper’s language, where I and i may be two letters', () => {
    for (const name of names.filter((it) => it.endsWith('.js'))) {
      assert.doesNotMatch(text(name), /toLocale(?:Lower|Upper)Case|localeCompare/, name);
    }
  });
});
