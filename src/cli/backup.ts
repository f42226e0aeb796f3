import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { create } from 'tar';
import { EmbeddedDatabase } from '../core/prisma/embedded.js';
import { BACKED_UP, DUMP, dataDirOfEmbedded } from './data-dir.js';
import { CliError } from './exit.js';

/**
 * Writes the embedded database and the files of the data folder into one archive. The database is in it as SQL, which newer versions
 * of PGlite and PostgreSQL load; a copy of its folder would need the same version.
 *
 * @throws CliError, DirectoryLockedError while Atrium runs
 */
export async function backupCommand(file: string): Promise<void> {
  const dataDir = dataDirOfEmbedded('back up');
  const archive = resolve(file);
  refuse(!existsSync(join(dataDir, 'db')), `There is no embedded database in ${dataDir}.`);
  refuse(existsSync(archive), `${archive} exists. Choose another name.`);
  await mkdir(dirname(archive), { recursive: true });
  const workplace = await mkdtemp(join(dirname(archive), `${basename(archive)}.`));
  try {
    await writeFile(join(workplace, DUMP), await dump(join(dataDir, 'db')), { mode: 0o600 });
    await copyFiles(dataDir, workplace);
    const entries = [DUMP, ...BACKED_UP].filter((name) => existsSync(join(workplace, name)));
    const unfinished = join(workplace, 'archive');
    await create({ cwd: workplace, file: unfinished, gzip: true, mode: 0o600, portable: true }, entries);
    await rename(unfinished, archive);
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  process.stdout.write(`Wrote ${archive}\n`);
}

/** pg_dump of the version of the database. */
async function dump(directory: string): Promise<Uint8Array> {
  const database = new EmbeddedDatabase(directory);
  try {
    const { pgDump } = await import('@electric-sql/pglite-tools/pg_dump');
    const sql = await pgDump({ pg: await database.open(), args: ['--no-owner', '--no-privileges'] });
    return new Uint8Array(await sql.arrayBuffer());
  } finally {
    await database.close();
  }
}

async function copyFiles(from: string, to: string): Promise<void> {
  for (const name of BACKED_UP) {
    if (existsSync(join(from, name))) {
      await cp(join(from, name), join(to, name), { recursive: true });
    }
  }
}

function refuse(isRefused: boolean, message: string): void {
  if (isRefused) {
    throw new CliError(message);
  }
}
