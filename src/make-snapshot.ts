import { makeSnapshot } from './core/prisma/make-snapshot.js';
import { reason } from './core/prisma/prepare-database.js';

// A step of the build: a first start copies the database that is made here.
makeSnapshot().catch((error: unknown) => {
  process.stderr.write(`The snapshot cannot be made: ${reason(error)}\n`);
  process.exitCode = 1;
});
