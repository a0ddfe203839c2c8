/**
 * Journeys: whole shop pages, served by the test server (shop-server.mjs), opened in same-origin iframes.
 *
 *   const page = await openPage({ document: sells({ id: 'lamp', onHand: 0 }) });   // plain.html with the script tag
 *   await waitFor(() => page.button.textContent === 'Backorder now');
 *   page.button.click();                                  // native submit; the shop answers 204, so the page stays
 *   const [add] = await page.carted(1);                   // { method, path, fields: [['id', 'lamp'], …] }, as it arrived
 *   page.close();                                         // or closePages() in afterEach: closes all that are open
 *
 * - Each page has a shop to itself at /shop/ID/: fixture pages (test/fixtures/pages/*.html), cdn/* (the built files: run
 *   `npx vite build --mode cdn` after a change of src), availability, sign-ups, cart/add. All that is asked of it is logged:
 *   page.log(), page.asked('availability'). page.change({ document }) changes its answers later on.
 * - `script: false` leaves our script tag out: that is the page without the widget. `sandbox: 'allow-same-origin
 *   allow-forms'` switches scripts off altogether.
 * - `replies: { availability: { status: 503 } }` makes a path answer otherwise; a list answers one request after another.
 *   `hold: 'name'` waits for page.release('name').
 * - Faults of the wire: `endpoint: 'away'` or `loader: 'away'` takes the document or the script-tag files from another origin,
 *   a raw socket (fault-server.mjs): `replies: { availability: { how: 'drip', rate: 1, every: 100 } }`. `'refused'` is an
 *   address where nobody listens.
 *   `{away}` anywhere in the options stands for that origin, `{own}` for the page's own shop.
 * - What a form sends goes into a frame beside the page (sink), since some browsers stop a page's requests when it is left.
 *   `cart: 'follow'` leaves the page, as most shops do.
 * - page.heard: uncaught errors, console warnings, CSP violations, layout shifts (Chromium) since the page began.
 * - The frame stands at the top left of the window, so sendMouse positions are positions in the page: see centreOf().
 * - Whether a page still sells as without us is the oracle's business: oracle.ts.
 * - Slots of a fixture page: `before` and `after` the form, `head` (theme's head by `theme`, ours by `head`).
 */
import { press } from './commands.js';

export { press };

/** How one path answers: `status`, `headers`, `body`, `delay` and `hold` anywhere, the rest from the other origin only. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds before anything is sent. */
  delay?: number;
  /** Waits until the test releases this name. */
  hold?: string;
  /**
   * `silent`: takes the request, never answers. `hang-up`: closes without a word. `cut`, `reset`, `half-close`: ends that way
   * after `at` bytes of the body. `drip`, `flood`: `rate` bytes every `every` ms, for ever or up to `total`.
   */
  how?: 'silent' | 'hang-up' | 'cut' | 'reset' | 'half-close' | 'drip' | 'flood';
  at?: number;
  rate?: number;
  every?: number;
  total?: number;
  /** The Access-Control-Allow-Origin header; `false`: none. Default `*`. */
  cors?: string | false;
}

export interface PageOptions {
  /** Name of the fixture page. Default `plain`. */
  page?: string;
  /** Whether our script tag, with `head` and `inline`, is in the page. Default true. */
  script?: boolean;
  /** More attributes of our script tag. */
  attributes?: Record<string, string>;
  /** The availability document, as JSON or as raw text. */
  document?: unknown;
  /** The same, written into the page. */
  inline?: unknown;
  /** Where the script tag has the document from: `own` (default, if there is one or a reply for it), `away`, `refused`, `none`, an address. */
  endpoint?: string;
  /** Where the script-tag files are: `own` (default), `away`, `refused`, or the address of the loader. */
  loader?: string;
  replies?: Record<string, Reply | Reply[]>;
  /** Headers of the page itself. */
  headers?: Record<string, string>;
  /** The nonce of the page’s policy, on the scripts that stand in the page. */
  nonce?: string;
  /** Markup before our script tag. */
  head?: string;
  /** Markup in the head that belongs to the theme: there with and without our script. */
  theme?: string;
  /** Markup in the fixture's slots: `before`, `after`. It is there with and without our script. */
  slots?: Record<string, string>;
  /** `stay` (default): an add to the cart is answered with 204. `follow`: with a redirect to the cart page. */
  cart?: 'stay' | 'follow';
  sandbox?: string;
  /** The theme's add-to-cart control. Default `[name=add]`. */
  button?: string;
  width?: number;
  height?: number;
}

/** A request as the shop got it. */
export interface Logged {
  readonly server: 'own' | 'away';
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds on the server's clock. */
  readonly at: number;
  readonly body: string;
  readonly fields: readonly (readonly [string, string])[];
  /** Other origin only: milliseconds until the connection was gone, and bytes of the body sent by then. */
  readonly closed?: { readonly after: number; readonly sent: number };
}

export interface Heard {
  readonly errors: readonly string[];
  readonly console: readonly string[];
  readonly violations: readonly string[];
  /** Chromium only; `moved` names what has moved, as `parent node`. */
  readonly shifts: readonly {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly moved: readonly string[];
  }[];
}

export type ShopWindow = Window & typeof globalThis & { readonly heard: Heard };

const open = new Set<ShopPage>();

interface Origins {
  readonly away: string;
  readonly refused: string;
}

/** The same for all shops of a run. */
let origins: Promise<Origins> | undefined;

/** Waits until a condition holds, and says which when it never does. Gives what the condition gave. */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  what = String(condition),
  ms = 20_000,
): Promise<Exclude<T, undefined | null | false | 0 | ''>> {
  const end = performance.now() + ms;
  for (;;) {
    const found = await condition();
    if (found) return found as Exclude<T, undefined | null | false | 0 | ''>;
    if (performance.now() > end) throw new Error(`waited ${ms} ms for: ${what}`);
    await pause(20);
  }
}

/** Only for proving that nothing happens: everything else waits for what it needs. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The day `days` from now, as documents have it. */
export const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A document by which the given products are sold on backorder, shipping within 5 days, unless they say otherwise. */
export function sells(...products: object[]): object {
  const policy = { sell: 'backorder', promise: { leadTime: { max: 5 } } };
  return { version: 1, asOf: new Date().toISOString(), policy, signUp: { url: '{own}/sign-ups' }, products };
}

/** Opens a shop page. Resolves as soon as its add button is there, which may be long before it is loaded. */
export async function openPage(options: PageOptions = {}): Promise<ShopPage> {
  const page = new ShopPage(options);
  open.add(page);
  await page.load();
  return page;
}

/** Closes all pages that are open: for afterEach. */
export function closePages(): void {
  for (const page of open) page.close();
}

export class ShopPage {
  readonly id = Array.from(crypto.getRandomValues(new Uint8Array(6)), (it) =>
    it.toString(16).padStart(2, '0'),
  ).join('');
  readonly options: PageOptions;
  readonly frame = document.createElement('iframe');
  readonly #sink = document.createElement('iframe');

  constructor(options: PageOptions) {
    this.options = options;
    const { width = 780, height = 580, sandbox, page = 'plain' } = options;
    this.frame.title = page;
    this.frame.setAttribute(
      'style',
      `position: fixed; inset: 0 auto auto 0; border: 0; background: #fff; width: ${width}px; height: ${height}px; z-index: 1`,
    );
    this.#sink.name = `sink-${this.id}`;
    this.#sink.hidden = true;
    if (sandbox !== undefined) this.frame.setAttribute('sandbox', sandbox);
  }

  get window(): ShopWindow {
    return this.frame.contentWindow as ShopWindow;
  }

  get document(): Document {
    return this.frame.contentDocument as Document;
  }

  /** The theme's add-to-cart control. */
  get button(): HTMLButtonElement {
    return this.find<HTMLButtonElement>(this.options.button ?? '[name=add]');
  }

  /** The words on it. */
  get label(): string {
    return (this.button.textContent || this.button.value).trim();
  }

  get heard(): Heard {
    return this.window.heard;
  }

  /** What our script has written to the console. */
  get reports(): readonly string[] {
    return this.heard.console.filter((text) => text.startsWith('[backorder-elements]'));
  }

  find<T extends Element = HTMLElement>(selector: string): T {
    const found = this.document.querySelector<T>(selector);
    if (!found) throw new Error(`there is no ${selector} in ${this.frame.title}.html`);
    return found;
  }

  async load(): Promise<void> {
    const { loader, endpoint, replies, document: known, page = 'plain', script = true } = this.options;
    const { away, refused } = await (origins ??= this.#control('setup') as unknown as Promise<Origins>);
    const place = (where: string, path: string): string =>
      where === 'away'
        ? `${away}/${this.id}/${path}`
        : where === 'refused'
          ? `${refused}/${path}`
          : where === 'own'
            ? path
            : where;
    const wanted = endpoint ?? (known !== undefined || replies?.['availability'] ? 'own' : 'none');
    await this.#control('setup', {
      ...this.options,
      script,
      loader: place(loader ?? 'own', 'cdn/backorder-elements.js'),
      sink: this.options.cart === 'follow' ? undefined : this.#sink.name,
      endpoint: wanted === 'none' ? undefined : place(wanted, 'availability'),
    });
    this.frame.src = `/shop/${this.id}/${page}.html`;
    document.body.append(this.#sink, this.frame);
    const selector = this.options.button ?? '[name=add]';
    const there = (): boolean =>
      this.frame.contentWindow?.location.pathname.endsWith('.html') === true &&
      (this.document.querySelector(selector) !== null || this.document.readyState === 'complete');
    await waitFor(there, `the page ${page}.html`);
  }

  /** Waits until the page has loaded. */
  async loaded(): Promise<this> {
    await waitFor(() => this.document.readyState === 'complete', 'the page to be loaded');
    return this;
  }

  /** Changes the shop's answers from now on. */
  async change(options: Pick<PageOptions, 'document' | 'replies' | 'cart'>): Promise<void> {
    await this.#control('setup', options);
  }

  /** Lets replies go that were held under a name. */
  async release(name: string): Promise<void> {
    await this.#control('release', { name });
  }

  /** All requests so far, from both origins. */
  async log(): Promise<readonly Logged[]> {
    return (await this.#control('log')).requests;
  }

  /** The requests so far for one path. */
  async asked(path: string): Promise<readonly Logged[]> {
    return (await this.log()).filter((it) => it.path === path);
  }

  /** Adds to the cart, once there are at least `count`. */
  async carted(count: number, ms = 20_000): Promise<readonly Logged[]> {
    // The shop waits, not we: whoever asks again and again keeps three engines busy.
    const { requests } = await this.#control('added', { count, ms });
    const found = requests.filter(({ path, method }) => path.startsWith('cart') && method === 'POST');
    if (found.length < count) throw new Error(`waited ${ms} ms for: ${count} adds to the cart`);
    return found;
  }

  /** The sign-ups that the endpoint holds, one a key. */
  async signUps(): Promise<readonly Readonly<Record<string, string>>[]> {
    return (await this.#control('log')).rows;
  }

  close(): void {
    open.delete(this);
    this.frame.remove();
    this.#sink.remove();
  }

  async #control(
    what: string,
    body: object = {},
  ): Promise<{ requests: Logged[]; rows: Record<string, string>[] }> {
    const reply = await fetch(`/shop/${this.id}/-/${what}`, { method: 'POST', body: JSON.stringify(body) });
    return (await reply.json()) as { requests: Logged[]; rows: Record<string, string>[] };
  }
}

/** Where to point the mouse (sendMouse) to hit an element of a page. */
export function centreOf(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}
