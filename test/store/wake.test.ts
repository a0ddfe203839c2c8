import { expect } from '@open-wc/testing';
import { Wake } from '../../src/store/wake.js';
import { DAY, HOUR, NOW } from '../support/arbitraries.js';
import { Time } from '../support/time.js';

describe('Wake', () => {
  let time: Time;
  let rung: { readonly at: number; readonly owners: readonly object[] }[];
  let wake: Wake;

  beforeEach(() => {
    time = new Time(NOW);
    rung = [];
    wake = new Wake(
      () => Date.now(),
      (owners) => rung.push({ at: Date.now() - NOW, owners }),
    );
  });

  afterEach(() => time.release());

  it('rings at the instant, once, with those whose instant it is', async () => {
    const [a, b, c] = [{}, {}, {}];
    wake.set(a, NOW + 2 * HOUR);
    wake.set(b, NOW + HOUR);
    wake.set(c, NOW + HOUR);
    await time.pass(DAY);
    expect(rung).to.deep.equal([
      { at: HOUR, owners: [b, c] },
      { at: 2 * HOUR, owners: [a] },
    ]);
    expect(rung[0]?.owners[0]).to.equal(b);
  });

  it('D43 has one timer for a thousand instants, set to the nearest', async () => {
    for (let index = 0; index < 1000; index += 1) wake.set({}, NOW + HOUR * (1000 - index));
    await time.pass(0);
    expect(time.waits).to.deep.equal([HOUR]);
    expect(rung).to.deep.equal([]);
  });

  it('keeps one instant an owner, and forgets it when told', async () => {
    const [a, b] = [{}, {}];
    wake.set(a, NOW + HOUR);
    wake.set(a, NOW + 3 * HOUR);
    wake.set(b, NOW + 2 * HOUR);
    wake.set(b, undefined);
    await time.pass(DAY);
    expect(rung.filter(({ owners }) => owners.length)).to.deep.equal([{ at: 3 * HOUR, owners: [a] }]);
  });

  it('has no timer when nobody waits', async () => {
    const owner = {};
    wake.set(owner, undefined);
    wake.set(owner, NOW + HOUR);
    await time.pass(0);
    wake.set(owner, undefined);
    await time.pass(0);
    expect(time.waits).to.deep.equal([]);
  });

  it('rings at once for what is past', async () => {
    wake.set({}, NOW - DAY);
    await time.pass(0);
    expect(rung).to.have.length(1);
    expect(time.waits).to.deep.equal([]);
  });

  it('an instant beyond 25 days, which no timer holds, is waited for in stages', async () => {
    wake.set({}, NOW + 60 * DAY);
    await time.pass(0);
    expect(time.waits[0]).to.be.within(24 * DAY, 2 ** 31 - 1);
    await time.pass(60 * DAY - 1000);
    expect(rung.filter(({ owners }) => owners.length)).to.deep.equal([]);
    await time.pass(2000);
    expect(rung.filter(({ owners }) => owners.length).map(({ at }) => at)).to.deep.equal([60 * DAY]);
  });

  it('whoever sets a new instant while being rung is rung again', async () => {
    let times = 0;
    const owner = {};
    const again = new Wake(
      () => Date.now(),
      (owners) => {
        times += owners.length;
        if (times < 3) again.set(owner, Date.now() + HOUR);
      },
    );
    again.set(owner, NOW + HOUR);
    await time.pass(DAY);
    expect(times).to.equal(3);
    expect(time.waits).to.deep.equal([]);
  });

  it('T06 is set anew when a clock was put right', async () => {
    let off = -DAY;
    const owner = {};
    const late = new Wake(
      () => Date.now() + off,
      (owners) => rung.push({ at: Date.now() - NOW, owners }),
    );
    late.set(owner, NOW + HOUR);
    await time.pass(0);
    off = 0;
    late.set(owner, NOW + HOUR);
    await time.pass(2 * HOUR);
    expect(rung.filter(({ owners }) => owners.length).map(({ at }) => at)).to.deep.equal([HOUR]);
  });
});
