import { expect } from '@open-wc/testing';
import { restockApp } from '../../src/outbox/restock-app.js';
import { NOW } from '../support/arbitraries.js';
import { quietConsole, takeWarnings } from '../support/quiet.js';
import { byPhone, CANARY, order, outcome } from '../support/sign-up-order.js';
import { Time } from '../support/time.js';

type Create = (...args: unknown[]) => unknown;

const page = globalThis as unknown as Record<string, { create?: Create } | undefined>;

for (const [target, name] of [
  ['back-in-stock', 'BIS'],
  ['appikon', 'SI'],
] as const) {
  describe(`restockApp ${name}`, () => {
    quietConsole();
    const send = restockApp(name);
    let calls: unknown[][];

    const there = (answer: unknown): void => {
      calls = [];
      page[name] = {
        create: (...args) => {
          calls.push(args);
          // Its promise is its own: one function, and nothing given back.
          return { then: (ok: (it: unknown) => void) => void ok(answer) };
        },
      };
    };
    afterEach(() => {
      delete page[name];
    });

    it('calls create with address, variant and product in digits', async () => {
      there({ status: 'OK', msg: 'Thanks' });
      expect(await outcome(send(order({ target })))).to.equal('done');
      expect(calls).to.deep.equal([[CANARY, 42, 7012, {}]]);
    });

    it('P08 sends a number without an address, the quantity, and consent only where it was given', async () => {
      there({ status: 'OK' });
      await send(order({ target }, { ...byPhone, quantity: 3 }));
      await send(order({ target }, { marketing: '2026-11' }));
      expect(calls).to.deep.equal([
        [null, 42, 7012, { phone_number: '+4915123456789', quantity_required: 3 }],
        [CANARY, 42, 7012, { accepts_marketing: true }],
      ]);
    });

    it('says which field was refused; answers of any other kind are failures', async () => {
      for (const [answer, said] of [
        [{ status: 'Error', errors: { email: ['is invalid'] } }, 'no: email'],
        [{ status: 'Error', errors: { phone_number: ['x'] } }, 'no: phone'],
        [{ errors: { quantity_required: ['x'] } }, 'no: quantity'],
        [{ errors: null }, ''],
        [{}, ''],
        [null, ''],
        ['OK', ''],
        [{ status: 'ok' }, ''],
      ] as const) {
        there(answer);
        const found = await outcome(send(order({ target })));
        expect(found, JSON.stringify(answer)).to.match(said ? new RegExp(`^${said}$`) : /^no: /);
        expect(found).not.to.include('canary');
      }
    });

    it('survives an app that throws, gives nothing back, or rejects', async () => {
      for (const create of [
        () => {
          throw new Error(CANARY);
        },
        () => undefined,
        () => ({ then: 5 }),
        () => Promise.reject(new Error(CANARY)),
      ] as Create[]) {
        page[name] = { create };
        expect(await outcome(send(order({ target })))).to.match(/^no: /);
      }
    });

    it('waits for an app that comes late, and is not taken in by an element of its name', async () => {
      const time = new Time(NOW);
      const decoy = document.createElement('a');
      decoy.id = name;
      document.body.append(decoy);
      try {
        const sent = outcome(send(order({ target })));
        await time.pass(1000);
        there({ status: 'OK' });
        await time.pass(200);
        expect(await sent).to.equal('done');
      } finally {
        time.release();
        decoy.remove();
      }
    });

    it('that is missing is a failure after 5 s, one that never answers after 10 s', async () => {
      const time = new Time(NOW);
      try {
        const missing = outcome(send(order({ target })));
        await time.pass(5_200);
        expect(await missing).to.match(/^no: /);
        expect(takeWarnings().join()).to.match(new RegExp(`sign-up-app-missing.*${name}\\.create`));
        page[name] = { create: () => ({ then: () => undefined }) };
        const silent = outcome(send(order({ target })));
        await time.pass(10_100);
        expect(await silent).to.match(/^no: /);
      } finally {
        time.release();
      }
    });
  });
}
