import { expect } from '@open-wc/testing';
import { Endpoint, type Arrival } from '../../src/sources/endpoint.js';
import { DAY, NOW } from '../support/arbitraries.js';
import { json, never, stubFetch, unstubFetch, type Asked } from '../support/fetch-stub.js';
import { Time, turnOfEvents } from '../support/time.js';

const URL_ASKED = 'https://shop.example/availability';

/** The references that a request asks for. */
const askedFor = ({ url }: Asked): readonly string[] => (url.searchParams.get('products') ?? '').split(',');

describe('Endpoint', () => {
  let time: Time;
  let arrived: Arrival[];
  let failures: number;
  let endpoint: Endpoint;

  beforeEach(() => {
    time = new Time(NOW);
    arrived = [];
    failures = 0;
    endpoint = new Endpoint(
      URL_ASKED,
      (arrival) => arrived.push(arrival),
      () => (failures += 1),
    );
  });

  afterEach(() => {
    endpoint.close();
    unstubFetch();
    time.release();
  });

  it('N34 all that is asked for in one tick goes into one request, each product once', async () => {
    const asked = stubFetch(() => json({}));
    for (let index = 0; index < 50; index += 1) endpoint.ask([`p${index % 25}`, 'a']);
    await time.pass(0);
    expect(asked).to.have.length(1);
    expect(new Set(askedFor(asked[0] as Asked)).size).to.equal(26);
    endpoint.ask(['later']);
    await time.pass(0);
    expect(asked.map(askedFor)[1]).to.deep.equal(['later']);
  });

  it('asks nothing for nothing', async () => {
    const asked = stubFetch(() => json({}));
    endpoint.ask([]);
    endpoint.ask(new Set());
    await time.pass(0);
    expect(asked).to.deep.equal([]);
  });

  it('hands on what came, with a turn that grows with each request, also of another endpoint', async () => {
    stubFetch(() => json({ version: 1 }, { date: 'Wed, 25 Nov 2026 12:00:00 GMT' }));
    const other = new Endpoint(
      URL_ASKED,
      (arrival) => void arrived.push(arrival),
      () => void never(),
    );
    endpoint.ask(['a']);
    await time.pass(0);
    other.ask(['a']);
    await time.pass(0);
    endpoint.ask(['b']);
    await time.pass(0);
    expect(arrived.map((it) => it.json)).to.deep.equal(Array(3).fill({ version: 1 }));
    expect(arrived[0]?.serverTime).to.equal(Date.UTC(2026, 10, 25, 12));
    const turns = arrived.map(({ turn }) => turn);
    expect(turns).to.deep.equal([...turns].sort((a, b) => a - b));
    expect(new Set(turns).size).to.equal(3);
  });

  it('T08 asks anew, once, for what is days old by our clock: a cache kept it, or the clock is wrong', async () => {
    const old = new Date(NOW - 3 * DAY).toUTCString();
    const dates = [old, new Date(NOW).toUTCString(), old, old];
    const asked = stubFetch(() => json({}, { date: dates.shift() ?? '' }));
    endpoint.ask(['a']);
    await time.pass(0);
    expect(asked.map(({ request }) => request.cache)).to.deep.equal(['default', 'no-cache']);
    expect(arrived.map(({ serverTime }) => serverTime)).to.deep.equal([
      Date.parse(new Date(NOW).toUTCString()),
    ]);
    endpoint.ask(['b']);
    await time.pass(0);
    expect(arrived.map(({ serverTime }) => serverTime)[1]).to.equal(Date.parse(old));
    expect(asked).to.have.length(4);
  });

  it('revalidates when one of those who ask in a tick wants it', async () => {
    const asked = stubFetch(() => json({}));
    endpoint.ask(['a']);
    endpoint.ask(['b'], true);
    await time.pass(0);
    endpoint.ask(['c']);
    await time.pass(0);
    expect(asked.map(({ request }) => request.cache)).to.deep.equal(['no-cache', 'default']);
  });

  it('N15 tries once more after the time that the server names, and not before', async () => {
    let status = 429;
    const asked = stubFetch(() => json({ version: 1 }, { 'retry-after': '120' }, status));
    endpoint.ask(['a']);
    await time.pass(119_000);
    expect(asked).to.have.length(1);
    status = 200;
    await time.pass(2000);
    expect(asked).to.have.length(2);
    expect(askedFor(asked[1] as Asked)).to.deep.equal(['a']);
    expect(arrived).to.have.length(1);
    expect(failures).to.equal(0);
  });

  it('N17 tries at most twice, and then says that it failed', async () => {
    const asked = stubFetch(() => json({}, {}, 503));
    endpoint.ask(['a']);
    await time.pass(600_000);
    expect(asked).to.have.length(2);
    expect(failures).to.equal(1);
    expect(arrived).to.deep.equal([]);
  });

  it('does not try again where that would not help', async () => {
    for (const reply of [() => json({}, {}, 404), () => new Response('<html>'), () => never()]) {
      const asked = stubFetch(reply);
      failures = 0;
      endpoint.ask(['a']);
      await time.pass(600_000);
      expect(asked).to.have.length(1);
      expect(failures).to.equal(1);
    }
  });

  it('keeps nothing waiting and reports nothing once it is closed', async () => {
    const asked = stubFetch(never);
    endpoint.ask(['a']);
    await time.pass(0);
    endpoint.close();
    expect(asked[0]?.signal?.aborted).to.equal(true);
    await time.pass(600_000);
    expect(time.waits).to.deep.equal([]);
    expect(asked).to.have.length(1);
    expect([arrived.length, failures]).to.deep.equal([0, 0]);
  });

  it('gives up a second try that was put off when it is closed', async () => {
    const asked = stubFetch(() => json({}, { 'retry-after': '60' }, 503));
    endpoint.ask(['a']);
    await time.pass(0);
    expect(time.waits).to.deep.equal([60_000]);
    endpoint.close();
    expect(time.waits).to.deep.equal([]);
    await time.pass(100_000);
    expect(asked).to.have.length(1);
    expect(failures).to.equal(0);
  });

  it('does not ask any more when it is closed in the tick of the question', async () => {
    const asked = stubFetch(() => json({}));
    endpoint.ask(['a']);
    endpoint.close();
    await turnOfEvents();
    expect(asked).to.deep.equal([]);
  });
});
