import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import type { Person } from '../../support/data/factory.js';

let app: TestApp;
let chromium: Chromium;
let sasha: Person;
let visit: ConsoleVisit;

beforeAll(async () => {
  app = await TestApp.start();
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  visit = await ConsoleVisit.begin(chromium, app, 'account/data');
  await visit.signIn(sasha);
  await visit.sees('Your data');
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

const dialog = (): Locator => visit.page.getByRole('dialog', { name: 'Delete the account', exact: true });

const stored = () => app.prisma.db.user.findUniqueOrThrow({ where: { id: sasha.id } });

/** Opens the dialog, enters an address and deletes. */
async function remove(email: string): Promise<void> {
  await visit.press('Delete the account');
  await dialog().getByRole('textbox').fill(email);
  await dialog().getByRole('button', { name: 'Delete the account' }).click();
}

describe('The page of the user’s data', () => {
  it('has no violations in light, dark and Arabic', async () => {
    await visit.page.getByRole('button', { name: 'Delete the account' }).waitFor();
    await visit.picture('data');
    expect(await visit.violationsOfAll()).toEqual([]);
  });

  it('saves the export as a file', async () => {
    const started = visit.page.waitForEvent('download');
    await visit.press('Download my data');
    const download = await started;
    expect(download.suggestedFilename()).toBe('atrium-my-data.json');
    const content = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(content).toMatchObject({ profile: { id: sasha.id }, emails: [{ address: sasha.email }] });
  });

  it('deletes no account before its address was entered', async () => {
    await remove(`not-${sasha.email}`);
    await dialog().getByText('This is not your e-mail address.').waitFor();
    await visit.picture('data-delete');
    expect(await visit.violations()).toEqual([]);
    expect((await stored()).deletedAt).toBeNull();
  });

  it('deletes the account, and leads to the sign-in', async () => {
    await remove(sasha.email.toUpperCase());
    await visit.sees('Sign in');
    await visit.page.getByText(`The account ${sasha.email} was deleted.`).waitFor();
    expect((await stored()).deletedAt).not.toBeNull();
    // No dialog asks the user to sign in again.
    await visit.counts(visit.page.getByRole('dialog'), 0);
  });

  it('shows why an account cannot be deleted', async () => {
    const organization = await app.factory.organization();
    await app.factory.membership(sasha, organization, { role: 'OrganizationAdmin' });
    await app.factory.member(organization);
    await remove(sasha.email);
    await dialog().getByRole('alert').waitFor();
    expect((await stored()).deletedAt).toBeNull();
  });
});
