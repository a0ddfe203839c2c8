// The hostile strings do work where a page lets them in: without this, a page on which none of them works would prove nothing.
import { expect } from '@open-wc/testing';
import { HOSTILE, hostileStrings } from '../fixtures/hostile-strings.js';
import { pause } from '../support/journey.js';

/** Ways in which careless pages put text into themselves. */
const CONTEXTS: Readonly<Record<string, (text: string) => string>> = {
  content: (text) => `<div>${text}</div>`,
  inDouble: (text) => `<img src="x:" alt="${text}">`,
  inSingle: (text) => `<img src='x:' alt='${text}'>`,
  bare: (text) => `<img src=${text}>`,
  title: (text) => `<title>${text}</title>`,
  textarea: (text) => `<textarea>${text}</textarea>`,
  style: (text) => `<style>p{color:${text}}</style><p>x`,
  inlineStyle: (text) => `<p style="color:${text.replaceAll('"', '&quot;')}">x`,
  xmp: (text) => `<xmp>${text}</xmp>`,
  noscript: (text) => `<noscript>${text}</noscript>`,
  iframe: (text) => `<iframe>${text}</iframe>`,
  comment: (text) => `<!-- ${text} -->`,
  template: (text) => `<template>${text}</template>`,
  select: (text) => `<select><option>${text}</option></select>`,
  scriptSingle: (text) => `<script>var x = '${text}'</script>`,
  scriptDouble: (text) => `<script>var x = "${text}"</script>`,
  scriptTemplate: (text) => `<script>var x = \`${text}\`</script>`,
  scriptBare: (text) => `<script>${text}</script>`,
  link: (text) => `<a href="${text.replaceAll('"', '&quot;')}">x</a>`,
};

const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  attribute: ['inDouble', 'inSingle', 'bare'],
  rawText: [
    'title',
    'textarea',
    'style',
    'xmp',
    'noscript',
    'iframe',
    'comment',
    'template',
    'select',
    'scriptDouble',
  ],
  code: ['scriptSingle', 'scriptDouble', 'scriptTemplate', 'scriptBare'],
  template: ['scriptTemplate'],
  scriptAddresses: ['link'],
  otherAddresses: ['link'],
  style: ['style', 'inlineStyle'],
};

/** Whether a text runs, or asks for something, in one of the contexts. */
async function works(text: string, context: (text: string) => string): Promise<boolean> {
  const frame = document.createElement('iframe');
  let ran = false;
  frame.style.cssText = 'position:fixed;inset:0 auto auto 0;width:300px;height:200px';
  document.body.append(frame);
  const inside = frame.contentWindow as Window & typeof globalThis & { canary?: () => void };
  const define = (it: Window): void => {
    (it as unknown as { canary: () => void }).canary = () => (ran = true);
  };
  define(inside);
  const page = frame.contentDocument as Document;
  page.open();
  define(frame.contentWindow as Window);
  page.write(`<!doctype html><body><form id=x></form>${context(text)}`);
  page.close();
  for (let waited = 0; waited < 6 && !ran; waited += 1) {
    if (waited === 1) for (const it of page.querySelectorAll<HTMLElement>('a, button')) it.click();
    await pause(10);
    // A string that has sent the frame elsewhere has run all right.
    try {
      const asked = (frame.contentWindow as Window).performance.getEntriesByType('resource');
      if (asked.some(({ name }) => name.includes('canary-beacon'))) ran = true;
    } catch {
      // It has led to another site: that is harm, but nothing that ran.
      break;
    }
  }
  frame.remove();
  return ran;
}

describe('H01 control', () => {
  it('H01 the corpus is large and of many kinds', () => {
    expect(hostileStrings.length).to.be.at.least(150);
    expect(Object.keys(HOSTILE).length).to.be.at.least(15);
  });

  it('H01 at least ninety of the strings run where they are let in', async function (this: Mocha.Context) {
    this.timeout(120_000);
    const working: string[] = [];
    for (const [kind, texts] of Object.entries(HOSTILE)) {
      const names = BY_KIND[kind] ?? ['content'];
      for (let start = 0; start < texts.length; start += 10) {
        const results = texts.slice(start, start + 10).map(async (text) => {
          for (const name of names) {
            if (await works(text, CONTEXTS[name] as (text: string) => string)) {
              working.push(`${kind}: ${text}`);
              return;
            }
          }
        });
        await Promise.all(results);
      }
    }
    const kinds = new Set(working.map((it) => it.split(':')[0]));
    expect(working.length, `${working.length} of ${hostileStrings.length}`).to.be.at.least(90);
    expect(kinds.size, [...kinds].join(' ')).to.be.at.least(8);
  });
});
