// What shoppers do: press twice, hold keys, have no scripts (cases S01 to S03, S22). Back and forward: bfcache.node.mjs.
import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import {
  centreOf,
  closePages,
  openPage,
  pause,
  press,
  sells,
  waitFor,
  type PageOptions,
  type ShopPage,
} from '../support/journey.js';
import { boxesOf, expectQuiet, factsOf, openOracle, pressed } from '../support/oracle.js';
import { openSignUp } from '../support/sign-up-form.js';

const LABEL = 'Backorder now';
const ADDRESS = 'somebody@example.com';
const gone = sells({ id: 'lamp', onHand: 0 }, { id: 'chair', variants: [{ id: 'chair-oak', onHand: 0 }] });
const soldOut = sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } });

const isFirefox = navigator.userAgent.includes('Firefox');
const isWebKit = !isFirefox && !navigator.userAgent.includes('Chrome');

describe('S01 presses that come fast', () => {
  afterEach(closePages);
  afterEach(() => resetMouse());

  /** How many adds arrive after some presses at once. */
  async function presses(page: ShopPage, times: number): Promise<number> {
    for (let count = 0; count < times; count += 1) page.button.click();
    let before = -1;
    let now = 0;
    // Until no more of them arrive.
    while (now !== before) {
      before = now;
      await pause(250);
      now = (await page.log()).filter(({ path }) => path === 'cart/add').length;
    }
    return now;
  }

  for (const theme of ['plain', 'variants', 'ajax']) {
    for (const times of [2, 3]) {
      it(`${times} on a ${theme} page send as many requests as without us`, async () => {
        const { page, without } = await openOracle({ page: theme, document: gone });
        await waitFor(() => page.label === LABEL);
        const theirs = await presses(without, times);
        expect(theirs).to.be.at.least(1);
        expect(await presses(page, times)).to.equal(theirs);
        const adds = await page.carted(1);
        for (const { fields } of adds) {
          expect(fields.filter(([name]) => name === 'properties[Availability]')).to.have.length(1);
          expect(fields.filter(([name]) => name === 'properties[_backorder]')).to.have.length(1);
        }
        expectQuiet(page.heard, 0);
      });
    }
  }

  it('past the limit send nothing, however many', async () => {
    const page = await openPage({
      document: sells({ id: 'lamp', onHand: 0, policy: { sell: 'backorder', limit: 0 } }),
    });
    await waitFor(() => page.label === 'Sold out');
    expect(await presses(page, 3)).to.equal(0);
  });

  it('a double-click with the mouse adds once, with the promise', async () => {
    const page = await openPage({ document: gone, page: 'ajax' });
    await waitFor(() => page.label === LABEL);
    const position = centreOf(page.button);
    await sendMouse({ type: 'click', position });
    await sendMouse({ type: 'click', position });
    const [add] = await page.carted(1);
    expect(add?.fields.map(([name]) => name)).to.include('properties[Availability]');
  });
});

describe('sign-ups sent in haste', () => {
  afterEach(closePages);

  async function openForm(): Promise<{ page: ShopPage; form: Awaited<ReturnType<typeof openSignUp>> }> {
    const page = await openPage({ document: soldOut, replies: { 'sign-ups': { hold: 'answer' } } });
    return { page, form: await openSignUp(page) };
  }

  async function expectOne(page: ShopPage, phase: () => string): Promise<void> {
    await waitFor(async () => (await page.asked('sign-ups')).length > 0, 'the sign-up');
    await pause(100);
    expect(await page.asked('sign-ups')).to.have.length(1);
    await page.release('answer');
    await waitFor(() => phase() === 'done', 'the sign-up to be taken');
    expect(await page.signUps()).to.have.length(1);
    expect((await page.log()).filter(({ path }) => path.startsWith('cart'))).to.deep.equal([]);
    expectQuiet(page.heard, 0);
  }

  it('S02 Enter held down in the field is one sign-up', async () => {
    const { page, form } = await openForm();
    page.window.focus();
    form.input.focus();
    form.input.value = ADDRESS;
    if (isWebKit) {
      // WebDriver there has no key that stays down: as many presses.
      for (let count = 0; count < 4; count += 1) await press('Enter');
    } else {
      for (let count = 0; count < 4; count += 1) await sendKeys({ down: 'Enter' });
      await sendKeys({ up: 'Enter' });
    }
    await expectOne(page, form.phase);
  });

  it('S03 a double-click on the button is one request and one row', async () => {
    const { page, form } = await openForm();
    form.input.value = ADDRESS;
    const position = centreOf(form.button);
    await sendMouse({ type: 'click', position });
    await sendMouse({ type: 'click', position });
    await resetMouse();
    await expectOne(page, form.phase);
  });

  it('S03 pressed twice in one breath', async () => {
    const { page, form } = await openForm();
    form.input.value = ADDRESS;
    form.button.click();
    form.button.click();
    await expectOne(page, form.phase);
  });
});

describe('S22 scripts are switched off', () => {
  afterEach(closePages);

  const fallback = `<backorder-badge product="lamp"></backorder-badge>
    <eta-notice product="lamp">Ask us when it ships.</eta-notice>
    <notify-me-form product="lamp"><form id="fallback" action="contact" method="post">
      <input name="email" type="email" value="${ADDRESS}"><button>Write to me</button></form></notify-me-form>`;
  const options: PageOptions = {
    document: soldOut,
    sandbox: 'allow-same-origin allow-forms',
    slots: { after: fallback },
  };

  it('the theme’s page is what it is, and what stands inside our tags is there and works', async () => {
    const page = await (await openPage({ ...options, replies: { contact: { status: 204 } } })).loaded();
    const without = await (await openPage({ ...options, script: false })).loaded();
    expect(factsOf(page)).to.deep.equal(factsOf(without));
    expect(boxesOf(page)).to.deep.equal(boxesOf(without));
    expect(await pressed(page)).to.deep.equal(await pressed(without));

    expect(page.find('eta-notice').getBoundingClientRect().height).to.be.above(0);
    const send = page.find('#fallback button');
    const [x, y] = centreOf(send);
    expect(page.document.elementFromPoint(x, y)).to.equal(send);
    send.click();
    const [sent] = await waitFor(async () => {
      const found = await page.asked('contact');
      return found.length > 0 && found;
    }, 'the plain form to be sent');
    expect(sent).to.deep.include({ method: 'POST', fields: [['email', ADDRESS]] });
    expect(await page.asked('availability')).to.have.length(0);
  });
});
