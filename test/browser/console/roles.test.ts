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
  visit = await ConsoleVisit.begin(chromium, app, `orgs/${organization.slug}/roles`);
  await visit.signIn(admin);
  await visit.sees('Roles');
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

describe('The roles', () => {
  it('are created, changed and deleted in a matrix of permissions', async () => {
    const { page } = visit;
    await app.confirmWithFactor(admin);
    await page.getByRole('rowheader', { name: /Teacher/ }).waitFor();
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.press('Create a role');
    await visit.fill('Name of the role', 'Team lead');
    await page.getByRole('checkbox', { name: 'Change teams' }).check();
    expect(await visit.violations()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Create a role' }).click();
    const row = page.getByRole('row', { name: /Team lead/ });
    await row.waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toMatchObject(
      [/–/, /–/, /–/, /✓/, /Change/].map((text) => expect.stringMatching(text)),
    );
    await visit.picture('roles');
    await visit.press('Change the role Team lead');
    await page.getByRole('checkbox', { name: 'Read members' }).check();
    await visit.press('Save');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const stored = await app.prisma.db.role.findFirstOrThrow({ where: { organizationId: organization.id } });
    expect(stored.permissions).toEqual(['users:read', 'orgs:write']);
    await visit.press('Delete the role Team lead');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await row.waitFor({ state: 'detached' });
  });
});
