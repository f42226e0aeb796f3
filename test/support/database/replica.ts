import { SERVER } from './database-server.js';
import { EmbeddedServer } from './embedded-server.js';
import { createEmbedded, createOnServer } from './template.js';

/** A database that other processes can reach. */
interface ServedDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** Two migrated databases. Nothing is copied from the primary, so the replica is as stale as a replica can be. */
export interface StaleReplica {
  /** For the app's environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly replicaUrl: string;
  remove(): Promise<void>;
}

/** Makes a primary and a replica, of two databases of the server or of two embedded ones. */
export async function createStaleReplica(): Promise<StaleReplica> {
  const [primary, replica] = await Promise.all([createServed(), createServed()]);
  return {
    variables: { DATABASE_URL: primary.url, ...(SERVER ? {} : { DATABASE_POOL_SIZE: '1' }) },
    replicaUrl: replica.url,
    remove: async () => {
      await Promise.all([primary.remove(), replica.remove()]);
    },
  };
}

async function createServed(): Promise<ServedDatabase> {
  if (SERVER) {
    const database = await createOnServer(SERVER);
    return { url: database.variables.DATABASE_URL ?? '', remove: () => database.remove() };
  }
  const database = await createEmbedded();
  const server = await EmbeddedServer.start(`${database.dataDir}/db`);
  return {
    url: server.url,
    remove: async () => {
      await server.stop();
      await database.remove();
    },
  };
}
