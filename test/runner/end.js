import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DATABASE_PREFIX, DIRECTORY_PREFIX, PLACES } from './names.js';

/** After a run: takes away what processes left that were ended in the middle. */
export default async function end() {
  for (const place of PLACES) {
    for (const name of readdirSync(place)) {
      if (name.startsWith(DIRECTORY_PREFIX)) {
        rmSync(join(place, name), { recursive: true, force: true });
      }
    }
  }
  if (process.env.TEST_DATABASE_URL) {
    await dropDatabases(process.env.TEST_DATABASE_URL);
  }
}

async function dropDatabases(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      DATABASE_PREFIX,
    ]);
    for (const { datname } of rows) {
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}
