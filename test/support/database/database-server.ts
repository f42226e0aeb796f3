import pg from 'pg';
import { snapshotName } from '../../../src/core/prisma/snapshot.js';

/** The PostgreSQL server on which the tests run; unset, they run on the embedded database. */
export const SERVER = process.env.TEST_DATABASE_URL;

/** Names the migrated database that tests copy, from run to run. */
export const TEMPLATE_NAME = `atrium_template_${await snapshotName()}`;

/** Runs a statement on a connection of its own. @returns how many rows it gave or changed */
export async function administer(server: string, statement: string): Promise<number> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/** The URL of another database of the server. */
export function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
