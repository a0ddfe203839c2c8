import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readCsv } from '../../dist/endpoint/products/read-csv.js';
import { SYSTEMS, skipped, startEndpoint } from '../support/endpoint.mjs';

const cellsOf = (...pieces) => [...readCsv(pieces)].map((row) => row.cells);

describe('CSV', () => {
  it('is read as it was written, whatever is in it and wherever it is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é', '😀', ';') });
    const table = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.nat(),
        (rows, end, mark, cut) => {
          const quote = (cell) => `"${cell.replaceAll('"', '""')}"`;
          const whole = (mark ? '\uFEFF' : '') + rows.map((row) => row.map(quote).join(',')).join(end);
          const at = cut % (whole.length + 1);
          assert.deepEqual(cellsOf(whole.slice(0, at), whole.slice(at)), rows);
        },
      ),
    );
  });

  it('tells the line on which a row begins', () => {
    const lines = [...readCsv(['a,b\r\n"1\r\n2",3\r\n\r\n4,5'])].map((row) => row.line);
    assert.deepEqual(lines, [1, 2, 5]);
  });

  for (const text of ['a,"b', 'a,"b"c', 'a,b"c']) {
    it(`refuses ${text}`, () => assert.throws(() => cellsOf(text), SyntaxError));
  }
});

for (const system of SYSTEMS) {
  describe(`POST /v1/products/import into ${system}`, { skip: skipped(system) }, () => {
    const withShop = (work) => async () => {
      const shop = await startEndpoint({ system });
      const send = (type, body, query = '') =>
        shop.ask('POST', `/v1/products/import${query}`, { body, headers: { 'content-type': type } });
      const names = async () =>
        (
          await shop.database.db
            .selectFrom('items')
            .selectAll()
            .orderBy('product')
            .orderBy('variant')
            .execute()
        ).map((it) => [it.product, it.variant, it.on_hand, it.backorder_limit]);
      try {
        await work({ ...shop, send, names });
      } finally {
        await shop.stop();
      }
    };

    it(
      'takes an availability document, and what it says for the shop',
      withShop(async ({ ask, send, names }) => {
        const document = {
          version: 1,
          asOf: '2026-11-20T09:00:00Z',
          policy: { sell: 'backorder', limit: 3 },
          products: [
            {
              id: 7012,
              handle: 'oak',
              onHand: 4,
              variants: [{ id: 1, onHand: -2, availableForBackorder: 5 }],
            },
            { id: 'chair', onHand: 0, policy: { limit: 'unlimited' } },
            { id: 'lamp', onHand: 1 },
          ],
        };
        const { status, json } = await send('application/json', JSON.stringify(document));
        assert.deepEqual([status, json.products, json.created], [200, 3, 3]);
        assert.deepEqual(await names(), [
          ['7012', '', 4, 0],
          ['7012', '1', -2, 7],
          ['chair', '', 0, null],
          ['lamp', '', 1, 3],
        ]);
        assert.equal((await ask('GET', '/v1/shop')).json.policy.sell, 'backorder');
        const exact = await ask('GET', '/v1/availability?products=7012,chair,lamp&exact=1');
        const again = await send('application/json', exact.text);
        assert.deepEqual([again.status, again.json.created], [200, 0]);
        assert.equal((await names())[1][3], 7, 'what is exported can be imported again');
      }),
    );

    it(
      'takes a product a line, and CSV from a spreadsheet',
      withShop(async ({ ask, send, names }) => {
        const lines = '{"id":"a","onHand":1}\r\n\n{"id":"b","limit":null}\n';
        assert.equal((await send('application/x-ndjson', lines)).json.created, 2);
        const csv =
          '\uFEFFproduct,variant,title,on_hand,limit,sell,restock,comment\r\n' +
          'c,,"Chair, ""ta\tll""",,,backorder,2026-W49,x\r\n' +
          'c,red,,7,unlimited,,,\r\n' +
          'd,,,3,2,,,\r\n';
        assert.equal((await send('text/csv', csv)).status, 400, 'a tab is no part of a title');
        assert.equal((await send('text/csv; charset=utf-8', csv.replace('\t', ''))).json.created, 2);
        assert.deepEqual(await names(), [
          ['a', '', 1, 0],
          ['b', '', null, null],
          ['c', '', null, 0],
          ['c', 'red', 7, null],
          ['d', '', 3, 2],
        ]);
        const { json } = await ask('GET', '/v1/products/c');
        assert.deepEqual(
          [json.title, json.restock, json.policy],
          ['Chair, "tall"', '2026-W49', { sell: 'backorder' }],
        );
      }),
    );

    it(
      'is whole or nothing, and tells all that is wrong with its place',
      withShop(async ({ send, names }) => {
        const csv = 'product,on_hand,restock\na,1,\nb,many,\nc,2,soon\nd,3,2026-12\n';
        const { status, json, text } = await send('text/csv', csv);
        assert.deepEqual([status, json.code], [400, 'bad-import']);
        assert.deepEqual(
          json.problems.map((it) => [it.place, it.field]),
          [
            ['line 3', 'onHand'],
            ['line 4', 'restock'],
          ],
        );
        assert.doesNotMatch(text, /many|soon/);
        assert.deepEqual(await names(), []);
        for (const twice of ['{"id":"a"}\n{"id":"a"}', '{"id":"a","variants":[{"id":1},{"id":"1"}]}']) {
          const said = await send('application/x-ndjson', twice);
          assert.equal(said.json.problems[0].code, 'told-twice');
        }
      }),
    );

    it(
      'that fails in the middle of writing leaves nothing behind',
      withShop(async ({ send, names, database }) => {
        await send('application/x-ndjson', '{"id":"b","variants":[{"id":"red","onHand":1}]}');
        await database.db.updateTable('items').set({ shelf_held: 1 }).execute();
        const { status, json } = await send('application/x-ndjson', '{"id":"a"}\n{"id":"b"}\n{"id":"c"}');
        assert.deepEqual([status, json.problems[0].place], [409, 'line 2']);
        assert.deepEqual(
          (await names()).map((it) => it[0]),
          ['b', 'b'],
        );
      }),
    );

    it(
      'only says what would be, when asked so',
      withShop(async ({ send, names, database }) => {
        const { json } = await send('application/x-ndjson', '{"id":"a","onHand":1}', '?dryRun=1');
        assert.deepEqual(json, { products: 1, created: 1, olderCounts: [], dryRun: true });
        assert.deepEqual(await names(), []);
        assert.deepEqual(await database.db.selectFrom('audit').selectAll().execute(), []);
      }),
    );

    it(
      'leaves counts that are older than the known ones',
      withShop(async ({ send, names, time }) => {
        await send('application/x-ndjson', '{"id":"a","onHand":5}');
        time.now += 1000;
        const older = JSON.stringify({ id: 'a', onHand: 9, asOf: '2026-11-20T00:00:00Z', limit: 4 });
        assert.deepEqual((await send('application/x-ndjson', older)).json.olderCounts, ['a']);
        assert.deepEqual(await names(), [['a', '', 5, 4]]);
      }),
    );

    it(
      'refuses what is none of the three',
      withShop(async ({ ask, send }) => {
        assert.equal((await send('text/plain', '{}')).status, 415);
        for (const [type, body, code] of [
          ['application/json', '{}', 'bad-document'],
          ['application/json', '{"version":2,"products":[]}', 'bad-document'],
          ['application/json', '{', 'malformed-body'],
          ['application/x-ndjson', '{"id":"a"}\n{', 'malformed-body'],
          ['text/csv', 'id\n1', 'malformed-body'],
          ['text/csv', 'product,product\na,b', 'malformed-body'],
          ['text/csv', 'product\na,b', 'malformed-body'],
        ]) {
          const { status, json } = await send(type, body);
          assert.deepEqual([status, json.code], [400, code], body);
        }
        assert.equal((await ask('POST', '/v1/products/import', { body: {}, as: '' })).status, 401);
      }),
    );
  });
}
