import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Another living process has the directory open. */
export class DirectoryLockedError extends Error {
  override readonly name = 'DirectoryLockedError';

  constructor(directory: string, pid: number) {
    super(
      `The embedded database in ${directory} is in use by process ${pid}. Stop that process, or choose another DATA_DIR.`,
    );
  }
}

/** How often a process tries to be the only one that tries by default, and milliseconds between two tries at most. */
const MOST_TRIES = 200;
const LONGEST_PAUSE_MS = 50;

/** What this process has open. Its own pid in a lock file would not show it, see below. */
const held = new Set<string>();

/**
 * Locks a directory for this process: two PGlite instances on the same files would destroy them. A lock left by a process
 * that was killed is taken over.
 *
 * @param tries how often it is tried to be the only process that tries
 * @returns a function that unlocks the directory
 * @throws DirectoryLockedError when a living process has locked it, this one included
 */
export async function lockDirectory(directory: string, tries = MOST_TRIES): Promise<() => Promise<void>> {
  if (held.has(directory)) {
    throw new DirectoryLockedError(directory, process.pid);
  }
  held.add(directory);
  try {
    await takeTurn(directory, tries, () => takeLock(directory));
  } catch (error) {
    held.delete(directory);
    throw error;
  }
  return async () => {
    await rm(lockOf(directory), { force: true });
    held.delete(directory);
  };
}

const lockOf = (directory: string): string => `${directory}.pid`;

/** Alone among all processes: a look at a lock and what follows from it are several steps. */
async function takeLock(directory: string): Promise<void> {
  const file = lockOf(directory);
  const owner = Number(await readFile(file, 'utf8').catch(() => ''));
  if (isAlive(owner)) {
    throw new DirectoryLockedError(directory, owner);
  }
  await rm(file, { force: true });
  await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 });
}

/**
 * Runs `work` while no other process does. Each raises a flag, a file of its own, before it looks for the flags of others: of
 * two that look at the same time, at least one sees the other and tries later (Dekker’s algorithm). A flag that a killed process
 * left is removed; its name is never used again, so nothing else can be removed in its place.
 *
 * @throws DirectoryLockedError when others keep trying for too long
 */
async function takeTurn(directory: string, mostTries: number, work: () => Promise<void>): Promise<void> {
  // The name has the owner: a content would not be there from the first moment on.
  const flag = `${lockOf(directory)}.${process.pid.toString()}.${randomUUID()}`;
  for (let tries = 1; ; tries++) {
    await writeFile(flag, '', { flag: 'wx', mode: 0o600 });
    try {
      const other = await otherTrying(directory, flag);
      if (other === undefined) {
        await work();
        return;
      }
      if (tries === mostTries) {
        throw new DirectoryLockedError(directory, other);
      }
    } finally {
      await rm(flag, { force: true });
    }
    await setTimeout(Math.random() * LONGEST_PAUSE_MS);
  }
}

/** @returns the pid of a living process whose flag is raised beside the named one */
async function otherTrying(directory: string, own: string): Promise<number | undefined> {
  const beginning = `${basename(lockOf(directory))}.`;
  for (const name of await readdir(dirname(directory))) {
    const flag = join(dirname(directory), name);
    if (!name.startsWith(beginning) || flag === own) {
      continue;
    }
    const pid = Number(name.slice(beginning.length).split('.', 1)[0]);
    if (isAlive(pid)) {
      return pid;
    }
    await rm(flag, { force: true });
  }
  return undefined;
}

/**
 * A restarted container often has the pid of its killed predecessor: the own pid is one of a process that has ended.
 */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
