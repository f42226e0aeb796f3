import type { Locator } from 'playwright-core';
import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import { next, type Organization, type Person } from '../../support/data/factory.js';

let app: TestApp;
let chromium: Chromium;
let organization: Organization;
let sasha: Person;
let visit: ConsoleVisit;

beforeAll(async () => {
  app = await TestApp.start();
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  organization = await app.factory.organization({ name: 'Aurora Labs' });
  sasha = await app.factory.person();
  await app.factory.membership(sasha, organization, {
    role: 'OrganizationAdmin',
    appRole: 'AppAdmin',
    isPrimary: true,
  });
  visit = await ConsoleVisit.begin(chromium, app, `orgs/${organization.slug}/invitations`);
  await visit.signIn(sasha);
  await visit.sees('Invitations');
});

afterEach(() => visit.end());

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

const row = (email: string): Locator => visit.page.getByRole('row').filter({ hasText: email });

/** Invites a new address on the page. */
async function invite(): Promise<string> {
  const email = `invited-${next()}@example.com`;
  await visit.press('Invite');
  await visit.fill('E-mail address', email);
  await visit.page.getByRole('dialog').getByLabel('Role', { exact: true }).selectOption('Coach');
  await visit.press('Send the invitation');
  await row(email).filter({ hasText: 'Coach' }).filter({ hasText: 'Pending' }).waitFor();
  return email;
}

async function confirm(action: string, email: string): Promise<void> {
  await visit.press(`${action}: ${email}`);
  await visit.page.getByRole('dialog', { name: action }).getByRole('button', { name: action }).click();
}

describe('The invitations of an organization', () => {
  it('are none at first', async () => {
    await visit.reads('There is no invitation here.');
    expect(await visit.violations()).toEqual([]);
    expect(visit.errors).toEqual([]);
  });

  it('are sent, and sent again with a new link', async () => {
    const email = await invite();
    const first = await app.mails.waitFor({ to: email });
    expect(await visit.violations()).toEqual([]);
    await visit.picture('invitations');
    await confirm('Send again', email);
    await visit.reads(`A new link was sent to ${email}.`);
    const second = await app.mails.waitFor({ to: email });
    expect(second.token).not.toBe(first.token);
  });

  it('are revoked, and found by their state', async () => {
    const revoked = await invite();
    const pending = await invite();
    await confirm('Revoke', revoked);
    await row(revoked).filter({ hasText: 'Revoked' }).waitFor();
    await visit.counts(visit.page.getByRole('button', { name: `Revoke: ${revoked}` }), 0);
    await visit.page.getByLabel('State', { exact: true }).selectOption('pending');
    await row(revoked).waitFor({ state: 'detached' });
    await row(pending).waitFor();
    expect(visit.path).toBe(`orgs/${organization.slug}/invitations?state=pending`);
  });

  it('show why a member is not invited', async () => {
    await visit.press('Invite');
    await visit.fill('E-mail address', sasha.email);
    await visit.press('Send the invitation');
    const alert = visit.page.getByRole('dialog').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/already a member/);
  });

  it('show that another administrator was faster', async () => {
    const email = await invite();
    const { id } = await app.prisma.db.invitation.findFirstOrThrow({ where: { email } });
    const colleague = await app.signedIn(sasha);
    expect((await colleague.delete(`/api/v1/orgs/${organization.slug}/invitations/${id}`)).status).toBe(204);
    await confirm('Revoke', email);
    await visit.reads('The page now shows the current data.');
    await row(email).filter({ hasText: 'Revoked' }).waitFor();
  });
});
