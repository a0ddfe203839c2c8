/*
 * The part of the shop's server that does not exist yet, answered in the page by Mock Service Worker.
 *
 * A sign-up is taken only when the answer repeats its key; everything else is a failure to the form.
 */
import { delay, http, HttpResponse } from 'msw';

/** Addresses that show what can go wrong: fails@…, never@… Any other is taken. */
export const signUps = http.post('/v1/sign-ups', async ({ request }) => {
  const { email } = await request.json();
  const key = request.headers.get('idempotency-key');
  await delay(500);
  if (email.startsWith('never@')) await delay('infinite');
  if (email.startsWith('fails@')) return HttpResponse.json({ error: 'down' }, { status: 503 });
  return HttpResponse.json({ requestId: key }, { status: 201 });
});

const AVAILABILITY = '/v1/availability';

/** Ways in which an availability endpoint fails. */
export const faults = {
  'status-500': http.get(AVAILABILITY, () => new HttpResponse('Internal Server Error', { status: 500 })),
  'never-answers': http.get(AVAILABILITY, () => delay('infinite')),
  html: http.get(AVAILABILITY, () => HttpResponse.html('<!doctype html><title>Log in</title>')),
  'network-error': http.get(AVAILABILITY, () => HttpResponse.error()),
  malformed: http.get(
    AVAILABILITY,
    () =>
      new HttpResponse('{"version": 1, "products": [', { headers: { 'content-type': 'application/json' } }),
  ),
};
