// The demo's stand-in for a shop's server: its availability never grows old, and is answered as an endpoint should.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { answer, documentAt, movedBy, only } from '../../demo/tools/shop-server.mjs';

const read = (file) => JSON.parse(readFileSync(new URL(`../../demo/data/${file}`, import.meta.url), 'utf8'));
const kept = read('availability.json');
const { products } = read('products.json');

describe("the demo's availability", () => {
  it('is a valid document', () => {
    const validate = new Ajv({ allowUnionTypes: true, formats: { 'date-time': true } }).compile(
      read('availability-v1.schema.json'),
    );
    assert.ok(validate(kept), JSON.stringify(validate.errors));
  });

  it('has each product and variant of the shop, by the same names', () => {
    const names = (list) =>
      list.map(({ id, handle, sku, variants }) => [id, handle, sku, variants.map((it) => it.id)]);
    assert.deepEqual(names(kept.products), names(products));
  });

  it('sells nothing that the shop itself refuses', () => {
    const refused = products.flatMap(({ variants }) => variants.filter((it) => it.available === false));
    assert.ok(refused.length > 0);
    for (const { id } of refused) {
      const found = kept.products.flatMap((it) => it.variants).find((it) => it.id === id);
      assert.ok(found.onHand <= 0, String(id));
    }
  });
});

describe('dates of the demo', () => {
  const moves = [
    ['2026-12-30', 3, '2027-01-02'],
    ['2026-12-30/2026-12-31', 1, '2026-12-31/2027-01-01'],
    ['2026-W53', 0, '2026-W53'],
    ['2026-W53', 7, '2027-W01'],
    ['2026-W50', 30, '2027-W01'],
    ['2027-02', 27, '2027-02'],
    ['2027-02', 28, '2027-03'],
    ['2026-Q4', 92, '2027-Q1'],
    ['2026-12-07T08:00:00Z', 30, '2027-01-06T08:00:00Z'],
    ['ND-MERE-2026', 30, 'ND-MERE-2026'],
    ['./availability-v1.schema.json', 30, './availability-v1.schema.json'],
  ];
  for (const [date, days, moved] of moves) {
    it(`${date} is ${moved} after ${days} days`, () => {
      assert.deepEqual(movedBy(days, [{ date }]), [{ date: moved }]);
    });
  }

  it('stay as far off as on the day they were written, also years later', () => {
    const later = documentAt(Date.parse('2029-08-01T12:00:00Z'));
    assert.equal(later.asOf, '2029-08-01T00:00:00Z');
    const lamp = ({ products: all }) =>
      all.find((it) => it.handle === 'lykke-table-lamp').variants[0].restock.date;
    const off = (document) => Date.parse(lamp(document).slice(0, 10)) - Date.parse(document.asOf);
    assert.equal(off(later), off(kept));
  });

  it('are as written until then', () => {
    assert.deepEqual(documentAt(Date.parse(kept.asOf) - 1), kept);
  });
});

describe("the demo's endpoint", () => {
  let server;
  let base;
  before(async () => {
    server = createServer((request, response) =>
      answer(request, response, () => response.writeHead(404).end()),
    );
    await new Promise((resolve) => server.listen(0, resolve));
    base = `http://localhost:${server.address().port}`;
  });
  after(() => server.close());

  it('answers for the products that were asked for, by any of their names', async () => {
    const reply = await fetch(
      `${base}/v1/availability?products=7001%2Clykke-table-lamp%2CND-DUNE%2C41014%2Cnobody`,
    );
    const { products: found } = await reply.json();
    assert.deepEqual(
      found.map(({ handle }) => handle),
      ['alma-lounge-chair', 'dune-serving-bowl', 'fjell-wool-blanket', 'lykke-table-lamp'],
    );
    assert.match(reply.headers.get('content-type'), /^application\/json/);
    assert.match(reply.headers.get('cache-control'), /stale-while-revalidate=\d+/);
  });

  it('has the whole as a file', async () => {
    const reply = await fetch(`${base}/data/availability.json?products=lykke-table-lamp`);
    assert.equal((await reply.json()).products.length, only([], kept).products.length);
  });

  it('says 304 to who has it already', async () => {
    const url = `${base}/v1/availability?products=7001`;
    const etag = (await fetch(url)).headers.get('etag');
    const again = await fetch(url, { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
    assert.equal((await fetch(`${url}%2C7002`, { headers: { 'if-none-match': etag } })).status, 200);
  });

  it('leads on from a plain form, and repeats the key to a sign-up that expects an answer', async () => {
    const post = (type, email = 'anna@example.com') =>
      fetch(`${base}/v1/sign-ups`, {
        method: 'POST',
        body: JSON.stringify({ email }),
        headers: { 'content-type': type, 'idempotency-key': 'k1' },
        redirect: 'manual',
      });
    const plain = await post('application/x-www-form-urlencoded');
    assert.deepEqual([plain.status, plain.headers.get('location')], [303, '/thanks.html']);
    assert.deepEqual(await (await post('application/json')).json(), { requestId: 'k1' });
    assert.equal((await post('application/json', 'fails@example.com')).status, 503);
    assert.equal((await post('text/plain')).status, 415);
  });

  it('leaves other addresses to the dev server', async () => {
    assert.equal((await fetch(`${base}/index.html`)).status, 404);
    assert.equal((await fetch(`${base}/examples/../../package.json`)).status, 404);
  });
});
