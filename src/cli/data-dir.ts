import { resolve } from 'node:path';
import { loadVariables } from './environment.js';
import { CliError } from './exit.js';

/** The file of an archive with the SQL of the database. */
export const DUMP = 'database.sql';

/** What an archive has of a data folder besides the database. The secrets are there outside production only. */
export const BACKED_UP = ['files', 'secrets.json'] as const;

/**
 * The data folder, without the rest of the configuration: reading that would create secrets in the folder.
 *
 * @throws CliError when the database is not the embedded one
 */
export function dataDirOfEmbedded(purpose: string): string {
  const { DATABASE_URL, DATA_DIR } = loadVariables();
  if (DATABASE_URL) {
    throw new CliError(
      `DATABASE_URL is set. Use pg_dump and pg_restore to ${purpose} that database, and copy the folder or bucket of the files.`,
    );
  }
  return resolve(DATA_DIR === undefined || DATA_DIR === '' ? '.data' : DATA_DIR);
}
