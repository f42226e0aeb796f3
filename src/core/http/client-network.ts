import { isIPv6 } from 'node:net';

/** Hextets of an IPv6 address that name the network: a provider gives each customer at least a /64 (RFC 6177, section 2). */
const NETWORK_HEXTETS = 4;

/**
 * The network that a client's limits count for: the address itself for IPv4, the /64 for IPv6, where one client has as many
 * addresses as it wants.
 *
 * @example clientNetwork('2001:db8:0:1::7') === '2001:db8:0:1::/64'
 */
export function clientNetwork(address: string): string {
  const [plain = ''] = address.split('%', 1);
  return isIPv6(plain) ? `${networkOf(plain)}::/64` : address;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  // A dotted tail takes the place of two hextets.
  const length = before.length + after.length + (address.includes('.') ? 1 : 0);
  const zeros = tail === undefined ? [] : Array<string>(8 - length).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, NETWORK_HEXTETS)
    .map((hextet) => Number.parseInt(hextet, 16).toString(16))
    .join(':');
}
