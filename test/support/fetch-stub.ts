/** A request as a stubbed `fetch` got it. */
export interface Asked {
  readonly request: Request;
  readonly url: URL;
  readonly signal: AbortSignal | undefined;
}

const real = globalThis.fetch;

/**
 * Answers `fetch` in place of the network until {@link unstubFetch}; what is thrown is a failure of the network. Gives the
 * list of requests, which grows.
 */
export function stubFetch(answer: (asked: Asked) => Response | Promise<Response>): Asked[] {
  const all: Asked[] = [];
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const asked = { request, url: new URL(request.url), signal: init?.signal ?? undefined };
    all.push(asked);
    const gone = new Promise<never>((_resolve, reject) => {
      const end = (): void => reject(new DOMException('aborted', 'AbortError'));
      if (request.signal.aborted) end();
      request.signal.addEventListener('abort', end);
    });
    return Promise.race([gone, answer(asked)]);
  };
  return all;
}

export function unstubFetch(): void {
  globalThis.fetch = real;
}

/** A reply that carries JSON. Its body is read without leaving the page's thread, so that a turn of events is enough for it. */
export const json = (value: unknown, headers: Record<string, string> = {}, status = 200): Response =>
  new Response(streamOf(JSON.stringify(value)), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

const streamOf = (text: string): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });

/** A reply that never comes. */
export const never = (): Promise<Response> => new Promise(() => undefined);
