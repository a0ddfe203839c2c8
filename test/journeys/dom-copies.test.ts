// More than one of us in a page: the tag twice, two versions, the package beside the tag, somebody else under our tag's name,
// a section whose scripts the theme runs again and again.
import { expect } from '@open-wc/testing';
import { closePages, openPage, pause, sells, waitFor, type ShopPage } from '../support/journey.js';
import { openOracle } from '../support/oracle.js';
import { shown, textOf } from '../support/shown.js';
import { COUNTS, countsOf } from '../support/page-counts.js';

/** Without sign-ups, whose address would be another matter. */
const sold = (...products: object[]): object => ({ ...sells(...products), signUp: undefined });
const document_ = sold({ id: 'lamp', onHand: 0 });
const CDN = 'cdn/backorder-elements.js';

const decorated = (page: ShopPage): Promise<boolean> =>
  waitFor(() => page.label === 'Backorder now' && page.document.querySelector('backorder-badge') !== null);

/** One of everything that there may only be one of. */
function expectOne(page: ShopPage): void {
  const count = (selector: string): number => page.document.querySelectorAll(selector).length;
  expect(count('[data-backorder-place]'), 'places').to.equal(1);
  expect(count('backorder-badge'), 'badges').to.equal(1);
  expect(count('eta-notice'), 'notices').to.equal(1);
  expect(count('[data-backorder-live]'), 'live regions').to.equal(1);
  expect(count('[data-backorder-field]'), 'fields').to.equal(2);
}

/** Another version of our built files, as text of a script of the theme's. */
async function otherVersion(
  version: string,
): Promise<Record<string, { body: string; headers: Record<string, string> }>> {
  const index = await (await fetch('/shop/files/cdn/backorder-elements.page.js')).text();
  const names = new Set([...index.matchAll(/backorder-elements[\w.-]*\.js/g)].map(([name]) => name));
  names.add('backorder-elements.page.js');
  names.add('backorder-elements.elements.js');
  const files: Record<string, { body: string; headers: Record<string, string> }> = {};
  for (const name of names) {
    const text = await (await fetch(`/shop/files/cdn/${name}`)).text();
    for (const [more] of text.matchAll(/backorder-elements[\w.-]*\.js/g)) names.add(more);
    files[`other/${name}`] = {
      body: text.replaceAll('0.1.0', version),
      headers: { 'content-type': 'text/javascript' },
    };
  }
  return files;
}

describe('several copies of the script', () => {
  afterEach(closePages);

  const tag = (more: string): string => `<script src="${CDN}" data-endpoint="availability" ${more}></script>`;
  const second: Record<string, string> = {
    'deferred, both': tag('defer'),
    'in the head, at once': tag('') + tag(''),
    'as a module': tag('type="module"'),
    async: tag('async') + tag('async'),
  };
  for (const [how, head] of Object.entries(second)) {
    it(`D01 the tag twice or more, ${how}: one of us, no error`, async () => {
      const page = await openPage({ document: document_, head });
      await decorated(page);
      await page.loaded();
      await pause(200);
      expectOne(page);
      expect(await page.asked('availability'), 'requests').to.have.length(1);
      expect(page.heard.errors).to.deep.equal([]);
      expect(page.heard.console).to.deep.equal([]);
      page.button.click();
      const [add] = await page.carted(1);
      expect(add?.fields.filter(([name]) => name.startsWith('properties'))).to.have.length(2);
    });
  }

  it('D01 copies share one store, one registry of scopes and one page control', async () => {
    const page = await openPage({ document: document_ });
    await decorated(page);
    const keys = ['store', 'page', 'loader'].map((it) => Symbol.for(`backorder-elements.${it}.1`));
    const before = keys.map((key) => (page.window as unknown as Record<symbol, unknown>)[key]);
    expect(before.every(Boolean)).to.equal(true);
    const script = page.document.createElement('script');
    script.src = `${CDN}?again`;
    const ran = new Promise((resolve) => script.addEventListener('load', resolve));
    page.document.head.append(script);
    await ran;
    await pause(200);
    const after = keys.map((key) => (page.window as unknown as Record<symbol, unknown>)[key]);
    expect(after).to.deep.equal(before);
    expectOne(page);
  });

  it('D02 D03 our own elements under another version come first: they work, the page too, and one warning says so', async () => {
    const replies = await otherVersion('7.7.7');
    const page = await openPage({
      document: document_,
      replies,
      head: '<script type="module" src="other/backorder-elements.elements.js"></script>',
      slots: { after: '<div><backorder-badge id="early" product="lamp"></backorder-badge></div>' },
    });
    await waitFor(() => page.label === 'Backorder now');
    const badge = page.find('#early');
    await waitFor(() => textOf(badge) === 'Backorder');
    expect((badge.constructor as unknown as { version: string }).version).to.equal('7.7.7');
    await page.loaded();
    await pause(200);
    expect(page.heard.errors).to.deep.equal([]);
    expect(page.reports.length, page.reports.join('; ')).to.be.at.most(1);
  });

  it('D02 our own elements under another version come last: the first keep the tags, one warning says so', async () => {
    const replies = await otherVersion('7.7.7');
    const page = await openPage({
      document: document_,
      replies,
      head: '<script type="module" src="cdn/backorder-elements.elements.js"></script>',
    });
    await decorated(page);
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    const script = page.document.createElement('script');
    script.type = 'module';
    script.src = 'other/backorder-elements.elements.js';
    page.document.head.append(script);
    await waitFor(() => page.reports.length > 0);
    await pause(100);
    const { version } = page.window.customElements.get('notify-me-form') as unknown as { version: string };
    expect(version).to.equal('0.1.0');
    expect(page.heard.errors).to.deep.equal([]);
    expect(page.reports.length, page.reports.join('; ')).to.equal(1);
    expectOne(page);
  });

  for (const order of ['first', 'last'] as const) {
    it(`D02 two script tags of different versions, the other one ${order}: one of us, no error`, async () => {
      const replies = await otherVersion('7.7.7');
      const text = await (await fetch(`/shop/files/${CDN}`)).text();
      replies['other/backorder-elements.js'] = {
        body: text.replaceAll('0.1.0', '7.7.7'),
        headers: { 'content-type': 'text/javascript' },
      };
      const other = '<script src="other/backorder-elements.js" data-endpoint="availability" defer></script>';
      const page = await openPage({
        document: document_,
        replies,
        ...(order === 'first' ? { head: other } : { slots: { after: other } }),
      });
      await decorated(page);
      await page.loaded();
      await pause(200);
      expectOne(page);
      expect(page.heard.errors).to.deep.equal([]);
      expect(page.reports.length).to.be.at.most(1);
    });
  }

  it('D03 the package in the shop’s own bundle and the script tag, one store between them', async () => {
    const page = await openPage({
      document: document_,
      head: '<script type="module" src="cdn/backorder-elements.elements.js"></script>',
      slots: { after: '<p><eta-notice id="own"></eta-notice></p>' },
    });
    await waitFor(() => page.label === 'Backorder now');
    await waitFor(() => shown(page, '#own').includes('5 days'));
    await page.loaded();
    expect(page.heard.errors).to.deep.equal([]);
    expect(page.reports).to.deep.equal([]);
    expect(await page.asked('availability')).to.have.length(1);
  });

  it('D04 another library has our tag: it keeps it, we put none of it into the page, the rest works', async () => {
    const oracle = await openOracle({
      document: document_,
      theme: `<script>
        window.made = 0;
        customElements.define('eta-notice', class extends HTMLElement {
          connectedCallback() { window.made += 1; }
        });
      </script>`,
      slots: { after: '<p><eta-notice>theirs</eta-notice></p>' },
    });
    const { page } = oracle;
    await decorated(page);
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    await page.loaded();
    await pause(100);
    expect((page.window as unknown as { made: number }).made, 'of the other library').to.equal(1);
    expect(page.find('eta-notice').textContent).to.equal('theirs');
    oracle.quiet();
    page.button.click();
    const [add] = await page.carted(1);
    expect(add?.fields.map(([name]) => name)).to.include('properties[Availability]');
  });

  it('D04 another library has our tag, and none stands in the page: we make none', async () => {
    const theme = `<script>
      window.made = 0;
      for (const tag of ['eta-notice', 'backorder-badge']) {
        customElements.define(tag, class extends HTMLElement {
          static version = '2.0.0';
          connectedCallback() { window.made += 1; }
        });
      }
    </script>`;
    const page = await openPage({ document: document_, theme });
    await waitFor(() => page.label === 'Backorder now');
    await page.loaded();
    await pause(100);
    expect((page.window as unknown as { made: number }).made).to.equal(0);
    expect(page.heard.errors).to.deep.equal([]);
    expect(page.reports.length).to.be.at.most(1);
  });

  it('D05 the script stands in a section that is rendered twenty times: nothing grows', async () => {
    const inside = `<script src="${CDN}" data-endpoint="availability"></script>`;
    const page = await openPage({
      page: 'dom-dawn',
      document: sold({ id: 'chair', onHand: 0 }),
      theme: COUNTS,
      slots: { inside },
    });
    await page.loaded();
    const { theme } = page.window as unknown as { theme: { renderSection: () => Element } };
    const ready = (): Promise<boolean> =>
      waitFor(
        () =>
          page.find('[name=add] span').textContent === 'Backorder now' &&
          shown(page, 'backorder-badge') === 'Backorder',
      );
    await ready();
    const rounds: object[] = [];
    for (let round = 0; round < 20; round += 1) {
      const before = page.button;
      theme.renderSection();
      await waitFor(() => page.button !== before);
      await ready();
      if (round === 0 || round === 19) {
        // Timers of what has just happened run out first; the store's, for the next change of wording, stays.
        await waitFor(() => countsOf(page).timers <= 1);
        rounds.push(countsOf(page));
      }
    }
    expect(rounds[1]).to.deep.equal(rounds[0]);
    expect(page.document.querySelectorAll('[data-backorder-place]')).to.have.length(1);
    expect(page.document.querySelectorAll('[data-backorder-field]')).to.have.length(2);
    expect(page.document.querySelectorAll('[data-backorder-live]')).to.have.length(1);
    expect(await page.asked('availability'), 'requests').to.have.length(1);
    expect(page.heard.errors).to.deep.equal([]);
    expect(page.heard.console).to.deep.equal([]);
  });
});
