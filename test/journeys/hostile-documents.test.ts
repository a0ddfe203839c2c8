// Availability documents that are wrong: what becomes of the page is declared beside each of them.
import { expect } from '@open-wc/testing';
import { MALFORMED, type Malformed } from '../fixtures/malformed-documents.js';
import { closePages, openPage, pause, waitFor, type PageOptions } from '../support/journey.js';
import { openOracle } from '../support/oracle.js';
import { shown } from '../support/shown.js';

const CANARY = '<script>window.canaries = 0; window.canary = () => { window.canaries += 1; };</script>';
const WORDS = {
  backorder: 'Backorder',
  preorder: 'Pre-order',
  'coming-soon': 'Coming soon',
  'sold-out': 'Sold out',
};

const optionsFor = ({ body }: Malformed): PageOptions => ({
  theme: CANARY,
  endpoint: 'own',
  replies: { availability: { body: typeof body === 'string' ? body : JSON.stringify(body) } },
});

const messageIn = ({ body }: Malformed): string =>
  (body as { messages: { en: Record<string, string> } }).messages.en['badge.backorder'] as string;

/** Cases of their own among them: quantities and states that are none count as not told, and never as zero. */
const caseOf = ({ name }: Malformed): string =>
  /^(?:a count|half a piece|minus ten)/.test(name) ? 'H24 ' : /^a status/.test(name) ? 'H25 ' : '';

describe('H02 malformed availability documents', () => {
  afterEach(closePages);

  it('are many, of every outcome, each of them once', () => {
    expect(MALFORMED.length).to.be.at.least(60);
    expect(new Set(MALFORMED.map(({ outcome }) => outcome)).size).to.equal(4);
    expect(new Set(MALFORMED.map(({ name }) => name)).size).to.equal(MALFORMED.length);
  });

  for (const malformed of MALFORMED) {
    const {
      name,
      outcome,
      state = 'backorder',
      warnings = ['fail-open', 'ignore-field'].includes(outcome) ? 1 : 0,
    } = malformed;
    it(`H02 ${caseOf(malformed)}${name}: ${outcome}`, async () => {
      if (outcome === 'fail-open') {
        const oracle = await openOracle(optionsFor(malformed));
        const { page } = oracle;
        await waitFor(async () => (await page.asked('availability')).length > 0);
        if (warnings) await waitFor(() => page.reports.length > 0, 'a warning');
        else await pause(150);
        await oracle.check('settled');
        oracle.quiet(warnings);
        expect(page.heard.console.length, 'warnings').to.equal(warnings);
        return;
      }
      const page = await openPage(optionsFor(malformed));
      const words = outcome === 'render-safe' ? messageIn(malformed) : WORDS[state];
      await waitFor(() => shown(page, 'backorder-badge') === words, `the badge to say ${words.slice(0, 40)}`);
      expect(page.label).to.equal(state === 'backorder' ? 'Backorder now' : 'Add to cart');
      expect(page.button.disabled).to.equal(false);
      page.button.click();
      const [add] = await page.carted(1);
      const fields = add?.fields.filter(([field]) => field.startsWith('properties')) ?? [];
      expect(fields).to.have.length(state === 'backorder' ? 2 : 0);
      const theirs = page.window as unknown as { canaries: number; polluted?: unknown };
      expect(theirs.canaries).to.equal(0);
      expect(theirs.polluted).to.equal(undefined);
      expect(page.document.documentElement.scrollWidth).to.be.at.most(page.window.innerWidth);
      expect(page.heard.errors).to.deep.equal([]);
      if (warnings) await waitFor(() => page.reports.length >= warnings, 'the warning');
      expect(page.reports.length, page.reports.join('; ')).to.equal(warnings);
      if (outcome === 'ignore-field') expect(page.reports[0]).to.match(/expected .+, got .+/);
    });
  }
});
