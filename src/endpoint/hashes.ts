import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** SHA-256 in hexadecimal: for secrets of 128 random bits and more, which need no salt. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Keyed hash in hexadecimal: for addresses, which could be guessed from a plain one. */
export function keyedHashOf(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** Compares in a time that does not tell where two texts differ. */
export function sameSecret(one: string, other: string): boolean {
  const [a, b] = [one, other].map((it) => createHash('sha256').update(it).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}
