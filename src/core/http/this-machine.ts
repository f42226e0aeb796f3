import { BlockList, isIPv6 } from 'node:net';
import type { Request } from 'express';

/** Headers by which proxies report a request that they pass on. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** Names of this machine in `Host`, with a port or without. A page of a stranger can give its own name the address of this machine. */
const HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether a program of this machine sent the request to this process, directly and under a name of this machine. */
export function isFromThisMachine({ socket, headers }: Pick<Request, 'socket' | 'headers'>): boolean {
  const { remoteAddress = '' } = socket;
  return (
    remoteAddress !== '' &&
    loopback.check(remoteAddress, isIPv6(remoteAddress) ? 'ipv6' : 'ipv4') &&
    HOST.test(headers.host ?? '') &&
    !PROXY_HEADERS.some((name) => name in headers)
  );
}
