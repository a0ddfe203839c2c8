// Every string of the corpus, in everything that our elements take: many strings through one page.
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { parseDocument } from '../../src/availability/document.js';
import { messages } from '../../src/messages/en.js';
import { words } from '../../src/messages/sign-up-en.js';
import { refusalOf } from '../../src/outbox/sign-up-refusal.js';
import { CORPUS, corpusTexts } from '../fixtures/hostile/corpus.js';
import { elementPage, part, put, seen, SIX, sixProducts, tell, until } from '../support/element-page.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { shapeOf, turn, watchWindow, type HostileWatch } from '../support/hostile-watch.js';
import { takeWarnings } from '../support/quiet.js';

/** Where our code puts a string no engine decides: one that is slower than Chromium is given one of four. */
const TEXTS = corpusTexts.filter((_, at) => 'userAgentData' in navigator || at % 4 === 0);

const HARMLESS = ['harmless', '5', '', ' ', 'de'];

/** What each tag observes, as its class says, and what every element has. An endpoint is asked: hostile-pages.test.ts. */
const TAGS = ['product-availability', 'backorder-badge', 'eta-notice', 'preorder-button', 'notify-me-form'];
const observed = (tag: string): readonly string[] => [
  ...(customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes.filter(
    (name) => name !== 'endpoint',
  ),
  ...['state', 'lang', 'dir', 'class', 'id', 'title', 'name', 'part', 'slot', 'is', 'data-x', 'aria-label'],
];

const short = (text: string): string => JSON.stringify(text.slice(0, 60));

describe('H01 H30 the corpus in our elements', () => {
  elementPage();

  let watch: HostileWatch;
  beforeEach(() => (watch = watchWindow(window)));
  afterEach(() => watch.stop());

  /**
   * Puts each string in, and holds the shapes of what is drawn to those that harmless strings have; what is drawn may also be
   * what is drawn of no string at all.
   */
  async function expectOnlyText(
    roots: () => readonly Element[],
    putIn: (text: string) => void,
    look: (text: string) => void = () => undefined,
  ): Promise<void> {
    const allowed: Set<string>[] = [];
    // What is not laid out takes less time; where texts go is the same.
    for (const place of document.querySelectorAll<HTMLElement>('main[data-test]')) place.hidden = true;
    for (const text of HARMLESS) {
      putIn(text);
      // Messages and languages may be fetched the first time.
      for (let times = 0; times < 40; times += 1) await turn();
      roots().forEach((root, index) => (allowed[index] ??= new Set()).add(shapeOf(root)));
    }
    for (const text of TEXTS) {
      putIn(text);
      for (let times = 0; times < 3; times += 1) await turn();
      roots().forEach((root, index) => {
        const shape = shapeOf(root);
        if (allowed[index]?.has(shape)) return;
        expect.fail(
          `${short(text)} in ${root.localName} ${index} made ${shape}, not ${[...(allowed[index] ?? [])].join(' or ')}`,
        );
      });
      look(text);
    }
    expect(watch.seen).to.deep.equal([]);
  }

  it('H01 are at least 500 in at least 20 classes, each with a name of its own and a reason', () => {
    expect(corpusTexts.length).to.be.at.least(500);
    expect(new Set(CORPUS.map(({ name }) => name)).size).to.equal(CORPUS.length);
    expect(CORPUS.length).to.be.at.least(20);
    for (const { name, why, texts } of CORPUS) {
      expect(why.length, name).to.be.above(15);
      expect(new Set(texts).size, name).to.equal(texts.length);
      expect(texts.length, name).to.be.above(5);
    }
  });

  it('H01 control: a careless page that takes the same strings for markup is found out by the same watch', async () => {
    const frame = put<HTMLIFrameElement>('<iframe></iframe>');
    const inside = frame.contentWindow as Window & typeof globalThis;
    const theirs = watchWindow(inside);
    const { document: page } = inside;
    page.open();
    page.write('<!doctype html><title>Careless</title><body>');
    page.close();
    // Some of the strings take its name.
    const { body } = page;
    inside.addEventListener('error', (event) => event.preventDefault());
    const caught = CORPUS.map(({ name, texts }) => {
      const found = texts.filter((text) => {
        const place = page.createElement('div');
        body.append(place);
        try {
          place.innerHTML = text;
        } catch {
          return true;
        }
        return shapeOf(place) !== '()';
      });
      return [name, found.length] as const;
    });
    await until(() => theirs.seen.some((it) => it.startsWith('called canary')));
    expect(caught.reduce((sum, [, count]) => sum + count, 0)).to.be.at.least(150);
    expect(caught.filter(([, count]) => count > 0).length).to.be.at.least(12);
    for (const text of ['alert', 'print', 'open'] as const) (inside[text] as () => void)();
    expect(theirs.seen).to.include.members(['called alert', 'called print', 'called open']);
    theirs.stop();
    // What ran there ran there alone.
    expect(watch.seen).to.deep.equal([]);
  });

  it('H01 control: an attribute that a string has made, an address in one, and a request for it, are seen', async () => {
    put('<img src="/demo/icon.svg?canary-beacon" alt="">');
    await until(() => watch.seen.some((it) => it.startsWith('asked for')));
    const place = put('<p></p>');
    const before = shapeOf(place.parentElement as Element);
    place.setAttribute('onclick', '');
    expect(shapeOf(place.parentElement as Element)).to.not.equal(before);
    const [a, b] = ['/x', 'javascript:canary()'].map((href) =>
      shapeOf(put(`<div><a href="${href}"></a></div>`)),
    );
    expect(a).to.not.equal(b);
    const root = put('<div></div>').attachShadow({ mode: 'open' });
    root.innerHTML = '<i></i>';
    expect(shapeOf(root.host)).to.equal('#((<i>()))()');
  });

  for (const tag of TAGS) {
    it(`H30 in every attribute of <${tag}>: nothing but what a harmless word makes`, async () => {
      tell(sixProducts());
      const main = put('<div></div>');
      const names = observed(tag);
      const hosts = names.flatMap((name) =>
        ['backorder', 'sold-out'].map((product) => {
          const host = document.createElement(tag);
          if (name !== 'product') host.setAttribute('product', product);
          main.append(host);
          return [host, name] as const;
        }),
      );
      await expectOnlyText(
        () => hosts.map(([host]) => host),
        (text) => hosts.forEach(([host, name]) => host.setAttribute(name, text)),
      );
      expect(hosts.some(([host]) => host.shadowRoot)).to.equal(tag !== 'product-availability');
      expectOwnWords();
    });
  }

  /** Everything that can be drawn, with the explanation and the form open. */
  async function everything(states: readonly string[] = Object.keys(SIX)): Promise<HTMLElement> {
    tell(sixProducts());
    const inside = ['backorder-badge', 'eta-notice', 'preorder-button', 'notify-me-form'];
    const main = put(
      states
        .map(
          (it) =>
            `<product-availability product="${it}">${inside.map((tag) => `<${tag}></${tag}>`).join('')}</product-availability>`,
        )
        .join('')
        .replace(/^/, '<div>')
        .concat('</div>'),
    );
    await until(() => main.querySelector('notify-me-form input') && seen(main).includes('Backorder'));
    for (const notice of main.querySelectorAll('eta-notice')) {
      notice.shadowRoot?.querySelector<HTMLElement>('button')?.click();
    }
    return main;
  }

  const hostsIn = (main: HTMLElement): readonly Element[] => [...main.querySelectorAll(TAGS.join())];

  /** Takes in a document that may have faults. */
  function tellRaw(document: object): void {
    const result = parseDocument(document);
    if (result.ok) tell(result.value);
  }

  const raw = (more: object): object => ({
    version: 1,
    signUp: { url: '/sign-ups', privacyUrl: '/privacy' },
    products: Object.entries(SIX).map(([id, { record, policy }]) => ({ id, ...record, policy })),
    ...more,
  });

  it('H01 H03 as every message and every plural form of it: shown as it is, or the shipped words', async () => {
    const main = await everything(['backorder', 'sold-out']);
    const names = Object.entries({ ...messages, ...words }).flatMap(([name, shipped]) =>
      typeof shipped === 'string' ? [name] : [name, ...Object.keys(shipped).map((it) => `${name}#${it}`)],
    );
    const badge = main.querySelector('[product=backorder] backorder-badge');
    const button = main.querySelector('[product=backorder] preorder-button');
    await expectOnlyText(
      () => hostsIn(main),
      (text) => {
        const own = Object.fromEntries(names.map((name) => [name, text]));
        tellRaw(raw({ messages: { en: own, [text]: own, de: { [text]: text, [`${text}#one`]: text } } }));
      },
      (text) => {
        const taken = text.length <= 500;
        const badgeText = part(badge as Element, 'badge')?.textContent;
        expect(badgeText?.trim() ?? '', short(text)).to.equal(taken ? text.trim() : 'Backorder');
        expect(button?.shadowRoot?.textContent).to.include(taken ? text : 'Backorder now');
      },
    );
    expectOwnWords();
  });

  it('H01 in every field of the document and of its products, as a value and as a name', async () => {
    const main = await everything();
    await expectOnlyText(
      () => hostsIn(main),
      (text) => {
        const record = {
          ...{
            onHand: text,
            tracked: text,
            availableForBackorder: text,
            availableToSell: text,
            status: text,
          },
          ...{ orderable: text, restock: text, quantity: { min: text, max: text, step: text }, asOf: text },
          release: {
            date: text,
            leadTime: { min: text, max: text, unit: text },
            basis: text,
            confidence: text,
          },
        };
        const policy = {
          ...{ sell: text, trigger: text, threshold: text, limit: text, maxPerOrder: text, atLimit: text },
          ...{ starts: text, ends: text, promise: text, partial: text, signUp: text, express: text },
          ...{ maxAge: text, timeZone: text },
        };
        const item = { id: text, handle: text, sku: text, ...record, policy, [text]: text };
        const six = (raw({}) as { products: object[] }).products;
        tellRaw({
          ...{ version: 1, $schema: text, asOf: text, ttl: text, disabled: text, policy, delivery: text },
          ...{ messages: text, [`x${text}`]: text },
          signUp: {
            url: '/sign-ups',
            privacyUrl: '/privacy',
            [`x${text}`]: text,
            channels: [text],
            fields: text,
          },
          products: [
            ...six,
            { ...item, variants: [{ ...item, id: `${text}2`, options: { [text]: text, a: text } }] },
            text,
            { [text]: [text] },
          ],
        });
      },
    );
    expectOwnWords();
  });

  it('H01 in records and policies that a page sets as properties', async () => {
    const main = await everything();
    const hosts = hostsIn(main) as (Element & { record: unknown; policy: unknown })[];
    await expectOnlyText(
      () => hosts,
      (text) => {
        for (const host of hosts) {
          host.record = { onHand: 0, restock: text, release: text, status: text, asOf: text, [text]: text };
          host.policy = { sell: text, promise: { date: text }, timeZone: text, starts: text, [text]: text };
        }
      },
    );
    expectOwnWords();
  });

  it('H31 as text that a page puts inside our tags, in each of their slots', async () => {
    const main = await everything();
    const slots = hostsIn(main).flatMap((host) =>
      ['', 'in-stock', 'label', 'sold-out'].map((slot) => {
        const inside = document.createElement('span');
        inside.slot = slot;
        host.append(inside);
        return inside;
      }),
    );
    await expectOnlyText(
      () => hostsIn(main),
      (text) => slots.forEach((it) => (it.textContent = text)),
    );
    for (const it of slots) expect(it.textContent).to.equal(TEXTS.at(-1));
    expectOwnWords();
  });

  it('H33 in every field of the sign-up’s reply, taken or refused: no thanks but for its own key, and only our words', async () => {
    tell(sixProducts());
    const main = put('<div></div>');
    const replies: Response[] = [];
    const asked = stubFetch(() => replies.shift() as Response);
    const refused = (it: Element): boolean => it.querySelector('[aria-invalid]') !== null;
    const status = (it: HTMLElement): string => part(it, 'status')?.textContent.trim() ?? '';
    const settled = (it: HTMLElement): boolean => refused(it) || !/^$|Sending/.test(status(it));
    const shapes = new Map<string, string>();
    try {
      for (const code of [200, 422]) {
        for (let start = 0; start < TEXTS.length; start += 120) {
          const texts = ['harmless', ...TEXTS.slice(start, start + 120)];
          const before = asked.length;
          main.innerHTML = '<notify-me-form product="sold-out"></notify-me-form>'.repeat(texts.length);
          const forms = [...main.children] as HTMLElement[];
          await until(() => forms.every((it) => it.querySelector('input')));
          for (const [index, text] of texts.entries()) {
            const reply = {
              ...{ requestId: text, status: text, title: text, detail: text, type: text, message: text },
              ...{ field: text, errors: [{ field: text, message: text }], redirect: text, [text]: text },
            };
            replies.push(json(reply, {}, code));
            (forms[index]?.querySelector('input') as HTMLInputElement).value = 'ada@example.com';
            forms[index]?.querySelector('button')?.click();
          }
          await until(() => forms.every(settled), 'every form to have its answer');
          expect(asked.length - before).to.equal(texts.length);
          for (const [index, form] of forms.entries()) {
            const text = texts[index] as string;
            const kind = `${code} ${refused(form)}`;
            const shape = shapeOf(form);
            if (!shapes.has(kind)) shapes.set(kind, shape);
            expect(shape, short(text)).to.equal(shapes.get(kind));
            if (text.length > 3) expect(form.shadowRoot?.textContent, short(text)).to.not.include(text);
            expect(status(form), short(text)).to.not.match(/Thank|Done|will/i);
          }
        }
      }
    } finally {
      unstubFetch();
    }
    expect(watch.seen).to.deep.equal([]);
  });

  it('H33 as the time to wait that a server names: a second at least, an hour at most', async () => {
    for (const text of TEXTS) {
      // Not every string can be a header.
      let headers: Headers;
      try {
        headers = new Headers({ 'retry-after': text });
      } catch {
        continue;
      }
      const { field, retryIn } = await refusalOf(new Response('', { status: 429, headers }));
      expect(field).to.equal(undefined);
      expect(retryIn, short(text)).to.be.within(1, 3600);
    }
  });

  /** What was written to the console was written by us, and is about the data. */
  function expectOwnWords(): void {
    for (const text of takeWarnings()) expect(text).to.match(/^\[backorder-elements\]/);
  }
});
