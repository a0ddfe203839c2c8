import { expect } from '@open-wc/testing';
import { readInlineJson } from '../../src/sources/inline-document.js';

const ATTRIBUTE = 'data-backorder-availability';

/** What is read from a page with this markup in it. */
function readFrom(html: string): ReturnType<typeof readInlineJson> {
  const root = document.createElement('div');
  root.innerHTML = html;
  return readInlineJson(ATTRIBUTE, root);
}

const script = (text: string, attributes = ATTRIBUTE): string =>
  `<script type="application/json" ${attributes}>${text}</script>`;

describe('readInlineJson', () => {
  it('reads the JSON of the script with the attribute', () => {
    expect(readFrom(script('{"version":1}'))).to.deep.equal({ found: true, json: { version: 1 } });
    expect(readFrom(script(' null '))).to.deep.equal({ found: true, json: null });
  });

  it('the first one counts', () => {
    expect(readFrom(script('1') + script('2'))).to.deep.equal({ found: true, json: 1 });
  });

  it('finds nothing where there is none', () => {
    expect(readFrom('')).to.deep.equal({ found: false });
    expect(readFrom(script('{}', 'data-other'))).to.deep.equal({ found: false });
  });

  it('tells broken JSON from none', () => {
    for (const text of ['', '{', "{'a':1}", '{"a":1,}', '<!-- -->', 'undefined']) {
      expect(readFrom(script(text)), text).to.deep.equal({ found: false, broken: true });
    }
  });

  it('H18 only a JSON script counts, whatever else bears the attribute', () => {
    for (const html of [
      `<a ${ATTRIBUTE}>{"a":1}</a>`,
      `<div ${ATTRIBUTE} type="application/json">{"a":1}</div>`,
      `<script type="text/plain" ${ATTRIBUTE}>{"a":1}</script>`,
      `<template type="application/json" ${ATTRIBUTE}>{"a":1}</template>`,
      `<form id="${ATTRIBUTE}"></form><img name="${ATTRIBUTE}">`,
    ]) {
      expect(readFrom(html), html).to.deep.equal({ found: false });
    }
  });

  it('H34 does not parse what is far too long', () => {
    const text = `"${'x'.repeat(1024 * 1024)}"`;
    expect(readFrom(script(text))).to.deep.equal({ found: false, broken: true });
  });

  it('H19 markup inside a string stays a string', () => {
    expect(readFrom(script('{"a":"\\u003c/script>\\u003cimg src=x: onerror=canary()>"}'))).to.deep.equal({
      found: true,
      json: { a: '</script><img src=x: onerror=canary()>' },
    });
  });
});
