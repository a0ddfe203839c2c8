import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

/** A sign-up as the endpoint got it. */
export interface Received {
  readonly url: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

type Answer = (received: Received) => Response | Promise<Response>;

/** Takes a sign-up as the contract has it: the reply repeats the key. */
export const taken: Answer = ({ key }) => HttpResponse.json({ requestId: key });

/** A sign-up endpoint behind a service worker, for a whole `describe`. */
export class SignUpServer {
  /** All that arrived since the test began. */
  received: Received[] = [];
  /** How it answers; by the contract unless a test says otherwise. */
  answer: Answer = taken;

  constructor() {
    const worker = setupWorker(
      http.post('*/sign-ups', async ({ request }) => {
        const received: Received = {
          url: request.url,
          key: request.headers.get('idempotency-key'),
          headers: Object.fromEntries(request.headers),
          body: (await request.json()) as Record<string, unknown>,
        };
        this.received.push(received);
        return this.answer(received);
      }),
    );
    const { fetch } = window;
    before(async () => {
      // Firefox sends what is to outlive its page past every service worker, so past this server too.
      if (/Firefox/.test(navigator.userAgent)) {
        window.fetch = (input, init) => fetch(input, { ...init, keepalive: false });
      }
      await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
    });
    // It would wait for answers that never come.
    after(() => {
      window.fetch = fetch;
      void worker.stop();
    });
    beforeEach(() => {
      this.received = [];
      this.answer = taken;
    });
  }
}
