// Faults of the script-tag files themselves: refused, late, cut, replaced, missing (cases N01 to N07).
import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { centreOf, closePages, openPage, pause, sells, waitFor, type ShopPage } from '../support/journey.js';
import { expectQuiet, openOracle, type Oracle } from '../support/oracle.js';

const gone = sells({ id: 'lamp', onHand: 0 });
const LABEL = 'Backorder now';
const PROMISE = ['properties[Availability]', 'properties[_backorder]'];
const FALLBACK = '<a href="contact.html">Ask us about this lamp</a>';
const slots = { after: `<backorder-badge></backorder-badge><notify-me-form>${FALLBACK}</notify-me-form>` };
const HTML = '<!doctype html><title>Log in</title><p>Please log in.';

/** The text of one of the script-tag files. */
const fileText = async (page: ShopPage, name: string): Promise<string> =>
  (await page.window.fetch(`cdn/${name}`)).text();

const decorated = (page: ShopPage): boolean => page.label === LABEL;

const fallbackShows = (page: ShopPage): boolean =>
  page.find('notify-me-form a').getBoundingClientRect().height > 0;

/** A script that is no script makes the browser itself say so, once; apart from that it has to be quiet. */
function expectOnlySyntaxErrors({ heard }: ShopPage): void {
  const others = heard.errors.filter(
    (text) => !/SyntaxError|Script error|Unexpected|Invalid|missing|expected/i.test(text),
  );
  expect(others).to.deep.equal([]);
  expect(heard.errors.length).to.be.at.most(1);
  expect(heard.console.filter((text) => text.includes('backorder'))).to.deep.equal([]);
}

describe('the script does not come as it should', () => {
  afterEach(closePages);

  it('N01 a refused script leaves the page as it is without it, with no gaps', async () => {
    const oracle = await openOracle({
      document: gone,
      loader: 'refused',
      slots: { before: '<backorder-badge></backorder-badge>' },
    });
    await oracle.check('at once');
    await oracle.page.loaded();
    await oracle.check('loaded');
    oracle.quiet(0);
    const shifts = oracle.page.heard.shifts.map(({ value }) => value);
    expect(shifts).to.deep.equal([]);
    expect(await oracle.page.asked('availability')).to.have.length(0);
  });

  describe('N02 it comes late', () => {
    const late = (): Promise<ShopPage> =>
      openPage({
        document: gone,
        loader: 'away',
        replies: { 'cdn/backorder-elements.js': { hold: 'script' } },
      });

    /** Lets the script come, and waits until everything but the button is done. */
    async function arrive(page: ShopPage): Promise<void> {
      await page.release('script');
      await waitFor(
        () => page.document.querySelector('backorder-badge')?.getAttribute('state') === 'backorder',
        'the badge',
      );
      await pause(50);
    }

    /** What the button and its form are, at each change: both are to change together. */
    function watch(page: ShopPage): string[] {
      const form = page.button.form as HTMLFormElement;
      const steps: string[] = [];
      const look = (): void => {
        const step = `${page.label}, ${form.querySelectorAll('[name^=properties]').length} fields`;
        if (step !== steps.at(-1)) steps.push(step);
      };
      look();
      new page.window.MutationObserver(look).observe(form, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      return steps;
    }

    afterEach(() => resetMouse());

    it('while the button is pressed: the press sends what the button said, then all changes at once', async () => {
      const page = await late();
      const steps = watch(page);
      await sendMouse({ type: 'move', position: centreOf(page.button) });
      await sendMouse({ type: 'down' });
      expect(page.button.matches(':active')).to.equal(true);
      await arrive(page);
      expect(page.label).to.equal('Add to cart');
      await sendMouse({ type: 'up' });
      const [add] = await page.carted(1);
      expect(add?.fields).to.deep.equal([
        ['id', 'lamp'],
        ['quantity', '1'],
        ['add', ''],
      ]);
      await sendMouse({ type: 'move', position: [700, 500] });
      page.button.blur();
      await waitFor(() => decorated(page));
      expect(steps).to.deep.equal(['Add to cart, 0 fields', `${LABEL}, 2 fields`]);
      expectQuiet(page.heard, 0);
    });

    it('while the button has the focus', async () => {
      const page = await late();
      const steps = watch(page);
      page.button.focus();
      await arrive(page);
      expect(page.label).to.equal('Add to cart');
      page.find('input[name=quantity]').focus();
      await waitFor(() => decorated(page));
      expect(steps).to.deep.equal(['Add to cart, 0 fields', `${LABEL}, 2 fields`]);
    });

    it('while the shopper is elsewhere', async () => {
      const page = await late();
      const steps = watch(page);
      await arrive(page);
      await waitFor(() => decorated(page));
      expect(steps).to.deep.equal(['Add to cart, 0 fields', `${LABEL}, 2 fields`]);
    });
  });

  describe('N03 it is cut off in the middle', () => {
    let oracle: Oracle;
    let text: string;

    before(async () => {
      oracle = await openOracle({ slots });
      text = await fileText(oracle.page, 'backorder-elements.js');
    });

    for (let part = 1; part <= 20; part += 1) {
      it(`after ${part * 4} %`, async () => {
        const at = Math.floor((text.length * part) / 21);
        // Half of them by a proxy that ends the file as if it were whole, half by a connection that breaks.
        const reply = part % 2 ? { body: text.slice(0, at) } : { how: 'cut' as const, at };
        const cut = await openOracle({
          document: gone,
          slots,
          loader: 'away',
          replies: { 'cdn/backorder-elements.js': reply },
        });
        await cut.page.loaded();
        await cut.check('loaded');
        expect(fallbackShows(cut.page)).to.equal(true);
        expectOnlySyntaxErrors(cut.page);
      });
    }
  });

  it('N04 it is a log-in page', async () => {
    const replies = { 'cdn/backorder-elements.js': { body: HTML, headers: { 'content-type': 'text/html' } } };
    const oracle = await openOracle({ document: gone, slots, loader: 'away', replies });
    await oracle.check('at once');
    await oracle.page.loaded();
    await oracle.check('loaded');
    expect(fallbackShows(oracle.page)).to.equal(true);
    expectOnlySyntaxErrors(oracle.page);
  });

  describe('N05 with an integrity hash', () => {
    const hashOf = async (text: string): Promise<string> => {
      const bytes = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text));
      return `sha384-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
    };

    async function openWith(change: (text: string) => string): Promise<Oracle> {
      const text = await fileText(await openPage({ script: false }), 'backorder-elements.js');
      return openOracle({
        document: gone,
        slots,
        loader: 'away',
        attributes: { integrity: await hashOf(text), crossorigin: 'anonymous' },
        replies: { 'cdn/backorder-elements.js': { body: change(text) } },
      });
    }

    it('control: the right file runs', async () => {
      const { page } = await openWith((text) => text);
      await waitFor(() => decorated(page));
    });

    it('a file with one byte changed is blocked, and the page is as without it', async () => {
      const oracle = await openWith((text) => text.replace('backorder', 'backordes'));
      await oracle.page.loaded();
      await oracle.check('loaded');
      expect(fallbackShows(oracle.page)).to.equal(true);
      oracle.quiet(0);
      expect(await oracle.page.asked('availability')).to.have.length(0);
    });
  });
});

describe('a part of the script does not come', () => {
  afterEach(closePages);

  const PAGE = 'cdn/backorder-elements.page.js';

  const beside = sells({ id: 'lamp', onHand: 0, policy: { sell: 'backorder', signUp: 'beside' } });

  for (const part of ['notify-me-form', 'lit']) {
    it(`N06 without the form's file (${part}): badge and button are right, the form shows its plain link`, async () => {
      const page = await openPage({
        document: beside,
        slots,
        loader: 'away',
        replies: { [`cdn/backorder-elements.${part}.js`]: { status: 404, body: '' } },
      });
      await waitFor(() => decorated(page));
      await waitFor(() => page.reports.length > 0);
      expect(page.find('backorder-badge').textContent).to.equal('Backorder');
      expect(fallbackShows(page)).to.equal(true);
      expect(page.find('notify-me-form').children).to.have.length(1);
      page.button.click();
      const [add] = await page.carted(1);
      expect(add?.fields.map(([name]) => name)).to.include.members(PROMISE);
      expectQuiet(page.heard);
    });
  }

  it('N06 the file is missing when the shopper asks for the form: no button is left that does nothing', async () => {
    const page = await openPage({
      document: beside,
      loader: 'away',
      // Not before the button is pressed: where two ways are offered its file is asked for at once, and it goes with the answer.
      replies: { 'cdn/backorder-elements.notify-me-form.js': { status: 404, body: '', hold: 'file' } },
    });
    const open = await waitFor(
      () => page.document.querySelector<HTMLElement>('notify-me-form button'),
      'the form',
    );
    open.click();
    await page.release('file');
    await waitFor(() => !open.isConnected, 'the button to go');
    expect(decorated(page)).to.equal(true);
    expectQuiet(page.heard);
  });

  it('N07 missing once, in the middle of a deploy: one more try brings it', async () => {
    const page = await openPage({
      document: gone,
      loader: 'away',
      replies: { [PAGE]: [{ status: 404, body: '' }, {}] },
    });
    await waitFor(() => decorated(page));
    expect(await page.asked(PAGE)).to.have.length(2);
    expectQuiet(page.heard, 0);
  });

  it('N07 missing for good: one more try, then the page is as without us', async () => {
    const oracle = await openOracle({
      document: gone,
      slots,
      loader: 'away',
      replies: { [PAGE]: { status: 404, body: '' } },
    });
    await oracle.check('at once');
    await waitFor(() => oracle.page.reports.length > 0);
    await oracle.check('after giving up');
    expect(fallbackShows(oracle.page)).to.equal(true);
    oracle.quiet();
    expect(await oracle.page.asked(PAGE)).to.have.length(2);
  });
});
