/**
 * The address that a request comes from. What a client writes into `X-Forwarded-For` counts for nothing; only what a trusted
 * proxy has appended does, so the list is read from its end until one that is not a proxy of ours.
 *
 * @param socket address of the connection
 * @param header the value of `X-Forwarded-For`
 * @param proxies addresses of the proxies that are believed
 */
export function clientAddress(
  socket: string,
  header: string | undefined,
  proxies: readonly string[],
): string {
  const hops = [...(header ?? '').split(',').map((it) => plain(it.trim())), plain(socket)].filter(Boolean);
  for (let at = hops.length - 1; at > 0; at -= 1) {
    if (!proxies.includes(hops[at] ?? '')) return hops[at] ?? '';
  }
  return hops[0] ?? '';
}

/** IPv4 addresses that a dual-stack socket writes as IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
