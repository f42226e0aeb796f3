import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DirectoryLockedError, lockDirectory } from '../../src/core/prisma/directory-lock.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';

const TOOL = resolve('tools/race-for-lock.js');

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
  it('names the process that has it, and goes when that gives it back', async () => {
    const unlock = await lockDirectory(directory);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(parent)).toEqual(['db.pid']);
    await unlock();
    expect(existsSync(file)).toBe(false);
    await (
      await lockDirectory(directory)
    )();
  });

  it('is refused while another process lives that has it', async () => {
    writeFileSync(file, String(process.ppid));
    await expect(lockDirectory(directory)).rejects.toThrow(DirectoryLockedError);
    await expect(lockDirectory(directory)).rejects.toThrow(
      `The embedded database in ${directory} is in use by process ${process.ppid}. ` +
        'Stop that process, or choose another DATA_DIR.',
    );
    expect(readFileSync(file, 'utf8')).toBe(String(process.ppid));
  });

  it('is refused to this process when it has it already, also at the same moment', async () => {
    const [first, second] = await Promise.allSettled([lockDirectory(directory), lockDirectory(directory)]);
    expect(second).toMatchObject({ status: 'rejected', reason: { name: 'DirectoryLockedError' } });
    await expect(lockDirectory(directory)).rejects.toThrow(`is in use by process ${process.pid}`);
    expect(existsSync(file)).toBe(true);
    await (first.status === 'fulfilled' && first.value());
    await (
      await lockDirectory(directory)
    )();
  });

  it('is taken over from a process that is dead', async () => {
    const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(dead, 'exit');
    writeFileSync(file, String(dead.pid));
    const unlock = await lockDirectory(directory);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    await unlock();
  });

  it('is taken over from a predecessor with the same number, as in a container that was restarted', async () => {
    writeFileSync(file, String(process.pid));
    await (
      await lockDirectory(directory)
    )();
  });

  it.each(['', 'nonsense', '0', '-1', '1.5', '\0'])('is not taken over: %j', async (left) => {
    writeFileSync(file, left);
    const unlock = await lockDirectory(directory);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
    await unlock();
  });

  it('is one for each directory', async () => {
    const unlock = await lockDirectory(directory);
    await (
      await lockDirectory(`${directory}2`)
    )();
    expect(existsSync(file)).toBe(true);
    await unlock();
  });

  it('is taken although a process was killed while it tried', async () => {
    const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(dead, 'exit');
    writeFileSync(`${file}.${String(dead.pid)}.left`, '');
    const unlock = await lockDirectory(directory);
    expect(readdirSync(parent)).toEqual(['db.pid']);
    await unlock();
  });

  it('waits for a process that is trying, and is refused when that keeps trying', async () => {
    writeFileSync(`${file}.${String(process.ppid)}.trying`, '');
    await expect(lockDirectory(directory, 20)).rejects.toThrow(`is in use by process ${String(process.ppid)}`);
    expect(existsSync(file)).toBe(false);
  });

  it('is held by one of six processes that meet a stale lock at the same moment', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [TOOL, '--rounds', '50']);
    expect(stdout).toBe('50 rounds of 6 processes: 50 with one owner, 0 with several, 0 with none\n');
  }, 120_000);
});
