import { expect } from '@open-wc/testing';
import { soonAfter } from '../../src/page/soon-after.js';
import { soon, until } from '../support/element-page.js';

describe('soonAfter', () => {
  let times = 0;
  const act = (): void => {
    times += 1;
  };

  beforeEach(() => {
    times = 0;
  });

  it('acts once for all who have asked, and not at once', async () => {
    const ask = soonAfter(act);
    for (let asked = 0; asked < 100; asked += 1) ask();
    await soon();
    expect(times).to.equal(0);
    await until(() => times > 0);
    expect(times).to.equal(1);
  });

  it('acts on a page that never stands still', async () => {
    let own = 0;
    const ask = soonAfter(() => (own += 1));
    const restless = setInterval(ask, 10);
    await until(() => own > 1);
    clearInterval(restless);
  });

  it('acts again for those who ask later, also after it has failed', () => {
    let failing = true;
    const real = globalThis.setTimeout;
    const waiting: (() => void)[] = [];
    globalThis.setTimeout = ((run: () => void) => waiting.push(run)) as unknown as typeof setTimeout;
    try {
      const ask = soonAfter(() => {
        act();
        if (failing) throw new Error('once');
      });
      ask();
      expect(() => waiting.shift()?.()).to.throw('once');
      failing = false;
      ask();
      waiting.shift()?.();
    } finally {
      globalThis.setTimeout = real;
    }
    expect(times).to.equal(2);
  });

  it('those who ask by different functions do not wait for each other', async () => {
    const [first, second] = [soonAfter(act), soonAfter(act)];
    first();
    second();
    await until(() => times === 2);
  });
});
