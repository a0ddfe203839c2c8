// The public document while many ask for it at once and its products change.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';
import { signUp } from '../support/people.mjs';

const AT_ONCE = 50;
const CHANGES = 20;
const LIMIT = 987_654;
const ADDRESS = 'canary-45@shopper.example';

for (const system of SYSTEMS) {
  // PostgreSQL is asked each time: another process may have changed something.
  const READS = (process.env.BO_LONG ? 100 : 1) * (system === 'sqlite' ? 2_000 : 400);
  describe(`the public document under load, from ${system}`, { skip: skipped(system) }, () => {
    it(`E45 ${READS} reads, ${AT_ONCE} at a time, while stock changes: each is whole and has the ETag of what it says, what is known is answered 304, and no limit or address is in it`, async () => {
      const shop = await startEndpoint({ system });
      try {
        await putItem(shop, 'lamp', {
          on_hand: 5,
          backorder_limit: LIMIT,
          beyond_sold: 3,
          url: 'https://shop.example/lamp',
        });
        await putItem(shop, 'table', { on_hand: 0 });
        assert.equal((await signUp(shop, { email: ADDRESS })).status, 202);
        const path = '/v1/availability?products=lamp%2Ctable';
        /** What was said under an ETag: one text for each, ever. */
        const told = new Map();
        let known = '';
        let asked = 0;
        let notChanged = 0;
        let changes = 0;
        const read = async () => {
          const tag = asked % 2 === 0 ? known : '';
          const { status, headers, text } = await shop.ask('GET', path, {
            as: '',
            headers: tag ? { 'if-none-match': tag } : {},
          });
          const etag = headers.get('etag');
          assert.match(etag, /^"[^"]+"$/, 'a strong one');
          assert.match(headers.get('cache-control'), /\bmax-age=30\b.*\bstale-while-revalidate=300\b/);
          if (status === 304) {
            notChanged += 1;
            assert.deepEqual([text, etag], ['', tag]);
            return;
          }
          assert.equal(status, 200);
          assert.equal(told.get(etag) ?? text, text);
          told.set(etag, text);
          known = etag;
        };
        const reader = async () => {
          while ((asked += 1) <= READS) {
            await read();
            // As a socket would: who writes gets a turn.
            await setImmediate();
          }
        };
        const writer = async () => {
          for (changes = 1; changes <= CHANGES; changes += 1) {
            const due = (READS / (CHANGES + 1)) * changes;
            while (asked < due) await setImmediate();
            shop.time.now += 1000;
            const { status } = await shop.ask('PATCH', '/v1/products/lamp', {
              body: { onHand: changes % 19 },
            });
            assert.equal(status, 200);
          }
        };
        await Promise.all([writer(), ...Array.from({ length: AT_ONCE }, reader)]);
        assert.ok(notChanged > READS / 10, `${notChanged} were known`);
        // What is said now is the last that was told, and what was known before is no longer taken for it.
        const [before] = told.keys();
        const last = await shop.ask('GET', path, { as: '', headers: { 'if-none-match': before } });
        assert.equal(last.status, 200);
        assert.equal(last.json.products[0].onHand, CHANGES % 19);
        // How many of the changes fall between two reads is up to the machine.
        assert.ok(told.size > 1, `${told.size} documents`);
        const all = [...told].join();
        assert.doesNotMatch(all, new RegExp(`${LIMIT}|${LIMIT - 3}|"limit"|canary-45|@`));
      } finally {
        await shop.stop();
      }
    });
  });
}
