/**
 * The script tag. It looks at the page, asks what the page's products are, and fetches the rest only when one of them is not
 * simply in stock. One file, a classic script as well as a module; it may come late, twice, or be torn from its tag.
 *
 * @module backorder-elements/loader
 */
import { fetchFiles, systemFiles } from './page/files.js';
import type { Adapter } from './page/page-control.js';
import { glanceAt, hinted } from './page/plainly-in-stock.js';
import { quieten } from './page/quiet-tags.js';
import { referencesIn } from './page/references.js';
import { readSettings, type Settings } from './page/settings.js';
import type { start, Told } from './page/start.js';
import { ALWAYS, OPEN_TAGS, WRITTEN } from './page/signs.js';
import { soonAfter } from './page/soon-after.js';
import { tagsInNeed } from './page/tags-in-need.js';
import { wantsMore } from './page/wanted-pieces.js';
import { report } from './report.js';
import { addressFor, LONGEST_URL } from './sources/address-for.js';
import { fetchJson, OLD } from './sources/fetch-json.js';
import { inlineTexts, parseInline } from './sources/inline-document.js';
import type { comeBack } from './store/connect-later.js';

type Page = { readonly start: typeof start; readonly comeBack: typeof comeBack };
type Files = readonly [Page, ...Adapter];

/** What the first copy leaves for those that come after it: a way to have the page looked at again. */
const KEY = Symbol.for('backorder-elements.loader.1');

/** The documents in the page. */
const INLINE = 'data-backorder-availability';

let script = document.currentScript;

function run(): void {
  // Asked only here: several tags in a head all wait until the page is parsed.
  const again = (globalThis as { [KEY]?: (tag: typeof script) => void })[KEY];
  if (again) return again(script);
  const settings = {} as Settings;
  let inlineText: string | undefined;
  let inline: readonly unknown[] = [];
  const known = new Set<string>();
  // What was told, and is not yet handed on.
  const told: Told[] = [];
  let checkedAt = 0;
  let waitUntil = 0;
  let ttl = 60;
  let least = Infinity;
  let retried = false;
  let page: Promise<Files> | undefined;

  const load = (): void => {
    const { base } = settings;
    quieten(false);
    // A shop that is deploying has the old page and the new files for a moment: once more, and without its adapter.
    page ??= fetchFiles(['page', ...systemFiles()], base).catch(async () =>
      fetchFiles(['page'], base, '?again'),
    ) as Promise<unknown> as Promise<Files>;
    const started = page.then(
      ([it, ...adapter]) =>
        it.start(settings, {
          told: told.splice(0),
          tagsInNeed,
          fault,
          adapter,
        }),
      () => {
        page = undefined;
        report(
          'files-missing',
          'expected backorder-elements.page.js beside this script, got none; the page stays as the theme made it.',
        );
      },
    );
    started.catch(fault);
  };

  const check = (again: boolean): void => {
    ask(again).catch(fault);
  };

  const ask = async (again: boolean): Promise<void> => {
    // A library may have put another page in.
    Object.assign(settings, readSettings(script));
    if (settings.backorderOff) return page && load();
    // Written as plain HTML or, in frames, where editors show pages, with a sample; a file that does not come leaves them as they are.
    if (document.querySelector(self === top ? WRITTEN : `${WRITTEN},[data-preview]`))
      await fetchFiles(['written-tags'], settings.base).catch(fault);
    if (performance.now() < waitUntil) return;
    // Once, under no product's name: the files may be missing.
    if (document.querySelector(ALWAYS) && known.size < known.add('').size) return load();
    const asked = referencesIn(settings.product);
    const fresh = [...asked].some((it) => again || !known.has(it));
    const texts = inlineTexts(INLINE);
    const changed = inlineText !== (inlineText = texts.join());
    if (!changed && !fresh) return;
    checkedAt = Date.now();
    for (const it of asked) known.add(it);
    if (changed) {
      inline = parseInline(texts, INLINE, 'bad-document');
      for (const json of inline) told.push({ json });
    }
    // Once the rest is there, that asks for itself.
    const url = !page && settings.endpoint;
    const any = page ?? inline.length;
    if (any) look(inline, asked);
    if (url && asked.size) {
      const address = addressFor(url, asked);
      // More than one request is work for the real thing.
      if (address.length > LONGEST_URL) return load();
      const answer = await fetchJson(address, again ? 'no-cache' : 'default');
      if (!answer.ok) return failed(answer.retryIn);
      if (!again && checkedAt - answer.serverTime > OLD) return ask(true);
      told.push({ ...answer, asked });
      look([answer.json], referencesIn(settings.product));
    } else if (!any && hinted()) load();
  };

  const failed = (retryIn: number | undefined): void => {
    // Whatever happens meanwhile: a server that asks to be left alone is.
    waitUntil = performance.now() + (retryIn ?? 0);
    const retry = (): void => {
      waitUntil = 0;
      check(true);
    };
    if (retryIn !== undefined && !retried) setTimeout(retry, retryIn);
    else
      report(
        'endpoint-failed',
        `expected an availability document from ${settings.endpoint} within 1.5 s, got none; the page stays as the theme made it.`,
      );
    retried = true;
  };

  const look = (documents: readonly unknown[], among: ReadonlySet<string>): void => {
    let plain = !page;
    for (const json of documents) {
      const glance = glanceAt(json, among, least);
      ttl = glance.ttl;
      least = glance.least;
      plain &&= glance.plain;
    }
    if (plain && !wantsMore(least) && !tagsInNeed(OPEN_TAGS).length) quieten(true);
    else load();
  };

  const soon = soonAfter(() => check(false));
  const observer = new MutationObserver(soon);
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['data-backorder-off', 'value'],
  });
  // From then on page.js sees to it.
  const counted = soonAfter(() => {
    // Before a shelf is known nobody can want more; nor is a page looked at that has kept us from it.
    if (!page && least < Infinity && wantsMore(least)) load();
  }, 0);
  const chosen = (): void => {
    counted();
    // What is chosen may be a product that nobody has been asked for.
    soon();
  };
  // A stepper's click counts without a sign; read when the theme has done so.
  addEventListener('input', counted, true);
  addEventListener('click', counted, true);
  addEventListener('change', chosen, true);
  const back = (regardless: boolean): void => {
    // By the clock, whichever way it was set meanwhile: the steady timer may stand still while a phone sleeps.
    const old = regardless || Math.abs(Date.now() - checkedAt) > ttl * 1000;
    page?.then(([it]) => it.comeBack(old)).catch(fault);
    if (old) check(true);
  };
  // These stay for as long as the page does.
  document.addEventListener('visibilitychange', () => document.hidden || back(false));
  addEventListener('pageshow', ({ persisted }) => persisted && back(true));
  addEventListener('online', () => back(true));

  (globalThis as { [KEY]?: (tag: typeof script) => void })[KEY] = (tag) => {
    script = tag;
    check(false);
  };
  check(false);
}

/** Whatever another script has done to the page or to the language, this one ends in a line on the console. */
function fault(error: unknown): void {
  report('own-fault', `something of ours failed (${String(error)}); the page stays as the theme made it.`);
}

function begin(): void {
  try {
    run();
  } catch (error) {
    fault(error);
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
