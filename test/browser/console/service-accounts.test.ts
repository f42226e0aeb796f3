import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import type { Organization, Person } from '../../support/data/factory.js';

let app: TestApp;
let chromium: Chromium;
let organization: Organization;
let admin: Person;
let visit: ConsoleVisit;

beforeAll(async () => {
  app = await TestApp.start();
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  organization = await app.factory.organization({ name: 'Aurora' });
  const rights = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
  ({ person: admin } = await app.factory.member(organization, rights));
  visit = await ConsoleVisit.begin(chromium, app, `orgs/${organization.slug}/service-accounts`);
  await visit.signIn(admin);
  await visit.sees('Service accounts and keys');
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

describe('The service accounts', () => {
  it('get a key that is shown one time, and that an administrator revokes', async () => {
    const { page } = visit;
    await app.confirmWithFactor(admin);
    await page.getByText('The organization has no service accounts yet.').waitFor();
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.press('Create a service account');
    await visit.fill('Name of the service account', 'ci-deploy-bot');
    await page.getByRole('dialog').getByRole('button', { name: 'Create a service account' }).click();
    await visit.press('Create a key for ci-deploy-bot');
    await visit.fill('Name of the key', 'Nightly export');
    await page.getByRole('dialog').getByRole('button', { name: 'Create a key' }).click();
    const key = await page.getByRole('dialog').locator('code, pre').first().innerText();
    const caller = app.anonymous.withToken(key);
    expect((await caller.get('/api/v1/org/teams')).status).toBe(200);
    expect(await visit.violations()).toEqual([]);
    await visit.press('The key is stored');
    await page.getByRole('rowheader', { name: /Nightly export/ }).waitFor();
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.picture('service-accounts');
    await visit.press('Revoke Nightly export');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText('No API key works in this organization.').waitFor();
    expect((await caller.get('/api/v1/org/teams')).status).toBe(401);
    await visit.press('Delete ci-deploy-bot');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('The organization has no service accounts yet.').waitFor();
  });
});
