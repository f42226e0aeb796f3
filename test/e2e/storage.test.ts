import 'reflect-metadata';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Logger } from '@nestjs/common';
import { type Config, ConfigError, readConfig } from '../../src/core/config/config.js';
import { type Bucket, parseBucketUrl } from '../../src/core/storage/bucket-url.js';
import type { FileStorage } from '../../src/core/storage/file-storage.js';
import { S3Storage } from '../../src/core/storage/s3-storage.js';
import { storageFor } from '../../src/core/storage/storage-for.js';
import { covers } from '../contracts/spec/covers.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { uploadAvatar } from '../support/clients/uploads.js';
import { plain } from '../support/data/pictures.js';
import { expectProblem } from '../support/expectations/problem.js';
import { TestBucket } from '../support/storage/bucket.js';
import { expectStorageUnavailable } from '../support/storage/unavailable-storage.js';
import { eventually } from '../support/time/eventually.js';
import { Stopwatch } from '../support/time/stopwatch.js';

const KEY = 'avatars/0b54ad8a-0c5d-4f6e-9a56-3e7f6f0c9d11.webp';
const TYPE = 'image/webp';

let bucket: TestBucket;
let directory: string;

beforeAll(async () => {
  Logger.overrideLogger(false);
  bucket = await TestBucket.create();
});

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

afterAll(() => bucket.remove());

function configOf(variables: Record<string, string>): Config {
  return readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: directory, ...variables });
}

const PLACES: [place: string, variables: () => Record<string, string>][] = [
  ['a folder', () => ({})],
  ['a bucket', () => ({ STORAGE_URL: bucket.url() })],
];

describe.each(PLACES)('Files in %s', (_, variables) => {
  let storage: FileStorage;

  beforeEach(async () => {
    storage = await storageFor(configOf(variables()));
  });

  afterEach(() => storage.delete(KEY));

  async function read(key = KEY): Promise<Buffer | undefined> {
    const file = await storage.get(key);
    return file && buffer(file.stream);
  }

  it('come back as they were put there, with their size and type', async () => {
    await storage.put(KEY, Buffer.from('picture'), TYPE);
    const file = await storage.get(KEY);
    expect(file).toMatchObject({ size: 7, contentType: TYPE });
    expect(await read()).toEqual(Buffer.from('picture'));
    file?.stream.destroy();
  });

  it('may be of many megabytes, or of none', async () => {
    const large = Buffer.alloc(12_000_000, 'atrium');
    await storage.put(KEY, large, TYPE);
    expect((await read())?.equals(large)).toBe(true);
    await storage.put(KEY, Buffer.alloc(0), TYPE);
    expect(await read()).toEqual(Buffer.alloc(0));
  });

  it('are taken from a stream as well', async () => {
    const pieces = [Buffer.alloc(100_000, 'a'), Buffer.alloc(50_000, 'b')];
    await storage.put(KEY, { stream: Readable.from(pieces), size: 150_000 }, TYPE);
    expect((await read())?.equals(Buffer.concat(pieces))).toBe(true);
  });

  it('are not there when the stream fails', async () => {
    const failing = Readable.from(
      (async function* () {
        yield await Promise.resolve(Buffer.alloc(1000));
        throw new Error('The client went away');
      })(),
    );
    await expectStorageUnavailable(storage.put(KEY, { stream: failing, size: 2000 }, TYPE));
    expect(await read()).toBeUndefined();
  });

  it('are gone once they are deleted, and may be deleted again', async () => {
    expect(await storage.get(KEY)).toBeUndefined();
    await storage.delete(KEY);
    await storage.put(KEY, Buffer.from('picture'), TYPE);
    await storage.delete(KEY);
    await storage.delete(KEY);
    expect(await storage.get(KEY)).toBeUndefined();
  });

  it.each([
    '',
    '.',
    '..',
    '../x.webp',
    'avatars/../../x.webp',
    '/etc/passwd',
    'avatars//x.webp',
    'avatars/',
    'avatars\\x.webp',
    'avatars/x.webp\0',
    'avatars/.x.webp',
    'avatars/X.webp',
    'avatars/x.webp.new',
    'x\n',
    'x'.repeat(201),
  ])('have no key like %j', async (key) => {
    const calls = [storage.put(key, Buffer.from('x'), TYPE), storage.get(key), storage.delete(key)];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected' });
    }
  });
});

describe('Files in a folder', () => {
  it('lie there alone, for the eyes of their owner', async () => {
    const storage = await storageFor(configOf({}));
    await Promise.all([1, 2, 3].map((i) => storage.put(KEY, Buffer.from(String(i)), TYPE)));
    const folder = join(directory, 'files', 'avatars');
    expect(readdirSync(folder)).toEqual([KEY.split('/')[1]]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(directory, 'files', KEY)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(directory, 'files', KEY), 'utf8')).toMatch(/^[123]$/);
  });

  it('are replaced whole, also by simultaneous writers', async () => {
    const storage = await storageFor(configOf({}));
    const read = async (): Promise<Buffer | undefined> => {
      const file = await storage.get(KEY);
      return file && buffer(file.stream);
    };
    const contents = ['a', 'b', 'c', 'd'].map((letter) => Buffer.alloc(200_000, letter));
    await storage.put(KEY, contents[0] ?? Buffer.alloc(0), TYPE);
    const reading = Promise.all(Array.from({ length: 8 }, () => read()));
    await Promise.all(contents.map((content) => storage.put(KEY, content, TYPE)));
    for (const content of [...(await reading), await read()]) {
      expect(contents.some((one) => content?.equals(one))).toBe(true);
    }
  });

  it('have the type that their name says', async () => {
    const storage = await storageFor(configOf({}));
    await expect(storage.put(KEY, Buffer.from('x'), 'text/html')).rejects.toThrow('does not stand for');
    await storage.put('documents/x', Buffer.from('x'), 'application/octet-stream');
    const file = await storage.get('documents/x');
    expect(file?.contentType).toBe('application/octet-stream');
    file?.stream.destroy();
  });

  it('leave nothing of themselves when they are deleted after a process was killed while it stored them', async () => {
    const storage = await storageFor(configOf({}));
    const other = KEY.replace('.webp', '-2.webp');
    await storage.put(other, Buffer.from('x'), TYPE);
    writeFileSync(join(directory, 'files', `${KEY}.0199.new`), 'half');
    await storage.delete(KEY);
    expect(readdirSync(join(directory, 'files', 'avatars'))).toEqual([other.split('/')[1]]);
  });

  it('are unavailable when the folder is not one', async () => {
    const storage = await storageFor(configOf({}));
    writeFileSync(join(directory, 'files'), '');
    await expectStorageUnavailable(storage.put(KEY, Buffer.from('x'), TYPE));
    await expectStorageUnavailable(storage.get(KEY));
  });
});

describe('Files in a bucket', () => {
  it.each([
    ['whose key is unknown', () => bucket.url('OTHER:S3RVER')],
    ['that does not exist', () => bucket.url('S3RVER:S3RVER', 'other')],
  ])('%s are unavailable', async (_, url) => {
    const storage = await storageFor(configOf({ STORAGE_URL: url() }));
    await expectStorageUnavailable(storage.put(KEY, Buffer.from('x'), TYPE));
    await expectStorageUnavailable(storage.get(KEY));
  });

  it('are unavailable at once when no server answers', async () => {
    const storage = await storageFor(configOf({ STORAGE_URL: bucket.url() }));
    try {
      await bucket.proxy.cut();
      const waited = new Stopwatch();
      await expectStorageUnavailable(storage.get(KEY));
      expect(waited.stop()).toBeLessThan(2000);
    } finally {
      await bucket.proxy.open();
    }
    expect(await storage.get(KEY)).toBeUndefined();
  });
});

describe('A bucket behind a slow connection', () => {
  /** Milliseconds of silence that are borne here: sending takes longer. */
  const SILENCE = 2_000;

  it('takes what arrives at 100 KiB a second, however long that takes in all', async () => {
    const content = Buffer.alloc(400_000, 'atrium');
    const storage = new S3Storage(parseBucketUrl(bucket.url()) as Bucket, { silence: SILENCE });
    const streamed = 'documents/streamed';
    await bucket.proxy.slowDown(100 * 1024);
    const took = new Stopwatch();
    try {
      await Promise.all([
        storage.put(KEY, content, TYPE),
        storage.put(streamed, { stream: Readable.from([content]), size: content.length }, TYPE),
      ]);
    } finally {
      await bucket.proxy.open();
    }
    expect(took.stop()).toBeGreaterThan(SILENCE);
    for (const key of [KEY, streamed]) {
      const file = await storage.get(key);
      expect((file && (await buffer(file.stream)))?.equals(content)).toBe(true);
      await storage.delete(key);
    }
    storage.onApplicationShutdown();
  }, 60_000);
});

describe('STORAGE_URL', () => {
  it('unset or empty leaves files in a folder', () => {
    expect(configOf({}).bucket).toBeUndefined();
    expect(configOf({ STORAGE_URL: '' }).bucket).toBeUndefined();
  });

  it('names the bucket, and how to reach it', () => {
    const url = 's3://key%2F1:s%2Bcret%3A%40@my-bucket?endpoint=http://127.0.0.1:9000&region=eu&forcePathStyle=true';
    expect(configOf({ STORAGE_URL: url }).bucket).toEqual({
      name: 'my-bucket',
      endpoint: 'http://127.0.0.1:9000',
      region: 'eu',
      forcePathStyle: true,
      credentials: { accessKeyId: 'key/1', secretAccessKey: 's+cret:@' },
    });
  });

  it('leaves to the SDK what it does not say', () => {
    const unsaid = { endpoint: undefined, region: undefined, forcePathStyle: false, credentials: undefined };
    expect(configOf({ STORAGE_URL: 's3://bucket' }).bucket).toEqual({ name: 'bucket', ...unsaid });
    expect(configOf({ STORAGE_URL: 's3://bucket?endpoint=http://x' }).bucket?.region).toBe('us-east-1');
  });

  it.each([
    'bucket',
    'https://bucket',
    's3://',
    's3://Bucket',
    's3://bucket/folder',
    's3://bucket:9000',
    's3://key@bucket',
    's3://key:sec/ret@bucket',
    's3://key:100%@bucket',
    's3://bucket?endpoint=127.0.0.1:9000',
    's3://bucket?endpoint=ftp://x',
    's3://bucket?forcePathStyle=yes',
    's3://bucket?forcepathstyle=true',
  ])('cannot be %s, and what is wrong is said without a secret', (url) => {
    try {
      configOf({ STORAGE_URL: url });
    } catch (error) {
      expect((error as ConfigError).problems).toEqual([expect.stringMatching(/^STORAGE_URL must be like s3:/)]);
      expect((error as Error).message).not.toContain('sec/ret');
      return;
    }
    throw new Error('It was taken');
  });
});

describe('Avatars in a bucket', () => {
  let app: TestApp;
  let asSasha: Client;
  let png: Buffer;

  beforeAll(async () => {
    app = await TestApp.start({ STORAGE_URL: bucket.url() });
    asSasha = await app.signedIn(await app.factory.person());
    png = await plain(300, 200).png().toBuffer();
  });

  afterAll(() => app.stop());

  async function avatarPath(): Promise<string> {
    const { body } = await asSasha.get('/api/v1/user');
    return new URL(body.avatarUrl).pathname;
  }

  it('are served as they are from a folder, and go when another takes their place', async () => {
    covers(22);
    await uploadAvatar(asSasha, png);
    expect(bucket.keys('avatars')).toHaveLength(1);
    const first = await avatarPath();
    const { status, headers } = await app.anonymous.get(first);
    expect({ status, headers }).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable' },
    });
    const head = await fetch(`${app.baseUrl}${first}`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(headers['content-length']);
    await uploadAvatar(asSasha, png);
    await eventually(() => bucket.keys('avatars').length === 1);
    expect(`/${bucket.keys('avatars').join()}`).toBe(await avatarPath());
    expectProblem(await app.anonymous.get(first), 404, 'not_found');
  });

  it('stay what they were while the store is away, and everything else is answered', async () => {
    covers(22);
    const path = await avatarPath();
    const keys = bucket.keys('avatars');
    await bucket.proxy.cut();
    try {
      for (const answer of [await uploadAvatar(asSasha, png), await app.anonymous.get(path)]) {
        expectProblem(answer, 503, 'unavailable');
        expect(answer.headers['retry-after']).toBe('5');
      }
      expect(await avatarPath()).toBe(path);
    } finally {
      await bucket.proxy.open();
    }
    expect(bucket.keys('avatars')).toEqual(keys);
    expect((await app.anonymous.get(path)).status).toBe(200);
    expect((await uploadAvatar(asSasha, png)).status).toBe(200);
  });
});
