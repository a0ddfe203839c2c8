import { expect } from '@open-wc/testing';
import { hearPromises } from '../../src/page/promised-events.js';
import { elementPage, put, soon } from '../support/element-page.js';

describe('hearPromises', () => {
  elementPage();

  let place: HTMLElement;
  let ending: AbortController;
  let came: unknown[];
  let changes: number;
  let signals: number;

  const select = (parts: object, from: Element | Document = place): void => {
    const event = Object.assign(new Event('theirs:select', { bubbles: true }), parts);
    from.dispatchEvent(event);
  };
  const later = (): { promise: Promise<unknown>; resolve(it: unknown): void; reject(it: unknown): void } => {
    let [resolve, reject] = [(_: unknown): void => undefined, (_: unknown): void => undefined];
    const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
    return { promise, resolve, reject };
  };

  beforeEach(() => {
    place = put('<div></div>');
    ending = new AbortController();
    [came, changes, signals] = [[], 0, 0];
    const take = (json: unknown): Promise<void> => Promise.resolve(void came.push(json));
    hearPromises({ 'theirs:select': () => [] }, take, () => (changes += 1), ending.signal);
  });
  afterEach(() => ending.abort());

  const settled = async (): Promise<void> => {
    await soon();
    await soon();
  };

  it('takes what comes, with the product that the event names, and has the page looked at afterwards', async () => {
    const { promise, resolve } = later();
    select({ product: { id: 7 }, promise });
    await settled();
    expect([came, changes]).to.deep.equal([[], 0]);
    resolve({ variant: { id: 1 } });
    // As a theme that writes its form when it hears of it.
    void promise.then(() => (signals = changes + 1));
    await settled();
    expect(came).to.deep.equal([{ variant: { id: 1 }, product: { id: 7 } }]);
    expect([changes, signals], 'after the theme').to.deep.equal([1, 1]);
  });

  it('null, no such variant, is a change as well', async () => {
    select({ promise: Promise.resolve({ variant: null }) });
    select({ promise: Promise.resolve(null) }, document);
    await settled();
    expect(changes).to.equal(2);
  });

  it('of two answers out of order the later choice counts', async () => {
    const [first, second] = [later(), later()];
    select({ promise: first.promise });
    select({ promise: second.promise });
    second.resolve({ variant: { id: 2 } });
    await settled();
    first.resolve({ variant: { id: 1 } });
    await settled();
    expect(came).to.deep.equal([{ variant: { id: 2 }, product: undefined }]);
    expect(changes).to.equal(1);
  });

  it('two products of a page do not wait for each other', async () => {
    const other = put('<div></div>');
    select({ promise: Promise.resolve({ variant: { id: 1 } }) });
    select({ promise: Promise.resolve({ variant: { id: 2 } }) }, other);
    await settled();
    expect(came).to.have.length(2);
  });

  it('rejections and odd events do no harm, and leave nothing unhandled', async () => {
    const unhandled: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    addEventListener('unhandledrejection', note);
    select({ promise: Promise.reject(new DOMException('again', 'AbortError')) });
    for (const promise of [
      undefined,
      null,
      5,
      'x',
      { then: 5 },
      { then: (_: unknown, no: () => void) => no() },
    ])
      select({ promise });
    const angry = new Event('theirs:select', { bubbles: true });
    Object.defineProperty(angry, 'promise', {
      get: () => {
        throw new Error('angry');
      },
    });
    place.dispatchEvent(angry);
    await settled();
    removeEventListener('unhandledrejection', note);
    expect(unhandled).to.deep.equal([]);
  });

  it('ended, it hears nothing more, nor what was on its way', async () => {
    const { promise, resolve } = later();
    select({ promise });
    ending.abort();
    resolve({});
    select({ promise: Promise.resolve({}) });
    await settled();
    expect([came, changes]).to.deep.equal([[], 0]);
  });
});
