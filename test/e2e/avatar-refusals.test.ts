import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { covers } from '../contracts/spec/covers.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Form, formOf, type Part, postForm, uploadAvatar } from '../support/clients/uploads.js';
import type { Organization, Person } from '../support/data/factory.js';
import { MEBIBYTE, noise, padded, plain, pngOf, withComment } from '../support/data/pictures.js';
import { expectProblem } from '../support/expectations/problem.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { eventually } from '../support/time/eventually.js';
import { Stopwatch } from '../support/time/stopwatch.js';

const PATH = '/api/v1/user/avatar';
const LARGEST = 5 * MEBIBYTE;
const ELSEWHERE = 'https://cdn.example.com/sasha.webp';

const PIECE = chunk(Buffer.alloc(64 * 1024, 'x'));

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>';

let app: TestApp;
let aurora: Organization;
let sasha: Person;
let asSasha: Client;
let jpeg: Buffer;
let png: Buffer;
/** What takes long to decode. */
let largest: Buffer;
/** Goes on sending what was refused, from before the first test on, so that none waits until it may not any more. */
let refused: Socket;

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

beforeAll(async () => {
  refused = await beginUpload('Transfer-Encoding: chunked');
  await refusalOf(refused, uploadOf(Buffer.alloc(0)));
  const sending = setInterval(() => refused.write(chunk(Buffer.from('x'))), 100);
  refused.once('close', () => clearInterval(sending));
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

async function avatarUrl(): Promise<string | null> {
  return (await app.prisma.db.user.findUniqueOrThrow({ where: { id: sasha.id } })).avatarUrl;
}

describe('POST /api/v1/user/avatar refuses', () => {
  let before: string[];

  beforeAll(() => becomeSasha());

  beforeEach(() => {
    before = files();
  });

  afterEach(async () => {
    expect(await avatarUrl()).toBe(ELSEWHERE);
    expect(files()).toEqual(before);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, Partial<Part>?]>([
    ['an SVG', () => Buffer.from(SVG), { filename: 'avatar.svg', type: 'image/svg+xml' }],
    ['an SVG that calls itself PNG', () => Buffer.from(SVG)],
    ['a packed SVG', () => gzipSync(SVG)],
    ['a web page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a web page that is a JPEG further on', () => Buffer.concat([Buffer.from('<html><!--'), jpeg])],
    ['a JPEG with a web page in a comment', () => withComment(jpeg, '<html><script>alert(1)</script>')],
    ['a JPEG with a script after its end', () => Buffer.concat([jpeg, Buffer.from('<?php system("id");')])],
    ['a GIF that is a script as well', () => Buffer.from('GIF89a/*\0\0*/=1;<script >alert(1)</script>', 'latin1')],
    ['a JPEG that is a PDF as well', () => withComment(jpeg, '%PDF-1.7 1 0 obj')],
    ['a PNG that is a ZIP as well', () => Buffer.concat([png, Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1')])],
    ['a TIFF', () => plain(64, 64).tiff().toBuffer()],
    ['an AVIF', () => plain(64, 64).avif({ effort: 0 }).toBuffer()],
    ['a bitmap of Windows', () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(100)])],
    ['a text', () => Buffer.from('picture')],
    ['a single byte', () => Buffer.from([0x89])],
  ])('%s: unsupported_media_type', async (...[, make, part]) => {
    covers(23);
    const detail = 'Pictures are PNG, JPEG, WebP or GIF.';
    expectRefusal(await uploadAvatar(asSasha, await make(), part), 415, 'unsupported_media_type', { detail });
  });

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['a file of 0 bytes', () => Buffer.alloc(0)],
    ['half a PNG', async () => half(await noise(300, 200).png().toBuffer())],
    ['half a JPEG', async () => half(await noise(300, 200).jpeg().toBuffer())],
    ['half a WebP', async () => half(await noise(300, 200).webp({ effort: 0 }).toBuffer())],
    ['half a GIF', async () => half(await noise(300, 200).gif({ effort: 1 }).toBuffer())],
    ['the beginning of a PNG', () => png.subarray(0, 8)],
    ['the beginning of a JPEG', () => jpeg.subarray(0, 3)],
    ['a PNG with a wrong checksum', () => Buffer.from(png).fill(0xaa, 30, 32)],
    ['a PNG of no width', () => pngOf(0, 8)],
    ['a GIF and then nothing that makes sense', () => Buffer.from(`GIF89a${'\xff'.repeat(500)}`, 'latin1')],
    ['a RIFF that says it is WebP', () => Buffer.from(`RIFF\x40\0\0\0WEBPVP8 ${'\0'.repeat(52)}`, 'latin1')],
  ])('%s: invalid_image', async (_, make) => {
    covers(23);
    const error = ['/avatar', 'invalid_image', 'Must be a complete picture that can be decoded.'] as const;
    expectInvalid(await uploadAvatar(asSasha, await make()), error);
  });

  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ['a pixel more than 40 megapixels in a line', () => pngOf(8001, 5000)],
    ['a PNG of 100 bytes that says 50,000×50,000', () => pngOf(50_000, 50_000)],
    ['a PNG of 100 bytes that says 2,147,483,647×2,147,483,647', () => pngOf(0x7fffffff, 0x7fffffff)],
    ['a JPEG that says 65,535×65,535', () => resizedJpeg(65_535)],
    ['a JPEG that says 60,000×60,000', () => resizedJpeg(60_000)],
    ['a WebP that says 16,383×16,383', resizedWebp],
  ])('%s, without decoding it: payload_too_large', async (_, make) => {
    covers(23);
    const picture = await make();
    const [before, waited] = [peak(), new Stopwatch()];
    const detail = 'Pictures can have at most 40 megapixels.';
    expectRefusal(await uploadAvatar(asSasha, picture), 413, 'payload_too_large', { detail });
    expect(waited.stop()).toBeLessThan(1000);
    expect(peak() - before).toBeLessThan(60 * MEBIBYTE);
  });

  it('a byte more than 5 MiB', async () => {
    covers(23);
    const response = await uploadAvatar(asSasha, padded(jpeg, LARGEST + 1));
    expectRefusal(response, 413, 'payload_too_large', { detail: 'The file can have at most 5 MiB.' });
  });

  const NO_FILE = ['/avatar', 'is_file', 'Must be a file.'] as const;
  const SECOND = ['/avatar', 'max_files', 'Must be one file.'] as const;
  const unknown = (key: string) => [`/${key}`, 'unknown_key', 'This key is not one the route takes.'] as const;
  const file = (name: string): Part => ({ name, filename: 'a.jpg', type: 'image/jpeg', content: jpeg });

  it.each<[string, () => Form, readonly [string, string, string]]>([
    ['two files', () => formOf(file('avatar'), file('avatar')), SECOND],
    ['a second file of another name', () => formOf(file('avatar'), file('logo')), unknown('logo')],
    ['a file of another name', () => formOf(file('Avatar')), unknown('Avatar')],
    ['a file of a name that must be escaped', () => formOf(file('a/b~c')), unknown('a~1b~0c')],
    ['a file of a name of prototypes', () => formOf(file('__proto__')), unknown('__proto__')],
    ['a part without a name', () => formOf({ filename: 'a.jpg', content: jpeg }), unknown('')],
    ['a field before the file', () => formOf({ name: 'crop', content: '1' }, file('avatar')), unknown('crop')],
    ['a field after the file', () => formOf(file('avatar'), { name: 'crop', content: '1' }), unknown('crop')],
    ['a text in place of the file', () => formOf({ name: 'avatar', content: 'x' }), NO_FILE],
    ['a form without parts', () => formOf(), NO_FILE],
    [
      'a file that was not chosen',
      () => formOf({ name: 'avatar', filename: '', type: 'application/octet-stream', content: '' }),
      NO_FILE,
    ],
  ])('%s', async (_, make, error) => {
    covers(23);
    expectInvalid(await postForm(asSasha, PATH, make()), error);
  });

  it.each<[string, () => Form]>([
    ['no boundary', () => ({ ...formOf(file('avatar')), type: 'multipart/form-data' })],
    ['another boundary', () => ({ ...formOf(file('avatar')), type: 'multipart/form-data; boundary=x' })],
    ['a NUL in the name of the file', () => formOf({ ...file('avatar'), filename: 'avatar.png\0.svg' })],
    ['a header of 20 KiB', () => formOf({ ...file('avatar'), filename: 'x'.repeat(20 * 1024) })],
    ['no end', () => ({ ...formOf(file('avatar')), body: formOf(file('avatar')).body.subarray(0, 300) })],
    ['nothing in it', () => ({ ...formOf(), body: Buffer.from('\r\n') })],
  ])('a form with %s', async (_, make) => {
    covers(23);
    const detail = 'The multipart form is malformed or incomplete.';
    expectRefusal(await postForm(asSasha, PATH, make()), 400, 'bad_request', { detail });
  });

  it.each<[string, string | undefined]>([
    ['JSON', 'application/json'],
    ['the bare picture', 'image/png'],
    ['a form of another kind', 'application/x-www-form-urlencoded'],
    ['a mixed body', 'multipart/mixed; boundary=x'],
    ['no type at all', undefined],
  ])('%s: unsupported_media_type', async (_, type) => {
    covers(23);
    const body = type === 'application/json' ? '{"avatar":"x"}' : png;
    const client = asSasha.with('content-type', type);
    const response = type === undefined ? await client.post(PATH) : await client.post(PATH, body);
    expectProblem(response, 415, 'unsupported_media_type');
  });

  it('a packed form', async () => {
    covers(23);
    const { type, body } = formOf(file('avatar'));
    const packed = asSasha.with('content-encoding', 'gzip').with('content-type', type);
    expectProblem(await packed.post(PATH, gzipSync(body)), 415, 'unsupported_media_type');
  });

  it('callers without a session, and callers that are no person', async () => {
    covers(1, 22);
    expectUnauthenticated(await uploadAvatar(app.anonymous, png));
    const bot = await app.factory.serviceAccount(aurora);
    const asBot = app.anonymous.withToken(await app.factory.apiKey({ serviceAccountId: bot.id }));
    expectProblem(await uploadAvatar(asBot, png), 403, 'user_required');
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordChangeRequired: true } });
    expectProblem(await uploadAvatar(asSasha, png), 403, 'password_change_required');
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordChangeRequired: false } });
  });
});

describe('An upload', () => {
  beforeAll(() => becomeSasha());

  it('that ends in the middle leaves neither a file nor memory', async () => {
    const before = files();
    // More than may be held at once, if any of it were kept.
    const beginning = uploadOf(Buffer.alloc(4.9 * MEBIBYTE));
    for (let i = 0; i < 31; i++) {
      const socket = await beginUpload(`Content-Length: ${LARGEST}`);
      await new Promise((resolve) => socket.write(beginning, resolve));
      socket.destroy();
    }
    await eventually(async () => (await uploadAvatar(asSasha, png)).status === 200);
    await eventually(() => files().length === before.length + 1);
  });

  it('that announces too much is refused before it begins', async () => {
    const socket = await beginUpload(`Content-Length: ${1024 * MEBIBYTE}`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it.each([
    ['a file', uploadOf(Buffer.alloc(0))],
    ['a preamble', Buffer.from('x')],
  ])('of %s that never ends is refused', async (_, beginning) => {
    const socket = await beginUpload('Transfer-Encoding: chunked');
    expect(await refusalOf(socket, beginning)).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('that goes on after it was refused is hung up on', async () => {
    await eventually(() => refused.destroyed);
  });

  it('is one of too many: the others are asked to retry later', async () => {
    // While the first are made the others wait.
    const pictures = [largest, largest, ...Array.from({ length: 40 }, () => png)];
    const answers = await Promise.all(pictures.map((picture) => uploadAvatar(asSasha, picture)));
    const turnedAway = answers.filter(({ status }) => status !== 200);
    expect(turnedAway.length).toBeGreaterThan(0);
    expect(turnedAway.length).toBeLessThan(pictures.length);
    for (const answer of turnedAway) {
      expectProblem(answer, 503, 'unavailable');
      expect(answer.headers['retry-after']).toBe('5');
    }
    expect((await uploadAvatar(asSasha, png)).status).toBe(200);
  });
});

/** Sends the beginning and then more and more, up to 40 MiB, until there is an answer. */
async function refusalOf(socket: Socket, beginning: Buffer): Promise<string> {
  let answer = '';
  socket.on('data', (piece: Buffer) => (answer += piece.toString()));
  socket.write(chunk(beginning));
  for (let sent = 0; !answer && sent < 40 * MEBIBYTE; sent += PIECE.length) {
    await new Promise((resolve) => socket.write(PIECE, resolve));
  }
  return answer;
}

/** Sends the head of a request that is to have a body. */
async function beginUpload(length: string): Promise<Socket> {
  const socket = connect(app.config.port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  const head = [
    `POST ${PATH} HTTP/1.1`,
    'Host: localhost',
    `Authorization: Bearer ${asSasha.token}`,
    'Content-Type: multipart/form-data; boundary=b',
    length,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return socket;
}

function half(picture: Buffer): Buffer {
  return picture.subarray(0, picture.length / 2);
}

/** The most memory this process ever had, the app's included. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}

/** A small JPEG whose frame header (SOF0) says that it is large. */
function resizedJpeg(side: number): Buffer {
  const picture = Buffer.from(jpeg);
  const frame = picture.indexOf(Buffer.from([0xff, 0xc0]));
  picture.writeUInt16BE(side, frame + 5);
  picture.writeUInt16BE(side, frame + 7);
  return picture;
}

/** A small WebP whose frame header (RFC 6386, section 9.1) says that it is as large as can be. */
async function resizedWebp(): Promise<Buffer> {
  const picture = await plain(16, 16).webp().toBuffer();
  picture.writeUInt16LE(16_383, 26);
  picture.writeUInt16LE(16_383, 28);
  return picture;
}

/** The beginning of a form, up to and with the content of the file. */
function uploadOf(content: Buffer): Buffer {
  const head = '--b\r\nContent-Disposition: form-data; name="avatar"; filename="a.png"\r\n\r\n';
  return Buffer.concat([Buffer.from(head), content]);
}

/** A piece of a chunked body (RFC 9112, section 7.1). */
function chunk(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from('\r\n')]);
}
