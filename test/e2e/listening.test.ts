import { readConfig } from '../../src/core/config/config.js';
import { bootstrap } from '../../src/bootstrap.js';
import { TestApp } from '../support/app/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});

afterAll(() => app.stop());

describe('The root of the service', () => {
  it('leads to the console', async () => {
    const { status, headers } = await fetch(`${app.baseUrl}/`, { redirect: 'manual' });
    expect({ status, location: headers.get('location') }).toEqual({ status: 302, location: '/console/' });
    expect((await fetch(`${app.baseUrl}/`)).headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('is no page for other methods', async () => {
    expect((await fetch(`${app.baseUrl}/`, { method: 'POST', redirect: 'manual' })).status).toBe(404);
  });
});

describe('A server', () => {
  it.each([
    [undefined, 65_000, 70_000],
    ['120', 120_000, 125_000],
    ['5', 5_000, 60_000],
  ])('keeps connections for KEEP_ALIVE_SECONDS, here %s', async (given, keepAliveTimeout, headersTimeout) => {
    const variables = given === undefined ? {} : { KEEP_ALIVE_SECONDS: given };
    const nest = await bootstrap(
      readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: app.dataDir, ...variables }),
    );
    expect(nest.getHttpServer()).toMatchObject({ keepAliveTimeout, headersTimeout });
    await nest.close();
  });
});
