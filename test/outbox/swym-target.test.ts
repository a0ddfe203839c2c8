import { expect } from '@open-wc/testing';
import { swymTarget } from '../../src/outbox/swym-target.js';
import { NOW } from '../support/arbitraries.js';
import { quietConsole, takeWarnings } from '../support/quiet.js';
import { CANARY, order, outcome } from '../support/sign-up-order.js';
import { Time } from '../support/time.js';

const page = globalThis as unknown as Record<string, unknown>;
const TOLD = { target: 'swym' };

describe('swymTarget', () => {
  quietConsole();
  let calls: unknown[][];
  const there = (name: string, then: (ok: () => void, fail: () => void) => void): void => {
    calls = [];
    page[name] = {
      sendWatchlist: (...args: unknown[]) => {
        calls.push(args.filter((it) => typeof it !== 'function'));
        then(args[3] as () => void, args[4] as () => void);
      },
    };
  };
  afterEach(() => {
    delete page['swat'];
    delete page['_swat'];
    for (const it of document.querySelectorAll('[data-test]')) it.remove();
  });

  for (const name of ['swat', '_swat']) {
    it(`P22 calls ${name}.sendWatchlist with the event 8 and the product’s own address, without query and hash`, async () => {
      there(name, (ok) => ok());
      const head = document.createElement('div');
      head.dataset['test'] = '';
      head.innerHTML = `<link rel="canonical" href="/products/lamp?who=${CANARY}#x"><meta property="og:image" content="https://cdn.example/lamp.jpg"><meta property="og:price:amount" content="145.00">`;
      document.head.append(...[...head.children].map((it) => (it.setAttribute('data-test', ''), it)));
      expect(await outcome(swymTarget(order(TOLD)))).to.equal('done');
      expect(calls).to.deep.equal([
        [
          CANARY,
          'email',
          {
            ...{ epi: 42, empi: 7012, et: 8, pr: 145 },
            ...{ du: `${location.origin}/products/lamp`, iu: 'https://cdn.example/lamp.jpg' },
          },
          0,
        ],
      ]);
    });
  }

  it('P08 opts in only who has agreed', async () => {
    there('swat', (ok) => ok());
    await swymTarget(order(TOLD, { marketing: '1' }));
    expect(calls[0]?.at(-1)).to.equal(1);
  });

  it('a failure, an exception and silence are failures', async () => {
    there('swat', (_ok, fail) => fail());
    expect(await outcome(swymTarget(order(TOLD)))).to.match(/^no: /);
    there('swat', () => {
      throw new Error(CANARY);
    });
    expect(await outcome(swymTarget(order(TOLD)))).to.match(/^no: /);
    const time = new Time(NOW);
    try {
      there('swat', () => undefined);
      const silent = outcome(swymTarget(order(TOLD)));
      await time.pass(10_100);
      expect(await silent).to.match(/^no: /);
      delete page['swat'];
      const missing = outcome(swymTarget(order(TOLD)));
      await time.pass(5_200);
      expect(await missing).to.match(/^no: /);
      expect(takeWarnings().join()).to.include('sign-up-app-missing');
    } finally {
      time.release();
    }
  });
});
