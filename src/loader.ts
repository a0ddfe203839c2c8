/**
 * The script tag. It looks at the page, asks what the page's products are, and fetches the rest only when one of them is not
 * simply in stock. One file, a classic script as well as a module; it may come late, twice, or be torn from its tag.
 *
 * @module backorder-elements/loader
 */
import { glanceAt } from './page/plainly-in-stock.js';
import { referencesIn } from './page/references.js';
import { tagsInNeed } from './page/tags-in-need.js';
import { readSettings } from './page/settings.js';
import type { start } from './page/start.js';
import { report } from './report.js';
import { addresses } from './sources/endpoint.js';
import { fetchJson } from './sources/fetch-json.js';
import { readInlineJson } from './sources/inline-document.js';

/** What the first copy leaves for those that come after it: a way to have the page looked at again. */
const KEY = Symbol.for('backorder-elements.loader.1');

/** Structured data that does not simply say "in stock". */
const NOT_IN_STOCK = /BackOrder|PreOrder|PreSale|OutOfStock|SoldOut|MadeToOrder/;

/** On tags that are out of sight while everything is in stock. */
const QUIET = 'data-backorder-quiet';

/** Fields that carry a quantity. */
const QUANTITY = '[name*=qty i],[name*=quantity i],[name*=updates i]';

/** Tags of ours with something inside that is for products in stock as well. */
const OPEN_TAGS = ['product-availability', 'preorder-button', 'eta-notice'];

const script = document.currentScript;

function run(): void {
  // Asked only here: several tags in a head all wait until the page is parsed.
  const again = (globalThis as { [KEY]?: () => void })[KEY];
  if (again) {
    again();
    return;
  }
  const settings = readSettings(script);
  if (settings.backorderOff) return;
  const inline = readInlineJson('data-backorder-availability');
  const known = new Set<string>();
  let json: unknown;
  let serverTime: number | undefined;
  let answered: readonly string[] = [];
  let checkedAt = 0;
  let waitUntil = 0;
  let ttl = 60;
  let least = Infinity;
  let retried = false;
  let page: Promise<{ start: typeof start }> | undefined;

  const references = (): readonly string[] => referencesIn(document, settings.product);

  const fetchPage = (again = ''): Promise<{ start: typeof start }> => {
    const file = `backorder-elements.page.js${again}`;
    // Beside this file, wherever that is: a relative import in a script starts from the script's own address.
    const url = settings.base === undefined ? `./${file}` : new URL(file, settings.base).href;
    return import(/* @vite-ignore */ url) as Promise<{ start: typeof start }>;
  };

  const load = (): void => {
    stop.abort();
    quieten(false);
    // Once more after a failure: a shop that is deploying has the old page and the new files for a moment.
    page ??= fetchPage().catch(() => fetchPage('?again'));
    page.then(
      (it) =>
        it.start(settings, {
          ...(inline.found && { inline: inline.json }),
          ...(json !== undefined && { json, asked: answered }),
          ...(serverTime !== undefined && { serverTime }),
        }),
      () => {
        page = undefined;
        report(
          'files-missing',
          'backorder-elements.page.js did not come; it belongs beside backorder-elements.js. The page stays as the theme made it.',
        );
      },
    );
  };

  const check = async (again: boolean): Promise<void> => {
    if (page || performance.now() < waitUntil) return;
    const asked = references();
    const fresh = again ? asked : asked.filter((it) => !known.has(it));
    if (!fresh.length && checkedAt) return;
    checkedAt = performance.now();
    for (const reference of fresh) known.add(reference);
    const url = settings.endpoint;
    if (inline.found) look(inline.json);
    else if (inline.broken) {
      report(
        'bad-document',
        'expected JSON in the data-backorder-availability script, got none; it is ignored.',
      );
    }
    if (url !== undefined && asked.length) {
      const address = addresses(new URL(url, document.baseURI).href, asked);
      // More than one request is work for the real thing.
      if (address.length > 1) return load();
      const answer = await fetchJson(address[0] as string, { cache: again ? 'no-cache' : 'default' });
      if (!answer.ok) return failed(answer.retryIn);
      json = answer.json;
      answered = asked;
      serverTime = answer.serverTime;
      look(json);
    } else if (!inline.found && hinted()) load();
  };

  const failed = (retryIn: number | undefined): void => {
    // Whatever happens meanwhile: a server that asks to be left alone is.
    waitUntil = performance.now() + (retryIn ?? 0);
    const retry = (): void => {
      waitUntil = 0;
      void check(true);
    };
    if (retryIn !== undefined && !retried) setTimeout(retry, retryIn);
    else
      report(
        'endpoint-failed',
        `expected an availability document from ${settings.endpoint} within 1.5 s, got none; the page stays as the theme made it.`,
      );
    retried = true;
  };

  const look = (told: unknown): void => {
    const glance = glanceAt(told, references());
    ttl = glance.ttl;
    least = glance.least;
    quieten(false);
    const short = [...document.querySelectorAll(QUANTITY)].some(tooMany);
    if (glance.plain && !short && !tagsInNeed(OPEN_TAGS).length) quieten(true);
    else load();
  };

  // The shelf may not hold as many as the shopper wants.
  const tooMany = (field: unknown): boolean =>
    field instanceof Element && field.matches(QUANTITY) && Number((field as HTMLInputElement).value) > least;

  const stop = new AbortController();
  const { signal } = stop;
  const soon = debounce(() => void check(false));
  const observer = new MutationObserver(soon);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  const counted = ({ target }: Event): void => {
    if (tooMany(target)) load();
  };
  for (const type of ['input', 'change']) addEventListener(type, counted, { capture: true, signal });
  const back = (regardless: boolean): void => {
    if (regardless || performance.now() - checkedAt > ttl * 1000) void check(true);
  };
  document.addEventListener('visibilitychange', () => document.hidden || back(false), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && back(true), { signal });
  addEventListener('online', () => back(true), { signal });

  Object.defineProperty(globalThis, KEY, { value: () => (page ? load() : void check(false)) });
  void check(false);
}

/** What stands inside our tags is for products that cannot simply be bought; the tags themselves stay undefined. */
function quieten(quiet: boolean): void {
  const tags = quiet ? 'backorder-badge,notify-me-form' : `[${QUIET}]`;
  for (const tag of document.querySelectorAll<HTMLElement>(tags)) {
    if (quiet && !tag.childNodes.length) continue;
    tag.toggleAttribute(QUIET, quiet);
    // With force: a theme's `display` beats the `hidden` attribute.
    if (quiet) tag.style.setProperty('display', 'none', 'important');
    else tag.style.removeProperty('display');
  }
}

function hinted(): boolean {
  return [...document.querySelectorAll('script[type="application/ld+json"],[itemprop="availability"]')].some(
    (it) =>
      NOT_IN_STOCK.test(
        (it.getAttribute('href') ?? '') + (it.getAttribute('content') ?? '') + it.textContent,
      ),
  );
}

function debounce(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, 150);
  };
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run);
else run();
