import type { Locator } from 'playwright-core';
import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import { next, type Organization, PASSWORD, type Person } from '../../support/data/factory.js';

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
  sasha = await app.factory.person({ displayName: 'Sasha Patel' });
  await app.factory.membership(sasha, organization, {
    role: 'OrganizationAdmin',
    appRole: 'AppAdmin',
    isPrimary: true,
  });
});

afterEach(() => visit.end());

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

async function memberNamed(displayName: string, fields: { role?: 'Coach' } = {}): Promise<Person> {
  const person = await app.factory.person({ displayName });
  await app.factory.membership(person, organization, { isPrimary: true, ...fields });
  return person;
}

async function openMembers(person = sasha): Promise<void> {
  visit = await ConsoleVisit.begin(chromium, app, `orgs/${organization.slug}/members`);
  await visit.signIn(person);
  await visit.sees('Members');
}

const row = (name: string): Locator => visit.page.getByRole('row').filter({ hasText: name });

async function choose(name: string, action: string): Promise<Locator> {
  await visit.press(`Actions for ${name}`);
  await visit.page.getByRole('menuitem', { name: action, exact: true }).click();
  return visit.page.getByRole('dialog', { name: action });
}

describe('The members of an organization', () => {
  it('are listed page by page', async () => {
    for (let count = 0; count < 30; count++) {
      await memberNamed(`Member ${count}`);
    }
    await openMembers();
    await visit.page.getByRole('button', { name: 'Show more' }).waitFor();
    await visit.counts(visit.page.getByRole('row'), 26);
    await visit.press('Show more');
    await row('Member 29').waitFor();
    await visit.counts(visit.page.getByRole('button', { name: 'Show more' }), 0);
    await visit.picture('members');
    expect(await visit.violations()).toEqual([]);
    expect(visit.errors).toEqual([]);
  });

  it('are searched and filtered by the server, and the address has the search', async () => {
    await memberNamed('Alice Quillon');
    await memberNamed('Ben Quillon', { role: 'Coach' });
    await openMembers();
    await visit.page.getByRole('searchbox').fill('quillon');
    await row('Sasha Patel').waitFor({ state: 'detached' });
    await row('Alice Quillon').waitFor();
    await visit.page.getByLabel('Role', { exact: true }).selectOption('Coach');
    await row('Alice Quillon').waitFor({ state: 'detached' });
    expect(visit.path).toBe(`orgs/${organization.slug}/members?q=quillon&role=Coach`);
    await visit.page.reload();
    await row('Ben Quillon').waitFor();
    await visit.counts(visit.page.getByRole('row'), 2);
    await visit.page.getByLabel('State', { exact: true }).selectOption('Inactive');
    await visit.reads('No member fits the search.');
    expect(await visit.violations()).toEqual([]);
  });

  it('cannot be changed by other members', async () => {
    const alice = await memberNamed('Alice Example');
    await openMembers(alice);
    await row('Sasha Patel').waitFor();
    await visit.counts(visit.page.getByRole('button', { name: /^Actions for|^Invite|^Create/ }), 0);
  });

  it('get other roles', async () => {
    await memberNamed('Alice Example');
    await openMembers();
    const dialog = await choose('Alice Example', 'Change roles');
    await dialog.getByLabel('Role', { exact: true }).selectOption('Coach');
    expect(await visit.violations()).toEqual([]);
    await visit.press('Save');
    await visit.reads('The roles of Alice Example were changed.');
    await row('Alice Example').filter({ hasText: 'Coach' }).waitFor();
  });

  it('are deactivated and activated again', async () => {
    await memberNamed('Alice Example');
    await openMembers();
    let dialog = await choose('Alice Example', 'Deactivate');
    await dialog.getByText('loses access to the organization at once').waitFor();
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await row('Alice Example').filter({ hasText: 'Inactive' }).waitFor();
    dialog = await choose('Alice Example', 'Activate');
    await dialog.getByRole('button', { name: 'Activate' }).click();
    await visit.reads('Alice Example was activated.');
    await row('Alice Example').filter({ hasText: 'Inactive' }).waitFor({ state: 'detached' });
  });

  it('are removed', async () => {
    await memberNamed('Alice Example');
    await openMembers();
    const dialog = await choose('Alice Example', 'Remove');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await choose('Alice Example', 'Remove');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await row('Alice Example').waitFor({ state: 'detached' });
  });

  it('include a last administrator that cannot be removed', async () => {
    await memberNamed('Alice Example');
    await openMembers();
    const dialog = await choose('Sasha Patel', 'Remove');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByRole('alert').textContent()).toMatch(/last OrganizationAdmin.*Request [0-9a-f-]{36}/);
  });

  it('are created with an account', async () => {
    await openMembers();
    const email = `created-${next()}@example.com`;
    await visit.press('Create user');
    const dialog = visit.page.getByRole('dialog', { name: 'Create user' });
    await dialog.getByRole('button', { name: 'Create user' }).click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    await visit.fill('E-mail address', email);
    await visit.fill('Name', 'Cleo Created');
    expect(await visit.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Create user' }).click();
    await visit.reads(`The account of ${email} was created.`);
    await row('Cleo Created').waitFor();
    await app.mails.waitFor({ to: email });
  });
});

describe('The step-up', () => {
  it('resumes the action that needs it', async () => {
    await openMembers();
    const email = `managed-${next()}@example.com`;
    await (await app.signedIn(sasha)).with('x-org', organization.slug).post('/api/v1/org/users', {
      email,
      displayName: 'Mia Managed',
    });
    await visit.page.reload();
    const dialog = await choose('Mia Managed', 'Remove second factors');
    await dialog.getByRole('button', { name: 'Remove second factors' }).click();
    const stepUp = visit.page.getByRole('dialog', { name: 'Confirm your identity' });
    await stepUp.waitFor();
    await visit.picture('step-up');
    expect(await visit.violations()).toEqual([]);
    await visit.fill('Password', 'wrong');
    await visit.press('Confirm');
    await stepUp.getByRole('alert').waitFor();
    await visit.fill('Password', PASSWORD);
    await visit.press('Confirm');
    await visit.reads('The second factors of Mia Managed were removed.');
    await visit.counts(visit.page.getByRole('dialog'), 0);
  });

  it('can be cancelled by Escape, which leaves the dialog of the page open', async () => {
    await memberNamed('Alice Example');
    await openMembers();
    const dialog = await choose('Alice Example', 'Remove second factors');
    await dialog.getByRole('button', { name: 'Remove second factors' }).click();
    const stepUp = visit.page.getByRole('dialog', { name: 'Confirm your identity' });
    await stepUp.waitFor();
    await visit.page.keyboard.press('Escape');
    await stepUp.waitFor({ state: 'detached' });
    await dialog.getByRole('alert').filter({ hasText: 'Confirm that it is you' }).waitFor();
  });
});

describe('A session that ends in the middle of a form', () => {
  async function endSession(): Promise<void> {
    await app.prisma.db.session.deleteMany({ where: { userId: sasha.id } });
  }

  it('keeps the input, and sends the form after the next sign-in', async () => {
    await openMembers();
    const email = `kept-${next()}@example.com`;
    await visit.press('Invite');
    await visit.fill('E-mail address', email);
    await endSession();
    await visit.press('Send the invitation');
    const signIn = visit.page.getByRole('dialog', { name: 'Your session has ended' });
    await signIn.waitFor();
    await visit.picture('session-ended');
    expect(await visit.violations()).toEqual([]);
    expect(await signIn.getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe(sasha.email);
    await signIn.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await signIn.getByRole('button', { name: 'Sign in', exact: true }).click();
    await visit.reads(`The invitation to ${email} was sent.`);
  });

  it('is continued by the same user only', async () => {
    const alice = await memberNamed('Alice Example');
    await openMembers();
    await row('Alice Example').waitFor();
    await endSession();
    await visit.page.getByRole('searchbox').fill('alice');
    const signIn = visit.page.getByRole('dialog', { name: 'Your session has ended' });
    await signIn.getByRole('textbox', { name: 'E-mail address' }).fill(alice.email);
    await signIn.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await signIn.getByRole('button', { name: 'Sign in', exact: true }).click();
    // The page begins again, with the rights of the other user.
    await visit.page.getByRole('button', { name: 'Alice Example', exact: true }).waitFor();
    await row('Alice Example').waitFor();
    await visit.counts(visit.page.getByRole('button', { name: 'Invite' }), 0);
  });
});
