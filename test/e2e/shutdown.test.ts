import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { ShippedApp } from '../support/app/shipped-app.js';
import { RawConnection } from '../support/clients/raw-http.js';
import { eventually } from '../support/time/eventually.js';

const SLOW =
  'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{';

const dataDirs: string[] = [];
const apps: ShippedApp[] = [];

beforeAll(async () => {
  const starts = ['patient', 'hasty'].map(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
    dataDirs.push(dataDir);
    const app = await ShippedApp.launch(dataDir, { DEMO: 'false', SHUTDOWN_SECONDS: '8' });
    apps.push(app);
    await app.ready();
  });
  await Promise.all(starts);
}, 120_000);

afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop('SIGKILL')));
  dataDirs.forEach((dataDir) => rmSync(dataDir, { recursive: true, force: true }));
});

/** Begins a request that never ends, and sends a byte of it every second. */
async function sendSlowly(baseUrl: string): Promise<void> {
  const connection = await RawConnection.open(baseUrl);
  connection.send(SLOW);
  const timer = setInterval(() => connection.send(' '), 1_000);
  connection.answer().catch(() => clearInterval(timer));
}

describe('A process that is told to stop while a client sends a request without an end', () => {
  it('says that it is not ready, cuts the request off after its grace, and ends with 0', async () => {
    const [app] = apps as [ShippedApp];
    await sendSlowly(app.baseUrl);
    const ended = app.stop('SIGTERM');
    await eventually(async () => {
      const { status, headers } = await fetch(`${app.baseUrl}/health/ready`);
      return status === 503 && headers.get('connection') === 'close';
    });
    expect(await ended).toBe(0);
    expect(app.output).toContain('Connections cut off because their requests did not end in time: 1');
  });

  it('ends at once at a second signal', async () => {
    const [, app] = apps as [ShippedApp, ShippedApp];
    await sendSlowly(app.baseUrl);
    const first = app.stop('SIGTERM');
    await setTimeout(600);
    expect(await app.stop('SIGTERM')).toBe(1);
    expect(await first).toBe(1);
    expect(app.output).not.toContain('Connections cut off');
  });
});
