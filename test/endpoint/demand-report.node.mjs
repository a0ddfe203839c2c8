import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createKey } from '../../dist/endpoint/entry.js';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';

/** Sunday of the week of 16 November: the clock of the endpoint under test. */
const NOW = Date.UTC(2026, 10, 22, 9);
const WEEK = 7 * 86_400_000;

/** Puts counts into the database: `[product, weeksAgo, kind, events, pieces, variant]`. */
const putDemand = ({ database }, rows) =>
  database.db
    .insertInto('demand')
    .values(
      rows.map(([product, ago, kind, events, pieces = events, variant = '']) => {
        const week = new Date(Date.UTC(2026, 10, 16) - ago * WEEK).toISOString().slice(0, 10);
        return { product, variant, week, kind, events, pieces };
      }),
    )
    .execute();

for (const system of SYSTEMS) {
  describe(`The demand report from ${system}`, { skip: skipped(system) }, () => {
    const withShop = (work) => async () => {
      const shop = await startEndpoint({ system });
      try {
        await work(shop);
      } finally {
        await shop.stop();
      }
    };
    const report = async ({ ask }, query = '') => {
      const { status, json } = await ask('GET', `/v1/demand${query}`);
      assert.equal(status, 200, JSON.stringify(json));
      return json;
    };

    it(
      'tells by item and week what was backordered, asked for, told, bought and given up',
      withShop(async (shop) => {
        await putItem(shop, 'table', { title: 'Oak table', sku: 'T', price: 89_000, currency: 'EUR' });
        await putDemand(shop, [
          ['table', 2, 'asked', 9, 12],
          ['table', 0, 'asked', 6],
          ['table', 0, 'backordered', 7, 8],
          ['table', 0, 'released', 5],
          ['table', 1, 'told', 6, 7],
          ['table', 1, 'converted', 5],
          ['table', 0, 'left', 5],
          ['table', 12, 'asked', 50],
        ]);
        const { from, to, weeks, totals, items } = await report(shop);
        assert.deepEqual([from, to, weeks.length], ['2026-08-31', '2026-11-22', 12]);
        assert.deepEqual(totals, {
          backordered: { events: 7, pieces: 8 },
          released: { events: 5, pieces: 5 },
          asked: { events: 15, pieces: 18 },
          told: { events: 6, pieces: 7 },
          converted: { events: 5, pieces: 5 },
          left: { events: 5, pieces: 5 },
        });
        const [item] = items;
        assert.equal(item.title, 'Oak table');
        assert.deepEqual(
          item.weeks.map((it) => [it.week, it.asked.pieces, it.backordered.pieces]),
          [
            ['2026-11-02', 12, 0],
            ['2026-11-09', 0, 0],
            ['2026-11-16', 6, 8],
          ],
        );
        assert.deepEqual(item.lostRevenue, { currency: 'EUR', amount: 13 * 89_000 });
        const narrow = await report(shop, '?from=2026-11-20&to=2026-11-16');
        assert.equal(narrow.totals.asked.pieces, 6);
        assert.deepEqual((await report(shop, '?product=T')).items.length, 1);
        assert.deepEqual((await report(shop, '?product=other')).items, []);
      }),
    );

    it(
      'estimates each currency by itself, and says how many pieces have no price',
      withShop(async (shop) => {
        await putItem(shop, 'lamp', { price: 5000, currency: 'EUR' });
        await putItem(shop, 'rug', { price: 300, currency: 'JPY' });
        await putItem(shop, 'mug');
        await putItem(shop, 'odd', { price: 100, currency: 'euros' });
        await putItem(shop, 'lamp', { variant: 'red' });
        await putDemand(shop, [
          ['lamp', 0, 'asked', 10],
          ['lamp', 0, 'asked', 5, 6, 'red'],
          ['rug', 0, 'asked', 7],
          ['mug', 0, 'asked', 8],
          ['odd', 0, 'asked', 9],
          ['gone', 0, 'asked', 5],
        ]);
        const { lostRevenue, notPriced, items, howEstimated } = await report(shop);
        assert.deepEqual(lostRevenue, [
          { currency: 'EUR', amount: 16 * 5000 },
          { currency: 'JPY', amount: 7 * 300 },
        ]);
        assert.equal(notPriced, 8 + 9 + 5);
        assert.match(howEstimated, /price/);
        assert.equal(items.find((it) => it.product === 'gone').title, 'gone');
      }),
    );

    it(
      'ranks what to reorder by what is owed and asked for, less the shelf, and by how long it is waited for',
      withShop(async (shop) => {
        await putItem(shop, 'new', { on_hand: 0 });
        await putItem(shop, 'old', { on_hand: 0 });
        await putItem(shop, 'owed', { on_hand: 0, beyond_sold: 30 });
        await putItem(shop, 'below', { title: 'Below' });
        await putItem(shop, 'below', { variant: 'one', on_hand: -4 });
        await putItem(shop, 'full', { on_hand: 40 });
        await putItem(shop, 'told', { on_hand: 0 });
        await putDemand(shop, [
          ['new', 0, 'asked', 10],
          ['old', 9, 'asked', 8],
          ['full', 1, 'asked', 12],
          ['told', 3, 'asked', 10],
          ['told', 1, 'told', 10],
        ]);
        const { reorderFirst } = await report(shop);
        assert.deepEqual(
          reorderFirst.map((it) => [it.product, it.short, it.weeks]),
          [
            ['owed', 30, 0],
            // 8 pieces waited for for nine weeks weigh more than 10 of this week.
            ['old', 8, 9],
            ['new', 10, 0],
            ['below', 4, 0],
          ],
        );
        assert.equal(reorderFirst[1].why, '8 pieces asked for, the first 9 weeks ago; none on the shelf.');
        assert.deepEqual([reorderFirst[3].title, reorderFirst[3].variant], ['Below', 'one']);
        // The period is what the counts are of; what to order is always of now.
        const before = await report(shop, '?from=2026-06-01&to=2026-06-30');
        assert.deepEqual(before.reorderFirst, reorderFirst);
      }),
    );

    it(
      'takes who asked for any variant as answered when they were told of one',
      withShop(async (shop) => {
        await putItem(shop, 'chair', { title: 'Chair' });
        await putItem(shop, 'chair', { variant: 'red' });
        await putItem(shop, 'chair', { variant: 'blue', title: 'Blue' });
        await putDemand(shop, [
          ['chair', 3, 'asked', 20],
          ['chair', 3, 'asked', 6, 6, 'red'],
          ['chair', 1, 'told', 21, 21, 'red'],
        ]);
        const { reorderFirst } = await report(shop);
        assert.deepEqual(
          reorderFirst.map((it) => [it.product, it.variant, it.wanted]),
          [['chair', '', 5]],
        );
      }),
    );

    it(
      'P19 tells counts below five only together with later ones, and exactly to a key for persons',
      withShop(async (shop) => {
        await putItem(shop, 'table', { price: 100, currency: 'EUR' });
        await putDemand(shop, [
          ['table', 5, 'asked', 2, 3],
          ['table', 4, 'asked', 2],
          ['table', 3, 'asked', 3, 4],
          ['table', 2, 'asked', 8],
          ['table', 1, 'asked', 4],
          ['table', 0, 'left', 1],
        ]);
        const { items, totals, exact, reorderFirst } = await report(shop);
        assert.equal(exact, false);
        assert.deepEqual(
          items[0].weeks.map((it) => it.asked),
          [
            { events: 0, pieces: 0, folded: 1 },
            { events: 0, pieces: 0, folded: 1 },
            { events: 7, pieces: 9, since: '2026-10-12' },
            { events: 8, pieces: 8 },
            { events: 0, pieces: 0, folded: 1 },
            { events: 0, pieces: 0 },
          ],
        );
        assert.deepEqual(totals.asked, { events: 15, pieces: 17, folded: 1 });
        assert.deepEqual(totals.left, { events: 0, pieces: 0, folded: 1 });
        assert.equal(reorderFirst[0].wanted, 17);

        // Two reports less one another tell nothing either: each count is told whole in one week, or in none.
        const upTo = async (day) => (await report(shop, `?from=2026-01-01&to=${day}`)).totals.asked.events;
        const sums = [];
        for (let ago = 6; ago >= 0; ago -= 1) {
          sums.push(await upTo(new Date(NOW - ago * WEEK).toISOString().slice(0, 10)));
        }
        const steps = sums.map((it, at) => it - (sums[at - 1] ?? 0));
        assert.deepEqual(
          steps.filter((it) => it > 0 && it < 5),
          [],
        );

        const all = await report(shop, '?exact=1');
        assert.deepEqual(all.totals.asked, { events: 19, pieces: 21 });
        const { key } = await createKey(shop.parts, 'report only', ['demand:read']);
        const refused = await shop.ask('GET', '/v1/demand?exact=1', { as: key });
        assert.equal(refused.status, 403);
        assert.equal((await shop.ask('GET', '/v1/demand', { as: key })).status, 200);
        const csv = await shop.ask('GET', '/v1/demand.csv', { as: key });
        assert.match(csv.text, /"fewer than 5"/);
      }),
    );

    it(
      'E43 is of one moment while another process sells: counts, their sum and what is owed always agree',
      withShop(async (shop) => {
        await putItem(shop, 'table');
        const script = fileURLToPath(new URL('../support/demand-writer.mjs', import.meta.url));
        const writer = spawn(process.execPath, [script, shop.address, String(NOW)], {
          stdio: ['pipe', 'inherit', 'inherit'],
        });
        const ended = once(writer, 'exit');
        try {
          const seen = new Set();
          const late = Date.now() + 20_000;
          // Until it has been looked at in the middle of it often enough.
          while (seen.size < 30) {
            assert.ok(Date.now() < late, `only ${seen.size} states seen`);
            const { totals, items, reorderFirst } = await report(shop, '?exact=1');
            const { pieces } = totals.backordered;
            if (pieces > 0) {
              assert.deepEqual(
                [
                  totals.asked.pieces,
                  items[0].totals.asked.pieces,
                  reorderFirst[0].owed,
                  reorderFirst[0].wanted,
                ],
                [pieces, pieces, pieces, pieces],
              );
            }
            seen.add(pieces);
          }
        } finally {
          writer.stdin.end();
          assert.deepEqual(await ended, [0, null]);
        }
      }),
    );

    it(
      'asks for a key of its scope, and for a period that can be',
      withShop(async ({ ask, parts }) => {
        const { key } = await createKey(parts, 'shelf', ['products:write']);
        for (const path of ['/v1/demand', '/v1/demand.csv']) {
          assert.equal((await ask('GET', path, { as: '' })).status, 401);
          assert.equal((await ask('GET', path, { as: key })).status, 403);
        }
        assert.equal((await ask('POST', '/v1/demand/links', { as: key, body: {} })).status, 403);
        for (const [query, field] of [
          ['from=2026-02-30', 'from'],
          ['to=yesterday', 'to'],
          ['from=2026-11-23&to=2026-11-22', 'from'],
          ['from=2020-01-01', 'from'],
          ['product=a%00', 'product[0]'],
          ['exact=yes', 'exact'],
          ['by=month', 'by'],
        ]) {
          const { status, json } = await ask('GET', `/v1/demand?${query}`);
          assert.deepEqual([query, status, json.field], [query, 400, field]);
          assert.doesNotMatch(json.detail, /yesterday|month/);
        }
      }),
    );

    it(
      'comes as a table to who accepts one, for weeks or for items',
      withShop(async (shop) => {
        await putItem(shop, 'table', { title: 'Table, "round"', sku: '007', price: 12_345, currency: 'EUR' });
        await putDemand(shop, [
          ['table', 0, 'asked', 6, 7],
          ['table', 1, 'backordered', 1234],
        ]);
        const { headers, text } = await shop.ask('GET', '/v1/demand', { headers: { accept: 'text/csv' } });
        assert.match(headers.get('content-type'), /^text\/csv; charset=utf-8/);
        assert.match(
          headers.get('content-disposition'),
          /attachment; filename="demand-2026-08-31-to-2026-11-22\.csv"/,
        );
        assert.match(headers.get('vary'), /accept/i);
        const lines = text.split('\r\n');
        assert.equal(lines[0].split(',').length, 18);
        assert.equal(
          lines[1],
          '"2026-11-09","table","","007","Table, ""round""",,1234,1234,0,0,0,0,0,0,0,0,0,0',
        );
        assert.equal(lines.at(-1), '');
        const byItem = await shop.ask('GET', '/v1/demand.csv?by=item');
        assert.equal(
          byItem.text.split('\r\n')[1],
          '"table","","007","Table, ""round""",,1234,1234,0,0,6,7,0,0,0,0,0,0,7,864.15,"EUR",1,7',
        );
        const json = await shop.ask('GET', '/v1/demand', { headers: { accept: '*/*' } });
        assert.match(json.headers.get('content-type'), /json/);
      }),
    );
  });
}
