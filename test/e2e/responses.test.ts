import { validate, version } from 'uuid';
import { TestApp } from '../support/app/app.js';
import { captureLog, type LogLines } from '../support/app/log-lines.js';
import type { Client } from '../support/clients/client.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { addFailures } from '../support/data/failures.js';
import { expectProblem } from '../support/expectations/problem.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const CONSOLE = 'https://console.example.com';
const LOGIN = '/api/v1/auth/login';

let app: TestApp;
let log: LogLines;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  log = captureLog();
  app = await TestApp.start({ LOG_LEVEL: 'info', CORS_ORIGINS: `${CONSOLE}, http://localhost:5173` });
  sasha = await app.factory.person();
  asSasha = await app.signedIn(sasha);
});

afterAll(async () => {
  await app.stop();
  log.stop();
});

/** Every code that some operation of the document gives an example of. */
function documentedCodes(): string[] {
  const text = JSON.stringify(app.openapi.document);
  return [...new Set([...text.matchAll(/"code":"([a-z_]+)"/g)].map(([, code]) => code ?? ''))].sort();
}

describe('Every response', () => {
  const requests: [string, (client: Client) => ReturnType<Client['get']>][] = [
    ['a success', (client) => client.get('/api/v1/me')],
    ['an empty success', (client) => client.post('/api/v1/auth/logout')],
    ['a health check', (client) => client.get('/health/ready')],
    ['the OpenAPI document', (client) => client.get('/openapi.json')],
    ['Swagger UI', (client) => client.get('/docs')],
    ['a page about a problem', (client) => client.get('/problems/not_found')],
    ['an unknown path', (client) => client.get('/nothing')],
    ['a wrong method', (client) => client.delete('/api/v1/me')],
    ['no credential', (client) => client.with('authorization', undefined).get('/api/v1/me')],
    ['a refusal', (client) => client.inOrganization('nowhere').get('/api/v1/me')],
    ['a body that is no JSON', (client) => client.with('content-type', 'application/json').post(LOGIN, '{')],
    ['invalid values', (client) => client.post(LOGIN, {})],
  ];

  it.each(requests)('has an id of its own: %s', async (_, request) => {
    const client = await app.signedIn(sasha);
    const id = String((await request(client)).headers['x-request-id']);
    expect({ valid: validate(id), version: version(id) }).toEqual({ valid: true, version: 7 });
    expect(String((await request(client)).headers['x-request-id'])).not.toBe(id);
  });

  it.each(requests)('takes over the id that a proxy gave: %s', async (_, request) => {
    const client = await app.signedIn(sasha);
    for (const id of ['12345678', 'a_B-3'.repeat(4), 'x'.repeat(64)]) {
      const { headers } = await request(client.with('x-request-id', id));
      expect(headers['x-request-id']).toBe(id);
    }
  });

  it.each(['1234567', 'x'.repeat(65), 'with spaces', 'a,b,c,d,e,f', '{"a":"b"}', '<script>', 'é'.repeat(8), ''])(
    'gets another id than a malformed one: %j',
    async (id) => {
      const { headers } = await asSasha.with('x-request-id', id).get('/api/v1/me');
      expect(headers['x-request-id']).not.toBe(id);
      expect(validate(String(headers['x-request-id']))).toBe(true);
    },
  );

  it.each(requests)('says nothing of the framework: %s', async (_, request) => {
    const { headers } = await request(await app.signedIn(sasha));
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  });
});

describe('WWW-Authenticate', () => {
  async function wrongCode(): Promise<Awaited<ReturnType<Client['get']>>> {
    const person = await app.factory.person();
    await enrol(await app.signedIn(person));
    const { mfaToken } = (await app.anonymous.post(LOGIN, { email: person.email, password: PASSWORD })).body;
    return app.anonymous.post(`${LOGIN}/mfa`, { mfaToken, method: 'totp', code: 'wrong' });
  }

  it.each([
    ['no credential', () => app.anonymous.get('/api/v1/me'), 'unauthenticated'],
    ['a token that is wrong', () => app.anonymous.withToken('wrong').get('/api/v1/me'), 'unauthenticated'],
    [
      'a password that is wrong',
      () => app.anonymous.post(LOGIN, { email: sasha.email, password: 'wrong' }),
      'invalid_credentials',
    ],
    ['a code that is wrong', wrongCode, 'invalid_code'],
  ])('is sent with every 401: %s', async (_, request, code) => {
    const answer = await request();
    expectProblem(answer, 401, code);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });
});

describe('Cache-Control: no-store', () => {
  it.each(['/api/v1/me', '/api/v1/user', '/api/v1/auth/me', '/api/v1/orgs/my', '/api/me', '/api/users/me'])(
    'is sent with the user’s own data: %s',
    async (path) => {
      const { status, headers } = await asSasha.get(path);
      expect({ status, cache: headers['cache-control'] }).toEqual({ status: 200, cache: 'no-store' });
    },
  );

  it('is sent with the answer of a login, and with the end of a session', async () => {
    const login = await app.anonymous.post(LOGIN, { email: sasha.email, password: PASSWORD });
    expect({ status: login.status, cache: login.headers['cache-control'] }).toEqual({ status: 200, cache: 'no-store' });
    const logout = await app.anonymous.withToken(login.body.token).post('/api/v1/auth/logout');
    expect({ status: logout.status, cache: logout.headers['cache-control'] }).toEqual({
      status: 204,
      cache: 'no-store',
    });
  });
});

describe('A page of another origin', () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${app.baseUrl}/api/v1/me`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,content-type,x-org',
      },
    });

  it('that is configured may send what the API takes, and read what it answers', async () => {
    const { status, headers } = await preflight(CONSOLE);
    expect(status).toBe(204);
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': CONSOLE,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': expect.stringContaining('PATCH'),
      'access-control-allow-headers': 'authorization,content-type,x-org',
      'access-control-max-age': '600',
      vary: expect.stringContaining('Origin'),
    });
    const answer = await asSasha.with('origin', CONSOLE).get('/api/v1/me');
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': CONSOLE,
      'access-control-expose-headers': expect.stringContaining('X-Request-Id'),
    });
  });

  let organization: Organization;
  let locked: Person;

  beforeAll(async () => {
    organization = await app.factory.organization();
    await app.factory.membership(sasha, organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    locked = await app.factory.person();
    await addFailures(app, 10, { account: { userId: locked.id } });
  });

  it.each<[string, (client: Client) => ReturnType<Client['get']>]>([
    ['Accept-Encoding', (client) => client.with('content-encoding', 'zstd').post(LOGIN, {})],
    ['Allow', (client) => client.delete('/api/v1/me')],
    ['Content-Disposition', (client) => client.inOrganization(organization.slug).get('/api/v1/org/users/export')],
    ['Content-Language', (client) => client.get('/api/v1/nothing')],
    ['Location', (client) => client.get(`/api/v1/orgs/${organization.id}`)],
    [
      'Retry-After',
      (client) => client.with('authorization', undefined).post(LOGIN, { email: locked.email, password: PASSWORD }),
    ],
    ['WWW-Authenticate', (client) => client.with('authorization', undefined).get('/api/v1/me')],
    ['X-Request-Id', (client) => client.get('/api/v1/me')],
  ])('that is configured reads the header %s of an answer that has it', async (name, request) => {
    const { headers } = await request(asSasha.with('origin', CONSOLE));
    expect(headers).toHaveProperty(name.toLowerCase());
    expect(String(headers['access-control-expose-headers']).split(',')).toContain(name);
  });

  it('that is configured reads every header that the OpenAPI document has', async () => {
    const documented = Object.values(app.openapi.document.paths)
      .flatMap((operations) => Object.values(operations))
      .flatMap(({ responses }) => Object.values(responses))
      .flatMap(({ headers = {} }) => Object.keys(headers));
    const { headers } = await asSasha.with('origin', CONSOLE).get('/api/v1/me');
    const exposed = new Set(String(headers['access-control-expose-headers']).split(','));
    const hidden = [...new Set(documented)].filter((name) => !exposed.has(name));
    // Browsers act on this by themselves, and show it to no page (Fetch, section 2.2.2).
    expect(hidden).toEqual(['Clear-Site-Data']);
    expect(documented).toEqual(expect.arrayContaining(['Location', 'Retry-After', 'WWW-Authenticate', 'X-Request-Id']));
  });

  it('that is configured reads refusals as well', async () => {
    const refused = await app.anonymous.with('origin', CONSOLE).get('/api/v1/me');
    expectProblem(refused, 401, 'unauthenticated');
    expect(refused.headers['access-control-allow-origin']).toBe(CONSOLE);
  });

  it.each([
    'https://evil.example.com',
    'https://console.example.com.evil.example',
    'http://console.example.com',
    'null',
  ])('that is not may read nothing: %s', async (origin) => {
    expect((await preflight(origin)).headers.has('access-control-allow-origin')).toBe(false);
    const answer = await asSasha.with('origin', origin).get('/api/v1/me');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('The pages about problems', () => {
  it('explain every code of the OpenAPI document', async () => {
    const codes = documentedCodes();
    expect(codes).toEqual(
      expect.arrayContaining(['unauthenticated', 'validation_failed', 'unavailable', 'not_a_member']),
    );
    for (const code of codes) {
      const { status, headers, text } = await app.anonymous.get(`/problems/${code}`);
      expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
      expect(text).toContain(`<code>${code}</code>, status `);
      expect(text).toMatch(/<h1>[^<]+<\/h1>.*<p>.{20,}<\/p>/);
    }
  });

  it('are listed, each with a link', async () => {
    const { text } = await app.anonymous.get('/problems');
    for (const code of documentedCodes()) {
      expect(text).toContain(`<a href="/problems/${code}">`);
    }
  });

  it('are where the type of a problem document points to', async () => {
    const { body } = await app.anonymous.get('/api/v1/me');
    expect(body.type).toBe(`${app.config.publicUrl}/problems/unauthenticated`);
  });

  it('are on no host that a proxy or a client names', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', 'x-forwarded-prefix': '/evil' };
    const { body } = await Object.entries({ ...headers, forwarded: 'for=127.0.0.1;host=evil.example;proto=https' })
      .reduce((client, [name, value]) => client.with(name, value), app.anonymous)
      .get('/api/v1/me');
    expect(body.type).toBe(`${app.config.publicUrl}/problems/unauthenticated`);
  });

  it('do not exist for other codes', async () => {
    for (const code of ['nothing', 'constructor', '__proto__', 'toString', '<script>']) {
      expectProblem(await app.anonymous.get(`/problems/${encodeURIComponent(code)}`), 404, 'not_found');
    }
  });
});

describe('The log', () => {
  it('has no line for a probe that succeeds', async () => {
    const probe = app.anonymous.with('x-request-id', 'probe-of-this-test');
    expect((await probe.get('/health/live')).status).toBe(200);
    expect((await probe.get('/health/nothing')).status).toBe(404);
    const lines = log.lines().filter(({ requestId }) => requestId === 'probe-of-this-test');
    expect(lines).toMatchObject([{ context: 'Request', status: 404 }]);
  });

  it.each([
    ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['00-00000000000000000000000000000000-00f067aa0ba902b7-01', undefined],
    ['00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01', undefined],
    ['ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', undefined],
    ['00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01', undefined],
    ['nothing', undefined],
  ])('has the trace of a request with the traceparent %s', async (traceparent, traceId) => {
    const client = app.anonymous.with('traceparent', traceparent);
    const { headers } = await client.get('/api/v1/settings/locales');
    const lines = log.lines().filter(({ requestId }) => requestId === headers['x-request-id']);
    expect(lines.map((line) => [line.context, line.levelName, line.traceId])).toEqual([['Request', 'info', traceId]]);
  });

  it('has the organization in which the caller acts', async () => {
    const organization = await app.factory.organization();
    await app.factory.membership(sasha, organization);
    const { headers } = await asSasha.inOrganization(organization.slug).get('/api/v1/app/me');
    const lines = log.lines().filter(({ requestId }) => requestId === headers['x-request-id']);
    expect(lines).toMatchObject([{ status: 200, callerId: sasha.id, organizationId: organization.id }]);
  });

  it('has one line for a request, without its query, and none of its secrets', async () => {
    const requestId = 'request-of-this-test';
    const secret = 'a password nobody else has';
    await asSasha.with('x-request-id', requestId).get('/api/v1/me?token=in-the-query');
    await app.anonymous.with('x-request-id', requestId).post(LOGIN, { email: sasha.email, password: secret });
    const lines = log.lines().filter((line) => line.requestId === requestId);
    expect(lines).toMatchObject([
      { context: 'Request', method: 'GET', route: '/api/v1/me', status: 200, callerId: sasha.id },
      { context: 'Request', method: 'POST', route: LOGIN, status: 401 },
    ]);
    const text = JSON.stringify(log.lines());
    for (const word of [secret, PASSWORD, asSasha.token, 'in-the-query', sasha.email]) {
      expect(text).not.toContain(word);
    }
  });
});

describe('The log of a path with an address in it', () => {
  const address = 'a.private.address@example.com';
  const emails = '/api/v1/me/emails';

  it.each([
    ['of a route', () => asSasha.delete(`${emails}/${address}`), `${emails}/:email`],
    ['that is encoded', () => asSasha.delete(`${emails}/${encodeURIComponent(address)}`), `${emails}/:email`],
    ['of no route', () => asSasha.get(`/api/v1/nothing/${address}`), undefined],
    ['of another method', () => asSasha.put(`${emails}/${address}`, {}), `${emails}/:email`],
    ['that cannot be decoded', () => asSasha.delete(`${emails}/${address}%zz`), undefined],
    [
      'with a body that is no JSON',
      () => asSasha.with('content-type', 'application/json').put(`${emails}/${address}`, '{'),
      `${emails}/:email`,
    ],
  ])('names the route alone: %s', async (_, request, route) => {
    const before = log.lines().length;
    const { headers } = await request();
    const lines = log.lines().slice(before);
    expect(lines.filter(({ requestId }) => requestId === headers['x-request-id'])).toMatchObject([
      { context: 'Request' },
    ]);
    expect(lines.at(-1)?.route).toBe(route);
    expect(JSON.stringify(lines)).not.toMatch(/a\.private\.address/);
  });
});

// Last: the database is broken from here on.
describe('An internal error', () => {
  beforeAll(async () => {
    await app.database.pool.query('DROP TABLE "UserEmail" CASCADE');
  });

  it('sends the client only its id', async () => {
    const response = await asSasha.get('/api/v1/user?token=in-the-query');
    expectProblem(response, 500, 'internal_error', {
      title: 'Something went wrong on our side',
      detail: 'Something went wrong on our side',
      instance: '/api/v1/user',
    });
    expect(response.text).not.toMatch(/prisma|select|UserEmail|\bat \b|\.js|\.ts|node_modules/i);
  });

  it('logs the error with the id of the request and without its secrets', async () => {
    const requestId = 'request-that-will-fail';
    const withCookie = asSasha.with('cookie', `session=${asSasha.token}`).with('x-request-id', requestId);
    expectProblem(await withCookie.get('/api/v1/user?token=in-the-query'), 500, 'internal_error', { requestId });
    const lines = log.lines().filter((line) => line.requestId === requestId);
    expect(lines).toMatchObject([
      {
        level: 50,
        context: 'Error',
        err: { message: expect.stringContaining('UserEmail'), stack: expect.any(String) },
      },
      { level: 30, context: 'Request', status: 500, route: '/api/v1/user' },
    ]);
    const text = JSON.stringify(lines);
    for (const word of [asSasha.token, 'in-the-query', sasha.email]) {
      expect(text).not.toContain(word);
    }
  });

  it('does not end the process', async () => {
    expect((await asSasha.get('/health/ready')).status).toBe(200);
    expect((await asSasha.get('/api/v1/orgs/my')).status).toBe(200);
  });
});

describe('Swagger UI', () => {
  it('is served with all that its page refers to', async () => {
    const { text } = await app.anonymous.get('/docs');
    const files = [...text.matchAll(/(?:src|href)="\.\/(docs\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(6);
    for (const file of [...files, 'docs/']) {
      expect({ file, status: (await app.anonymous.get(`/${file}`)).status }).toEqual({ file, status: 200 });
    }
  });

  it.each([
    'package.json',
    'README.md',
    'LICENSE',
    'NOTICE',
    'index.html',
    'index.js',
    'absolute-path.js',
    'swagger-initializer.js',
    'swagger-ui.js',
    'swagger-ui.js.map',
    'swagger-ui-bundle.js.map',
    'oauth2-redirect.html',
    'docs/package.json',
    '%70ackage.json',
    '/package.json',
    './package.json',
    '..%2fpackage.json',
  ])('is not served with another file of its package: %s', async (file) => {
    expectProblem(await app.anonymous.get(`/docs/${file}`), 404, 'not_found');
  });
});
