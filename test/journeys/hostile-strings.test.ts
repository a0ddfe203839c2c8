// Hostile strings in every place where a shop's, a merchant's or a shopper's text comes into the page by us.
import { expect } from '@open-wc/testing';
import {
  HOSTILE,
  hostileStrings,
  otherAddresses,
  redirectForms,
  scriptAddresses,
} from '../fixtures/hostile-strings.js';
import { CANARY, canaryIn } from '../support/canary.js';
import { closePages, day, openPage, pause, sells, waitFor, type ShopPage } from '../support/journey.js';
import { said, shown, textOf } from '../support/shown.js';

/** What we say of any state; each a place for a merchant's text. */
const MESSAGES = ['badge', 'button'].flatMap((kind) =>
  ['backorder', 'preorder', 'coming-soon', 'sold-out'].map((state) => `${kind}.${state}`),
);

/** A document with a string everywhere; what the lamp needs to be a backorder is left right. */
function documentWith(text: string, restock: string): object {
  const messages = Object.fromEntries(MESSAGES.map((name) => [name, text]));
  const noise = {
    [text]: text,
    id: text,
    handle: text,
    sku: text,
    status: text,
    onHand: text,
    restock: text,
    release: { date: text, leadTime: text, basis: text, confidence: text },
    asOf: text,
    policy: {
      sell: text,
      trigger: text,
      limit: text,
      promise: text,
      timeZone: text,
      express: text,
      starts: text,
    },
    variants: [{ id: `${text}2`, sku: text, options: { [text]: text, Colour: text } }],
  };
  return {
    $schema: text,
    [`x${text}`]: text,
    version: 1,
    policy: { sell: 'backorder', timeZone: text },
    signUp: { url: text, privacyUrl: text },
    messages: {
      en: { ...messages, [text]: text, [`${text}#one`]: text, 'form.heading': text },
      [text]: messages,
    },
    products: [{ id: 'lamp', onHand: 0, restock, title: text, name: text }, noise],
  };
}

const promised = (page: ShopPage): string =>
  page.document.querySelector<HTMLInputElement>('[data-backorder-field=record]')?.value ?? '';

const online = (page: ShopPage): boolean => page.window.dispatchEvent(new Event('online'));

/** Text as a page shows it: white space is one blank. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('H01 hostile strings', () => {
  afterEach(closePages);

  for (const [kind, texts] of Object.entries(HOSTILE)) {
    it(`H01 H03 ${kind}: in every field of the document, shown as they are or refused`, async function (this: Mocha.Context) {
      this.timeout(60_000);
      const page = await openPage({
        theme: CANARY,
        document: sells({ id: 'lamp', onHand: 0, restock: day(9) }),
      });
      await waitFor(() => promised(page).includes(day(9)));
      const assertQuiet = canaryIn(page);
      for (const [index, text] of texts.entries()) {
        const date = day(10 + index);
        await page.change({ document: documentWith(text, date) });
        online(page);
        await waitFor(
          () => promised(page).includes(date),
          `the document with ${JSON.stringify(text.slice(0, 60))}`,
        );
        const taken = text.length <= 500 && text.trim() !== '';
        await waitFor(
          () => shown(page, 'backorder-badge') === (taken ? flat(text) : 'Backorder'),
          `the badge to say ${JSON.stringify(text.slice(0, 60))}, it says ${shown(page, 'backorder-badge').slice(0, 60)}`,
        );
        expect(page.button.textContent).to.equal(taken ? text : 'Backorder now');
        expect(page.button.getClientRects()).to.have.length(1);
      }
      await assertQuiet(kind);
    });
  }

  it('H01 as product, variant and option of a form: asked for as they are, nothing else happens', async function (this: Mocha.Context) {
    this.timeout(60_000);
    const page = await openPage({
      page: 'dom-jquery',
      button: '#add-to-cart',
      theme: CANARY,
      document: sells({ id: 'chair', onHand: 0 }),
    });
    await waitFor(() => page.label === 'Backorder now');
    const assertQuiet = canaryIn(page);
    const product = page.find('.product');
    const select = page.find<HTMLSelectElement>('select');
    // Elements that come and go are what has us look.
    const nudge = (): void => {
      const it = page.document.createElement('i');
      product.append(it);
      it.remove();
    };
    for (const text of hostileStrings) {
      product.dataset.productId = text;
      const [option] = select.options;
      if (option) option.value = text;
      select.name = `attribute[${text}]`;
      nudge();
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await pause(0);
    }
    product.dataset.productId = 'chair';
    nudge();
    await waitFor(() => page.label === 'Backorder now');
    await waitFor(async () => (await page.asked('availability')).length > 20);
    const asked = (await page.asked('availability')).flatMap(({ query = '' }) =>
      [...new URLSearchParams(query).keys()].filter((key) => key !== 'products'),
    );
    // None of them has become a parameter of its own.
    expect(asked).to.deep.equal([]);
    await assertQuiet('references');
  });

  it('H01 as e-mail address: refused or sent as it is, never in an address of a page', async function (this: Mocha.Context) {
    this.timeout(60_000);
    const page = await openPage({
      theme: CANARY,
      document: sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } }),
      slots: { after: '<notify-me-form></notify-me-form>' },
    });
    const field = (): HTMLInputElement | null => page.document.querySelector('notify-me-form input');
    await waitFor(field);
    const assertQuiet = canaryIn(page);
    const addresses = [
      ...hostileStrings,
      ...hostileStrings.slice(0, 40).map((text) => `${text}@example.com`),
      ...hostileStrings.slice(0, 40).map((text) => `ada@${text}.example`),
    ];
    const send = async (): Promise<void> => {
      const tries = (await page.signUps()).length;
      page.find('notify-me-form form button').click();
      await pause(0);
      const refused = field()?.getAttribute('aria-invalid') === 'true';
      if (refused) return;
      await waitFor(async () => (await page.signUps()).length > tries);
      // One form takes one sign-up: a new one for the next.
      const next = page.document.createElement('notify-me-form');
      page.find('notify-me-form').replaceWith(next);
      await waitFor(field);
    };
    for (const text of addresses) {
      const input = field() as HTMLInputElement;
      input.value = text;
      await send();
    }
    for (const { email } of await page.signUps()) {
      expect(email).to.match(/^[^\s<>"@]+@[^\s<>"@]+$/);
    }
    for (const { path, query = '', method } of await page.log()) {
      expect(decodeURIComponent(query), `${method} ${path}`).to.not.include('@');
    }
    await assertQuiet('e-mail');
  });

  it('H01 in the settings of the script tag', async function (this: Mocha.Context) {
    this.timeout(60_000);
    const few = Object.values(HOSTILE).flatMap((texts) => [texts[0], texts.at(-1)] as string[]);
    for (const text of few) {
      const page = await openPage({
        theme: CANARY,
        document: sells({ id: 'lamp', onHand: 0 }),
        attributes: {
          'data-product': text,
          'data-text-field': text,
          'data-record-field': `x${text}`,
          'data-sign-up-origins': text,
          'data-insert': text,
          'data-language': text,
        },
      });
      const assertQuiet = canaryIn(page);
      await waitFor(() => page.label === 'Backorder now');
      await waitFor(() => page.document.querySelector('[data-backorder-field=record]'));
      expect(page.find<HTMLInputElement>('[data-backorder-field=record]').name).to.equal(
        `x${text}`.replace(/\r\n?/g, '\n'),
      );
      await assertQuiet(`setting ${text.slice(0, 40)}`);
      page.close();
    }
  });

  it('H01 in the structured data of the page', async () => {
    const graphs = hostileStrings.map((text) => ({
      '@context': text,
      '@type': 'Product',
      '@id': text,
      name: text,
      sku: text,
      productID: text,
      offers: { '@type': 'Offer', availability: text, availabilityStarts: text, sku: text },
    }));
    const lamp = {
      '@type': 'Product',
      sku: 'lamp',
      offers: { '@type': 'Offer', availability: 'https://schema.org/BackOrder' },
    };
    const json = JSON.stringify([...graphs, lamp]).replaceAll('<', '\\u003c');
    const page = await openPage({ theme: `${CANARY}<script type="application/ld+json">${json}</script>` });
    await waitFor(() => page.document.querySelector('[data-backorder-live]'));
    const assertQuiet = canaryIn(page);
    await pause(200);
    await assertQuiet('structured data');
    // A hint never sells anything.
    expect(page.label).to.equal('Add to cart');
    expect(page.heard.console).to.deep.equal([]);
  });

  it('H03 markup in a message is text: no entity is read, none is made', async () => {
    const texts = {
      'badge.backorder': '<b>Back</b> &amp; &lt;soon&gt;',
      'promise.ship.estimated': '<i>{when}</i> & "ready"',
      'button.backorder': "Order 'now' <em>&#33;</em>",
    };
    const page = await openPage({
      theme: CANARY,
      document: { ...sells({ id: 'lamp', onHand: 0 }), messages: { en: texts } },
    });
    await waitFor(() => page.label === texts['button.backorder']);
    await waitFor(() => shown(page, 'backorder-badge') === texts['badge.backorder']);
    expect(shown(page, 'eta-notice')).to.include('<i>in 5 days</i> & "ready"');
    expect(page.find<HTMLInputElement>('[data-backorder-field=text]').value).to.equal(
      '<b>Back</b> &amp; &lt;soon&gt;: <i>in 5 days</i> & "ready"',
    );
    // And as it is said, and as it is sent.
    const quantity = page.find<HTMLInputElement>('[name=quantity]');
    quantity.value = '2';
    quantity.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => said(page).includes('<b>Back</b> &amp; &lt;soon&gt;'));
    page.button.click();
    const [add] = await page.carted(1);
    expect(add?.fields).to.deep.include([
      'properties[Availability]',
      '<b>Back</b> &amp; &lt;soon&gt;: <i>in 5 days</i> & "ready"',
    ]);
  });

  for (const [id, name, addresses] of [
    ['H04', 'javascript: in its spellings', scriptAddresses],
    ['H05', 'other schemes', otherAddresses],
  ] as const) {
    it(`${id} ${name} as the privacy notice’s address: no link, and nothing that can be pressed runs anything`, async function (this: Mocha.Context) {
      this.timeout(60_000);
      expect(addresses.length).to.be.at.least(id === 'H04' ? 57 : 20);
      const soldOut = (privacyUrl: string, restock: string): object => ({
        ...sells({ id: 'lamp', onHand: 0, restock, policy: { sell: 'none' } }),
        signUp: { url: '{own}/sign-ups', privacyUrl },
        messages: { en: { 'form.note': restock } },
      });
      const page = await openPage({
        theme: CANARY,
        document: soldOut('https://example.com/privacy', day(9)),
        slots: { after: '<notify-me-form></notify-me-form>' },
      });
      const form = await waitFor(() => page.document.querySelector('notify-me-form'));
      const link = (): HTMLAnchorElement | null | undefined => form.shadowRoot?.querySelector('a');
      await waitFor(() => link()?.href === 'https://example.com/privacy');
      for (const [index, address] of addresses.entries()) {
        await page.change({ document: soldOut(address, day(10 + index)) });
        online(page);
        await waitFor(() => form.shadowRoot?.textContent.includes(day(10 + index)));
        expect(link(), address).to.equal(null);
        for (const it of form.shadowRoot?.querySelectorAll<HTMLElement>('[part]') ?? []) it.click();
      }
      await canaryIn(page)(name);
    });
  }

  it('H06 H27 addresses that only look like ours, or are another’s: no form, no e-mail leaves', async function (this: Mocha.Context) {
    this.timeout(60_000);
    expect(redirectForms.length).to.be.at.least(30);
    const soldOut = (url: string, title: string): object => ({
      ...sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } }),
      signUp: { url },
      messages: { en: { 'badge.sold-out': title } },
    });
    const page = await openPage({
      theme: CANARY,
      document: soldOut('{own}/sign-ups', 'first'),
      slots: { after: '<notify-me-form></notify-me-form>' },
    });
    const field = (): HTMLInputElement | null | undefined =>
      page.document.querySelector('notify-me-form')?.querySelector('input');
    await waitFor(field);
    for (const [index, url] of redirectForms.entries()) {
      await page.change({ document: soldOut(url, `round ${index}`) });
      page.find('notify-me-form').replaceWith(page.document.createElement('notify-me-form'));
      online(page);
      await waitFor(() => shown(page, 'backorder-badge') === `round ${index}`, url);
      await pause(0);
      const input = field();
      // Some are, read as browsers read them, a path of this very site: there a form may be, and its post stays here.
      if (!input) continue;
      input.value = 'ada@example.com';
      page.find('notify-me-form form button').click();
      await pause(50);
    }
    for (const entry of page.window.performance.getEntriesByType('resource')) {
      expect(new URL(entry.name).hostname, entry.name).to.equal(location.hostname);
    }
    expect(page.heard.errors).to.deep.equal([]);
  });

  it('H27 an address of another site: no form unless the script tag names the site', async () => {
    const document = {
      ...sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } }),
      signUp: { url: '{away}/sign-ups' },
    };
    const slots = { after: '<notify-me-form></notify-me-form>' };
    const page = await openPage({ document, slots });
    await waitFor(() => shown(page, 'backorder-badge') === 'Sold out');
    await pause(100);
    expect(page.document.querySelector('notify-me-form input')).to.equal(null);
    expect(textOf(page.find('notify-me-form'))).to.equal('');
    page.close();

    const field = ({ document: it }: ShopPage): HTMLInputElement | null =>
      it.querySelector('notify-me-form input');
    const signsUp = async (it: ShopPage): Promise<void> => {
      const input = await waitFor(() => field(it));
      input.value = 'ada@example.com';
      it.find('notify-me-form form button').click();
      await waitFor(async () => (await it.signUps()).length === 1);
    };

    // Whose endpoint the script tag names is named.
    const asked = await openPage({ document, slots, endpoint: 'away' });
    await signsUp(asked);
    const endpoint = asked.find<HTMLScriptElement>('script[data-endpoint]').dataset.endpoint as string;
    const { origin } = new URL(endpoint);
    asked.close();

    const named = await openPage({ document, slots, attributes: { 'data-sign-up-origins': origin } });
    await signsUp(named);
    named.close();

    // An origin is exactly that, and not what begins or ends like it.
    const near = `${origin}/path ${origin}0 ${origin.slice(0, -1)} https://evil.example?${origin}`;
    const other = await openPage({ document, slots, attributes: { 'data-sign-up-origins': near } });
    await waitFor(() => shown(other, 'backorder-badge') === 'Sold out');
    await pause(100);
    expect(field(other)).to.equal(null);
  });
});
