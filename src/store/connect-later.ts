import { shared } from './shared-store.js';

let connect: ((again: boolean) => void) | undefined;

/**
 * Keeps an endpoint for later. The loader has asked it once already, so the code that asks, retries and keeps things fresh comes
 * only with the next question: a product nobody has asked for, or a shopper who comes back to an old page.
 *
 * @param asked what the loader has asked for
 */
export function connectLater(endpoint: string, asked: readonly string[]): void {
  const { store } = shared();
  connect = (again) => {
    connect = undefined;
    import('./connect-endpoint.js').then(
      (it) => it.connectEndpoint(endpoint, asked, again),
      () => connectLater(endpoint, asked),
    );
  };
  store.ask = (references) => {
    if (references.some((it) => !asked.includes(it))) connect?.(false);
  };
}

/**
 * The shopper is back: from another tab, from another page, on the network again. The loader listens for that.
 *
 * @param old whether what is known may not be shown any longer
 */
export function comeBack(old: boolean): void {
  // Time has moved, whatever the timers did meanwhile, also for what the page itself tells.
  shared().store.refreshAll();
  if (old) connect?.(true);
}
