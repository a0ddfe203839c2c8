import { prepareAnnouncer } from '../elements/shared/announcer.js';
import { connectLater } from '../store/connect-later.js';
import { takeDocument } from '../store/read-document.js';
import { shared } from '../store/shared-store.js';
import { PageControl, type Brought } from './page-control.js';
import type { LoaderSettings } from './settings.js';
import { originOf } from './takes-sign-ups.js';

/** What the loader has found out already, so that nothing is read or asked twice, and what it has brought with it. */
export interface Handed extends Brought {
  /** The document that stands in the page. */
  readonly inline: unknown;
  /** The endpoint's answer. */
  readonly json?: unknown;
  /** What it was asked for. */
  readonly asked: readonly string[];
  /** The server's clock at that time, in milliseconds since 1970. */
  readonly serverTime?: number | undefined;
}

/** One a page, whichever copy of the script came first. */
const KEY = Symbol.for('backorder-elements.page.1');

/** Decorates a shop page by its settings. Run again, it only looks at the page again. */
export function start(settings: LoaderSettings, handed: Handed): void {
  const page = globalThis as { [KEY]?: PageControl };
  const begun = page[KEY];
  const { store, config } = shared();
  const plans: (Promise<void> | void)[] = [];
  const take = (json: unknown, from: string): unknown => {
    const taken = takeDocument(json, from);
    plans.push(taken?.ready);
    return taken;
  };
  if (handed.serverTime !== undefined) store.clock.compare(handed.serverTime);
  const inline = !begun && take(handed.inline, 'in the page');
  // It may have come after the first call.
  take(handed.json, 'from the endpoint');
  if (begun) {
    begun.rescan();
    return;
  }
  const { endpoint, textField, recordField, signUpOrigins } = settings;
  const { text, record } = handed.adapter[0]?.platform.lineFields ?? config.lineFields;
  config.lineFields = { text: textField ?? text, record: recordField ?? record };
  // The endpoint that the page itself names may take its sign-ups too.
  config.signUpOrigins = [...signUpOrigins, originOf(endpoint)];
  if (endpoint !== undefined) connectLater(endpoint, handed.asked);
  else if (!inline) {
    import('../store/structured-hints.js').then(
      (it) => it.takeHints(),
      () => undefined,
    );
  }
  prepareAnnouncer();
  page[KEY] = new PageControl(settings, handed, plans);
}
