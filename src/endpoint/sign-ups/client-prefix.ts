import { isIPv6 } from 'node:net';

/** Groups of an IPv6 address that stand for one client: providers give each customer a network of 64 bits or more. */
const GROUPS = 4;

/** What stands for a client in limits: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function clientPrefix(address: string): string {
  const bare = address.replace(/%.*/, '');
  if (!isIPv6(bare)) return bare;
  // URL writes addresses in one way; `::` stands for as many groups of zero as are missing.
  const plain = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [head = '', tail = ''] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = plain.includes('::') ? tail.split(':').filter(Boolean) : [];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, GROUPS).join(':')}::/64`;
}
