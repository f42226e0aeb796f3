import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Another living process has the directory open. */
export class DirectoryLockedError extends Error {
  override readonly name = 'DirectoryLockedError';

  constructor(directory: string, pid: number) {
    super(
      `The embedded database in ${directory} is in use by process ${pid}. Stop that process, or choose another DATA_DIR.`,
    );
  }
}

/** What this process has open. Its own pid in a lock file would not tell, see below. */
const held = new Set<string>();

/**
 * Claims a directory for this process: two PGlite instances on the same files would destroy them. A lock left by a
 * process that was killed is taken over.
 *
 * @returns a function that gives the directory back
 * @throws DirectoryLockedError when a living process has it, this one included
 */
export function lockDirectory(directory: string): () => void {
  if (held.has(directory)) {
    throw new DirectoryLockedError(directory, process.pid);
  }
  const file = `${directory}.pid`;
  const claim = (): void => {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
  };
  try {
    claim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
    refuseIfAlive(directory, Number(readFileSync(file, 'utf8')));
    rmSync(file, { force: true });
    claim();
  }
  held.add(directory);
  return () => {
    held.delete(directory);
    rmSync(file, { force: true });
  };
}

function refuseIfAlive(directory: string, pid: number): void {
  // A restarted container often gets the pid of its killed predecessor: one's own pid is a stale lock.
  if (Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid)) {
    throw new DirectoryLockedError(directory, pid);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
