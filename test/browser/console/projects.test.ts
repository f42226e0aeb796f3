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
  const alice = await app.factory.person({ displayName: 'Alice Example' });
  await app.factory.membership(alice, organization);
  visit = await ConsoleVisit.begin(chromium, app, `orgs/${organization.slug}/projects`);
  await visit.signIn(admin);
  await visit.sees('Projects');
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

describe('The projects', () => {
  it('are created, renamed, shared and deleted', async () => {
    const { page } = visit;
    await app.confirmWithFactor(admin);
    await page.getByText('There is no project that you can see.').waitFor();
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.press('Create a project');
    await visit.fill('Name of the project', 'Customer Insights');
    await page.getByRole('dialog').getByRole('button', { name: 'Create a project' }).click();
    await visit.sees('Customer Insights');
    await visit.press('Change the project');
    await visit.fill('Name of the project', 'Trends');
    await visit.press('Save');
    await visit.sees('Trends');
    await visit.press('Add a member');
    await page.getByLabel('Member', { exact: true }).first().fill('alice');
    await page.getByRole('option', { name: /Alice Example/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add a member' }).click();
    await page.getByRole('rowheader', { name: 'Alice Example' }).waitFor();
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.picture('project');
    await visit.press('Remove Alice Example from Trends');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('rowheader', { name: 'Alice Example' }).waitFor({ state: 'detached' });
    await visit.press('Delete the project');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the project' }).click();
    await visit.sees('Projects');
    await page.getByText('There is no project that you can see.').waitFor();
  });
});
