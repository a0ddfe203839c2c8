/**
 * The address a sign-up may go to, or nothing: the page's own origin, or one that the page itself has named. A document
 * from elsewhere cannot send shoppers' addresses where it likes. On a secure page an insecure address is refused.
 */
export function allowedAddress(url: string, page: string, named: readonly string[]): string | undefined {
  const target = webAddress(url, page);
  const own = new URL(page);
  const secure = target?.protocol === 'https:' || own.protocol === 'http:';
  const known = target && (target.origin === own.origin || named.includes(target.origin));
  return secure && known && !target.username ? target.href : undefined;
}

/** An address on the web, or nothing: `javascript:` and its many spellings never pass. */
export function webAddress(url: string, page: string): URL | undefined {
  try {
    const target = new URL(url, page);
    return /^https?:$/.test(target.protocol) ? target : undefined;
  } catch {
    return undefined;
  }
}
