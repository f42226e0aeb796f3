import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

register('./typescript.js', import.meta.url);

const SERVER = process.env.TEST_DATABASE_URL;

/**
 * Before a run: gives it a name, which all that its processes leave outside the project begins with. The first run after a
 * migration has changed makes the databases that tests copy. No worker makes them, so that none waits for what another does.
 */
export default async function begin() {
  // Process ids come again, in containers at once; what a run that was killed has left must not be taken for this one's.
  process.env.ATRIUM_TEST_RUN = `${process.pid}_${Date.now().toString(36)}`;
  const { snapshotName, SNAPSHOTS_DIRECTORY } = await import('../../src/core/prisma/snapshot.ts');
  const name = await snapshotName();
  if (!existsSync(join(SNAPSHOTS_DIRECTORY, name)) || (SERVER && !(await isOnServer(`atrium_template_${name}`)))) {
    makeTemplates();
  }
}

async function isOnServer(database) {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

/** In a process of its own: Jest's would keep in memory what it takes. */
function makeTemplates() {
  const maker = fileURLToPath(new URL('template.js', import.meta.url));
  const { status } = spawnSync(process.execPath, [maker], { stdio: 'inherit' });
  if (status !== 0) {
    throw new Error('The database that tests copy could not be made');
  }
}
