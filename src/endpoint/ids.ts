import { randomBytes } from 'node:crypto';

/**
 * A name for a row: 128 random bits in URL-safe Base64. No time is in it, so a clock that steps back makes no twins, and
 * nobody can tell from one how many others there are.
 */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** A secret for a link or a key: 256 random bits in URL-safe Base64. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
