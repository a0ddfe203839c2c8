// What a theme's asset folder and a classic script tag ask of the built files.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import vm from 'node:vm';

const names = readdirSync('cdn', { recursive: true, encoding: 'utf8' });
const text = (name) => readFileSync(`cdn/${name}`, 'utf8');
const loader = text('backorder-elements.js');

describe('script-tag files', () => {
  it('lie flat, under one prefix', () => {
    assert.deepEqual(
      names.filter((name) => !/^backorder-elements(\.[a-z0-9-]+)?\.(js|txt)$/i.test(name)),
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
});
