import { BlockList, isIP, isIPv6 } from 'node:net';

const BLOCKED = new BlockList();
// What IANA's registries call special: this host, private, shared, loopback, link-local, for documents, multicast, reserved.
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]) {
  const [net = '', bits] = range.split('/');
  BLOCKED.addSubnet(net, Number(bits), 'ipv4');
}
// Of IPv6 only 2000::/3 is public; in it these lead to IPv4 addresses, or nowhere.
const PUBLIC6 = new BlockList();
PUBLIC6.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  BLOCKED.addSubnet(net, bits, 'ipv6');
}

/** Whether an address is none of the public internet, so that a request to it may reach what only this machine can. */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) === 0) return true;
  if (!isIPv6(address)) return BLOCKED.check(address, 'ipv4');
  return !PUBLIC6.check(address, 'ipv6') || BLOCKED.check(address, 'ipv6');
}
