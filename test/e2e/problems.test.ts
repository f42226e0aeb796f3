import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { sendRaw } from '../support/clients/raw-http.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectProblem } from '../support/expectations/problem.js';

const LOGIN = '/api/v1/auth/login';
const MIB = 1024 * 1024;

let app: TestApp;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
  sasha = await app.factory.person();
  const aurora = await app.factory.organization({ slug: 'auroralabs' });
  await app.factory.membership(sasha, aurora, { isPrimary: true });
  asSasha = (await app.signedIn(sasha)).inOrganization('auroralabs');
});

afterAll(() => app.stop());

/** Signs in with a body written by hand. */
function login(json: string | Buffer, type: string | undefined = 'application/json') {
  return app.anonymous.with('content-type', type).post(LOGIN, json);
}

function invalid(...errors: [pointer: string, code: string, detail: string][]) {
  return { errors: errors.map(([pointer, code, detail]) => ({ pointer, code, detail })) };
}

const UNKNOWN_KEY = 'This key is not one the route takes.';
const NO_OBJECT = invalid(['', 'is_object', 'The body must be a JSON object.']);

describe('A path', () => {
  it.each(['/api', '/api/', '/api/v1', '/api/v1/nothing', '/api/v1/me/nothing', '/nothing', '/problem'])(
    'that no route has is not found: %s',
    async (path) => {
      expectProblem(await app.anonymous.get(path), 404, 'not_found', { instance: path });
      expectProblem(await asSasha.post(path, {}), 404, 'not_found', { instance: path });
    },
  );

  it('is written exactly as the documents write it', async () => {
    expectProblem(await asSasha.get('/API/V1/ME'), 404, 'not_found', { instance: '/API/V1/ME' });
    expectProblem(await asSasha.get('/api/v1/Me'), 404, 'not_found', { instance: '/api/v1/Me' });
  });

  it.each(['%', '%zz', '%E0%A4%A', '%C0%AF', '%FF'])('with the bad percent-encoding %s is refused', async (text) => {
    const path = `/api/v1/app/user/${text}`;
    expectProblem(await asSasha.get(path), 400, 'bad_request', { instance: path });
    expectProblem(await asSasha.delete(path), 400, 'bad_request', { instance: path });
    expectProblem(await app.anonymous.get(`/${text}`), 404, 'not_found', { instance: `/${text}` });
  });

  it.each(['%00', 'user_%00', '%0a', '..%2f..%2fme', "'%20OR%201=1--", 'x'.repeat(4000), newId(), 'user_1'])(
    'with the id %.40s names no user',
    async (id) => {
      expectProblem(await asSasha.get(`/api/v1/app/user/${id}`), 404, 'user_not_found');
    },
  );

  it('that takes other methods names them in Allow, HEAD with GET', async () => {
    const allowed = async (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): Promise<string> => {
      const response = await asSasha.send(method, path);
      expectProblem(response, 405, 'method_not_allowed', { instance: path });
      return String(response.headers.allow);
    };
    expect(await allowed('delete', '/api/v1/auth/me')).toBe('GET, HEAD');
    expect(await allowed('patch', '/api/me/current-organization')).toBe('GET, HEAD');
    expect(await allowed('post', '/health/live')).toBe('GET, HEAD');
    expect(await allowed('get', LOGIN)).toBe('POST');
    expect(await allowed('put', '/api/me/switch-organization')).toBe('POST');
    expect(await allowed('put', '/api/v1/api-keys')).toBe('GET, HEAD, POST');
  });

  it('is reported without its query, which may hold secrets', async () => {
    expectProblem(await app.anonymous.get('/api/v1/nothing?token=secret#x'), 404, 'not_found', {
      instance: '/api/v1/nothing',
    });
    const response = await app.anonymous.get('/api/v1/me?token=secret');
    expectProblem(response, 401, 'unauthenticated', { instance: '/api/v1/me' });
    expect(response.text).not.toContain('secret');
  });
});

describe('HEAD and OPTIONS', () => {
  it('HEAD answers like GET, without the body', async () => {
    const options = { method: 'HEAD', headers: { authorization: asSasha.token } };
    const head = await fetch(`${app.baseUrl}/api/v1/me`, options);
    expect({ status: head.status, text: await head.text() }).toEqual({ status: 200, text: '' });
    expect(head.headers.get('cache-control')).toBe('no-store');
    expect(head.headers.get('content-length')).toBe(String((await asSasha.get('/api/v1/me')).text.length));
    expect((await fetch(`${app.baseUrl}/api/v1/me`, { method: 'HEAD' })).status).toBe(401);
    expect((await fetch(`${app.baseUrl}/nothing`, { method: 'HEAD' })).status).toBe(404);
    const refused = await fetch(app.baseUrl + LOGIN, { method: 'HEAD' });
    expect({ status: refused.status, allow: refused.headers.get('allow') }).toEqual({ status: 405, allow: 'POST' });
  });

  it('OPTIONS is no method of any route', async () => {
    const response = await fetch(`${app.baseUrl}/api/v1/auth/me`, { method: 'OPTIONS' });
    expect({ status: response.status, allow: response.headers.get('allow') }).toEqual({
      status: 405,
      allow: 'GET, HEAD',
    });
    expect(((await response.json()) as { code: string }).code).toBe('method_not_allowed');
  });
});

describe('A body', () => {
  const credentials = (): string => JSON.stringify({ email: sasha.email, password: PASSWORD });

  it('that is good is taken, also as another kind of JSON and in capitals', async () => {
    expect((await login(credentials())).status).toBe(200);
    expect((await login(credentials(), 'application/json; charset=UTF-8')).status).toBe(200);
    expect((await login(credentials(), 'APPLICATION/JSON')).status).toBe(200);
  });

  it.each([
    '{',
    '{"email"',
    '{"email":"a',
    '[',
    '"',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '{"a":NaN}',
    'undefined',
    '{}{}',
    '{"a":"\u0000"}',
    '<xml/>',
  ])('that is no JSON is refused: %j', async (json) => {
    expectProblem(await login(json), 400, 'malformed_json', { instance: LOGIN });
  });

  it('that is cut off is refused', async () => {
    expectProblem(await login(credentials().slice(0, -1)), 400, 'malformed_json');
    expectProblem(await login(credentials().slice(0, 10)), 400, 'malformed_json');
  });

  it.each(['"text"', '[]', '[{"email":"a"}]', 'null', '1', '-0.5e3', 'true', 'false'])(
    'that is JSON but no object is refused: %s',
    async (json) => {
      expectProblem(await login(json), 400, 'validation_failed', NO_OBJECT);
    },
  );

  it('that is missing lacks what one without keys lacks', async () => {
    const lacks = invalid(
      ['/email', 'is_email', 'Must be an e-mail address.'],
      ['/password', 'is_string', 'Must be a string.'],
    );
    expectProblem(await app.anonymous.post(LOGIN), 400, 'validation_failed', lacks);
    expectProblem(await app.anonymous.post(LOGIN, {}), 400, 'validation_failed', lacks);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'json',
    'nonsense',
  ])('of the type %s is refused', async (type) => {
    expectProblem(await login(credentials(), type), 415, 'unsupported_media_type', { instance: LOGIN });
  });

  it.each(['iso-8859-1', 'latin1', 'utf-99', 'x'])('in the charset %s is refused', async (charset) => {
    const response = await login(credentials(), `application/json; charset=${charset}`);
    expectProblem(response, 415, 'unsupported_media_type', { instance: LOGIN });
  });

  it('in a coding that is not known is refused', async () => {
    const response = await app.anonymous
      .with('content-encoding', 'x')
      .with('content-type', 'application/json')
      .post(LOGIN, '{}');
    expectProblem(response, 415, 'unsupported_media_type');
  });

  it('without a type is refused', async () => {
    const answer = await sendRaw(
      app.baseUrl,
      `POST ${LOGIN} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`,
    );
    expectProblem(answer, 415, 'unsupported_media_type', { instance: LOGIN });
  });

  it('may have one MiB, and not one byte more', async () => {
    const padded = (length: number): string => `{"email":"${sasha.email}","password":"${PASSWORD}"}`.padEnd(length);
    expect((await login(padded(MIB))).status).toBe(200);
    expectProblem(await login(padded(MIB + 1)), 413, 'payload_too_large', { instance: LOGIN });
  });
});

describe('The keys of a body', () => {
  it('count once: of several with the same name the last one', async () => {
    const json = `{"email":"nobody@example.com","email":${JSON.stringify(sasha.email)},"password":"x","password":${JSON.stringify(PASSWORD)}}`;
    expect((await login(json)).status).toBe(200);
    expectProblem(
      await login(json.replace(/^{/, '{"password":1,').replace(/}$/, ',"password":"wrong"}')),
      401,
      'invalid_credentials',
    );
  });

  it.each(['__proto__', 'constructor', 'prototype'])('never reach a prototype: %s, at any depth', async (name) => {
    const refused = (pointer: string) => invalid([pointer, 'unknown_key', UNKNOWN_KEY]);
    const known = `"email":${JSON.stringify(sasha.email)},"password":${JSON.stringify(PASSWORD)}`;
    expectProblem(await login(`{${known},"${name}":{"admin":true}}`), 400, 'validation_failed', refused(`/${name}`));
    expectProblem(await login(`{"${name}":null,"${name}":1,${known}}`), 400, 'validation_failed', refused(`/${name}`));
    const nested = await login(`{${known},"a":{"b":[0,{"${name}":{}}]}}`);
    expectProblem(nested, 400, 'validation_failed', refused(`/a/b/1/${name}`));
    const inKnown = await login(`{"email":{"${name}":{"toString":1}},"password":"x"}`);
    expectProblem(inKnown, 400, 'validation_failed', refused(`/email/${name}`));
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('that the route does not take are refused, each with a JSON pointer', async () => {
    const response = await login(`{"email":${JSON.stringify(sasha.email)},"password":"x","a/b":1,"c~d":2,"":3}`);
    expectProblem(
      response,
      400,
      'validation_failed',
      invalid(
        ['/a~1b', 'unknown_key', UNKNOWN_KEY],
        ['/c~0d', 'unknown_key', UNKNOWN_KEY],
        ['/', 'unknown_key', UNKNOWN_KEY],
      ),
    );
  });

  it.each([
    ['objects', '{"a":', '}'],
    ['arrays', '[', ']'],
  ])('may not be nested without end: 100,000 %s', async (_, open, close) => {
    const json = `{"email":${open.repeat(100_000)}1${close.repeat(100_000)}}`;
    const tooDeep = invalid(['', 'max_depth', 'The input is nested deeper than 32 levels.']);
    expectProblem(await login(json), 400, 'validation_failed', tooDeep);
    expectProblem(await login(open.repeat(100_000)), 400, 'validation_failed', tooDeep);
  });

  it('with NUL in their values are refused, or are simply not the right password', async () => {
    const bad = await login('{"email":"a\\u0000@example.com","password":"x"}');
    expectProblem(bad, 400, 'validation_failed', invalid(['/email', 'is_email', 'Must be an e-mail address.']));
    const wrong = await login(`{"email":${JSON.stringify(sasha.email)},"password":"${PASSWORD}\\u0000"}`);
    expectProblem(wrong, 401, 'invalid_credentials');
  });
});

describe('A query', () => {
  const list = '/api/v1/app/user';

  it.each([
    ['page=0', '/page', 'min', 'Must be at least 1.'],
    ['page=x', '/page', 'is_int', 'Must be a whole number.'],
    ['page=1&page=2', '/page', 'is_int', 'Must be a whole number.'],
    ['page_size=101', '/page_size', 'max', 'Must be at most 100.'],
    ['q=%00', '/q', 'no_controls', 'Must not contain control characters.'],
    ['q=a&q=b', '/q', 'is_string', 'Must be a string.'],
    ['state=Active,Gone', '/state', 'is_in', 'Must be a comma list of Active, Inactive.'],
    ['nothing=1', '/nothing', 'unknown_key', UNKNOWN_KEY],
    ['__proto__=1', '/__proto__', 'unknown_key', UNKNOWN_KEY],
    ['constructor=1', '/constructor', 'unknown_key', UNKNOWN_KEY],
    ['__proto__[a]=1', '/__proto__[a]', 'unknown_key', UNKNOWN_KEY],
  ])('is validated like a body: %s', async (query, ...error) => {
    expectProblem(await asSasha.get(`${list}?${query}`), 400, 'validation_failed', invalid(error));
  });

  it('may be strange without being wrong', async () => {
    for (const query of ['', '?', '?q=%zz', '?q=%F0%9F%98%80', '?q=%25_\\', "?q='--", '?page=9999999', '?&&']) {
      expect((await asSasha.get(list + query)).status).toBe(200);
    }
  });
});

describe('A request that is no HTTP', () => {
  const raw = (bytes: string) => sendRaw(app.baseUrl, bytes);

  it('is refused when its header is huge', async () => {
    const huge = await raw(`GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-Padding: ${'a'.repeat(20_000)}\r\n\r\n`);
    expectProblem(huge, 431, 'headers_too_large', { instance: '/' });
    const long = await raw(`GET /api/v1/${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expectProblem(long, 431, 'headers_too_large', { instance: '/' });
  });

  it.each(['X-A: \0', 'X\0: a', 'no colon', 'Content-Length: x', 'Transfer-Encoding: chunked\r\nContent-Length: 1'])(
    'is refused with the header %j',
    async (header) => {
      expectProblem(await raw(`POST ${LOGIN} HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`), 400, 'bad_request', {
        instance: '/',
      });
    },
  );

  it('is refused when it is something else', async () => {
    expectProblem(await raw('\x16\x03\x01 hello\r\n\r\n'), 400, 'bad_request', { instance: '/' });
    expectProblem(await raw('NONSENSE / HTTP/1.1\r\nHost: x\r\n\r\n'), 400, 'bad_request', { instance: '/' });
  });
});
