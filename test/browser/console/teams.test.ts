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
  visit = await ConsoleVisit.begin(chromium, app, `orgs/${organization.slug}/teams`);
  await visit.signIn(admin);
  await visit.sees('Teams');
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

describe('The teams', () => {
  it('are created, renamed, filled and deleted', async () => {
    const { page } = visit;
    await page.getByText('The organization has no teams yet.').waitFor();
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.press('Create a team');
    await visit.fill('Name of the team', 'Platform');
    await page.getByRole('dialog').getByRole('button', { name: 'Create a team' }).click();
    await visit.sees('Platform');
    await visit.press('Change the team');
    await visit.fill('Name of the team', 'Support');
    await visit.press('Save');
    await visit.sees('Support');
    await visit.press('Add a member');
    await page.getByLabel('Member', { exact: true }).first().fill('alice');
    await page.getByRole('option', { name: /Alice Example/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add a member' }).click();
    await page.getByRole('rowheader', { name: 'Alice Example' }).waitFor();
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.picture('team');
    await page.getByLabel('Role of Alice Example in the team').selectOption('Coach');
    await page.getByLabel('Role of Alice Example in the team').and(page.locator(':enabled')).waitFor();
    await visit.press('Remove Alice Example from Support');
    await page.getByText('Alice Example loses the role in Support, and remains in the organization.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('The team has no members yet.').waitFor();
    await visit.press('Delete the team');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the team' }).click();
    await visit.sees('Teams');
    await page.getByText('The organization has no teams yet.').waitFor();
    expect(await app.prisma.db.team.count({ where: { organizationId: organization.id } })).toBe(0);
  });
});
