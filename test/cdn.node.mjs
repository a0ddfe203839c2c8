// What a theme's asset folder and a classic script tag ask of the built files.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import vm from 'node:vm';
import { brotliCompressSync, constants } from 'node:zlib';

const names = readdirSync('cdn', { recursive: true, encoding: 'utf8' });
const text = (name) => readFileSync(`cdn/${name}`, 'utf8');
const loader = text('backorder-elements.js');

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

  it('name the licences of what is inside', () => {
    const licenses = text('backorder-elements.licenses.txt');
    for (const name of ['Backorder Elements', 'lit', '@floating-ui/dom'])
      assert.ok(licenses.includes(name), name);
    for (const name of names.filter((it) => it.endsWith('.js'))) {
      assert.match(text(name), /^\/\*! Backorder Elements \d/, name);
    }
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
