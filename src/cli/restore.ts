import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { extract } from 'tar';
import { EmbeddedDatabase } from '../core/prisma/embedded.js';
import { reason } from '../core/prisma/prepare-database.js';
import { dataDirOfEmbedded, DUMP } from './data-dir.js';
import { CliError } from './exit.js';

/**
 * Makes a data folder of an archive that {@link backupCommand} wrote. It is made beside its place and moved there, so a process that is
 * killed leaves no incomplete one.
 *
 * @throws CliError when the data folder is not empty, or the file is no such archive
 */
export async function restoreCommand(file: string): Promise<void> {
  const dataDir = dataDirOfEmbedded('restore');
  const archive = resolve(file);
  if (!existsSync(archive)) {
    throw new CliError(`There is no file ${archive}.`);
  }
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0) {
    throw new CliError(`DATA_DIR is not empty: ${dataDir}. Choose another folder.`);
  }
  await mkdir(dirname(dataDir), { recursive: true });
  const workplace = await mkdtemp(join(dirname(dataDir), `${basename(dataDir)}.`));
  try {
    await unpack(archive, workplace);
    await load(join(workplace, DUMP), join(workplace, 'db'));
    await rm(join(workplace, DUMP));
    if (existsSync(dataDir)) {
      await rmdir(dataDir);
    }
    await rename(workplace, dataDir);
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  process.stdout.write(`Restored ${dataDir}\n`);
}

async function unpack(archive: string, directory: string): Promise<void> {
  try {
    await extract({ file: archive, cwd: directory, strict: true });
  } catch (error) {
    throw new CliError(`${archive} is not a backup: ${reason(error)}`);
  }
  if (!existsSync(join(directory, DUMP))) {
    throw new CliError(`${archive} is not a backup: it has no ${DUMP}`);
  }
}

async function load(dump: string, directory: string): Promise<void> {
  const database = new EmbeddedDatabase(directory);
  try {
    const pglite = await database.open();
    await pglite.exec(await readFile(dump, 'utf8'));
  } finally {
    await database.close();
  }
}
