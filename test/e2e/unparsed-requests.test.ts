import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { TestApp } from '../support/app/app.js';
import { RawConnection, type RawAnswer, sendRaw } from '../support/clients/raw-http.js';
import { expectProblem } from '../support/expectations/problem.js';

const LOGIN = '/api/v1/auth/login';
const MIB = 1024 * 1024;

let app: TestApp;
let securityHeaders: Record<string, string>;

beforeAll(async () => {
  app = await TestApp.start();
  const { headers } = await sendRaw(app.baseUrl, 'GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  const names = Object.keys(headers).filter((name) =>
    /^(x-(?!request-id)|cross-origin|referrer|content-sec)/.test(name),
  );
  securityHeaders = Object.fromEntries(names.map((name) => [name, headers[name] ?? '']));
});

afterAll(() => app.stop());

/** Expects what every answer has, and a problem document. */
function expectRefused(answer: RawAnswer, status: number, code: string, instance = '/'): void {
  expectProblem(answer, status, code, { instance });
  expect(answer.headers).toMatchObject(securityHeaders);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
}

describe('A request that Express never sees', () => {
  it.each([
    ['a header of 1 MiB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(MIB)}\r\n\r\n`, 431, 'headers_too_large'],
    ['an unknown method', 'NONSENSE / HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'bad_request'],
    ['bytes of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400, 'bad_request'],
    ['two lengths', `POST ${LOGIN} HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400, 'bad_request'],
    ['CONNECT', 'CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n', 400, 'bad_request'],
  ])('is refused with a problem document and the headers of every answer: %s', async (_, bytes, status, code) => {
    const connection = await RawConnection.open(app.baseUrl);
    connection.send(bytes);
    expectRefused(await connection.answer(), status, code);
    connection.close();
  });

  it('is refused when its body is malformed', async () => {
    const connection = await RawConnection.open(app.baseUrl);
    const head = `POST ${LOGIN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    connection.send(`${head}nonsense\r\n`);
    expectRefused(await connection.answer(), 400, 'bad_request');
    connection.close();
  });

  it('is refused when the extensions of its chunks are huge', async () => {
    const connection = await RawConnection.open(app.baseUrl);
    const head = `POST ${LOGIN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    connection.send(`${head}1;${'a'.repeat(20_000)}\r\n`);
    expectRefused(await connection.answer(), 413, 'payload_too_large');
    connection.close();
  });

  it('is refused when it does not arrive in time', async () => {
    const server: Server = app.nest.getHttpServer();
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const connection = await RawConnection.open(app.baseUrl);
    const [socket] = await accepted;
    connection.send('GET / HTTP/1.1\r\n');
    server.emit('clientError', Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
    expectRefused(await connection.answer(), 408, 'request_timeout');
    connection.close();
  });

  it('does not take the answer of an earlier request', async () => {
    const connection = await RawConnection.open(app.baseUrl);
    connection.send('GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\nNONSENSE\r\n\r\n');
    expect((await connection.answer()).status).toBe(200);
    expectRefused(await connection.answer(), 400, 'bad_request');
    connection.close();
  });
});

describe('A request that Node answers by itself', () => {
  it('is refused without a host', async () => {
    expectRefused(await sendRaw(app.baseUrl, 'GET /api/v1/me HTTP/1.1\r\n\r\n'), 400, 'bad_request', '/api/v1/me');
  });

  it('needs no host in HTTP/1.0', async () => {
    expect((await sendRaw(app.baseUrl, 'GET /health/live HTTP/1.0\r\n\r\n')).status).toBe(200);
  });

  it.each(['200-ok', '100-continue, 200-ok', 'nonsense'])('is refused with the expectation %s', async (expectation) => {
    const connection = await RawConnection.open(app.baseUrl);
    const head = `POST ${LOGIN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2`;
    connection.send(`${head}\r\nExpect: ${expectation}\r\n\r\n`);
    let answer = await connection.answer();
    if (answer.status === 100) {
      answer = await connection.answer();
    }
    expectRefused(answer, 417, 'expectation_failed', LOGIN);
    connection.close();
  });

  it('may expect to be told to continue', async () => {
    const connection = await RawConnection.open(app.baseUrl);
    const head = `POST ${LOGIN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2`;
    connection.send(`${head}\r\nExpect: 100-continue\r\n\r\n`);
    expect((await connection.answer()).status).toBe(100);
    connection.send('{}');
    expect((await connection.answer()).body).toMatchObject({ status: 400, code: 'validation_failed' });
    connection.close();
  });
});

describe('The instance of a problem document', () => {
  it.each([
    ['http://evil.test/nothing', '/nothing'],
    ['HTTPS://evil.test:8443/nothing?a=b', '/nothing'],
    ['//evil.test/nothing', '/evil.test/nothing'],
    ['///evil.test', '/evil.test'],
    ['/http://evil.test/', '/http://evil.test/'],
    ['/nothing#fragment', '/nothing'],
  ])('leads to no other host: %s', async (target, instance) => {
    const answer = await sendRaw(app.baseUrl, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expectRefused(answer, 404, 'not_found', instance);
  });
});
