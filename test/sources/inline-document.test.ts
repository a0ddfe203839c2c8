import { expect } from '@open-wc/testing';
import { inlineTexts, parseInline } from '../../src/sources/inline-document.js';
import { quietConsole, takeWarnings } from '../support/quiet.js';

const ATTRIBUTE = 'data-backorder-availability';

/** What is read from a page with this markup in it. */
function readFrom(html: string): readonly object[] {
  const root = document.createElement('div');
  root.innerHTML = html;
  return parseInline(inlineTexts(ATTRIBUTE, root), ATTRIBUTE, 'bad-document');
}

const script = (text: string, attributes = ATTRIBUTE): string =>
  `<script type="application/json" ${attributes}>${text}</script>`;

describe('JSON in the page', () => {
  quietConsole();

  it('is that of the scripts with the attribute, in the order of the page', () => {
    expect(readFrom(script('{"version":1}') + script('[2]'))).to.deep.equal([{ version: 1 }, [2]]);
  });

  it('is none where there is no such script', () => {
    expect(readFrom('')).to.deep.equal([]);
    expect(readFrom(script('{}', 'data-other'))).to.deep.equal([]);
  });

  for (const text of ['', '{', "{'a':1}", '{"a":1,}', '<!-- -->', 'undefined', 'null', '5', '"x"']) {
    it(`that is ${JSON.stringify(text)} is left out and told, and the others count`, () => {
      expect(readFrom(script(text) + script('{"a":1}'))).to.deep.equal([{ a: 1 }]);
      expect(takeWarnings()[0]).to.include('bad-document: expected JSON in the data-backorder-availability');
    });
  }

  it('H18 only a JSON script counts, whatever else bears the attribute', () => {
    for (const html of [
      `<a ${ATTRIBUTE}>{"a":1}</a>`,
      `<div ${ATTRIBUTE} type="application/json">{"a":1}</div>`,
      `<script type="text/plain" ${ATTRIBUTE}>{"a":1}</script>`,
      `<template type="application/json" ${ATTRIBUTE}>{"a":1}</template>`,
      `<form id="${ATTRIBUTE}"></form><img name="${ATTRIBUTE}">`,
    ]) {
      expect(readFrom(html), html).to.deep.equal([]);
    }
  });

  it('H34 is not parsed when it is far too long', () => {
    expect(readFrom(script(`["${'x'.repeat(1024 * 1024)}"]`))).to.deep.equal([]);
    expect(takeWarnings()).to.have.length(1);
  });

  it('H19 markup inside a string stays a string', () => {
    expect(readFrom(script('{"a":"\\u003c/script>\\u003cimg src=x: onerror=canary()>"}'))).to.deep.equal([
      { a: '</script><img src=x: onerror=canary()>' },
    ]);
  });
});
