// What a merchant's snippet has printed into a page, read as a browser and the library read it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { decide, parseDocument } from 'backorder-elements/availability';

const SCRIPT = /<script\b[^>]*\bdata-backorder-availability\b[^>]*>/gi;
const isInstant = (text) => /T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
const validate = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  formats: { 'date-time': isInstant },
}).compile(JSON.parse(readFileSync('dist/availability-v1.schema.json', 'utf8')));

/** Texts that end scripts, strings or tags where somebody has forgotten to escape them. */
export const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '"quoted" \\ and \'quoted\'',
  'line\u2028 and paragraph\u2029 separators',
  'tab\tline\nreturn\r',
  '{{ product.title }} {% raw %} {{{x}}}',
  '&lt;b&gt; &amp; <b onmouseover=alert(1)>',
  '𝒴 emoji 🪑 ١٢٣ שלום',
];

/** The text of the one script with the document: it ends where a browser ends it, at the first end tag. */
export function printedText(html) {
  const starts = [...html.matchAll(SCRIPT)];
  assert.equal(starts.length, 1, `one document a page, not ${starts.length}`);
  const start = starts[0].index + starts[0][0].length;
  const length = html.slice(start).search(/<\/script/i);
  assert.ok(length >= 0, 'the script ends');
  const text = html.slice(start, start + length);
  assert.doesNotMatch(text, /<!--|<script/i, 'nothing that keeps a browser from ending the script');
  return text;
}

/** The document, which the published schema takes and the parser reads without a complaint. */
export function printedDocument(html) {
  const json = JSON.parse(printedText(html));
  validate(json);
  const complaints = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  assert.deepEqual(complaints, []);
  const read = parseDocument(json);
  assert.ok(read.ok);
  assert.deepEqual(read.problems, []);
  return json;
}

/** What the document lets a shopper do: the offer for the first product, or for one of its variants. */
export function offerIn(json, { variant, wanted = 1, now = Date.now() } = {}) {
  const { value } = parseDocument(json);
  const [product] = value.products;
  const entry = variant === undefined ? product : product.variants.find((it) => it.id === String(variant));
  return decide(entry.record, entry.policy, wanted, now);
}
