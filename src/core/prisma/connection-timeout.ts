import { Socket } from 'node:net';
import type { Pool, PoolClient } from 'pg';

/**
 * Ends every connection that is in use and has been silent for so long. A network that drops packets, or a server that
 * hangs, closes no connection: a request that waits for an answer on it would never end.
 *
 * `query_timeout` of the driver would give the connection back to go on with, and a late answer to the next query.
 *
 * @param milliseconds longer than a statement may take
 */
export function endUnresponsiveConnections(pool: Pool, milliseconds: number): void {
  pool.on('connect', (client) => {
    const socket = socketOf(client);
    const seconds = (milliseconds / 1000).toString();
    socket?.on('timeout', () => {
      const error = new Error(`The database has said nothing for ${seconds} s`);
      socket.destroy(Object.assign(error, { code: 'ETIMEDOUT' }));
    });
  });
  pool.on('acquire', (client) => socketOf(client)?.setTimeout(milliseconds));
  pool.on('release', (_, client) => socketOf(client)?.setTimeout(0));
}

/** Lets statements on this connection take as long as they take, until it is given back. */
export function allowLongStatements(client: PoolClient): void {
  socketOf(client)?.setTimeout(0);
}

/** The embedded database has none. */
function socketOf({ connection: { stream } }: PoolClient): Socket | undefined {
  return stream instanceof Socket ? stream : undefined;
}
