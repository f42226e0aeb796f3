import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import type { Organization, Person } from '../../support/data/factory.js';

/** More events than a page has. */
const TEAMS = 55;

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
  const client = await app.steppedUp(admin);
  await client.patch(`/api/v1/orgs/${organization.slug}`, { name: 'Aurora Labs' });
  for (let number = 1; number <= TEAMS; number += 1) {
    await client.post('/api/v1/org/teams', { name: `Team ${number}` });
  }
  visit = await ConsoleVisit.begin(chromium, app, `orgs/${organization.slug}/audit`);
  await visit.signIn(admin);
  await visit.sees('Audit log');
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

describe('The audit log', () => {
  it('filters events, and shows the values before and after a change', async () => {
    const { page } = visit;
    const created = page.getByRole('cell', { name: 'Team created' }).first();
    await created.waitFor();
    expect(await visit.violationsOfAll()).toEqual([]);
    await page.getByLabel('Action', { exact: true }).selectOption('Organization changed');
    await created.waitFor({ state: 'detached' });
    expect(visit.path).toContain('action=organization.updated');
    await visit.press(/^Details of “Organization changed”/);
    const dialog = page.getByRole('dialog', { name: 'Organization changed' });
    expect(await dialog.locator('del').textContent()).toBe('Aurora');
    expect(await dialog.locator('ins').textContent()).toBe('Aurora Labs');
    expect(await visit.violations()).toEqual([]);
    await visit.picture('audit-entry');
    await page.keyboard.press('Escape');
    await page.getByLabel('From').fill('2099-01-01T00:00');
    await page.getByText('No event matches the filters.').waitFor();
    await visit.press('Clear the filters');
    await created.waitFor();
  });

  it('reads further pages, and shows the events of one actor', async () => {
    const { page } = visit;
    await page.getByRole('cell', { name: 'Team created' }).first().waitFor();
    await visit.press('Show more');
    await page.getByRole('cell', { name: 'Organization changed', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Person', exact: true }).nth(1).click();
    await page.getByText('Only events of Person are shown.').waitFor();
    expect(visit.path).toContain(`actor=${admin.id}`);
  });
});
