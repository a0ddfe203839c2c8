import { report } from '../report.js';
import { Endpoint } from '../sources/endpoint.js';
import { keepFresh } from './freshness.js';
import { takeDocument } from './read-document.js';
import { shared } from './shared-store.js';

let connected: { readonly url: string; readonly close: () => void } | undefined;

/**
 * Has the page's store ask an endpoint for what its elements need, and keep that fresh. One endpoint a page: the same
 * address again changes nothing, another one takes its place.
 *
 * @param address absolute, or relative to the page
 * @param asked products that somebody has asked for already and whose answer is on its way (the loader's)
 * @param again asks for what is followed even so, since it may be old
 * @returns a function that ends it
 */
export function connectEndpoint(address: string, asked: readonly string[] = [], again = false): () => void {
  const url = usableAddress(address);
  if (url === undefined) return () => undefined;
  if (connected?.url === url) return connected.close;
  connected?.close();

  const { store } = shared();
  const ending = new AbortController();
  let ttl = 60_000;
  const endpoint = new Endpoint(
    url,
    ({ json, turn, serverTime }) => {
      const moved = store.clock.compare(serverTime);
      const taken = takeDocument(json, 'from the endpoint', turn);
      if (!taken) return;
      ttl = taken.document.ttl * 1000;
      // What came out the same was decided by a clock that was wrong.
      if (moved) store.refreshAll();
    },
    () =>
      report(
        'endpoint-failed',
        `expected an availability document from ${url} within 1.5 s, got none; the page stays as the theme made it. ` +
          'Check that it answers with status 200, content type application/json and an Access-Control-Allow-Origin header.',
      ),
  );
  // Who is not in the answer is not asked for again with every element that names it.
  const once = new Set(asked);
  store.ask = (references) => {
    const fresh = references.filter((it) => !once.has(it));
    for (const reference of fresh) once.add(reference);
    endpoint.ask(fresh);
  };
  if (again) endpoint.ask(store.followed, true);
  else store.ask(store.followed);
  keepFresh(
    { ask: () => endpoint.ask(store.followed, true), redecide: () => store.refreshAll() },
    () => ttl,
    () => store.clock.now(),
    ending.signal,
  );
  const close = (): void => {
    if (connected?.close === close) connected = undefined;
    ending.abort();
    endpoint.close();
    store.ask = undefined;
  };
  connected = { url, close };
  return close;
}

function usableAddress(address: string): string | undefined {
  try {
    const url = new URL(address, document.baseURI);
    const secure = url.protocol === 'https:' || (url.protocol === 'http:' && location.protocol !== 'https:');
    if (secure) return url.href;
  } catch {
    // Said below.
  }
  report(
    'bad-endpoint',
    `expected the address of an availability document, over https on a secure page, got ${JSON.stringify(address.slice(0, 80))}; nothing is asked.`,
  );
  return undefined;
}
