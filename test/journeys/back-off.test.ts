// When a failed question is asked again: what servers may wish, and what a thousand pages do at once (cases N16, N17).
import { expect } from '@open-wc/testing';
import { Endpoint } from '../../src/sources/endpoint.js';
import { closePages, openPage, waitFor } from '../support/journey.js';

/** The longest that a server can make a page wait, and our own longest back-off, in milliseconds. */
const LONGEST_WAIT = 300_000;
const BACK_OFF = 8000;

describe('N16 Retry-After', () => {
  afterEach(closePages);

  // Keeps the timers that could be the retry's, with their waits, and lets none of them run.
  const timers = `<script>{ const { setTimeout } = window; window.waits = []; Math.random = () => 0.75;
    window.setTimeout = (act, wait, ...more) => wait > 1600 ? waits.push(wait) : setTimeout(act, wait, ...more); }</script>`;

  const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

  const own = [0.75 * BACK_OFF, 0.75 * BACK_OFF] as const;
  const rows: [what: string, value: () => string | undefined, least: number, most: number][] = [
    ['in seconds', () => '120', 120_000, 120_000],
    ['as a date', () => inSeconds(60), 50_000, 60_000],
    ['as a date in 2098', () => 'Fri, 01 Jan 2098 00:00:00 GMT', LONGEST_WAIT, LONGEST_WAIT],
    ['of a million seconds', () => '1000000', LONGEST_WAIT, LONGEST_WAIT],
    ['of more seconds than a number holds', () => '9'.repeat(400), LONGEST_WAIT, LONGEST_WAIT],
    ['as a date that is over', () => inSeconds(-60), ...own],
    ['below zero', () => '-5', ...own],
    ['with a fraction', () => '1.5', ...own],
    ['of garbage', () => 'soon', ...own],
    ['that is empty', () => '', ...own],
    ['left out', () => undefined, ...own],
  ];
  for (const [what, value, least, most] of rows) {
    it(what, async () => {
      const header = value();
      const headers: Record<string, string> = header === undefined ? {} : { 'retry-after': header };
      const page = await openPage({ replies: { availability: { status: 503, headers } }, theme: timers });
      const { waits } = page.window as unknown as { waits: number[] };
      await waitFor(() => waits.length > 0, 'a retry to be put off');
      expect(waits).to.have.length(1);
      expect(waits[0]).to.be.within(least, most);
      expect(await page.asked('availability')).to.have.length(1);
    });
  }

  it('that another origin does not show us: a wait of our own', async () => {
    const reply = { status: 503, headers: { 'retry-after': '120', 'access-control-expose-headers': 'date' } };
    const page = await openPage({ endpoint: 'away', replies: { availability: reply }, theme: timers });
    const { waits } = page.window as unknown as { waits: number[] };
    await waitFor(() => waits.length > 0, 'a retry to be put off');
    expect(waits).to.deep.equal([own[0]]);
  });
});

describe('N17 a thousand pages get a 503 at once', () => {
  const { fetch, setTimeout } = window;
  const { random } = Math;

  afterEach(() => {
    Object.assign(window, { fetch, setTimeout });
    Math.random = random;
  });

  /** The same numbers in each run (mulberry32). */
  function seeded(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
  }

  it('each asks twice at most, and their second questions are spread evenly', async () => {
    const PAGES = 1000;
    const BUCKETS = 20;
    const asked = new Map<string, number>();
    const retries: { wait: number; act: () => void }[] = [];
    let failed = 0;
    Math.random = seeded(20_261_122);
    window.fetch = (url) => {
      const page = url as string;
      asked.set(page, (asked.get(page) ?? 0) + 1);
      return Promise.resolve(new Response('', { status: 503 }));
    };
    // The budget of a request is a timer too; only what is put off counts here.
    window.setTimeout = ((act: () => void, wait: number) => {
      if (wait !== 1500) retries.push({ wait, act });
      return retries.length;
    }) as unknown as typeof window.setTimeout;

    for (let page = 0; page < PAGES; page += 1) {
      const endpoint = new Endpoint(
        `https://shop.example/page-${page}`,
        () => expect.fail('nothing arrives'),
        () => (failed += 1),
      );
      endpoint.ask(['lamp']);
    }
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(retries).to.have.length(PAGES);

    const buckets = new Array<number>(BUCKETS).fill(0);
    for (const { wait } of retries) {
      expect(wait).to.be.within(0, BACK_OFF);
      const bucket = Math.min(BUCKETS - 1, Math.floor((wait / BACK_OFF) * BUCKETS));
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    expect(Math.max(...buckets) / (PAGES / BUCKETS)).to.be.below(2);

    for (const { act } of retries.splice(0)) act();
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(retries).to.have.length(0);
    expect(new Set(asked.values())).to.deep.equal(new Set([2]));
    expect(failed).to.equal(PAGES);
  });
});
