import { expect } from '@open-wc/testing';
import { deliveryPlan } from '../../src/availability/delivery-plan.js';
import { OfferSource, type OfferWish } from '../../src/headless/offer-source.js';
import { speak } from '../../src/messages/speak.js';
import { connectEndpoint } from '../../src/store/connect-endpoint.js';
import { shared } from '../../src/store/shared-store.js';
import { DAY, NOW } from '../support/arbitraries.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { quietConsole } from '../support/quiet.js';
import { Time } from '../support/time.js';
import { backorder, inStock, told } from '../support/told.js';

const KEY = Symbol.for('backorder-elements.store.1');

describe('OfferSource', () => {
  quietConsole();
  let time: Time;
  let stops: (() => void)[];

  /** Follows a wish, and counts what it is told. */
  function follow(wish: OfferWish): { readonly source: OfferSource; calls: number; stop: () => void } {
    const source = new OfferSource(wish);
    const it = { source, calls: 0, stop: source.subscribe(() => (it.calls += 1)) };
    stops.push(it.stop);
    return it;
  }

  beforeEach(() => {
    time = new Time(NOW);
    stops = [];
    document.documentElement.lang = 'en';
    delete (globalThis as { [KEY]?: unknown })[KEY];
  });

  afterEach(() => {
    for (const stop of stops) stop();
    document.documentElement.lang = 'en';
    unstubFetch();
    time.release();
  });

  it('is unknown until something is known, then an offer with the words of the elements', () => {
    const it = follow({ product: 'table' });
    expect(it.source.told().state).to.equal('unknown');
    expect(it.source.told().words).to.include({ badge: '', promise: '', label: 'Add to cart' });
    expect(it.source.told().orderable).to.equal(true);
    shared().store.put(told([backorder('table')]));
    const { state, words, lines } = it.source.told();
    expect(state).to.equal('backorder');
    expect(words).to.include({ badge: 'Backorder', label: 'Backorder now', limit: '', language: 'en' });
    expect(words.promise).to.contain('December 12');
    expect(lines).to.have.length(1);
    expect(lines[0]?.properties['Availability']).to.equal(`Backorder: ${words.promise}`);
    expect(lines[0]?.properties['_backorder']).to.match(
      /^1;backorder;0\+1;2026-12-12\/2026-12-12;day;.*;en$/,
    );
    expect(it.calls).to.equal(1);
  });

  it('gives the same object until something changes, and again after the last subscriber has gone', () => {
    shared().store.put(told([backorder('table')]));
    const source = new OfferSource({ product: 'table' });
    const before = source.told();
    expect(source.told()).to.equal(before);
    const stop = source.subscribe(() => undefined);
    expect(source.told()).to.equal(before);
    stop();
    expect(source.told()).to.equal(before);
  });

  it('takes what is on the shelf apart from what comes later, unless the merchant ships all together', () => {
    const some = { onHand: 2, policy: { sell: 'backorder', limit: 10 } };
    shared().store.put(
      told([
        backorder('apart', some),
        backorder('whole', { ...some, policy: { ...some.policy, partial: 'together' } }),
        backorder('few', { ...some, policy: { sell: 'backorder', limit: 1 } }),
        inStock('shelf'),
      ]),
    );
    const linesOf = (product: string): readonly (readonly [number, string | undefined])[] =>
      new OfferSource({ product, quantity: 5 })
        .told()
        .lines.map(({ quantity, properties }) => [quantity, properties['_backorder']?.split(';')[2]]);
    expect(linesOf('apart')).to.deep.equal([
      [2, undefined],
      [3, '0+3'],
    ]);
    expect(linesOf('whole')).to.deep.equal([[5, '0+5']]);
    expect(linesOf('few')).to.deep.equal([
      [2, undefined],
      [1, '0+1'],
    ]);
    expect(linesOf('shelf')).to.deep.equal([[5, undefined]]);
    expect(linesOf('nobody-knows')).to.deep.equal([[5, undefined]]);
  });

  it('asks once for a hundred, and leaves nothing behind when all have gone', async () => {
    const asked = stubFetch(() => json({ version: 1, products: [backorder('table'), inStock('lamp')] }));
    const all = Array.from({ length: 100 }, (_, at) => follow({ product: at % 2 ? 'table' : 'lamp' }));
    const close = connectEndpoint('/availability');
    await time.pass(0);
    expect(asked).to.have.length(1);
    expect(all.map(({ calls }) => calls)).to.deep.equal(Array(100).fill(1));
    for (const { stop } of all) stop();
    close();
    expect(shared().store.followed).to.deep.equal([]);
  });

  it('goes by a record that it is given', () => {
    const told = new OfferSource({ record: { onHand: 0 }, policy: { sell: 'preorder' }, quantity: 2 }).told();
    expect(told.state).to.equal('preorder');
    expect(told.wanted).to.equal(2);
  });

  it('says that the date has moved, as the notice does', () => {
    shared().store.put(told([backorder('table')]));
    const it = follow({ product: 'table' });
    expect(it.source.told().words.aside).to.equal('');
    shared().store.put(told([backorder('table', { restock: '2026-12-20' })]));
    expect(it.source.told().words.aside).to.contain('December 12');
  });

  it('follows the language of the page, and says nothing in another one meanwhile', async () => {
    shared().store.put(told([backorder('table')]));
    document.documentElement.lang = 'de';
    const it = follow({ product: 'table' });
    expect(it.source.told().words.label).to.be.oneOf(['', 'Vorbestellen', 'Nachbestellen']);
    // What is put into the cart before the words are here carries the promise even so.
    expect(it.source.told().lines[0]?.properties).to.have.property('_backorder');
    while (!it.source.told().words.label) await new Promise((done) => requestAnimationFrame(done));
    const german = it.source.told();
    expect(german.words.language).to.equal('de');
    document.documentElement.lang = 'en';
    await time.pass(0);
    expect(it.source.told().words.label).to.equal('Backorder now');
    expect(it.source.told().words.promise).not.to.equal(german.words.promise);
  });

  describe('with what a server has written the page from', () => {
    const document = { version: 1, products: [backorder('table')] };

    it('says the server’s words first, keeps them, and asks nobody', () => {
      const asked = stubFetch(() => json({}));
      const { source } = follow({ product: 'table', served: { document, now: NOW } });
      const byServer = source.toldByServer();
      expect(byServer.state).to.equal('backorder');
      expect(source.told()).to.deep.equal(byServer);
      expect(asked).to.have.length(0);
    });

    it('knows it before anybody has subscribed, as a page does that is drawn by the browser', () => {
      const served = { document: { ...document }, now: NOW };
      expect(new OfferSource({ product: 'table', served }).told().state).to.equal('backorder');
      expect(shared().store.product('table')).to.equal(undefined);
    });

    it('keeps two pages apart that one server writes at a time', () => {
      const a = new OfferSource({ product: 'table', served: { document, now: NOW } });
      const other = { version: 1, products: [inStock('table')] };
      const b = new OfferSource({ product: 'table', served: { document: other, now: NOW } });
      expect([a, b].map((it) => it.toldByServer().state)).to.deep.equal(['backorder', 'in-stock']);
      expect(new OfferSource({ product: 'table' }).toldByServer().state).to.equal('unknown');
    });

    it('corrects itself when the page was kept past the date', () => {
      const old = { ...document };
      time.release();
      time = new Time(NOW + 60 * DAY);
      const { source } = follow({ product: 'table', served: { document: old, now: NOW } });
      expect(source.toldByServer().promise).not.to.equal(undefined);
      expect(source.told().withheld).to.equal('date-passed');
    });

    it('speaks the server’s language until the browser does', async () => {
      window.document.documentElement.lang = 'fr';
      const language = await speak('fr', {});
      const served = { document: { ...document }, now: NOW, language };
      const { source } = follow({ product: 'table', served });
      expect(source.toldByServer().words.language).to.equal('fr');
      expect(source.told().words).to.deep.equal(source.toldByServer().words);
    });

    it('says no date of a shop with a calendar, unless it gets the plan', () => {
      const delivery = { timeZone: 'Europe/Copenhagen', handlingTime: { min: 1, max: 2 } };
      const dated = { ...document, delivery };
      const plan = deliveryPlan(dated);
      if (!plan.ok) throw new Error('no plan');
      const bare = new OfferSource({
        product: 'table',
        served: { document: dated, now: NOW },
      }).toldByServer();
      expect(bare.promise).to.equal(undefined);
      const served = { document: dated, now: NOW, plan: plan.value };
      expect(new OfferSource({ product: 'table', served }).toldByServer().promise).not.to.equal(undefined);
    });

    it('mistrusts a clock that is behind the page', () => {
      const late = { ...document };
      const { source } = follow({ product: 'table', served: { document: late, now: NOW + 60 * DAY } });
      expect(source.told().withheld).to.equal('date-passed');
    });

    it('shows nothing of it once the shop has switched everything off', () => {
      shared().store.put(told([], { disabled: true }));
      const served = { document: { ...document }, now: NOW };
      expect(new OfferSource({ product: 'table', served }).told().state).to.equal('unknown');
    });
  });
});
