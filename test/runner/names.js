import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** What this run is called. */
export const RUN = process.env.ATRIUM_TEST_RUN ?? '';

/** How the folders begin that this run makes outside the project. */
export const DIRECTORY_PREFIX = `atrium-test-${RUN}-`;

/** How the databases begin that this run makes. */
export const DATABASE_PREFIX = `atrium_test_${RUN}_`;

/** Where there is memory for files: on a disk, copying a database and removing it takes longer than most tests. */
export const SHARED_MEMORY = '/dev/shm';

/** Where it makes folders. */
export const PLACES = [SHARED_MEMORY, tmpdir()].filter((place) => existsSync(place));
