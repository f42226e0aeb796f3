import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uploads } from '../../src/core/files/uploads.js';

const HOUR = 3600;

describe('Files of uploads that a killed process left', () => {
  let folder: string;
  const given = process.env.TMPDIR;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atrium-test-'));
    process.env.TMPDIR = folder;
  });

  afterEach(() => {
    if (given === undefined) {
      delete process.env.TMPDIR;
    } else {
      process.env.TMPDIR = given;
    }
    rmSync(folder, { recursive: true });
  });

  function place(name: string, hoursOld: number): void {
    const seconds = Date.now() / 1000 - hoursOld * HOUR;
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), seconds, seconds);
  }

  it('are removed at the start after an hour, and no others', async () => {
    place('atrium-upload-old', 2);
    place('atrium-upload-new', 0.5);
    place('other', 2);
    await new Uploads().onModuleInit();
    expect(readdirSync(folder).sort()).toEqual(['atrium-upload-new', 'other']);
  });

  it('do not keep an application from starting where the folder cannot be read', async () => {
    process.env.TMPDIR = join(folder, 'none');
    await expect(new Uploads().onModuleInit()).resolves.toBeUndefined();
    process.env.TMPDIR = folder;
  });
});
