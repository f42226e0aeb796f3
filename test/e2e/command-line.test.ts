import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { type Ended, runAtrium } from '../support/app/command-line.js';
import { ShippedApp } from '../support/app/shipped-app.js';
import { EmbeddedServer } from '../support/database/embedded-server.js';
import { createEmbedded } from '../support/database/template.js';
import { freePort } from '../support/network/free-port.js';

const COMMANDS = ['start', 'create-admin', 'migrate', 'rotate-keys', 'check', 'backup', 'restore'];
const ADMIN = ['create-admin', '--email', 'admin@example.com', '--organization', 'Acme Inc.'];

const key = (): string => randomBytes(32).toString('base64');
const [OLD_KEY, NEW_KEY] = [key(), key()];

let folder: string;
let dataDir: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  dataDir = join(folder, 'data');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs it as in production, on the embedded database of the file. */
const run = (words: readonly string[], variables: Record<string, string> = {}): Promise<Ended> =>
  runAtrium(folder, words, {
    NODE_ENV: 'production',
    PUBLIC_URL: 'http://localhost',
    DATA_DIR: dataDir,
    JWT_SECRET: OLD_KEY,
    ENCRYPTION_KEY: OLD_KEY,
    ...variables,
  });

const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('The command line', () => {
  it('lists its commands and exit codes', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) {
      expect(stdout).toContain(`\n  ${command} `);
    }
    expect(stdout).toContain('Exit codes:');
  });

  it.each(COMMANDS)('explains the command %s', async (command) => {
    const { code, stdout } = await run([command, '--help']);
    expect({ code, usage: lines(stdout)[0] }).toMatchObject({ code: 0, usage: expect.stringContaining(command) });
  });

  it.each([
    [['unknown'], 'unknown command'],
    [['migrate', '--unknown'], 'unknown option'],
    [['create-admin', '--email', 'a@example.com'], '--organization'],
    [['create-admin', '--email', 'a@example.com', '--organization', 'A', '--slug', ''], '--slug'],
    [['backup'], 'missing required argument'],
  ])('refuses %j with exit code 2', async (words, reason) => {
    const { code, stderr } = await run(words);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(reason) });
  });

  it('refuses a weak secret with the name of the variable', async () => {
    const { code, stderr } = await run(['migrate'], { ENCRYPTION_KEY: Buffer.alloc(32).toString('base64') });
    expect({ code, last: lines(stderr).at(-1) }).toEqual({ code: 1, last: expect.stringContaining('ENCRYPTION_KEY') });
  });
});

describe('The commands, on an empty production database', () => {
  it('create-admin prints a link, once', async () => {
    const { code, stdout } = await run(ADMIN);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/acme-inc[^]*http:\/\/localhost\/console\/reset-password\?token=\S{43}\n$/),
    });
    const again = await run(ADMIN);
    expect(again).toEqual({ code: 1, stdout: '', stderr: 'The e-mail address is taken (email_taken)\n' });
  });

  it('start is refused with another key, in one line', async () => {
    const { code, stderr } = await run(['start'], { ENCRYPTION_KEY: NEW_KEY, PORT: String(await freePort()) });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^ENCRYPTION_KEY [^\n]+\n$/) });
  });

  it('migrate --status lists the migrations', async () => {
    const { code, stdout } = await run(['migrate', '--status']);
    expect(code).toBe(0);
    expect(lines(stdout).every((line) => line.startsWith('applied  '))).toBe(true);
  });

  it('rotate-keys goes over to the first key, and its check shows that', async () => {
    await run(ADMIN.with(2, 'other@example.com'), { MAIL_URL: 'smtp://localhost:1' });
    const both = { ENCRYPTION_KEY: `${NEW_KEY},${OLD_KEY}` };
    const before = await run(['rotate-keys', '--check'], both);
    expect(before).toMatchObject({ code: 1, stderr: expect.stringContaining('Job.payloadSealed') });
    expect(await run(['rotate-keys'], both)).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['rotate-keys', '--check'], { ENCRYPTION_KEY: NEW_KEY })).toMatchObject({ code: 0 });
  });

  it('check has a line for each part, and fails for one that cannot be reached', async () => {
    const fine = await run(['check'], { ENCRYPTION_KEY: NEW_KEY });
    const names = ['configuration', 'database', 'replica', 'redis', 'mail', 'storage', 'dns'];
    expect(lines(fine.stdout).map((line) => line.split(' ')[0])).toEqual(names);
    expect(fine).toMatchObject({ code: 0, stderr: '' });
    const nowhere = `127.0.0.1:${String(await freePort())}`;
    const { code, stdout } = await run(['check'], {
      ENCRYPTION_KEY: NEW_KEY,
      PUBLIC_URL: 'https://atrium.invalid',
      DATABASE_URL: `postgresql://postgres@${nowhere}/atrium`,
      DATABASE_REPLICA_URL: `postgresql://postgres@${nowhere}/atrium`,
      REDIS_URL: `redis://${nowhere}`,
      MAIL_URL: `smtp://${nowhere}`,
      STORAGE_URL: `s3://key-of-store:secret@bucket?endpoint=http://${nowhere}&region=eu&forcePathStyle=true`,
    });
    const failed = lines(stdout).filter((line) => line.includes(' FAILED '));
    expect(failed.map((line) => line.split(' ')[0])).toEqual(names.slice(1));
    expect(code).toBe(1);
  });
});

describe('Migrations', () => {
  it('go past the pooler, to DATABASE_DIRECT_URL', async () => {
    const database = await createEmbedded();
    const server = await EmbeddedServer.start(join(database.dataDir, 'db'));
    const pooler = `postgresql://postgres@127.0.0.1:${String(await freePort())}/atrium`;
    expect(await run(['migrate'], { DATABASE_URL: pooler })).toMatchObject({ code: 1 });
    expect(await run(['migrate'], { DATABASE_URL: pooler, DATABASE_DIRECT_URL: server.url })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('nothing to apply'),
    });
    await server.stop();
    await database.remove();
  });
});

describe('A backup', () => {
  const archive = (): string => join(folder, 'backup', 'atrium.tar.gz');
  const restoredDir = (): string => join(folder, 'restored');

  it('is refused while the application runs', async () => {
    const app = await ShippedApp.launch(mkdirOf('running'), { DEMO: 'false' });
    await app.ready();
    const { code, stderr } = await run(['backup', archive()], { DATA_DIR: join(folder, 'running') });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('is in use by process') });
    expect(existsSync(archive())).toBe(false);
    await app.stop();
  });

  it('becomes the same database and files in an empty folder', async () => {
    mkdirSync(join(dataDir, 'files', 'avatars'), { recursive: true });
    writeFileSync(join(dataDir, 'files', 'avatars', 'a.webp'), 'picture');
    expect(await run(['backup', archive()])).toMatchObject({ code: 0, stderr: '' });
    const restored = { DATA_DIR: restoredDir(), ENCRYPTION_KEY: NEW_KEY };
    expect(await run(['restore', archive()], restored)).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(restoredDir()).sort()).toEqual(['db', 'files']);
    expect(readFileSync(join(restoredDir(), 'files', 'avatars', 'a.webp'), 'utf8')).toBe('picture');
    expect(await run(['migrate'], restored)).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing to') });
    expect(await run(ADMIN, restored)).toMatchObject({ code: 1, stderr: expect.stringContaining('email_taken') });
  });

  it('replaces no file', async () => {
    const { code, stderr } = await run(['backup', archive()]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('exists') });
    expect(readdirSync(join(folder, 'backup'))).toEqual(['atrium.tar.gz']);
  });

  it('is not restored into a folder that is not empty, and another file is refused', async () => {
    const { code, stderr } = await run(['restore', archive()], { DATA_DIR: restoredDir() });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('DATA_DIR is not empty') });
    const other = join(folder, 'other.tar.gz');
    writeFileSync(other, 'other');
    const elsewhere = { DATA_DIR: join(folder, 'elsewhere') };
    expect(await run(['restore', other], elsewhere)).toMatchObject({ code: 1 });
    expect(readdirSync(folder).filter((name) => name.startsWith('elsewhere'))).toEqual([]);
  });

  it('of a database server is refused', async () => {
    const server = { DATABASE_URL: 'postgresql://localhost/atrium' };
    expect(await run(['backup', join(folder, 'none')], server)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('pg_dump'),
    });
  });

  function mkdirOf(name: string): string {
    mkdirSync(join(folder, name));
    return join(folder, name);
  }
});
