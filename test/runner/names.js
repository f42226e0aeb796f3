import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What this run is called. */
export const RUN = process.env.ATRIUM_TEST_RUN ?? '';

/** How the folders begin that this run makes outside the project. */
export const DIRECTORY_PREFIX = `atrium-test-${RUN}-`;

/** How the databases begin that this run makes. */
export const DATABASE_PREFIX = `atrium_test_${RUN}_`;

/** Names the migrated database that tests copy, from run to run. */
export const TEMPLATE_NAME = `atrium_template_${fingerprint('prisma/migrations')}`;

/** Where it is, of the embedded database. */
export const TEMPLATE_DIRECTORY = join('node_modules/.cache/atrium', TEMPLATE_NAME);

/** Where there is memory for files: on a disk, copying a database and removing it takes longer than most tests. */
export const SHARED_MEMORY = '/dev/shm';

/** Where it makes folders. */
export const PLACES = [SHARED_MEMORY, tmpdir()].filter((place) => existsSync(place));

/** Changes when a migration does, so that an old template is never used. */
function fingerprint(migrations) {
  const hash = createHash('sha256');
  for (const entry of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort()) {
    if (entry.endsWith('.sql')) {
      hash.update(entry).update(readFileSync(join(migrations, entry)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
