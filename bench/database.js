// The database of a run: made for it, filled, and dropped after it.
import pg from 'pg';

/** Its name must be free: the benchmark drops only what it made. */
const DEFAULT_URL = 'postgresql://postgres@127.0.0.1:5432/atrium_bench';

/**
 * Makes an empty database, hands its URL to `work`, and drops it when that is done.
 *
 * @template T
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase(work) {
  const url = process.env.BENCH_DATABASE_URL ?? DEFAULT_URL;
  const name = pg.escapeIdentifier(new URL(url).pathname.slice(1));
  await administer(url, `CREATE DATABASE ${name}`);
  try {
    return await work(url);
  } finally {
    await administer(url, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/**
 * Runs `work` with a connection of its own.
 *
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param {string} url @param {string} statement run beside the database, as it cannot be made or dropped from within */
function administer(url, statement) {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  return withClient(maintenance.href, (client) => client.query(statement));
}
