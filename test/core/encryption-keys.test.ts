import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { type Config, readConfig } from '../../src/core/config/config.js';
import { Encryption } from '../../src/core/crypto/encryption.js';
import { EncryptionKeyError, EncryptionKeys } from '../../src/core/crypto/encryption-keys.js';
import { KeyRotation } from '../../src/core/crypto/key-rotation.js';
import { SealedColumns } from '../../src/core/crypto/sealed-columns.js';
import { newId } from '../../src/core/ids/ids.js';
import { Database } from '../../src/core/prisma/database.js';
import { PrismaService } from '../../src/core/prisma/prisma.service.js';
import { createTestDatabase, type TestDatabase } from '../support/database/template.js';

const [OLD, NEW, LOST] = [key(), key(), key()];

let testDatabase: TestDatabase;
let database: Database;
let prisma: PrismaService;
let columns: SealedColumns;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = new Database(readConfig({ NODE_ENV: 'test', ...testDatabase.variables }));
  prisma = new PrismaService(database);
  columns = new SealedColumns();
  columns.register({ table: 'Job', id: 'id', column: 'payloadSealed', purposeFrom: 'kind', purposeOf });
});

beforeEach(async () => {
  await prisma.db.encryptionKey.deleteMany();
  await prisma.db.job.deleteMany();
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await testDatabase.remove();
});

function key(): string {
  return randomBytes(32).toString('base64');
}

function purposeOf(kind: string): string {
  return `job:${kind}`;
}

const encryptionWith = (...encryptionKeys: string[]): Encryption =>
  new Encryption({ secrets: { encryptionKeys } } as unknown as Config);
const keysOf = (...keys: string[]): EncryptionKeys => new EncryptionKeys(prisma, encryptionWith(...keys), columns);
const rotationTo = (...keys: string[]): KeyRotation =>
  new KeyRotation(prisma, encryptionWith(...keys), keysOf(...keys), columns);

/** Writes jobs whose payload is their number, sealed with the key. */
async function seal(count: number, by: string): Promise<void> {
  const encryption = encryptionWith(by);
  const data = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    kind: 'work',
    payloadSealed: encryption.seal(String(index), purposeOf('work')),
  }));
  await prisma.db.job.createMany({ data });
}

/** The payloads that the key opens, in their order. */
async function opened(by: string): Promise<number[]> {
  const encryption = encryptionWith(by);
  const jobs = await prisma.db.job.findMany({ where: { payloadSealed: { not: null } } });
  return jobs
    .map(({ payloadSealed }) => Number(encryption.open(payloadSealed ?? new Uint8Array(), purposeOf('work'))))
    .sort((a, b) => a - b);
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('A start', () => {
  it('is refused without the key of an earlier start, in one line that names the variable', async () => {
    await keysOf(OLD).verify();
    await keysOf(OLD).verify();
    const refused = keysOf(LOST).verify();
    await expect(refused).rejects.toThrow(EncryptionKeyError);
    await expect(refused).rejects.toThrow(/^ENCRYPTION_KEY [^\n]+$/);
    expect(await prisma.db.encryptionKey.count()).toBe(1);
  });

  it('adds a new first key, and then requires both', async () => {
    await keysOf(OLD).verify();
    await keysOf(NEW, OLD).verify();
    await keysOf(OLD, NEW).verify();
    await expect(keysOf(OLD).verify()).rejects.toThrow(EncryptionKeyError);
    await expect(keysOf(NEW).verify()).rejects.toThrow(EncryptionKeyError);
  });

  it('is refused with a key that opens none of the values of an earlier version', async () => {
    await seal(3, OLD);
    await expect(keysOf(NEW).verify()).rejects.toThrow(EncryptionKeyError);
    await keysOf(NEW, OLD).verify();
  });

  it('of many instances with different keys succeeds for one of them', async () => {
    const starts = Array.from({ length: 8 }, () => keysOf(key()).verify());
    const results = await Promise.allSettled(starts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await prisma.db.encryptionKey.count()).toBe(1);
  });

  it('of many instances with one key succeeds for all of them', async () => {
    await Promise.all(Array.from({ length: 8 }, () => keysOf(OLD).verify()));
    expect(await prisma.db.encryptionKey.count()).toBe(1);
  });
});

describe('A rotation', () => {
  const COUNT = 450;

  beforeEach(async () => {
    await keysOf(OLD).verify();
    await keysOf(NEW, OLD).verify();
    await seal(COUNT, OLD);
    await prisma.db.job.create({ data: { id: newId(), kind: 'periodic' } });
  });

  it('seals all values with the first key, after which the older one is not required', async () => {
    expect(await rotationTo(NEW, OLD).check()).toEqual([{ column: 'Job.payloadSealed', opened: COUNT, unopened: 0 }]);
    const progress: number[][] = [];
    expect(await rotationTo(NEW, OLD).rotate((done, all) => progress.push([done, all]))).toEqual([]);
    expect(progress.at(-1)).toEqual([COUNT, COUNT]);
    expect(await opened(NEW)).toEqual(numbersTo(COUNT));
    expect(await rotationTo(NEW).check()).toEqual([]);
    await keysOf(NEW).verify();
  });

  it('that was ended in the middle is continued by the next', async () => {
    const end = (done: number): void => {
      if (done >= 200) {
        throw new Error('killed');
      }
    };
    await expect(rotationTo(NEW, OLD).rotate(end)).rejects.toThrow('killed');
    expect(await rotationTo(NEW, OLD).check()).toEqual([{ column: 'Job.payloadSealed', opened: 250, unopened: 0 }]);
    expect(await prisma.db.encryptionKey.count()).toBe(2);
    expect(await rotationTo(NEW, OLD).rotate()).toEqual([]);
    expect(await opened(NEW)).toEqual(numbersTo(COUNT));
  });

  it('beside another shares the work with it', async () => {
    let sealed = 0;
    const rotations = Array.from({ length: 2 }, () => {
      let last = 0;
      return rotationTo(NEW, OLD).rotate((done) => {
        sealed += done - last;
        last = done;
      });
    });
    expect(await Promise.all(rotations)).toEqual([[], []]);
    expect(sealed).toBe(COUNT);
    expect(await opened(NEW)).toEqual(numbersTo(COUNT));
  });

  it('leaves values that no key opens, reports them, and goes on', async () => {
    await seal(3, LOST);
    const left = [{ column: 'Job.payloadSealed', opened: 0, unopened: 3 }];
    expect(await rotationTo(NEW, OLD).rotate()).toEqual(left);
    expect(await rotationTo(NEW, LOST).check()).toEqual([{ column: 'Job.payloadSealed', opened: 3, unopened: 0 }]);
    await keysOf(NEW).verify();
  });
});
