// Content security policies and Trusted Types, a row each: nothing of ours is against them, and the shop's form sells.
import { expect } from '@open-wc/testing';
import { closePages, openPage, sells, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';
import { shown } from '../support/shown.js';

const LAMP = sells({ id: 'lamp', onHand: 0, policy: { sell: 'backorder', signUp: 'beside' } });

interface Row extends Pick<PageOptions, 'theme' | 'nonce' | 'inline' | 'cart'> {
  readonly policy: string;
  readonly header?: string;
  /** `false`: the policy leaves out Lit's, so the parts that are opened stay shut. */
  readonly opens?: boolean;
}

const sha = async (text: string): Promise<string> => {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}'`;
};

const THEIRS = 'window.theirs = 1;';
const run = (code: string, nonce = 'x'): string => `<script nonce="${nonce}">${code}</script>`;
const REQUIRED = "require-trusted-types-for 'script'";
const ONLY = 'content-security-policy-report-only';

const CSP: Readonly<Record<string, () => Row | Promise<Row>>> = {
  'hosts alone, all else forbidden': () => ({
    policy: `default-src 'none'; script-src ${location.origin}; connect-src ${location.origin}; style-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'`,
  }),
  'a nonce with strict-dynamic': () => ({
    policy: "script-src 'nonce-x' 'strict-dynamic'; style-src 'nonce-x'; object-src 'none'; base-uri 'none'",
    nonce: 'x',
  }),
  'a nonce with strict-dynamic, and Trusted Types': () => ({
    policy: `script-src 'nonce-x' 'strict-dynamic'; style-src 'nonce-x'; object-src 'none'; base-uri 'none'; ${REQUIRED}; trusted-types lit-html`,
    nonce: 'x',
  }),
  'hashes of what stands in the page, and an import map of hashes': async () => {
    const hashes = (await (await fetch('/cdn/backorder-elements.integrity.json')).json()) as object;
    const map = JSON.stringify({
      integrity: Object.fromEntries(Object.entries(hashes).map(([name, hash]) => [`./cdn/${name}`, hash])),
    });
    return {
      policy: `script-src 'self' ${await sha(THEIRS)} ${await sha(map)}; style-src 'self'`,
      theme: `<script>${THEIRS}</script><script type="importmap">${map}</script>`,
    };
  },
  'no inline style of any kind': () => ({
    policy: "script-src 'self'; style-src 'self'; style-src-elem 'self'; style-src-attr 'none'",
  }),
  'no inline handlers, no eval, no workers, no frames, no pictures': () => ({
    policy:
      "script-src 'self'; script-src-attr 'none'; worker-src 'none'; frame-src 'none'; img-src 'none'; font-src 'none'; media-src 'none'; object-src 'none'; manifest-src 'none'",
  }),
  'no connections, with the document in the page': () => ({
    policy: "script-src 'self'; connect-src 'none'; style-src 'self'",
    inline: LAMP,
  }),
  'connections to this site alone': () => ({
    policy: "default-src 'self'; connect-src 'self'",
  }),
  'a sandbox': () => ({
    policy: "sandbox allow-scripts allow-forms allow-same-origin; script-src 'self'",
    // A page in a sandbox cannot send its form into the frame beside it.
    cart: 'follow',
  }),
  'only reported, and strict': () => ({
    policy: "default-src 'none'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'",
    header: ONLY,
  }),
};

/** A second Lit, as far as its policy goes. */
const LIT = "trustedTypes.createPolicy('lit-html', { createHTML: (it) => it });";

const TRUSTED: Readonly<Record<string, () => Row>> = {
  'are required, and any policy may be made': () => ({ policy: REQUIRED }),
  'of a list with Lit’s': () => ({ policy: `${REQUIRED}; trusted-types lit-html` }),
  'of a list without Lit’s': () => ({ policy: `${REQUIRED}; trusted-types dompurify default`, opens: false }),
  'of no list at all': () => ({ policy: `${REQUIRED}; trusted-types 'none'`, opens: false }),
  'where another Lit has taken the name': () => ({
    policy: `script-src 'self' 'nonce-x'; ${REQUIRED}; trusted-types lit-html`,
    theme: run(LIT),
    opens: false,
  }),
  'where another Lit has it and both may': () => ({
    policy: `script-src 'self' 'nonce-x'; ${REQUIRED}; trusted-types lit-html 'allow-duplicates'`,
    theme: run(LIT),
  }),
  'with a default policy that refuses everything': () => ({
    policy: `script-src 'self' 'nonce-x'; ${REQUIRED}; trusted-types default lit-html`,
    theme: run(`window.asked = [];
      const no = (it) => { window.asked.push(it); return null; };
      trustedTypes.createPolicy('default', { createHTML: no, createScript: no, createScriptURL: no });`),
  }),
  'only reported': () => ({ policy: `${REQUIRED}; trusted-types 'none'`, header: ONLY, opens: false }),
};

async function openRow({ policy, header = 'content-security-policy', ...row }: Row): Promise<ShopPage> {
  const page = await openPage({
    page: 'policy',
    ...(row.inline === undefined && { document: LAMP }),
    headers: { [header]: policy },
    ...row,
  });
  return page;
}

/** The page says what it should. */
async function says(page: ShopPage): Promise<void> {
  await waitFor(() => page.label === 'Backorder now', 'the backorder');
  await waitFor(() => shown(page, 'backorder-badge') === 'Backorder', 'the badge');
  expect(shown(page, 'eta-notice')).to.include('5 days');
}

describe('policies of pages', () => {
  afterEach(closePages);

  it('K05 K08 are eight and more of the one, six and more of the other', () => {
    expect(Object.keys(CSP).length).to.be.at.least(8);
    expect(Object.keys(TRUSTED).length).to.be.at.least(6);
  });

  it('K05 control: what is against a policy is heard of', async () => {
    const page = await openPage({
      page: 'policy',
      script: false,
      headers: { 'content-security-policy': `script-src 'self'; style-src 'self'; ${REQUIRED}` },
      slots: { after: '<p style="color: red" onclick="x()">x</p>' },
    });
    const script = page.document.createElement('p');
    if ('trustedTypes' in page.window) expect(() => (script.innerHTML = '<i></i>')).to.throw();
    await waitFor(() => page.heard.violations.length > 0);
    expect(page.heard.violations.join()).to.match(/style-src|script-src/);
  });

  for (const [id, rows] of [
    ['K05', CSP],
    ['K08 H32', TRUSTED],
  ] as const) {
    for (const [name, make] of Object.entries(rows)) {
      const what = id === 'K05' ? 'a policy of' : 'Trusted Types';
      it(`${id} ${what} ${name}: no violation, and the shop’s form sells`, async function (this: Mocha.Context) {
        const row = await make();
        if (id !== 'K05' && !('trustedTypes' in window)) this.skip();
        const page = await openRow(row);
        await says(page);
        expect(page.heard.violations).to.deep.equal([]);
        expect(page.heard.errors).to.deep.equal([]);
        expect(page.heard.console).to.deep.equal([]);

        // What Lit draws comes with a press.
        const open = await waitFor(() => page.document.querySelector<HTMLElement>('notify-me-form button'));
        open.click();
        if (row.opens === false) {
          await waitFor(
            () => !open.isConnected || page.reports.length > 0,
            'the button that opens nothing to go',
          );
          expect(page.reports.length).to.be.at.most(1);
          expect(page.heard.violations.length).to.be.at.most(2);
        } else {
          await waitFor(() => page.document.querySelector('notify-me-form input'), 'the form');
          expect(page.heard.violations).to.deep.equal([]);
          expect(page.heard.console).to.deep.equal([]);
        }
        expect(page.heard.errors).to.deep.equal([]);
        expect((page.window as unknown as { asked?: unknown[] }).asked ?? []).to.deep.equal([]);
        await says(page);

        page.button.click();
        const [add] = await page.carted(1);
        expect(add?.fields.filter(([field]) => field.startsWith('properties'))).to.have.length(2);
      });
    }
  }
});
