import { request as send } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { TestApp } from '../support/app/app.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import type { Client } from '../support/clients/client.js';
import { uploadAvatar } from '../support/clients/uploads.js';
import { plain } from '../support/data/pictures.js';

const DECODE: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
  identity: (bytes) => bytes,
};

let app: TestApp;
let sasha: Person;
let organization: Organization;
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
  organization = await app.factory.organization();
  sasha = await app.factory.person();
  await app.factory.membership(sasha, organization, { role: 'OrganizationAdmin', isPrimary: true });
  for (let count = 0; count < 12; count++) {
    await app.factory.membership(await app.factory.person(), organization);
  }
  asSasha = await app.signedIn(sasha);
});

afterAll(() => app.stop());

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Sends a request whose answer is not decompressed by a client. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  const all = { authorization: `Bearer ${asSasha.token}`, ...headers };
  return new Promise((resolve, reject) => {
    send(`${app.baseUrl}${path}`, { method, headers: all }, (answer) => {
      buffer(answer).then((bytes) => {
        resolve({ status: answer.statusCode, headers: answer.headers, bytes });
      }, reject);
    })
      .on('error', reject)
      .end(body);
  });
}

function decoded({ headers, bytes }: Answer): string {
  return (DECODE[headers['content-encoding'] ?? 'identity'] as (one: Buffer) => Buffer)(bytes).toString();
}

function members(): string {
  return `/api/v1/orgs/${organization.slug}/members`;
}

describe('A long answer', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['deflate', 'deflate'],
    ['identity', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['zstd', undefined],
    ['', undefined],
  ])('is sent in a coding that Accept-Encoding %j accepts: %j', async (accepted, coding) => {
    const plainAnswer = await ask(members());
    const answer = await ask(members(), { 'accept-encoding': accepted });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.headers.vary).toContain('Accept-Encoding');
    expect(JSON.parse(decoded(answer))).toEqual(JSON.parse(plainAnswer.bytes.toString()));
    if (coding !== undefined) {
      expect(answer.bytes.length).toBeLessThan(plainAnswer.bytes.length / 2);
      expect(answer.headers['content-length']).toBeUndefined();
    }
  });

  it('is not compressed without Accept-Encoding, and varies by it', async () => {
    const { headers, bytes } = await ask(members());
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-length']).toBe(String(bytes.length));
    expect(headers.vary).toContain('Accept-Encoding');
  });

  it('has the headers of its GET for HEAD, without a length that GET does not have', async () => {
    const head = await ask(members(), { 'accept-encoding': 'gzip' }, 'HEAD');
    expect({ status: head.status, length: head.headers['content-length'], size: head.bytes.length }).toEqual({
      status: 200,
      length: undefined,
      size: 0,
    });
    expect(head.headers.vary).toContain('Accept-Encoding');
    const whole = await ask(members(), {}, 'HEAD');
    expect(whole.headers['content-length']).toBe(String((await ask(members())).bytes.length));
  });
});

describe('An answer that is not compressed', () => {
  const ACCEPTED = { 'accept-encoding': 'br, gzip' };

  it('is shorter than 1 KiB', async () => {
    const { headers } = await ask('/health/live', ACCEPTED);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toContain('Accept-Encoding');
  });

  it('is that of another method than GET, which may have a secret', async () => {
    const body = JSON.stringify({ email: sasha.email, password: PASSWORD });
    const type = { 'content-type': 'application/json' };
    const answer = await ask('/api/v1/auth/login', { ...ACCEPTED, ...type }, 'POST', body);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('is a picture', async () => {
    await uploadAvatar(asSasha, await plain(300, 200).png().toBuffer());
    const { body } = await asSasha.get('/api/v1/user');
    const { headers, bytes } = await ask(new URL((body as { avatarUrl: string }).avatarUrl).pathname, ACCEPTED);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary ?? '').not.toContain('Accept-Encoding');
    expect(headers['content-length']).toBe(String(bytes.length));
  });

  it('is a refusal', async () => {
    const { status, headers } = await ask(`/api/v1/users/${'x'.repeat(3000)}`, ACCEPTED);
    expect(status).toBe(404);
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('A streamed export', () => {
  it('is compressed, and complete', async () => {
    const answer = await ask('/api/v1/user/export', { 'accept-encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(decoded(answer))).toHaveProperty('audit');
  });
});

describe('The OpenAPI document', () => {
  it.each(['br', 'gzip', 'identity'])('is the same in the coding %s', async (coding) => {
    const [first, second, whole] = [
      await ask('/openapi.json', { 'accept-encoding': coding }),
      await ask('/openapi.json', { 'accept-encoding': coding }),
      await ask('/openapi.json'),
    ];
    expect(first.headers['content-encoding'] ?? 'identity').toBe(coding);
    expect(first.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(first.headers['content-length']).toBe(String(first.bytes.length));
    expect(first.headers.vary).toContain('Accept-Encoding');
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(decoded(first)).toBe(whole.bytes.toString());
    const head = await ask('/openapi.json', { 'accept-encoding': coding }, 'HEAD');
    expect(head.headers['content-encoding'] ?? 'identity').toBe(coding);
    expect(head.bytes).toHaveLength(0);
  });

  it('is small when it is compressed', async () => {
    const { bytes } = await ask('/openapi.json', { 'accept-encoding': 'gzip' });
    expect(bytes.length).toBeLessThan(100_000);
  });
});

describe('A file of Swagger UI', () => {
  const FILE = '/docs/swagger-ui.css';

  it('is compressed, and keeps its weak ETag', async () => {
    const answer = await ask(FILE, { 'accept-encoding': 'gzip' });
    const whole = await ask(FILE);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.headers.etag).toMatch(/^W\//);
    expect(answer.headers.etag).toBe(whole.headers.etag);
    expect(decoded(answer)).toBe(whole.bytes.toString());
    const unchanged = await ask(FILE, { 'accept-encoding': 'gzip', 'if-none-match': answer.headers.etag ?? '' });
    expect(unchanged.status).toBe(304);
    expect(unchanged.headers['content-encoding']).toBeUndefined();
    expect(unchanged.headers.vary).toContain('Accept-Encoding');
  });

  it('is sent whole when a part is asked for', async () => {
    const { status, headers } = await ask(FILE, { 'accept-encoding': 'gzip', range: 'bytes=0-9' });
    expect(status).toBe(200);
    expect(headers['accept-ranges']).toBe('none');
    expect(headers['content-range']).toBeUndefined();
  });
});
