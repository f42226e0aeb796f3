import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import type { Response } from 'supertest';
import { JobWorker } from '../../src/core/jobs/job-worker.js';
import { PicturesService } from '../../src/modules/files/pictures.service.js';
import { covers } from '../contracts/spec/covers.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Part, uploadAvatar } from '../support/clients/uploads.js';
import type { Organization, Person } from '../support/data/factory.js';
import { animation, colourAt, MEBIBYTE, padded, plain, pngChunk, pngOf, redAndBlue } from '../support/data/pictures.js';
import { expectProblem } from '../support/expectations/problem.js';
import { eventually } from '../support/time/eventually.js';

const PATH = '/api/v1/user/avatar';
const LARGEST = 5 * MEBIBYTE;
const NAME = /\/avatars\/[0-9a-f-]{36}\.webp$/;
const ELSEWHERE = 'https://cdn.example.com/sasha.webp';

/** A mebibyte of zeros, to be followed by more. */
const ZEROS = deflateRawSync(Buffer.alloc(MEBIBYTE), { finishFlush: constants.Z_FULL_FLUSH });

let app: TestApp;
let aurora: Organization;
let sasha: Person;
let asSasha: Client;
let jpeg: Buffer;
let png: Buffer;
/** What takes long to decode. */
let largest: Buffer;

beforeAll(async () => {
  app = await TestApp.start();
  aurora = await app.factory.organization();
  await becomeSasha();
});

beforeAll(async () => {
  jpeg = await plain(300, 200).jpeg().toBuffer();
  png = await plain(300, 200).png().toBuffer();
  largest = await plain(8000, 5000).png({ compressionLevel: 1 }).toBuffer();
});

afterAll(() => app.stop());

/** A person whom no test has changed yet. */
async function becomeSasha(): Promise<void> {
  sasha = await app.factory.person({ avatarUrl: ELSEWHERE });
  asSasha = await app.signedIn(sasha);
}

/** The files of all avatars, unfinished ones included. */
function files(): string[] {
  const folder = join(app.dataDir, 'files', 'avatars');
  return existsSync(folder) ? readdirSync(folder) : [];
}

function pathOf(avatarUrl: string): string {
  return new URL(avatarUrl).pathname;
}

async function pictureOf(response: Response): Promise<Buffer> {
  expect({ status: response.status, text: response.text }).toMatchObject({ status: 200 });
  const { body } = await app.anonymous.get(pathOf(response.body.avatarUrl));
  return body as Buffer;
}

async function avatarUrl(): Promise<string | null> {
  return (await app.prisma.db.user.findUniqueOrThrow({ where: { id: sasha.id } })).avatarUrl;
}

/** Once the jobs that remove what is no longer used have run. */
async function untilFilesAre(expected: string[]): Promise<void> {
  await eventually(() => files().length === expected.length);
  expect(files().sort()).toEqual(expected.map((url) => url.split('/').at(-1)).sort());
}

describe('POST /api/v1/user/avatar', () => {
  beforeEach(() => becomeSasha());

  it('takes a picture, keeps it as a WebP of 512×512, and answers the user', async () => {
    covers(22, 23);
    const { status, body } = await uploadAvatar(asSasha, png);
    const user = await asSasha.get('/api/v1/user');
    expect({ status, body }).toEqual({ status: 200, body: user.body });
    expect(body.avatarUrl).toMatch(NAME);
    expect(body.avatarUrl.startsWith(`${app.config.publicUrl}/avatars/`)).toBe(true);
    const picture = await app.anonymous.get(pathOf(body.avatarUrl));
    expect(await sharp(picture.body as Buffer).metadata()).toMatchObject({ format: 'webp', width: 512, height: 512 });
  });

  it('is seen through every contract that shows the picture', async () => {
    covers(22);
    const { body } = await uploadAvatar(asSasha, png);
    const paths = ['/api/v1/user', '/api/me', '/api/users/me', '/api/v1/auth/me'];
    const answers = await Promise.all(paths.map((path) => asSasha.get(path)));
    expect(answers.map((answer) => JSON.stringify(answer.body).includes(body.avatarUrl))).toEqual(
      paths.map(() => true),
    );
  });

  it('sets the actor and the time, here and in the audit', async () => {
    covers(22);
    const before = await asSasha.get('/api/v1/user');
    const { body } = await uploadAvatar(asSasha, png);
    expect(Date.parse(body.updatedAt)).toBeGreaterThan(Date.parse(before.body.updatedAt));
    const { db } = app.prisma;
    expect(await db.user.findUniqueOrThrow({ where: { id: sasha.id } })).toMatchObject({ updatedBy: sasha.id });
    expect(await db.auditEvent.findMany({ where: { targetId: sasha.id, action: 'user.updated' } })).toMatchObject([
      { actorId: sasha.id, changes: { avatarUrl: { before: ELSEWHERE, after: body.avatarUrl } } },
    ]);
  });

  describe('takes', () => {
    it.each<[string, () => Promise<Buffer> | Buffer, Partial<Part>?]>([
      ['a PNG', () => png],
      ['a JPEG', () => jpeg],
      ['a WebP', () => plain(300, 200).webp().toBuffer()],
      ['a GIF', () => plain(300, 200).gif().toBuffer()],
      ['a single pixel', () => plain(1, 1).png().toBuffer()],
      ['a line of 30,000 pixels', () => plain(30_000, 1).png().toBuffer()],
      ['16 bits a channel', () => plain(64, 64).toColourspace('rgb16').png().toBuffer()],
      ['a CMYK JPEG', () => plain(64, 64).toColourspace('cmyk').jpeg().toBuffer()],
      ['a progressive JPEG', () => plain(64, 64).jpeg({ progressive: true }).toBuffer()],
      ['40 megapixels', () => largest],
      ['5 MiB to the byte', () => padded(jpeg, LARGEST)],
      ['a name with another ending', () => jpeg, { filename: 'avatar.txt' }],
      ['no ending', () => jpeg, { filename: 'avatar' }],
      ['no name, as a program may send it', () => jpeg, { filename: undefined, type: 'application/octet-stream' }],
      ['another declared type', () => jpeg, { type: 'text/html' }],
      ['no declared type', () => jpeg, { type: undefined }],
      ['a name that climbs out of the folder', () => jpeg, { filename: '../../../../etc/cron.d/avatar.png' }],
      ['a name in bytes that are no UTF-8', () => jpeg, { filename: '\xff\xfe.png' }],
    ])('%s', async (...[, make, part]) => {
      covers(23);
      const before = files();
      const picture = await pictureOf(await uploadAvatar(asSasha, await make(), part));
      expect(await sharp(picture).metadata()).toMatchObject({
        format: 'webp',
        width: 512,
        height: 512,
        hasAlpha: false,
      });
      expect(await colourAt(picture, 256, 256)).toBe('red');
      expect(files()).toHaveLength(before.length + 1);
      expect(files().filter((name) => !/^[0-9a-f-]{36}\.webp$/.test(name))).toEqual([]);
    });

    it('the first frame of an animated GIF and of an animated WebP', async () => {
      covers(23);
      const frames = await animation();
      for (const animated of [await frames.clone().gif().toBuffer(), await frames.clone().webp().toBuffer()]) {
        expect((await sharp(animated).metadata()).pages).toBe(2);
        const picture = await pictureOf(await uploadAvatar(asSasha, animated));
        expect((await sharp(picture).metadata()).pages ?? 1).toBe(1);
        expect(await colourAt(picture, 256, 256)).toBe('red');
      }
    });

    it('the middle of what is not a square', async () => {
      covers(23);
      const wide = plain(300, 100, 'white').composite([{ input: await plain(100, 100).png().toBuffer() }]);
      const picture = await pictureOf(await uploadAvatar(asSasha, await wide.png().toBuffer()));
      expect(await colourAt(picture, 256, 256)).toBe('red');
      expect(await colourAt(picture, 20, 256)).toBe('red');
    });

    it('transparency, and keeps it', async () => {
      covers(23);
      const clear = await plain(64, 64, { r: 0, g: 0, b: 0, alpha: 0 }, 4).png().toBuffer();
      expect(await colourAt(await pictureOf(await uploadAvatar(asSasha, clear)), 256, 256)).toBe('nothing');
    });

    it('a picture that lies on its side, and puts it upright', async () => {
      covers(23);
      const lying = await (await redAndBlue()).jpeg().withMetadata({ orientation: 6 }).toBuffer();
      const picture = await pictureOf(await uploadAvatar(asSasha, lying));
      const corners = [
        [100, 100],
        [400, 100],
        [100, 400],
        [400, 400],
      ] as const;
      expect(await Promise.all(corners.map(([x, y]) => colourAt(picture, x, y)))).toEqual([
        'red',
        'red',
        'blue',
        'blue',
      ]);
      expect((await sharp(picture).metadata()).orientation).toBeUndefined();
    });

    it('a photograph with a location, and removes the location', async () => {
      covers(23);
      const exif = {
        IFD0: { Artist: 'Sasha Patel', Copyright: 'Sasha Patel' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 3012/100', GPSMapDatum: 'WGS-84' },
      };
      const photograph = await plain(300, 200).withExif(exif).withIccProfile('p3').withXmp('<x/>').jpeg().toBuffer();
      expect(await sharp(photograph).metadata()).toMatchObject({ exif: expect.anything(), icc: expect.anything() });
      expect(photograph.includes('WGS-84')).toBe(true);
      const picture = await pictureOf(await uploadAvatar(asSasha, photograph));
      const { exif: kept, icc, xmp, iptc } = await sharp(picture).metadata();
      expect({ kept, icc, xmp, iptc }).toEqual({});
      expect(['WGS-84', 'Sasha', 'EXIF', 'ICCP', 'XMP'].filter((word) => picture.includes(word))).toEqual([]);
      expect(await colourAt(picture, 256, 256)).toBe('red');
    });

    it.each<[string, () => Buffer]>([
      ['a colour profile', () => pngOf(8, 8, pngChunk('iCCP', inflating('name\0\0')))],
      ['a comment', () => pngOf(8, 8, pngChunk('zTXt', inflating('Comment\0\0')))],
      ['pixels', () => pngOf(8, 8, pngChunk('IDAT', inflating('')))],
    ])('no harm from %s that unpacks to 300 MB', async (_, make) => {
      covers(23);
      const before = peak();
      const { status } = await uploadAvatar(asSasha, make());
      expect([200, 400]).toContain(status);
      expect(peak() - before).toBeLessThan(60 * MEBIBYTE);
    });

    it('an API key that may write users, and says so to one that may not', async () => {
      covers(22);
      const membership = await app.factory.membership(sasha, aurora);
      const owner = { membershipId: membership.id };
      const writer = app.anonymous.withToken(await app.factory.apiKey(owner, { scopes: ['users:write'] }));
      expect((await uploadAvatar(writer, png)).status).toBe(200);
      const reader = app.anonymous.withToken(await app.factory.apiKey(owner, { scopes: ['users:read'] }));
      expectProblem(await uploadAvatar(reader, png), 403, 'insufficient_scope');
    });
  });

  it('is described as a form with a file to choose', () => {
    covers(23);
    const operation = app.openapi.document.paths[PATH]?.post as unknown as {
      requestBody: { content: Record<string, { schema: { properties: Record<string, object> } }> };
      responses: object;
    };
    const [[type, { schema }] = ['', { schema: { properties: {} } }], ...others] = Object.entries(
      operation.requestBody.content,
    );
    expect({ type, others }).toEqual({ type: 'multipart/form-data', others: [] });
    expect(schema.properties.avatar).toMatchObject({ type: 'string', format: 'binary' });
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '400', '413', '415', '503']));
  });
});

describe('The picture before', () => {
  beforeEach(() => becomeSasha());

  it('goes when another is uploaded', async () => {
    covers(22);
    const others = files();
    const first = await uploadAvatar(asSasha, png);
    const second = await uploadAvatar(asSasha, png);
    await untilFilesAre([...others, second.body.avatarUrl]);
    expectProblem(await app.anonymous.get(pathOf(first.body.avatarUrl)), 404, 'not_found');
  });

  it.each<[string, string | null]>([
    ['another address', 'https://cdn.example.com/other.webp'],
    ['nothing', null],
  ])('goes when %s takes its place through another contract', async (_, url) => {
    covers(22);
    const others = files();
    await uploadAvatar(asSasha, png);
    expect(files()).toHaveLength(others.length + 1);
    expect((await asSasha.patch('/api/me', { avatarUrl: url })).status).toBe(200);
    await untilFilesAre(others);
  });

  it('stays when the URL is a copy of another user’s', async () => {
    covers(22);
    const alice = await app.factory.person();
    const { body } = await uploadAvatar(await app.signedIn(alice), png);
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { avatarUrl: body.avatarUrl } });
    await uploadAvatar(asSasha, png);
    await swept();
    expect((await app.anonymous.get(pathOf(body.avatarUrl))).status).toBe(200);
  });

  it('is each but one when many are uploaded at once', async () => {
    covers(22);
    const others = files();
    const answers = await Promise.all(Array.from({ length: 8 }, () => uploadAvatar(asSasha, png)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const last = await avatarUrl();
    expect(answers.map(({ body }) => body.avatarUrl)).toContain(last);
    await untilFilesAre([...others, last ?? '']);
  });

  it('stays when the change fails, and the new one goes', async () => {
    covers(22);
    const others = files();
    const { body } = await uploadAvatar(asSasha, png);
    const { db } = app.prisma;
    await db.$executeRawUnsafe(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$`,
    );
    await db.$executeRawUnsafe(`CREATE TRIGGER refuse BEFORE INSERT ON "AuditEvent" EXECUTE FUNCTION refuse()`);
    try {
      expectProblem(await uploadAvatar(asSasha, png), 500, 'internal_error');
    } finally {
      await db.$executeRawUnsafe(`DROP TRIGGER refuse ON "AuditEvent"`);
      await db.$executeRawUnsafe(`DROP FUNCTION refuse`);
    }
    expect(await avatarUrl()).toBe(body.avatarUrl);
    await untilFilesAre([...others, body.avatarUrl]);
  });

  it('that was stored and never used, as when the process died, goes after an hour', async () => {
    covers(22);
    const others = files();
    const url = await app.nest.get(PicturesService).store('avatars', png);
    expect(files()).toHaveLength(others.length + 1);
    const [job] = await sweeps();
    expect((job?.runAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
    const { body } = await uploadAvatar(asSasha, png);
    await swept();
    await untilFilesAre([...others, body.avatarUrl]);
    expect(url).not.toBe(body.avatarUrl);
  });

  /** The jobs that remove pictures, the newest first. */
  function sweeps(): Promise<{ runAt: Date }[]> {
    return app.prisma.db.job.findMany({ where: { kind: 'picture_sweep' }, orderBy: { id: 'desc' } });
  }

  /** Makes an hour pass. */
  async function swept(): Promise<void> {
    await app.prisma.db.job.updateMany({ where: { kind: 'picture_sweep' }, data: { runAt: new Date() } });
    app.nest.get(JobWorker).wake();
    await eventually(async () => (await sweeps()).length === 0);
  }
});

describe('GET /avatars/<name>.webp', () => {
  let path: string;

  beforeAll(async () => {
    await becomeSasha();
    path = pathOf((await uploadAvatar(asSasha, png)).body.avatarUrl);
  });

  it('serves the picture to all callers, immutable, to pages of every origin', async () => {
    covers(22);
    const { status, headers, body } = await app.anonymous.get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'content-length': String((body as Buffer).length),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  it('answers HEAD with the same headers and nothing else', async () => {
    const [get, head] = await Promise.all(['GET', 'HEAD'].map((method) => fetch(`${app.baseUrl}${path}`, { method })));
    const told = ['content-type', 'content-length', 'cache-control', 'cross-origin-resource-policy'];
    expect(told.map((name) => head?.headers.get(name))).toEqual(told.map((name) => get?.headers.get(name)));
    expect({ status: head?.status, text: await head?.text() }).toEqual({ status: 200, text: '' });
  });

  it.each([
    '/avatars/00000000-0000-4000-8000-000000000000.webp',
    '/avatars/x.webp',
    '/avatars/.webp',
    '/avatars/%00.webp',
    '/avatars/..%2F..%2Fsecrets.json%00.webp',
    '/avatars/..%5C..%5Csecrets.webp',
    '/avatars/..%2Favatars%2F00000000-0000-4000-8000-000000000000.webp',
    '/avatars/00000000-0000-4000-8000-000000000000.png',
    '/avatars/',
    '/logos/00000000-0000-4000-8000-000000000000.webp',
    '/logos/..%2Favatars%2Fx.webp',
  ])('knows nothing of %s', async (unknown) => {
    expectProblem(await app.anonymous.get(unknown), 404, 'not_found');
  });

  it('does not find a picture under a name that only looks like its own', async () => {
    const name = path.slice('/avatars/'.length, -'.webp'.length);
    for (const other of [`/avatars/x${name}.webp`, `/logos/${name}.webp`]) {
      expectProblem(await app.anonymous.get(other), 404, 'not_found');
    }
    // An id has one form, however it is spelled (RFC 9562, section 4).
    expect((await app.anonymous.get(`/avatars/${name.toUpperCase()}.webp`)).status).toBe(200);
  });

  it('serves logos in the same way', async () => {
    const url = await app.nest.get(PicturesService).store('logos', await plain(8, 8).webp().toBuffer());
    const { status, headers } = await app.anonymous.get(pathOf(url));
    expect({ status, headers }).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp' } });
  });
});

/** Something before 300 MB that take little room, as zlib writes it (RFC 1950): the same piece again and again. */
function inflating(beginning: string): Buffer {
  const pieces = Array.from({ length: 300 }, () => ZEROS);
  const end = Buffer.concat([deflateRawSync(''), Buffer.alloc(4)]);
  end.writeUInt32BE(adlerOfZeros(300 * MEBIBYTE), end.length - 4);
  return Buffer.concat([Buffer.from(`${beginning}\x78\x9c`, 'latin1'), ...pieces, end]);
}

/** The checksum at the end: its first half counts the bytes, its second adds up their values and 1. */
function adlerOfZeros(length: number): number {
  return (length % 65_521) * 65_536 + 1;
}

/** The most memory this process ever had, the app's included. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}
