import { shared } from './shared-store.js';

/**
 * Keeps an endpoint for later. The loader has asked it once already, so the code that asks, retries and keeps things fresh comes
 * only with the next question: a product nobody has asked for, or a shopper who comes back to an old page.
 *
 * @param asked what the loader has asked for
 * @param ttl seconds for which its answer may be shown
 */
export function connectLater(endpoint: string, asked: readonly string[], ttl: number): void {
  const { store } = shared();
  const since = store.clock.now();
  const coming = new AbortController();
  const { signal } = coming;
  const connect = (again: boolean): void => {
    coming.abort();
    import('./connect-endpoint.js').then(
      (it) => it.connectEndpoint(endpoint, asked, again),
      () => connectLater(endpoint, asked, ttl),
    );
  };
  store.ask = (references) => {
    if (!signal.aborted && references.some((it) => !asked.includes(it))) connect(false);
  };
  const look = (regardless: boolean): void => {
    store.refreshAll();
    if (regardless || store.clock.now() - since > ttl * 1000) connect(true);
  };
  document.addEventListener('visibilitychange', () => document.hidden || look(false), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && look(true), { signal });
  addEventListener('online', () => look(true), { signal });
}
