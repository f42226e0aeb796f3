import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { ConfigError } from './core/config/config.js';

/** The place to listen on. */
interface Place {
  readonly port: number;
  /** Undefined: all addresses. */
  readonly host: string | undefined;
}

/** Causes for which the operator must change a variable. */
const CAUSES: Readonly<Record<string, (place: Place) => string>> = {
  EADDRINUSE: ({ port }) => `PORT ${port.toString()} is in use by another process`,
  EACCES: ({ port }) => `PORT ${port.toString()} is not allowed for this user`,
  EADDRNOTAVAIL: ({ host }) => `HOST ${host ?? ''} is not an address of this machine`,
  ENOTFOUND: ({ host }) => `HOST ${host ?? ''} is not an address of this machine`,
};

/** Lets the server listen. @throws ConfigError when the port or the address cannot be used */
export async function listen(server: Server, place: Place): Promise<void> {
  try {
    await once(server.listen(place), 'listening');
  } catch (error) {
    const cause = CAUSES[(error as NodeJS.ErrnoException).code ?? ''];
    throw cause ? new ConfigError([cause(place)]) : error;
  }
}

/** A port that no process uses now. It is known before the application is built, because links contain it. */
export async function freePort(host: string | undefined): Promise<number> {
  const server = createServer();
  await listen(server, { port: 0, host });
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
