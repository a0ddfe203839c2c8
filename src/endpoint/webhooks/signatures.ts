import { createHmac } from 'node:crypto';
import { sameSecret } from '../hashes.js';

/** Seconds by which the time of a signature may be off, as Standard Webhooks has it. */
const TOLERANCE = 300;

/** Whether a signature is the Base64 of the body's HMAC-SHA256: Shopify's and WooCommerce's way. */
export function isSigned(body: Uint8Array, secret: string, signature: string | null): boolean {
  return sameSecret(createHmac('sha256', secret).update(body).digest('base64'), signature ?? '');
}

/**
 * Whether a message is signed as Standard Webhooks says: over its id, its time and its body, and not long ago. Each attempt
 * has a time of its own, so what is sent again by the shop is fresh, and what is sent again by somebody else is not.
 *
 * @param secret the bytes of it are the key
 * @param now milliseconds since 1970
 */
export function isSignedInTime(body: Uint8Array, secret: string, headers: Headers, now: number): boolean {
  const [id, time, given] = ['id', 'timestamp', 'signature'].map((it) => headers.get(`webhook-${it}`) ?? '');
  const right = createHmac('sha256', secret).update(`${id}.${time}.`).update(body).digest('base64');
  // There may be several, with spaces between, while a secret is being replaced.
  const all = (given ?? '').split(' ').slice(0, 10);
  const isRight = all.map((it) => sameSecret(`v1,${right}`, it)).includes(true);
  return isRight && /^\d{1,12}$/.test(time ?? '') && Math.abs(now / 1000 - Number(time)) <= TOLERANCE;
}
