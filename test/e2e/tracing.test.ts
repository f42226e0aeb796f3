import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/core/config/config.js';
import { NO_TRACING } from '../../src/core/tracing/no-tracing.js';
import { tracingFor } from '../../src/core/tracing/tracing-for.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { TestApp } from '../support/app/app.js';
import { captureLog, type LogLines } from '../support/app/log-lines.js';
import { ShippedApp } from '../support/app/shipped-app.js';
import type { Client } from '../support/clients/client.js';
import { uploadAvatar } from '../support/clients/uploads.js';
import { plain } from '../support/data/pictures.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { answers } from '../support/network/answers.js';
import { freePort } from '../support/network/free-port.js';
import { eventually } from '../support/time/eventually.js';
import { Stopwatch } from '../support/time/stopwatch.js';
import { type CollectedSpan, TraceCollector, valuesOf } from '../support/tracing/trace-collector.js';

const SERVER = 2;
const CLIENT = 3;
const CONSUMER = 5;
const FAILED = 2;

const ME = '/api/v1/auth/me';

let collector: TraceCollector;
let app: TestApp;
let log: LogLines;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  collector = await TraceCollector.start();
  log = captureLog();
  app = await TestApp.start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, LOG_LEVEL: 'info' });
  sasha = await app.factory.person();
  asSasha = await app.signedIn(sasha);
});

afterAll(async () => {
  await app.stop();
  log.stop();
  await collector.stop();
});

/** A new trace with the span of a caller. */
function newParent(flags = '01'): { traceId: string; spanId: string; header: string } {
  const traceId = randomBytes(16).toString('hex');
  const spanId = randomBytes(8).toString('hex');
  return { traceId, spanId, header: `00-${traceId}-${spanId}-${flags}` };
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const authorization = `Bearer ${asSasha.token}`;
  return fetch(`${app.baseUrl}${path}`, { method, headers: { authorization, ...headers } });
}

function spanOf({ traceId }: { traceId: string }, kind = SERVER): Promise<CollectedSpan> {
  return collector.find((span) => span.traceId === traceId && span.kind === kind);
}

describe('The span of a request', () => {
  it('has the template of the route, and is below the span of the caller', async () => {
    const parent = newParent();
    const requestId = randomUUID();
    await ask(`/api/v1/orgs/aurora/members?search=sam@example.com`, {
      traceparent: parent.header,
      'x-request-id': requestId,
    });
    const span = await spanOf(parent);
    expect(span).toMatchObject({ name: 'GET /api/v1/orgs/:slug/members', parentSpanId: parent.spanId });
    expect(valuesOf(span)).toEqual({
      'http.request.method': 'GET',
      'http.route': '/api/v1/orgs/:slug/members',
      'http.response.status_code': expect.any(Number) as number,
      'atrium.request.id': requestId,
    });
    expect(collector.resource).toMatchObject({ 'service.name': 'atrium' });
  });

  it('begins a trace if the caller has none, and the log line has its id', async () => {
    const requestId = randomUUID();
    await ask(ME, { 'x-request-id': requestId });
    const span = await collector.find((one) => valuesOf(one)['atrium.request.id'] === requestId);
    expect(span.parentSpanId ?? '').toBe('');
    const line = log.lines().find((one) => one.requestId === requestId);
    expect(line).toMatchObject({ traceId: span.traceId, route: ME });
  });

  it('has no path and no method that a client made up', async () => {
    const parent = newParent();
    await ask('/anna@example.com', { traceparent: parent.header }, 'PROPFIND');
    const span = await spanOf(parent);
    expect(span.name).toBe('HTTP');
    expect(valuesOf(span)).toMatchObject({ 'http.request.method': '_OTHER', 'http.response.status_code': 404 });
    expect(JSON.stringify(span)).not.toContain('example.com');
  });

  it('is not sent if the caller does not record the trace, and is missing for probes', async () => {
    const [unrecorded, probe, later] = [newParent('00'), newParent(), newParent()];
    await ask(ME, { traceparent: unrecorded.header });
    await ask('/health/ready', { traceparent: probe.header });
    await ask(ME, { traceparent: later.header });
    await spanOf(later);
    const traces = new Set(collector.spans.map(({ traceId }) => traceId));
    expect([unrecorded, probe].filter(({ traceId }) => traces.has(traceId))).toEqual([]);
  });

  it('has failed if the answer is a fault of the server', async () => {
    const parent = newParent();
    await app.database.pool.query('ALTER TABLE "Session" RENAME TO "Away"');
    const { status } = await ask(ME, { traceparent: parent.header });
    await app.database.pool.query('ALTER TABLE "Away" RENAME TO "Session"');
    expect(status).toBe(500);
    const span = await spanOf(parent);
    expect(span.status.code).toBe(FAILED);
    expect(valuesOf(span)).toMatchObject({ 'error.type': '500' });
    await eventually(() => collector.below(span).some((one) => valuesOf(one)['error.type'] === '42P01'));
  });
});

describe('The spans of statements', () => {
  it('are below that of the request, with a name and without values', async () => {
    const parent = newParent();
    await ask(ME, { traceparent: parent.header });
    const span = await spanOf(parent);
    const statements = collector.below(span);
    expect(statements.map(({ name }) => name)).toContain('who_is_calling_session_active');
    for (const statement of statements) {
      expect(statement.kind).toBe(CLIENT);
      expect(Object.keys(valuesOf(statement)).toSorted()).toEqual(['db.operation.name', 'db.system.name']);
    }
  });

  it('of Prisma have the operation and the table as their name', async () => {
    const parent = newParent();
    const body = JSON.stringify({ email: sasha.email, password: PASSWORD });
    await fetch(`${app.baseUrl}/api/v1/auth/login`, {
      method: 'POST',
      body,
      headers: { traceparent: parent.header, 'content-type': 'application/json' },
    });
    const names = collector.below(await spanOf(parent)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['SELECT Totp', 'BEGIN', 'UPDATE Session', 'COMMIT']));
  });

  it('belong to the request that waited for the connection', async () => {
    const parents = Array.from({ length: 30 }, () => newParent());
    await Promise.all(parents.map(({ header }) => ask('/api/v1/user', { traceparent: header })));
    for (const parent of parents) {
      const statements = collector.below(await spanOf(parent));
      expect(statements.filter(({ traceId }) => traceId !== parent.traceId)).toEqual([]);
      expect(statements.length).toBeLessThan(12);
    }
  });
});

describe('The span of a job', () => {
  it('is below that of the request that wrote the job, and has the mail below it', async () => {
    const parent = newParent();
    const body = JSON.stringify({ currentPassword: PASSWORD, newPassword: randomUUID() });
    const changing = await app.factory.person();
    const { token } = await app.signedIn(changing);
    const answer = await fetch(`${app.baseUrl}/api/v1/users/me/password`, {
      method: 'PATCH',
      body,
      headers: {
        authorization: `Bearer ${token}`,
        traceparent: parent.header,
        'content-type': 'application/json',
      },
    });
    expect(answer.status).toBe(200);
    await app.mails.waitFor({ to: changing.email });
    const request = await spanOf(parent);
    const job = await collector.find(({ traceId, name }) => traceId === parent.traceId && name === 'job mail');
    expect(job).toMatchObject({ kind: CONSUMER, parentSpanId: request.spanId });
    expect(valuesOf(job)).toMatchObject({ 'atrium.job.kind': 'mail' });
    await eventually(() => collector.below(job).some(({ name }) => name === 'smtp send'));
  });
});

describe('The span of a call of the store', () => {
  it('is below that of the request, and the store gets its header, outside of the signature', async () => {
    const headers: IncomingHttpHeaders[] = [];
    const store = createServer((request, response) => {
      headers.push(request.headers);
      request.resume().on('end', () => response.end());
    });
    await once(store.listen(0, '127.0.0.1'), 'listening');
    const { port } = store.address() as AddressInfo;
    const endpoint = encodeURIComponent(`http://127.0.0.1:${String(port)}`);
    const STORAGE_URL = `s3://key:secret@bucket?endpoint=${endpoint}&forcePathStyle=true`;
    const traced = await TestApp.start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, STORAGE_URL });
    const caller = await traced.signedIn(await traced.factory.person());
    const parent = newParent();
    const picture = await plain(300, 200).png().toBuffer();
    expect((await uploadAvatar(caller.with('traceparent', parent.header), picture)).status).toBe(200);
    const request = await spanOf(parent);
    const [put] = collector.below(request).filter(({ name }) => name === 's3 put');
    await traced.stop();
    store.close();
    expect(headers[0]?.traceparent).toBe(`00-${parent.traceId}-${put?.spanId ?? ''}-01`);
    expect(headers[0]?.authorization).not.toContain('traceparent');
  });
});

describe('All spans', () => {
  it('have no address, no token and no value of a statement', () => {
    const text = JSON.stringify(collector.spans);
    expect(text).not.toMatch(/@|Bearer|\$1|=/);
    expect(text).not.toContain(sasha.id);
    expect(text).not.toContain(PASSWORD);
  });
});

describe('A collector that does not answer', () => {
  it('delays no request, and the end of the process by two seconds at most', async () => {
    const silent = await TraceCollector.start();
    silent.isSilent = true;
    const traced = await TestApp.start({ OTEL_EXPORTER_OTLP_ENDPOINT: silent.url });
    expect((await traced.anonymous.get('/api/v1/user')).status).toBe(401);
    await eventually(() => silent.messages > 0);
    expect((await traced.anonymous.get('/api/v1/user')).status).toBe(401);
    const waited = new Stopwatch();
    await traced.stop();
    expect(waited.stop()).toBeLessThan(4000);
    await silent.stop();
  });

  it('is logged once if it cannot be reached', async () => {
    const port = await freePort();
    const traced = await TestApp.start({
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${String(port)}`,
      LOG_LEVEL: 'warn',
    });
    const warnings = (): Record<string, unknown>[] => log.lines().filter(({ context }) => context === 'Tracing');
    await traced.anonymous.get('/api/v1/user');
    await eventually(() => warnings().length > 0);
    await traced.anonymous.get('/api/v1/user');
    await traced.stop();
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]?.msg).toMatch(/^Spans are lost, because the collector cannot be reached: /);
  });
});

describe('OTEL_EXPORTER_OTLP_ENDPOINT', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  });

  afterEach(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each(['collector:4318', 'ftp://collector', 'localhost'])('cannot be %s', (url) => {
    expect(() => readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, OTEL_EXPORTER_OTLP_ENDPOINT: url })).toThrow(
      'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL',
    );
  });

  /** Writes to standard error when the file of the build is imported that has the packages of OpenTelemetry. */
  const REPORT_IMPORTS = `data:text/javascript,${encodeURIComponent(`
    import { register } from 'node:module';
    register('data:text/javascript,' + encodeURIComponent(\`
      import { writeSync } from 'node:fs';
      export async function resolve(specifier, context, next) {
        if (specifier.includes('/otel-tracing-')) writeSync(2, 'imported OpenTelemetry\\\\n');
        return next(specifier, context);
      }\`));`)}`;

  it.each([
    ['set loads the packages of OpenTelemetry', true],
    ['unset loads none of them, and measures nothing', false],
  ])('%s', async (_, isSet) => {
    const variables = { DEMO: 'false', ...(isSet && { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }) };
    const shipped = await ShippedApp.launch(dataDir, { ...variables, NODE_OPTIONS: `--import=${REPORT_IMPORTS}` });
    await eventually(() => answers(`${shipped.baseUrl}/health/live`));
    await shipped.stop('SIGKILL');
    expect(shipped.output.includes('imported OpenTelemetry')).toBe(isSet);
    if (!isSet) {
      expect(await tracingFor(readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir }))).toBe(NO_TRACING);
    }
  });
});
