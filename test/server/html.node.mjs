// The strings of backorder-elements/server, read as a browser reads them (parse5 is the HTML standard's parser), and what they need to run.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import vm from 'node:vm';
import {
  decide,
  parseDocument,
  parseLineRecord,
  parsePolicy,
  parseRecord,
} from 'backorder-elements/availability';
import {
  badgeHtml,
  buttonHtml,
  documentHtml,
  noticeHtml,
  speak,
  structuredDataHtml,
  stylesHtml,
} from 'backorder-elements/server';
import { parseFragment } from 'parse5';
import { build } from 'vite';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const offerOf = (record, policy = { sell: 'backorder' }, wanted = 1, now = NOW) =>
  decide(parseRecord(record).record, parsePolicy(policy).policy, wanted, now);
const GONE = offerOf({ onHand: 0, restock: '2026-12-12' });
const english = await speak('en');
const telling = { product: 'chair', language: english, now: NOW };

const attributesOf = (node) => Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
const elementsIn = (node) =>
  (node.childNodes ?? []).flatMap((it) => [...(it.tagName ? [it] : []), ...elementsIn(it)]);
const textOf = (node) => (node.childNodes ?? []).map((it) => it.value ?? textOf(it)).join('');
const read = (html) => {
  const fragment = parseFragment(html);
  return { all: elementsIn(fragment), text: textOf(fragment) };
};

const HOSTILE = [
  `"><script>alert(1)</script>`,
  `' onmouseover='alert(1)`,
  '</span></backorder-badge><img src=x onerror=alert(1)>',
  '</script><!--<script>',
  '`${1}` &quot;&#34; &lt;b&gt;',
  '\u2028\u2029\0\ud800',
];

describe('HTML of a server', () => {
  it('a badge is its word in its tag, with what it is about and since when and until when that holds', () => {
    const { all, text } = read(badgeHtml(GONE, { ...telling, variant: 42 }));
    assert.equal(text, 'Backorder');
    assert.deepEqual(
      all.map(({ tagName }) => tagName),
      ['backorder-badge', 'span'],
    );
    assert.deepEqual(attributesOf(all[0]), {
      product: 'chair',
      variant: '42',
      state: 'backorder',
      lang: 'en',
      'data-backorder-as-of': '2026-11-23T09:00:00.000Z',
      'data-backorder-until': new Date(GONE.changesAt).toISOString(),
    });
  });

  it('what is in stock or unknown says nothing, and is nothing that could grow old', () => {
    for (const record of [{ onHand: 3 }, {}]) {
      for (const html of [badgeHtml, noticeHtml]) {
        const { all, text } = read(html(offerOf(record), telling));
        assert.deepEqual([all.length, text], [1, '']);
        assert.equal('data-backorder-as-of' in attributesOf(all[0]), false);
      }
    }
  });

  it('never says "tomorrow": a cache may keep it until then', () => {
    const soon = offerOf({ onHand: 0, restock: '2026-11-24' });
    assert.match(noticeHtml(soon, telling), />Expected to ship on November 24</);
  });

  it('tells the hour of a cutoff in the shop’s time zone, or not at all', () => {
    const cut = { ...GONE, promise: { ...GONE.promise, cutoffAt: NOW + 3_600_000 } };
    assert.match(noticeHtml(cut, { ...telling, timeZone: 'Europe/Berlin' }), /Order by 11:00/);
    assert.match(noticeHtml(cut, { ...telling, timeZone: 'Asia/Tokyo' }), /Order by 7:00/);
    for (const timeZone of [undefined, 'Nowhere/"><b>']) {
      assert.doesNotMatch(noticeHtml(cut, { ...telling, timeZone }), /Order by/);
    }
  });

  it('the button sells in a plain form: real words, and the promise in two fields', () => {
    const { all, text } = read(
      buttonHtml(GONE, { ...telling, label: 'Add to cart', attributes: { class: 'btn' } }),
    );
    assert.equal(text, 'Backorder now');
    const [, button, words, record] = all.map(attributesOf);
    assert.deepEqual([button.type, button.class, button.disabled], ['submit', 'btn', undefined]);
    assert.deepEqual(
      [words.name, words.value],
      ['properties[Availability]', 'Backorder: Expected to ship on December 12'],
    );
    assert.equal(record.name, 'properties[_backorder]');
    assert.equal(parseLineRecord(record.value).promise.window.end, '2026-12-12');
  });

  it('the button of what is in stock is the shop’s own; of what is sold out it says so, and carries nothing', () => {
    const plain = read(buttonHtml(offerOf({ onHand: 3 }), { ...telling, label: 'Add to cart' }));
    assert.deepEqual([plain.text, plain.all.length], ['Add to cart', 2]);
    const sold = read(
      buttonHtml(offerOf({ onHand: 0 }, { sell: 'backorder', limit: 0 }), { ...telling, label: 'Add' }),
    );
    assert.deepEqual([sold.text, sold.all.length], ['Sold out', 2]);
    assert.equal(attributesOf(sold.all[1])['aria-disabled'], 'true');
  });

  it('an empty field name sends nothing; other names are taken', () => {
    const fields = { text: '', record: 'backorder_record' };
    const { all } = read(buttonHtml(GONE, { ...telling, label: 'Add', fields }));
    assert.deepEqual(
      all.filter(({ tagName }) => tagName === 'input').map((it) => attributesOf(it).name),
      ['backorder_record'],
    );
  });

  for (const text of HOSTILE) {
    it(`shows hostile text as text: ${JSON.stringify(text)}`, async () => {
      const names = ['badge.backorder', 'button.backorder', 'promise.ship.estimated', 'explain.open'];
      const { tag, messages } = await speak(`en${text}`);
      const language = { tag, messages: { ...messages } };
      for (const name of names) language.messages[name] = `x${text}`;
      const given = { product: `p${text}`, variant: `v${text}`, language, now: NOW };
      const button = {
        ...given,
        label: `l${text}`,
        attributes: { class: text, onclick: text, [`a ${text}`]: text },
      };
      const html = badgeHtml(GONE, given) + noticeHtml(GONE, given) + buttonHtml(GONE, button);
      const { all, text: said } = read(html);
      const known = ['backorder-badge', 'eta-notice', 'preorder-button', 'span', 'button', 'input'];
      assert.deepEqual([...new Set(all.map(({ tagName }) => tagName))].sort(), known.sort());
      for (const it of all) {
        for (const { name } of it.attrs) assert.match(name, /^(?!on)[\w-]+$/);
      }
      // HTML has no sign for it.
      const shown = (it) => it.replace(/[\0\ufffd]/g, '');
      assert.equal(shown(attributesOf(all[0]).product), shown(`p${text}`));
      assert.ok(shown(said).startsWith(shown(`x${text}`)));
      const [json] = read(documentHtml({ text })).all;
      assert.deepEqual(JSON.parse(textOf(json)), JSON.parse(JSON.stringify({ text })));
      const [data, ...more] = read(structuredDataHtml({ name: text }, GONE, { sku: text })).all;
      assert.equal(more.length, 0);
      assert.deepEqual(JSON.parse(textOf(data)).offers.availability, 'https://schema.org/BackOrder');
      assert.equal(read(stylesHtml(text)).all.length, 1);
    });
  }

  it('bad times are left out, and nothing is thrown', () => {
    for (const now of [NaN, Infinity, 1e99, undefined]) {
      assert.doesNotMatch(badgeHtml(GONE, { ...telling, now }), /as-of/);
    }
    assert.match(badgeHtml({ ...GONE, changesAt: 1e99 }, telling), /^<backorder-badge (?!.*until)/);
    assert.match(
      badgeHtml(GONE, { ...telling, product: { toString: () => 'x' } }),
      /^<backorder-badge state/,
    );
  });

  it('the document in the page is read back as it was', () => {
    const json = { version: 1, products: [{ id: 'chair', onHand: 0, restock: '2026-12-12' }] };
    const [script] = read(documentHtml(json)).all;
    assert.deepEqual(attributesOf(script), { type: 'application/json', 'data-backorder-availability': '' });
    assert.deepEqual(parseDocument(JSON.parse(textOf(script))), parseDocument(json));
  });

  it('K02 runs where there is nothing but the language: no DOM, no Node, no clock of its own', async () => {
    const entry = 'virtual.js';
    const [{ output }] = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        minify: false,
        lib: { entry, formats: ['iife'], name: 'server' },
        rolldownOptions: { output: { codeSplitting: false } },
      },
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id.endsWith(entry) ? entry : undefined),
          load: (id) =>
            id === entry
              ? `export * from ${JSON.stringify(`${process.cwd()}/dist/server.js`)}; export * from ${JSON.stringify(`${process.cwd()}/dist/availability.js`)};`
              : undefined,
        },
      ],
    }).then((all) => [all].flat());
    const context = vm.createContext({ NOW });
    vm.runInContext(`${output[0].code}; globalThis.server = server;`, context);
    const html = await vm.runInContext(
      `(async () => {
        const { badgeHtml, decide, noticeHtml, parsePolicy, parseRecord, speak } = server;
        const offer = decide(parseRecord({ onHand: 0, restock: '2026-12-12' }).record, parsePolicy({ sell: 'backorder' }).policy, 1, NOW);
        const telling = { product: 'chair', language: await speak('ar'), now: NOW };
        return badgeHtml(offer, telling) + noticeHtml(offer, telling);
      })()`,
      context,
    );
    const arabic = { ...telling, language: await speak('ar') };
    assert.equal(html, badgeHtml(GONE, arabic) + noticeHtml(GONE, arabic));
    assert.match(html, /\p{Script=Arabic}/u);
  });
});

describe('Importing on a server', () => {
  const entries = [
    '',
    '/define',
    '/define/eta-notice',
    '/availability',
    '/platforms',
    '/server',
    '/explain',
    '/lint',
  ];
  for (const entry of entries) {
    it(`K02 backorder-elements${entry} says nothing, asks nothing, keeps nothing running, and leaves no trace of its own`, () => {
      const script = `
        const before = new Set(Object.getOwnPropertyNames(globalThis).concat(Object.getOwnPropertySymbols(globalThis)));
        for (const name of ['fetch', 'setTimeout', 'setInterval', 'queueMicrotask'])
          globalThis[name] = () => { throw new Error(name + ' was called'); };
        await import('backorder-elements${entry}');
        const after = Object.getOwnPropertyNames(globalThis).concat(Object.getOwnPropertySymbols(globalThis));
        console.log(JSON.stringify(after.filter((it) => !before.has(it)).map(String).filter((it) => /backorder/i.test(it))));
        console.log(process.getActiveResourcesInfo().filter((it) => /Timeout|TCP|Immediate/.test(it)).length);`;
      const said = execFileSync('node', ['--input-type=module', '-e', script], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      assert.equal(said, '[]\n0\n');
    });
  }
});
