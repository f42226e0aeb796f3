import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Creates the folder if it does not exist, and writes a file into it for a test.
 *
 * @throws the error of the file system
 */
export function requireWritable(directory: string): void {
  makeDirectory(directory);
  const file = join(directory, `.write-test-${process.pid.toString()}`);
  writeFileSync(file, '', { mode: 0o600 });
  rmSync(file);
}

/** Not with the option `recursive`: in `/proc`, Node 20 would try for an unlimited time. */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) {
    return;
  }
  makeDirectory(dirname(directory));
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    // Another process that starts may have created it.
    if (!existsSync(directory)) {
      throw error;
    }
  }
}
