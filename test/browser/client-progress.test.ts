import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoCredentials } from '../../src/modules/demo/demo.service.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { ShippedApp } from '../support/app/shipped-app.js';
import { Chromium, type Visit } from '../support/clients/chromium.js';

/** The module as a browser gets it, without the words that make it a module. */
const MODULE = readFileSync('clients/typescript/dist/progress.js', 'utf8').replaceAll(/^export /gm, '');

let dataDir: string;
let app: ShippedApp;
let demo: DemoCredentials;
let chromium: Chromium;
let visit: Visit;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
  app = await ShippedApp.launch(dataDir);
  await app.ready();
  demo = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as DemoCredentials;
  chromium = await Chromium.launch();
  visit = await chromium.visit(`${demo.baseUrl}/docs`);
});

afterAll(async () => {
  await visit.end();
  await chromium.stop();
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Sends a request from the page. @param init code of its options */
function send(path: string, init: string): Promise<{ status: number; type: string; text: string; reports: object[] }> {
  return visit.page.evaluate(`(async () => {
    ${MODULE}
    const reports = [];
    const request = new Request(${JSON.stringify(path)}, ${init});
    const response = await sendWithProgress(fetch, (progress) => reports.push(progress))(request);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text(), reports };
  })()`);
}

describe('An upload from a browser', () => {
  it('reports what was sent, and has the answer', async () => {
    const body = JSON.stringify({ email: demo.users[0]?.email, password: demo.password });
    const headers = { 'content-type': 'application/json' };
    const answer = await send('/api/v1/auth/login', JSON.stringify({ method: 'POST', headers, body }));
    expect(answer).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
    expect(JSON.parse(answer.text)).toMatchObject({ status: 'authenticated' });
    expect(answer.reports[0]).toEqual({ sent: 0, total: body.length });
    expect(answer.reports.at(-1)).toEqual({ sent: body.length, total: body.length });
  });

  it('sends the cookie of the login, and has an answer without content', async () => {
    const answer = await send('/api/v1/auth/logout', `{ method: 'POST' }`);
    expect(answer).toMatchObject({ status: 204, text: '' });
  });

  it('ends with its signal, and fails like fetch without a network', async () => {
    await expect(
      send('/api/v1/auth/login', `{ method: 'POST', body: '{}', signal: AbortSignal.abort(new Error('Left')) }`),
    ).rejects.toThrow('Left');
    await expect(send('http://127.0.0.1:9/', `{ method: 'POST', body: '{}' }`)).rejects.toThrow('The network failed');
  });
});
