import { readFileSync } from 'node:fs';
import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import type { Organization } from '../../support/data/factory.js';

let app: TestApp;
let chromium: Chromium;
let organization: Organization;
let visit: ConsoleVisit;

beforeAll(async () => {
  app = await TestApp.start();
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  organization = await app.factory.organization();
  const { person } = await app.factory.member(organization, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
  visit = await ConsoleVisit.begin(chromium, app, `orgs/${organization.slug}/import`);
  await visit.signIn(person);
  await visit.sees('Import and export');
});

afterEach(() => visit.end());

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

async function choose(csv: string): Promise<void> {
  const buffer = Buffer.from(csv);
  await visit.page.setInputFiles('input[type=file]', { name: 'people.csv', mimeType: 'text/csv', buffer });
}

describe('The import of members', () => {
  it('previews 1,000 people, shows the progress and reports the rows that failed', async () => {
    expect(await visit.violations()).toEqual([]);
    const people = Array.from({ length: 999 }, (_, index) => `import-${index}@example.com,Person ${index},Teacher`);
    await choose(['email,displayName,role', ...people, 'import-x@example.com,"Wrong, role",Nurse', ''].join('\n'));
    await visit.page.getByText('The file has 1,000 rows. The first 10 are shown.').waitFor();
    await visit.page.getByText('Line 1,001: The role “Nurse” does not exist.').waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.picture('import-preview');
    await visit.page.getByRole('checkbox', { name: 'Send mails' }).uncheck();
    await visit.press('Import 1,000 rows');
    await visit.page.getByText('of 1,000 rows are done.').waitFor();
    // A busy machine takes its time for 1,000 people.
    await visit.page.getByText('999 accounts were created.').waitFor({ timeout: 90_000 });
    await visit.page.getByText('1 row is invalid.').waitFor();
    await visit.page.getByRole('cell', { name: '1,001', exact: true }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.picture('import-report');
    expect(await app.prisma.db.membership.count({ where: { organizationId: organization.id } })).toBe(1_000);
    expect(visit.errors).toEqual([]);
  });

  it('does not send a file whose columns are wrong', async () => {
    await choose('mail;name\nalice@example.com;Alice\n');
    await visit.page.getByText('The file cannot be imported').waitFor();
    await visit.page.getByText('The file has no column email.').waitFor();
    await visit.page.getByText('The column “mail” is unknown.').waitFor();
    await visit.counts(visit.page.getByRole('button', { name: /^Import / }), 0);
    expect(await visit.violations()).toEqual([]);
  });
});

describe('The export of members', () => {
  it('saves a file that can be imported again', async () => {
    const saved = visit.page.waitForEvent('download');
    await visit.press('Export the members');
    const download = await saved;
    expect(download.suggestedFilename()).toBe(`${organization.slug}-members.csv`);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toMatch(/^\uFEFFid,email,givenName/);
    await choose(csv);
    await visit.page.getByText('The file has 1 row.').waitFor();
    await visit.page.getByText('These columns are ignored: id, status, state, and createdAt.').waitFor();
  });
});
