import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoCredentials } from '../../src/modules/demo/demo.service.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { ShippedApp } from '../support/app/shipped-app.js';
import { Chromium, type Visit } from '../support/clients/chromium.js';

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
});

beforeEach(async () => {
  visit = await chromium.visit(`${demo.baseUrl}/docs`);
  await visit.page.getByRole('heading', { name: 'Atrium' }).waitFor();
});

afterEach(() => visit.end());

afterAll(async () => {
  await chromium.stop();
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('Swagger UI', () => {
  it('comes from this host alone, and without an error', async () => {
    await visit.page.waitForLoadState('networkidle');
    expect([...visit.hosts]).toEqual([new URL(demo.baseUrl).host]);
    expect(visit.errors).toEqual([]);
  });

  it('tries a route out with the key and the organization of the demo', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: 'Authorize' }).first().click();
    const dialog = page.locator('.dialog-ux');
    const apiKey = dialog.locator('.auth-container').filter({ hasText: 'apiKey (http, Bearer)' });
    await apiKey.locator('input').fill(demo.apiKey);
    await apiKey.getByRole('button', { name: 'Apply credentials' }).click();
    await dialog.locator('.close-modal').click();

    // Operations out of sight are not there until one scrolls to them.
    await page.getByPlaceholder('Filter by tag').fill('Users');
    const operation = page.locator('.opblock').filter({ has: page.locator('[data-path="/api/v1/app/me"]') });
    await operation.locator('.opblock-summary-control').click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    expect(await operation.locator('tr[data-param-name="x-org"] input').inputValue()).toBe('auroralabs');
    await operation.getByRole('button', { name: 'Execute' }).click();

    const response = operation.locator('.live-responses-table .response');
    await response.waitFor();
    expect(await response.locator('.response-col_status').textContent()).toMatch(/^200/);
    expect(await response.locator('.highlight-code').first().textContent()).toContain('"Sasha Patel"');
    expect(visit.errors).toEqual([]);
  });
});
