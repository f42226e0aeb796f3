import { isIP } from 'node:net';
import type { Request } from 'express';
import parseForwarded from 'forwarded-parse';
import proxyAddr from 'proxy-addr';

/** Reads the address of the client that sent a request. */
export type ClientAddress = (request: Pick<Request, 'socket' | 'headers'>) => string;

/** The address in a node of `Forwarded` (RFC 7239, section 6) or in an item of `X-Forwarded-For`: brackets and a port are optional. */
const NODE = /^(?:\[(?<bracketed>[^[\]]+)\]|(?<plain>[^[\]:]+))(?::[\w.-]+)?$|^(?<bare>[^[\]]+)$/;

/** An IPv4 address inside IPv6 (RFC 4291, section 2.5.5.2). */
const MAPPED_IPV4 = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/**
 * Makes the reader of client addresses. `X-Forwarded-For` and `Forwarded` count as far as trusted proxies wrote them. A report
 * that is no address ends the chain: the client is then the proxy that wrote the report. If both headers are there and name
 * different clients, one of them came from the client, and the client is the proxy that sent the request. A header that names no
 * client, such as `Forwarded: by=10.0.0.1;proto=https`, does not count beside the other.
 *
 * @param trustedProxies addresses and CIDR ranges
 */
export function clientAddressBehind(trustedProxies: readonly string[]): ClientAddress {
  const trusts = proxyAddr.compile([...trustedProxies]);
  return ({ socket, headers }) => {
    const sender = plainAddress(socket.remoteAddress ?? '') ?? '';
    if (!trusts(sender, 0)) {
      return sender;
    }
    const [first = sender, ...others] = reportsOf(headers).map((report) => clientOf(sender, report, trusts));
    return others.every((other) => other === first) ? first : sender;
  };
}

/**
 * The canonical form of an address (RFC 5952), without brackets, port and zone; IPv4 where IPv6 only maps it.
 * Undefined for everything else, as for `unknown` and `_hidden`.
 *
 * @example plainAddress('[2001:DB8::0:1]:443') === '2001:db8::1'
 */
function plainAddress(node: string): string | undefined {
  const { bracketed, plain, bare } = NODE.exec(node.trim())?.groups ?? {};
  const [address = ''] = (bracketed ?? plain ?? bare ?? '').split('%', 1);
  const allowed = bracketed === undefined ? isIP(address) > 0 : isIP(address) === 6;
  return allowed ? canonical(address) : undefined;
}

/** The WHATWG URL parser writes IPv6 addresses as RFC 5952 does, except that it leaves mapped IPv4 addresses in hextets. */
function canonical(address: string): string {
  if (isIP(address) === 4) {
    return address;
  }
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [, high, low] = MAPPED_IPV4.exec(plain) ?? [];
  return high && low ? new URL(`http://0x${high}${low.padStart(4, '0')}`).hostname : plain;
}

/** The addresses that each header reports, from the client to the last proxy. */
function reportsOf(headers: Request['headers']): string[][] {
  const { forwarded } = headers;
  const reports = [listed(String(headers['x-forwarded-for'] ?? '')), forwarded === undefined ? [] : parsed(forwarded)];
  return reports.filter(({ length }) => length > 0);
}

/** Some proxies quote each item, as they would in `Forwarded`. */
function listed(list: string): string[] {
  const items = list.split(',').map((item) => item.trim());
  return items.filter(Boolean).map((item) => item.replace(/^"(.*)"$/, '$1'));
}

/** A header that cannot be parsed reports one node that is no address. A header without any node reports nothing. */
function parsed(header: string): string[] {
  if (hasRepeatedNode(header)) {
    return [''];
  }
  try {
    const nodes = parseForwarded(header).map((element) => element.for);
    return nodes.some((node) => node !== undefined) ? nodes.map((node) => node ?? '') : [];
  } catch {
    return [''];
  }
}

/** A quoted string. One that does not end goes on to the end of the header, so that the text is read once. */
const QUOTED = /"(?:[^"\\]|\\.)*(?:"|\\?$)/g;

/** Whether an element names several clients, of which the parser would return the last one. RFC 7239, section 4, allows one. */
function hasRepeatedNode(header: string): boolean {
  const elements = header.replace(QUOTED, '').split(',');
  return elements.some((element) => element.split(';').filter((pair) => /^\s*for\s*=/i.test(pair)).length > 1);
}

/** The address furthest from this server that a trusted proxy reported. */
function clientOf(
  sender: string,
  report: readonly string[],
  trusts: (address: string, hop: number) => boolean,
): string {
  let client = sender;
  for (const [hop, node] of [...report].reverse().entries()) {
    const address = plainAddress(node);
    if (address === undefined) {
      return client;
    }
    client = address;
    if (!trusts(address, hop + 1)) {
      return client;
    }
  }
  return client;
}
