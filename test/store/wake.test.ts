import { expect } from '@open-wc/testing';
import { wake } from '../../src/store/wake.js';
import { DAY, HOUR, NOW } from '../support/arbitraries.js';
import { Time } from '../support/time.js';

describe('wake', () => {
  let time: Time;
  let rung: number[];
  let set: (instant: number | undefined) => void;
  /** What is still waited for is set again each time, as followers do. */
  let waiting: number[];

  beforeEach(() => {
    time = new Time(NOW);
    rung = [];
    waiting = [];
    set = wake(
      () => Date.now(),
      () => {
        rung.push(Date.now() - NOW);
        for (const instant of waiting.filter((it) => it > Date.now())) set(instant);
      },
    );
  });

  afterEach(() => time.release());

  const wait = (...instants: readonly number[]): void => {
    waiting = instants.map((it) => NOW + it);
    for (const instant of waiting) set(instant);
  };

  it('rings at each instant, once', async () => {
    wait(2 * HOUR, HOUR, HOUR);
    await time.pass(DAY);
    expect(rung).to.deep.equal([HOUR, 2 * HOUR]);
  });

  it('D43 has one timer for a thousand instants, set to the nearest', async () => {
    wait(...Array.from({ length: 1000 }, (_, index) => HOUR * (1000 - index)));
    await time.pass(0);
    expect(time.waits).to.deep.equal([HOUR]);
    expect(rung).to.deep.equal([]);
  });

  it('has no timer when nobody waits', () => {
    set(undefined);
    expect(time.waits).to.deep.equal([]);
  });

  it('rings at once for what is past', async () => {
    set(NOW - DAY);
    await time.pass(0);
    expect(rung).to.deep.equal([0]);
    expect(time.waits).to.deep.equal([]);
  });

  it('an instant beyond 25 days, which no timer holds, is waited for in stages', async () => {
    wait(60 * DAY);
    expect(time.waits[0]).to.be.within(24 * DAY, 2 ** 31 - 1);
    await time.pass(61 * DAY);
    expect(rung.at(-1)).to.equal(60 * DAY);
    expect(rung.length).to.be.within(2, 4);
  });
});
