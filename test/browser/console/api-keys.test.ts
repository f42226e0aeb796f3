import type { Locator } from 'playwright-core';
import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import { type Organization, PASSWORD, type Person } from '../../support/data/factory.js';

let app: TestApp;
let chromium: Chromium;
let sasha: Person;
let aurora: Organization;
let membershipId: string;
let visit: ConsoleVisit;

beforeAll(async () => {
  app = await TestApp.start();
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  aurora = await app.factory.organization({ name: 'Aurora Labs' });
  ({ id: membershipId } = await app.factory.membership(sasha, aurora, { isPrimary: true }));
  visit = await ConsoleVisit.begin(chromium, app, 'account/api-keys');
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

async function signIn(): Promise<void> {
  await visit.signIn(sasha);
  await visit.sees('Your API keys');
}

const rows = (): Locator => visit.page.getByRole('list', { name: 'Your API keys' }).getByRole('listitem');

const dialog = (name: string): Locator => visit.page.getByRole('dialog', { name, exact: true });

/** Confirms the identity by the password in the step-up dialog. */
async function stepUp(): Promise<void> {
  await dialog('Confirm your identity').getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await visit.press('Confirm');
}

describe('The page of the API keys', () => {
  it('creates a key after a step-up, shows it once, and revokes it', async () => {
    await signIn();
    await visit.page.getByText('You have no API keys.').waitFor();
    await visit.press('Create a key');
    await visit.fill('Name of the key', 'Nightly export');
    await visit.page.getByRole('checkbox', { name: 'projects:read' }).uncheck();
    await visit.page.getByLabel('Expires at').fill('2020-01-01T10:00');
    await visit.picture('api-keys-create');
    expect(await visit.violations()).toEqual([]);
    await dialog('Create a key').getByRole('button', { name: 'Create a key' }).click();
    await stepUp();
    // The API refuses a time that has passed.
    await dialog('Create a key').locator('[aria-invalid=true]').waitFor();
    await visit.page.getByLabel('Expires at').fill('2090-01-01T10:00');
    await dialog('Create a key').getByRole('button', { name: 'Create a key' }).click();
    await dialog('Create a key').getByText('The key was created').waitFor();
    const key = await dialog('Create a key').locator('pre').innerText();
    await visit.picture('api-keys-created');
    expect(await visit.violations()).toEqual([]);
    await visit.press('The key is stored');
    await dialog('Create a key').waitFor({ state: 'detached' });
    await rows().filter({ hasText: 'Nightly export' }).waitFor();
    await visit.picture('api-keys');
    expect(await visit.violationsOfAll()).toEqual([]);
    await visit.counts(visit.page.getByText(key), 0);
    expect((await app.anonymous.withToken(key).get('/api/v1/user')).status).toBe(200);
    expect(await app.prisma.db.apiKey.findFirst({ where: { membershipId } })).toMatchObject({
      name: 'Nightly export',
      scopes: ['users:read', 'orgs:read'],
      organizationId: aurora.id,
    });
    await visit.press('Revoke Nightly export');
    await dialog('Revoke Nightly export?').getByRole('button', { name: 'Revoke', exact: true }).click();
    await visit.page.getByText('You have no API keys.').waitFor();
    expect((await app.anonymous.withToken(key).get('/api/v1/user')).status).toBe(401);
  });

  it('shows more keys than one page', async () => {
    for (let n = 0; n < 60; n += 1) {
      await app.factory.apiKey({ membershipId });
    }
    await signIn();
    const first = await visit.page.waitForFunction('document.querySelectorAll("main li").length > 0');
    expect(first).toBeTruthy();
    while (await visit.page.getByRole('button', { name: 'Show more' }).isVisible()) {
      const before = await rows().count();
      await visit.press('Show more');
      await rows().nth(before).waitFor();
    }
    await visit.counts(rows(), 60);
  });

  it('offers no key to a user without an organization', async () => {
    await app.prisma.db.membership.delete({ where: { id: membershipId } });
    await signIn();
    await visit.page.getByText('You have no API keys.').waitFor();
    await visit.counts(visit.page.getByRole('button', { name: 'Create a key' }), 0);
  });
});
