import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { DirectoryLockedError, lockDirectory } from '../../src/core/prisma/directory-lock.js';

let parent: string;
let directory: string;
let file: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  directory = join(parent, 'db');
  file = `${directory}.pid`;
});

afterEach(() => {
  rmSync(parent, { recursive: true });
});

describe('The lock of a directory', () => {
  it('names the process that has it, and goes when that gives it back', () => {
    const unlock = lockDirectory(directory);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    unlock();
    expect(existsSync(file)).toBe(false);
    lockDirectory(directory)();
  });

  it('is refused while another process lives that has it', () => {
    writeFileSync(file, String(process.ppid));
    expect(() => lockDirectory(directory)).toThrow(DirectoryLockedError);
    expect(() => lockDirectory(directory)).toThrow(
      `The embedded database in ${directory} is in use by process ${process.ppid}. ` +
        'Stop that process, or choose another DATA_DIR.',
    );
    expect(readFileSync(file, 'utf8')).toBe(String(process.ppid));
  });

  it('is refused to this process when it has it already', () => {
    const unlock = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(`is in use by process ${process.pid}`);
    expect(existsSync(file)).toBe(true);
    unlock();
    lockDirectory(directory)();
  });

  it('is taken over from a process that is dead', async () => {
    const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(dead, 'exit');
    writeFileSync(file, String(dead.pid));
    const unlock = lockDirectory(directory);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    unlock();
  });

  it('is taken over from a predecessor with the same number, as in a container that was restarted', () => {
    writeFileSync(file, String(process.pid));
    lockDirectory(directory)();
  });

  it.each(['', 'nonsense', '0', '-1', '1.5', '\0'])('is taken over from nobody: %j', (left) => {
    writeFileSync(file, left);
    const unlock = lockDirectory(directory);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    unlock();
  });

  it('is one for each directory', () => {
    const unlock = lockDirectory(directory);
    lockDirectory(`${directory}2`)();
    expect(existsSync(file)).toBe(true);
    unlock();
  });
});
