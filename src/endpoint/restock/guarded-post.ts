import { lookup } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.js';

/** Milliseconds for all of it. */
const BUDGET = 10_000;

/** The address is in a private network; nothing was sent. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * Posts a text to a public server. The address is looked at when the connection is made and is the one connected to, so a
 * name that is looked up twice cannot lead elsewhere the second time. Redirects are not followed.
 *
 * @param mayBePrivate whether servers of private networks are reached too, and without TLS
 * @throws PrivateAddressError, and what the connection throws
 */
export function guardedPost(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  mayBePrivate: boolean,
): Promise<{ readonly status: number; readonly retryAfter: string | undefined }> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!mayBePrivate && (url.protocol !== 'https:' || (isIP(host) !== 0 && isPrivateAddress(host)))) {
    return Promise.reject(new PrivateAddressError());
  }
  const signal = AbortSignal.timeout(BUDGET);
  const options: RequestOptions = { method: 'POST', headers: { ...headers }, agent: false, signal };
  if (!mayBePrivate) options.lookup = publicLookup;
  return new Promise((resolve, reject) => {
    const done = (reply: IncomingMessage): void => {
      // Nothing of it is read: what a server says may be long, and may be anything.
      reply.destroy();
      resolve({ status: reply.statusCode ?? 0, retryAfter: reply.headers['retry-after'] });
    };
    const request =
      url.protocol === 'https:' ? requestHttps(url, options, done) : requestHttp(url, options, done);
    request.on('error', reject);
    request.end(body);
  });
}

/** Finds a host's addresses, and fails when one of them is private. */
const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    const problem =
      error ?? (found.some((it) => isPrivateAddress(it.address)) ? new PrivateAddressError() : null);
    if (problem || !first) callback(problem ?? new Error('no address'), '', 0);
    else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
