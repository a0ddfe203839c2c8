import { prepareAnnouncer } from '../elements/shared/announcer.js';
import { connectLater } from '../store/connect-later.js';
import { takeDocument } from '../store/read-document.js';
import { shared } from '../store/shared-store.js';
import { PageControl, type Brought } from './page-control.js';
import type { Settings } from './settings.js';
import { originOf } from './takes-sign-ups.js';

/** A document, not yet parsed: one that stands in the page, or an endpoint's answer. */
export interface Told {
  readonly json: unknown;
  /** What was asked for; an answer has it. */
  readonly asked?: Iterable<string>;
  /** The server's clock at that time, in milliseconds since 1970. */
  readonly serverTime?: number | undefined;
}

/** What the loader has found out already, so that nothing is read or asked twice, and what it has brought with it. */
export interface Handed extends Brought {
  /** Documents that are new since the last time. */
  readonly told: readonly Told[];
}

/** One a page, whichever copy of the script came first. */
const KEY = Symbol.for('backorder-elements.page.1');

/** The store that a document has told something. */
let told: unknown;

/** Decorates a shop page by its settings. Run again, it takes in what is new, and looks at the page again. */
export function start(settings: Settings, handed: Handed): void {
  const page = globalThis as { [KEY]?: PageControl };
  const begun = page[KEY];
  const { store, config } = shared();
  if (settings.backorderOff) {
    begun?.release();
    delete page[KEY];
    // What is registered speaks for itself.
    store.disabled = true;
    store.refreshAll();
    return;
  }
  const asked: string[] = [];
  const plans: (Promise<void> | void)[] = [];
  for (const it of handed.told) {
    if (it.serverTime) store.clock.compare(it.serverTime);
    const taken = takeDocument(it.json, it.asked ? 'from the endpoint' : 'in the page');
    if (taken) told = store;
    plans.push(taken?.ready);
    asked.push(...(it.asked ?? []));
  }
  const { endpoint } = settings;
  if (endpoint === undefined && told !== store) {
    import('../store/structured-hints.js').then(
      (it) => it.takeHints(),
      () => undefined,
    );
  }
  if (begun) {
    begun.rescan();
    return;
  }
  const { text, record } = handed.adapter[0]?.platform.lineFields ?? config.lineFields;
  config.lineFields = {
    text: settings.get('textField') ?? text,
    record: settings.get('recordField') ?? record,
  };
  // The endpoint that the page itself names may take its sign-ups too.
  config.signUpOrigins = [
    ...(settings.get('signUpOrigins') ?? '').split(/\s+/).filter(Boolean),
    originOf(endpoint),
  ];
  if (endpoint !== undefined) connectLater(endpoint, asked);
  prepareAnnouncer();
  page[KEY] = new PageControl(settings, handed, plans);
}
