import { promisify } from 'node:util';
import { brotliCompress, deflate, gzip } from 'node:zlib';
import type { Response } from 'supertest';
import { TestApp } from '../support/app/app.js';
import { RawConnection } from '../support/clients/raw-http.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectProblem } from '../support/expectations/problem.js';

const LOGIN = '/api/v1/auth/login';
const MIB = 1024 * 1024;
const ACCEPTED = 'gzip, deflate, br';

const CODINGS: [string, (bytes: Buffer) => Promise<Buffer>][] = [
  ['gzip', promisify(gzip)],
  ['deflate', promisify(deflate)],
  ['br', promisify(brotliCompress)],
];

let app: TestApp;
let sasha: Person;
let good: Buffer;

beforeAll(async () => {
  app = await TestApp.start();
  sasha = await app.factory.person();
  await app.factory.membership(sasha, await app.factory.organization({ slug: 'auroralabs' }), {
    role: 'OrganizationAdmin',
    isPrimary: true,
  });
  good = Buffer.from(JSON.stringify({ email: sasha.email, password: PASSWORD }));
});

afterAll(() => app.stop());

function login(body: Buffer, headers: Record<string, string> = {}): Promise<Response> {
  const client = Object.entries(headers).reduce(
    (before, [name, value]) => before.with(name, value),
    app.anonymous.with('content-type', 'application/json'),
  );
  return client.post(LOGIN, body);
}

/** The same body with white space behind it. */
function padded(length: number): Buffer {
  return Buffer.concat([good, Buffer.alloc(length - good.length, ' ')]);
}

describe.each(CODINGS)('A body that is compressed with %s', (coding, compress) => {
  const send = (body: Buffer, name = coding): Promise<Response> => login(body, { 'content-encoding': name });

  it('is read', async () => {
    expect((await send(await compress(good))).status).toBe(200);
    expect((await send(await compress(good), ` ${coding.toUpperCase()} `)).status).toBe(200);
  });

  it.each([
    ['something else', (whole: Buffer) => Buffer.from(`not compressed ${String(whole.length)}`)],
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 6)],
    ['cut off after its first byte', (whole: Buffer) => whole.subarray(0, 1)],
  ])('is refused when it is %s', async (_, damage) => {
    const answer = await send(damage(await compress(good)));
    expectProblem(answer, 400, 'malformed_body', { instance: LOGIN });
  });

  it('is refused when it is no JSON after decompression', async () => {
    expectProblem(await send(await compress(Buffer.from('{'))), 400, 'malformed_json');
  });

  it('may have one MiB after decompression, and not one byte more', async () => {
    expect((await send(await compress(padded(MIB)))).status).toBe(200);
    expectProblem(await send(await compress(padded(MIB + 1))), 413, 'payload_too_large', { instance: LOGIN });
  });

  it('is refused when a few bytes would become 64 MiB', async () => {
    const bomb = await compress(Buffer.alloc(64 * MIB, ' '));
    expect(bomb.length).toBeLessThan(MIB);
    expectProblem(await send(bomb), 413, 'payload_too_large');
  });
});

describe('A body', () => {
  it.each(['x', 'compress', 'gzip, gzip', 'constructor'])('in the coding %s is refused', async (coding) => {
    const answer = await login(good, { 'content-encoding': coding });
    const detail = `The body must be uncompressed, or compressed with one of: ${ACCEPTED}.`;
    expectProblem(answer, 415, 'unsupported_media_type', { instance: LOGIN, detail });
    expect(answer.headers['accept-encoding']).toBe(ACCEPTED);
  });

  it.each(['identity', 'IDENTITY', ''])('in the coding %j is not compressed', async (coding) => {
    expect((await login(good, { 'content-encoding': coding })).status).toBe(200);
  });

  it.each(['charset=utf-8', 'charset=UTF8', 'charset="utf-8"', 'charset = us-ascii', 'x=y'])(
    'with the parameter %s is read',
    async (parameter) => {
      expect((await login(good, { 'content-type': `application/json; ${parameter}` })).status).toBe(200);
    },
  );

  it.each([
    'charset=utf-7',
    'charset=utf-16',
    'charset=UTF-16LE',
    'charset=utf-16be',
    'charset=utf-32',
    'charset=utf-80',
    'charset="utf-16"',
    'charset=iso-8859-1',
    'charset=',
    'charset=utf-8; charset=utf-16',
  ])('with the parameter %s is refused', async (parameter) => {
    const answer = await login(good, { 'content-type': `application/json; ${parameter}` });
    const detail = 'The body must be in UTF-8.';
    expectProblem(answer, 415, 'unsupported_media_type', { instance: LOGIN, detail });
  });

  it.each([
    ['UTF-16', Buffer.from('{"email":"a","password":"b"}', 'utf16le')],
    ['Latin-1', Buffer.from('{"email":"a","password":"é"}', 'latin1')],
    ['UTF-8 with half a surrogate pair', Buffer.from('{"email":"a","password":"\xed\xa0\x80"}', 'latin1')],
  ])('that says UTF-8 and is %s is refused', async (_, body) => {
    expectProblem(await login(body), 400, 'malformed_json', { instance: LOGIN });
  });

  it('may begin with a byte order mark', async () => {
    expect((await login(Buffer.concat([Buffer.from('\ufeff'), good]))).status).toBe(200);
  });

  it.each([
    'application/merge-patch+json',
    'application/vnd.api+json',
    'application/vnd.api+json; ext="https://example.com/ext"',
    'application/vnd.atrium+json; charset=utf-8',
    'APPLICATION/SCIM+JSON',
    'application/ld+json;profile="a b"',
    'application/json-patch+json',
    'application/problem+json',
    'application/hal+json ; charset="UTF-8"',
    'application/vnd.atrium.v2+json;q=0.9',
    'application/json;v=1',
    'Application/Json',
  ])('of the type %s is read as JSON', async (type) => {
    expect((await login(good, { 'content-type': type })).status).toBe(200);
    expectProblem(await login(Buffer.from('{'), { 'content-type': type }), 400, 'malformed_json');
  });

  it.each([
    'application/jsonp',
    'application/x-json',
    'application/json5',
    'application/json+xml',
    'application/+json+xml',
    'text/json',
    'text/merge-patch+json',
    'image/x+json',
    'application/vnd.api-json',
    'json',
    '+json',
    '',
  ])('of the type %j is refused', async (type) => {
    expectProblem(await login(good, { 'content-type': type }), 415, 'unsupported_media_type');
  });

  it('of another kind of JSON gives a team member the role that it names', async () => {
    const client = (await app.signedIn(sasha)).inOrganization('auroralabs');
    const team = await client.post('/api/v1/org/teams', { name: 'Research' });
    expect(team.status).toBe(201);
    const asJsonApi = client.with('content-type', 'application/vnd.api+json');
    const path = `/api/v1/org/teams/${String(team.body.id)}/members/${sasha.id}`;
    const { status, body } = await asJsonApi.put(path, JSON.stringify({ roleId: await app.factory.roleId('Manager') }));
    expect({ status, role: body.role }).toEqual({ status: 201, role: 'Manager' });
  });

  it('of another kind of JSON is read where a route takes a form as well', async () => {
    const client = (await app.signedIn(sasha)).inOrganization('auroralabs');
    const project = await client.post('/api/v1/app/project', { name: 'Insights' });
    const path = `/api/v1/app/project/${String(project.body.id)}/artifact`;
    const asMergePatch = client.with('content-type', 'application/merge-patch+json');
    expectProblem(await asMergePatch.post(path, '{"unknown":1}'), 400, 'validation_failed', {
      errors: expect.arrayContaining([expect.objectContaining({ pointer: '/unknown', code: 'unknown_key' })]),
    });
  });
});

describe('A body that is too large', () => {
  const head = (length: string): string =>
    `POST ${LOGIN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;

  it.each(['identity', 'gzip'])('is refused before it is sent, when its length is said: %s', async (coding) => {
    const connection = await RawConnection.open(app.baseUrl);
    connection.send(head(`Content-Encoding: ${coding}\r\nContent-Length: ${String(MIB + 1)}`));
    expectProblem(await connection.answer(), 413, 'payload_too_large', { instance: LOGIN });
    connection.close();
  });

  it('is refused before its end, when its length is not said', async () => {
    const connection = await RawConnection.open(app.baseUrl);
    connection.send(head('Transfer-Encoding: chunked'));
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    connection.send(chunk.repeat(17));
    expectProblem(await connection.answer(), 413, 'payload_too_large', { instance: LOGIN });
    connection.close();
  });

  it('leaves the connection to the next request, once it has been sent', async () => {
    const connection = await RawConnection.open(app.baseUrl);
    connection.send(head(`Content-Length: ${String(2 * MIB)}`));
    expectProblem(await connection.answer(), 413, 'payload_too_large');
    connection.send(Buffer.alloc(2 * MIB, ' '));
    connection.send('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    expect((await connection.answer()).status).toBe(200);
    connection.close();
  });
});
