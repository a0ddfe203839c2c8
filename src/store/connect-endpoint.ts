import { parseDocument, type AvailabilityDocument } from '../availability/document.js';
import { report } from '../report.js';
import { Endpoint } from '../sources/endpoint.js';
import { keepFresh } from './freshness.js';
import { shared } from './shared-store.js';

let connected: { readonly url: string; readonly close: () => void } | undefined;

/**
 * Has the page's store ask an endpoint for what its elements need, and keep that fresh. One endpoint a page: the same
 * address again changes nothing, another one takes its place.
 *
 * @param address absolute, or relative to the page
 * @param asked products that somebody has asked for already and whose answer is on its way (the loader's)
 * @returns a function that ends it
 */
export function connectEndpoint(address: string, asked: readonly string[] = []): () => void {
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
      if (serverTime !== undefined) store.clock.compare(serverTime);
      const document = readDocument(json, url);
      if (!document) return;
      ttl = document.ttl * 1000;
      store.put(document, turn);
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
  store.ask(store.followed);
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

/** Parses a document and tells the developer what had to be left out of it. `from` says where it came from. */
export function readDocument(json: unknown, from: string): AvailabilityDocument | undefined {
  const result = parseDocument(json);
  const problems = result.ok ? result.problems : [result.problem];
  for (const { code, path, expected, got } of problems.slice(0, 5)) {
    const place = path ? `${path} in the availability document` : 'the availability document';
    const effect = result.ok ? 'the field counts as not told' : 'the page stays as the theme made it';
    report(code, `${place} (${from}): expected ${expected}, got ${got}; ${effect}.`, result.ok ? path : from);
  }
  return result.ok ? result.value : undefined;
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
