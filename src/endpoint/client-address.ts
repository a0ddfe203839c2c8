import { BlockList, isIP } from 'node:net';

/**
 * The address that a request comes from. What a client writes into `X-Forwarded-For` counts for nothing; only what a trusted
 * proxy has appended does, so the list is read from its end until one that is not a proxy of ours.
 *
 * @param socket address of the connection
 * @param header the value of `X-Forwarded-For`
 * @param proxies addresses, or networks such as `10.0.0.0/8`, of the proxies that are believed
 */
export function clientAddress(
  socket: string,
  header: string | undefined,
  proxies: readonly string[],
): string {
  const hops = [...(header ?? '').split(',').map(plain), plain(socket)];
  let client = hops.pop() ?? '';
  // One that is no address was not appended by a proxy that can be believed.
  for (let hop = hops.pop(); hop !== undefined && isIP(hop) && isListed(client, proxies); hop = hops.pop()) {
    client = hop;
  }
  return client;
}

/**
 * What one customer of a provider has: an IPv4 address, or the first 64 bits of an IPv6 address, within which anybody can take
 * a new one for each request. To count by.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const parts = (text = ''): string[] => text.split(':').filter(Boolean);
  const [first, last] = [parts(head), parts(tail)];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const all = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return `${all
    .slice(0, 4)
    .map((it) => it.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Without a port, without brackets, and IPv4 as such where a dual-stack socket writes it as IPv6. */
function plain(text: string): string {
  const address = text
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

const lists = new WeakMap<readonly string[], BlockList>();

function isListed(address: string, proxies: readonly string[]): boolean {
  const version = isIP(address);
  if (version === 0 || proxies.length === 0) return false;
  let list = lists.get(proxies);
  if (!list) lists.set(proxies, (list = listOf(proxies)));
  return list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of proxies) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Whether a text is an address or a network. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32));
}
