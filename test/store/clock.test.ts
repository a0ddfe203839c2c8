import { expect } from '@open-wc/testing';
import { Clock } from '../../src/store/clock.js';
import { DAY, HOUR, NOW } from '../support/arbitraries.js';
import { Time } from '../support/time.js';

describe('Clock', () => {
  let time: Time;

  beforeEach(() => {
    time = new Time(NOW);
  });

  afterEach(() => time.release());

  it('shows the shopper’s time until a server has shown another', async () => {
    const clock = new Clock();
    expect(clock.now()).to.equal(NOW);
    await time.pass(HOUR);
    expect(clock.now()).to.equal(NOW + HOUR);
  });

  it('T05 takes over the server’s time from a clock that is days or years off', async () => {
    for (const off of [-10 * 365 * DAY, -DAY, -HOUR, 2 * DAY, 10 * 365 * DAY]) {
      const clock = new Clock();
      expect(clock.compare(NOW - off), String(off)).to.equal(true);
      expect(clock.now()).to.equal(NOW - off);
    }
    const clock = new Clock();
    clock.compare(NOW + DAY);
    await time.pass(HOUR);
    expect(clock.now()).to.equal(NOW + DAY + HOUR);
  });

  it('believes the shopper rather than a reply that may come from a cache', () => {
    for (const old of [0, 1, 1000, HOUR, DAY]) {
      const clock = new Clock();
      expect(clock.compare(NOW - old), String(old)).to.equal(false);
      expect(clock.now()).to.equal(NOW);
    }
  });

  it('does not mind the second that replies are rounded to', () => {
    const clock = new Clock();
    expect(clock.compare(NOW + 900)).to.equal(false);
    expect(clock.now()).to.equal(NOW);
  });

  it('T06 never goes back when the shopper’s clock is set back', async () => {
    const clock = new Clock();
    await time.pass(HOUR);
    time.setClock(-DAY);
    expect(clock.now()).to.equal(NOW + HOUR);
    await time.pass(HOUR);
    expect(clock.now()).to.equal(NOW + 2 * HOUR);
  });

  it('N38 has not stood still while the device slept, though the steady timer did', () => {
    const clock = new Clock();
    time.setClock(8 * HOUR);
    expect(clock.now()).to.equal(NOW + 8 * HOUR);
  });
});
