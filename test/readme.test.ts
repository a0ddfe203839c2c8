// Every example in README.md and on the pages of the documentation is run, as it stands there.
import { expect } from '@open-wc/testing';
import { parseDocument, type AddRequest } from '../src/index.js';
import { readChoice } from '../src/page/choice.js';
import { findUnits } from '../src/page/find-units.js';
import { html } from '../src/platforms/html/platform.js';
import type { Platform } from '../src/platforms/platform.js';
import { documentation, examplesIn, type Example } from './support/documentation.js';
import { closePages, openPage, sells, waitFor, type ShopPage } from './support/journey.js';

const DOCUMENT = sells(
  { id: 7012, handle: 'walnut-side-table', variants: [{ id: 41, onHand: 0, restock: '2099-12-01' }] },
  { id: 7013, handle: 'oak-bench', onHand: 3 },
);

describe('the examples of the documentation', () => {
  const examples = new Map<string, Example>();
  /** Those that somebody has run. */
  const run = new Set<string>();

  before(async () => {
    for (const [file, text] of await documentation()) {
      const found = examplesIn(text);
      const fences = text.match(/^```(?:html|js|json|ts)$/gm) ?? [];
      expect(found.length, `${file}: each example has a name, by which it is run`).to.equal(fences.length);
      for (const it of found) {
        const before = examples.get(it.name);
        if (before) expect(it.code, `${it.name} is the same wherever it stands`).to.equal(before.code);
        examples.set(it.name, it);
      }
    }
  });
  after(() => {
    const left = [...examples.values()].filter(({ name }) => !run.has(name));
    expect(left.map(({ name }) => name)).to.deep.equal([]);
  });
  afterEach(closePages);

  const codeOf = (name: string): string => {
    run.add(name);
    const { code } = examples.get(name) ?? {};
    if (code === undefined) throw new Error(`There is no example ${name}.`);
    return code;
  };

  const open = (name: string): Promise<ShopPage> => {
    const markup = codeOf(name)
      .replaceAll('/assets/backorder-elements.js', 'cdn/backorder-elements.js')
      .replaceAll('/availability.json', 'availability')
      .replaceAll('/cart/add', 'cart/add');
    return openPage({
      page: 'empty',
      script: false,
      document: DOCUMENT,
      slots: { after: markup },
      button: 'form button',
    });
  };
  const textOf = (page: ShopPage, selector: string): string =>
    page.document.querySelector(selector)?.textContent.trim() ?? '';

  it('the smallest page sells a backorder and sends the promise with the order', async () => {
    const page = await open('smallest');
    await waitFor(() => page.label === 'Backorder now');
    expect(textOf(page, 'eta-notice')).to.contain('between December 1 and December 5, 2099');
    page.button.click();
    const [add] = await page.carted(1);
    expect(Object.fromEntries(add?.fields ?? [])['properties[Availability]']).to.contain('Backorder');
  });

  it('one line in the head of a theme sells what its forms hold', async () => {
    const page = await openPage({
      page: 'empty',
      script: false,
      document: DOCUMENT,
      button: 'form button',
      slots: {
        after: `<form action="cart/add" method="post"><input type="hidden" name="id" value="41"><button>Add to cart</button></form>
          ${codeOf('theme').replace('/assets/', 'cdn/').replace('/availability.json', 'availability')}`,
      },
    });
    await waitFor(() => page.label === 'Backorder now');
  });

  it('the elements stand where the theme puts them, and nothing is inserted besides', async () => {
    const page = await open('places');
    await waitFor(() => textOf(page, 'backorder-badge') === 'Backorder');
    expect(textOf(page, 'eta-notice')).to.contain('December 1, 2099');
    expect(page.document.querySelector('[data-backorder-place]')).to.equal(null);
    expect(page.document.querySelectorAll('backorder-badge')).to.have.length(1);
  });

  it('what is fetched ahead where the server knows that it is out of stock is not fetched again', async () => {
    const code = codeOf('sooner')
      .replaceAll('/assets/', 'cdn/')
      .replace('/availability.json', 'availability');
    const page = await openPage({
      page: 'empty',
      script: false,
      // The document is late: what was fetched ahead was not asked for by the script.
      document: DOCUMENT,
      replies: { availability: { hold: 'later' } },
      button: 'form button',
      slots: { after: code },
    });
    const fetched = async (): Promise<number> =>
      (await page.log()).filter(({ path }) => path.endsWith('backorder-elements.page.js')).length;
    await waitFor(async () => (await page.asked('availability')).length === 1 && (await fetched()) === 1);
    await page.release('later');
    await waitFor(() => page.label === 'Backorder now');
    expect(await fetched()).to.equal(1);
  });

  it('a PrestaShop theme takes it with the address of its folder', async () => {
    const form =
      '<form action="cart/add" method="post"><input type="hidden" name="id" value="41"><button>Add</button></form>';
    const code = codeOf('prestashop')
      .replace(/\/themes\/\S+\//, 'cdn/')
      .replace('/availability.json', 'availability');
    const slots = { after: form + code };
    const page = await openPage({
      page: 'empty',
      script: false,
      document: DOCUMENT,
      button: 'form button',
      slots,
    });
    await waitFor(() => page.label === 'Backorder now');
  });

  it('a limit splits the quantity, and past it no more is sold', async () => {
    const page = await open('limits');
    await waitFor(() => textOf(page, 'eta-notice').startsWith('2 now, 3 in December 2099'));
    const quantity = page.document.querySelector<HTMLInputElement>('[name=quantity]')!;
    quantity.value = '7';
    quantity.dispatchEvent(new Event('input', { bubbles: true }));
    quantity.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => textOf(page, 'eta-notice').includes('up to 6'));
  });

  it('a pre-order is sold as one, though nothing is out yet', async () => {
    const page = await open('preorder');
    await waitFor(() => page.label === 'Pre-order now');
    expect(textOf(page, 'eta-notice')).to.contain('March 12, 2099');
  });

  it('past the limit a shopper can ask to be told', async () => {
    const page = await open('notify-me');
    await waitFor(() => page.document.querySelector('notify-me-form')?.textContent.trim());
  });

  it('a theme’s own CSS reaches badge, date and button', async () => {
    const page = await open('styling');
    await waitFor(() => textOf(page, 'backorder-badge') === 'Backorder');
    const styleOf = (selector: string): CSSStyleDeclaration =>
      page.window.getComputedStyle(page.document.querySelector(selector)!);
    expect(styleOf('eta-notice > span').fontWeight).to.equal('700');
    expect(styleOf('backorder-badge').fontVariantCaps).to.equal('all-small-caps');
    expect(styleOf('button').borderTopWidth).to.equal('2px');
  });

  it('an import map gives the elements their name', async () => {
    const code = codeOf('import-map')
      .replace('/assets/', './cdn/')
      .replace('"/availability.json', '"availability')
      .replaceAll('/assets/', 'cdn/');
    const page = await openPage({
      page: 'empty',
      script: false,
      document: DOCUMENT,
      button: 'body',
      slots: { after: code },
    });
    await waitFor(() =>
      page.document.querySelector('backorder-badge')?.shadowRoot?.textContent.includes('Backorder'),
    );
  });

  it('analytics hear of what became of a product, and of nobody’s address', async () => {
    const page = await openPage({ page: 'empty', script: false, document: DOCUMENT, button: 'body' });
    const script = page.document.createElement('script');
    script.type = 'module';
    script.textContent = codeOf('analytics').replace(
      "'backorder-elements/define'",
      "'./cdn/backorder-elements.elements.js'",
    );
    page.document.body.append(script);
    const provider = await waitFor(() => page.document.querySelector('product-availability'));
    await waitFor(
      () => (provider as HTMLElement & { offer?: { state: string } }).offer?.state === 'backorder',
    );
    Object.assign(provider, { record: { onHand: 0, release: '2099-12' }, policy: { sell: 'preorder' } });
    const layer = (page.window as unknown as { dataLayer: readonly object[] }).dataLayer;
    await waitFor(() => layer.length > 0);
    expect(layer.at(-1)).to.deep.equal({
      event: 'backorder-state-change',
      product: 'chair',
      state: 'preorder',
    });
  });

  it('where sign-ups go is read as it is written', () => {
    const signUp = JSON.parse(codeOf('sign-up')) as object;
    const result = parseDocument({ version: 1, products: [], signUp });
    expect(result.ok && result.problems).to.deep.equal([]);
  });

  it('a list asks once and marks only what is not in stock', async () => {
    const page = await open('list');
    await waitFor(() => textOf(page, 'li:first-child backorder-badge') === 'Backorder');
    expect(textOf(page, 'li:last-child backorder-badge')).to.equal('');
    expect(await page.asked('availability')).to.have.length(1);
  });

  it('the snippet for an editor shows the state and the date', async () => {
    const page = await open('snippet');
    await waitFor(() => textOf(page, 'backorder-badge') === 'Backorder');
    expect(textOf(page, 'eta-notice')).to.contain('Expected to ship');
    expect(textOf(page, 'notify-me-form')).to.equal('');
  });

  it('a headless storefront hands presses to its own cart', async () => {
    const page = await openPage({ page: 'empty', script: false, document: DOCUMENT, button: 'body' });
    const code = codeOf('headless')
      .replace("'backorder-elements/define'", "'./cdn/backorder-elements.elements.js'")
      .replace('/availability.json', 'availability');
    const added: AddRequest[] = [];
    const cart = { add: (...request: unknown[]) => Promise.resolve(added.push(request as never)) };
    Object.assign(page.window, { myCart: cart });
    const script = page.document.createElement('script');
    script.type = 'module';
    script.textContent = code;
    page.document.body.append(script);
    const button = await waitFor(() =>
      page.document.querySelector('preorder-button')?.shadowRoot?.querySelector('button'),
    );
    await waitFor(() => button.textContent.includes('Backorder now'));
    button.click();
    await waitFor(() => added.length === 1);
  });

  it('the bare rules decide what the comments say', () => {
    const code = codeOf('rules');
    const comments = [...code.matchAll(/^offer\.([\w.]+); \/\/ (.*)$/gm)];
    expect(comments).to.have.length(3);
    const body = code.replace(/^import .*$/m, '').replace(/^offer\..*$/gm, '');
    return import('../src/availability.js').then((rules) => {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is code in a text
      const run = new Function(...Object.keys(rules), `${body}; return offer;`) as (
        ...all: unknown[]
      ) => object;
      const offer = run(...Object.values(rules));
      for (const [, path = '', value = ''] of comments) {
        const got = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], offer);
        const said = JSON.parse(value.replaceAll("'", '"').replace(/(\w+):/g, '"$1":')) as unknown;
        expect(got, path).to.deep.equal(said);
      }
    });
  });

  it('a reader tells what the shop system said', async () => {
    const [code = '', , said = ''] = codeOf('readers').split(/^states; (\/\/ )/m);
    const body = code.replace(/^import .*$/gm, '');
    const all = { ...(await import('../src/availability.js')), ...(await import('../src/platforms.js')) };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is code in a text
    const run = new Function(...Object.keys(all), `${body}; return states;`) as (
      ...all: unknown[]
    ) => unknown;
    expect(run(...Object.values(all))).to.deep.equal(JSON.parse(said.replaceAll("'", '"')));
  });

  it('the guard finds what the comment says', async () => {
    const code = codeOf('lint');
    const { lintDocument } = await import('../src/lint.js');
    const body = code
      .replace(/^import .*$/m, '')
      .replace('await ', '')
      .replace(/^\/\/.*$/m, '');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is code in a text
    const run = new Function('lintDocument', 'text', `${body}; return findings;`) as (
      ...all: unknown[]
    ) => ReturnType<typeof lintDocument>;
    const text =
      '{\n "version": 1,\n\n "policy": {"sell":"backorder"},\n "products":  [{ "id": 1, "onHand": 0 }]\n}';
    const [finding, ...more] = await run(lintDocument, text);
    expect(more).to.eql([]);
    const { place } = finding ?? {};
    const said = `rule: '${finding?.rule}', severity: '${finding?.severity}', place: { pointer: '${place?.pointer}', line: ${place?.line}, column: ${place?.column} }`;
    expect(code).to.contain(said);
  });

  it('a server’s structured data is safe in a script and says what shoppers read', async () => {
    const body = codeOf('structured-data').replace(/^import .*$/gm, '');
    const all = { ...(await import('../src/availability.js')), ...(await import('../src/platforms.js')) };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is code in a text
    const run = new Function('json', ...Object.keys(all), `${body}; return text;`) as (
      ...given: unknown[]
    ) => string;
    const text = run(sells({ id: 7, onHand: 0, restock: '2099-12' }), ...Object.values(all));
    const { offers } = JSON.parse(text) as { offers: Readonly<Record<string, unknown>> };
    expect(offers).to.include({
      availability: 'https://schema.org/BackOrder',
      availabilityStarts: '2099-12-31',
    });
  });

  it('a server’s page sells without a script, and the script takes it over as it stands', async () => {
    const body = codeOf('server').replace(/^import [^;]*;$/gm, '');
    const all = { ...(await import('../src/availability.js')), ...(await import('../src/server.js')) };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is code in a text
    const run = new Function(
      'json',
      ...Object.keys(all),
      `return (async () => { ${body}; return { head, body }; })()`,
    ) as (...given: unknown[]) => Promise<{ head: string; body: string }>;
    const json = sells({ id: 41, onHand: 0, restock: '2099-12' });
    const written = await run(json, ...Object.values(all));
    const slots = { after: written.body.replace('/cart/add', 'cart/add') };
    const page = await openPage({ page: 'empty', theme: written.head, slots, button: 'form button' });
    const [notice, button] = ['eta-notice', 'form button'].map((it) => page.document.querySelector(it));
    expect([page.label, textOf(page, 'backorder-badge')]).to.deep.equal(['Backorder now', 'Backorder']);
    expect(textOf(page, 'eta-notice')).to.contain('Expected to ship in December 2099');
    await waitFor(() => notice?.hasAttribute('data-backorder-plain'));
    expect([page.document.querySelector('eta-notice'), page.button]).to.deep.equal([notice, button]);
    page.button.click();
    const [add] = await page.carted(1);
    expect(Object.fromEntries(add?.fields ?? [])['properties[Availability]']).to.contain('December 2099');
    expect(page.heard.console).to.deep.equal([]);
  });

  it('the smallest adapter finds the form, the button and the choice', async () => {
    const contributing = await (await fetch('/demo/docs/contributing.html')).text();
    const written = new DOMParser().parseFromString(contributing, 'text/html');
    // As a build takes the types away; that they are right is seen to in contributing.node.mjs.
    const body = (written.querySelector('[data-example=adapter]')?.textContent ?? '')
      .replace(/^import .*$/gm, '')
      .replace('export const platform: Platform', 'const platform');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is code in a text
    const run = new Function('html', `${body}; return platform;`) as (from: Platform) => Platform;
    const platform = run(html);
    const page = new DOMParser().parseFromString(
      `<div class="lumen-product"><form class="buy-box" action="/cart/lines"><input type="hidden" name="product_id" value="7012">
        <input type="radio" name="variation" value="41"><input type="radio" name="variation" value="42" checked>
        <input name="quantity" value="3"><button class="buy-box__wallet">Pay</button><button class="buy-box__add">Buy</button>
      </form></div>`,
      'text/html',
    );
    document.body.append(page.body.firstElementChild as Element);
    const root = document.body.lastElementChild as Element;
    const [unit] = findUnits(document, platform, undefined);
    expect([unit?.reference, unit?.button.textContent, unit?.root]).to.deep.equal(['7012', 'Buy', root]);
    expect(readChoice(unit?.form as HTMLFormElement, platform)).to.deep.include({ quantity: 3 });
    expect(readChoice(unit?.form as HTMLFormElement, platform).selection.id).to.equal('42');
    root.remove();
  });

  it('the document is read whole, without a problem', () => {
    const result = parseDocument(JSON.parse(codeOf('document')));
    expect(result.ok && result.problems).to.deep.equal([]);
  });

  it('the document with a calendar is read whole, and gives the days that the text speaks of', async () => {
    const json = JSON.parse(codeOf('delivery')) as unknown;
    const { decide, deliveryPlan, parseDestination } = await import('../src/availability.js');
    const { lintDocument } = await import('../src/lint.js');
    const [document, plan] = [parseDocument(json), deliveryPlan(json)];
    if (!document.ok || !plan.ok) throw new Error('not read');
    expect([...document.problems, ...plan.problems]).to.deep.equal([]);
    const now = Date.parse('2026-11-23T09:00:00Z');
    expect(await lintDocument(codeOf('delivery'), { now, regions: ['eu', 'us'] })).to.deep.equal([]);

    const offered = (index: number, wanted: number, to?: unknown): ReturnType<typeof decide> => {
      const { id, record, policy } = document.value.products[index]!;
      const { destination } = to === undefined ? { destination: undefined } : parseDestination(to);
      return decide(record, policy, wanted, now, plan.value.reckonFor(id, undefined, destination));
    };
    expect(offered(0, 8).parts?.map(({ quantity }) => quantity)).to.deep.equal([6, 2]);
    const { promise } = offered(0, 1);
    expect(promise?.ship?.window).to.include({ start: '2026-12-02', end: '2026-12-03' });
    expect(promise?.arrive?.window).to.include({ start: '2026-12-03', end: '2026-12-07' });
    expect(promise?.place).to.deep.equal({ addressCountry: 'DE' });
    const alaska = offered(0, 1, { addressCountry: 'US', addressRegion: 'AK', postalCode: '99501' });
    expect(alaska.promise?.arrive?.window.end, 'after the holidays').to.equal('2027-01-04');
    const lead = offered(1, 1).promise;
    expect([lead?.confidence, lead?.cutoffAt]).to.deep.equal([
      'estimated',
      Date.parse('2026-11-23T13:00:00Z'),
    ]);
  });

  it('the line of a cart is one that can be read', async () => {
    const { parseLineRecord } = await import('../src/availability.js');
    const page = new DOMParser().parseFromString(codeOf('cart-line'), 'text/html');
    const record = parseLineRecord(page.querySelector('p')?.getAttribute('data-backorder-line'));
    expect(record?.split).to.deep.equal({ now: 2, later: 3 });
    expect(record?.promise?.window.end).to.equal('2026-12-12');
  });

  it('every problem code that the script can report is explained', async () => {
    const readme = await (await fetch('/demo/docs/troubleshooting.md')).text();
    const page = await (await fetch('/cdn/backorder-elements.page.js')).text();
    const codes = [
      'endpoint-failed',
      'bad-document',
      'bad-version',
      'bad-field',
      'own-fault',
      'element-missing',
    ];
    for (const code of codes) {
      expect(page + (await (await fetch('/cdn/backorder-elements.js')).text()), code).to.contain(code);
      expect(readme, code).to.contain(`| \`${code}\``);
    }
  });
});
