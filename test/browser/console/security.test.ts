import type { Locator } from 'playwright-core';
import { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import { PASSWORD, type Person } from '../../support/data/factory.js';
import { AuthenticatorApp, enrol } from '../../support/second-factors/authenticator-app.js';

const NEW_PASSWORD = 'seven green lamps at noon';

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
  visit = await ConsoleVisit.begin(chromium, app, 'account/security');
  await visit.signIn(sasha);
  await visit.sees('Your security');
});

afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.end();
});

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

const section = (name: string): Locator => visit.page.getByRole('region', { name, exact: true });
const dialog = (name: string): Locator => visit.page.getByRole('dialog', { name, exact: true });

/** Presses a button, and again the one of the dialog that asks. */
async function confirm(button: string, title = button): Promise<void> {
  await visit.press(button);
  await dialog(title).getByRole('button').last().click();
  await dialog(title).waitFor({ state: 'detached' });
}

async function sessionsOfSasha(): Promise<number> {
  return app.prisma.db.session.count({ where: { userId: sasha.id } });
}

describe('The page of the password and the sessions', () => {
  it('has no violations in light, dark and Arabic', async () => {
    await section('Sessions').getByText('This session').waitFor();
    await visit.picture('security');
    expect(await visit.violationsOfAll()).toEqual([]);
  });

  it('changes the password after the current one was entered', async () => {
    await visit.fill('Current password', 'not the password');
    await visit.fill('New password', NEW_PASSWORD);
    await visit.press('Change the password');
    await section('Password').getByRole('alert').waitFor();
    await visit.fill('Current password', PASSWORD);
    await visit.press('Change the password');
    await visit.page.getByText('The password was changed.').waitFor();
    const login = { email: sasha.email, password: NEW_PASSWORD };
    expect((await app.anonymous.post('/api/v1/auth/login', login)).status).toBe(200);
  });

  it('revokes the API keys with the old password if the user asks for it', async () => {
    const organization = await app.factory.organization();
    const { id: membershipId } = await app.factory.membership(sasha, organization);
    await app.factory.apiKey({ membershipId });
    await visit.fill('Current password', PASSWORD);
    await visit.fill('New password', NEW_PASSWORD);
    await visit.page.getByRole('checkbox', { name: 'Revoke my API keys' }).check();
    await visit.press('Change the password');
    await visit.page.getByText('The password was changed.').waitFor();
    expect(await app.prisma.db.apiKey.count({ where: { membershipId } })).toBe(0);
  });

  it('ends one session, and then all others', async () => {
    for (const agent of ['curl/8.9.1', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'x']) {
      await app.anonymous.with('user-agent', agent).logIn(sasha.email);
    }
    await visit.page.reload();
    await section('Sessions').getByText('Firefox on Linux').waitFor();
    await visit.press(/^End the session: Firefox on Linux/);
    await dialog('End the session').getByRole('button', { name: 'End the session' }).click();
    await section('Sessions').getByText('Firefox on Linux').waitFor({ state: 'detached' });
    await confirm('End all other sessions');
    await section('Sessions').getByText('curl/8.9.1').waitFor({ state: 'detached' });
    expect(await sessionsOfSasha()).toBe(1);
  });
});

describe('The page of the second factors', () => {
  it('sets up an authenticator app, shows the recovery codes once, and removes the app', async () => {
    await visit.press('Set up the authenticator app');
    const uri = await dialog('Set up the authenticator app').getByRole('link').getAttribute('href');
    await visit.picture('security-authenticator');
    expect(await visit.violations()).toEqual([]);
    const phone = AuthenticatorApp.scan(uri ?? '');
    await visit.fill('Code of the authenticator app', await phone.wrongCode());
    await visit.press('Activate');
    await dialog('Set up the authenticator app').getByRole('alert').waitFor();
    await visit.fill('Code of the authenticator app', await phone.code(-1));
    await visit.press('Activate');
    const codes = dialog('Your new recovery codes');
    await visit.counts(codes.getByRole('listitem'), 10);
    await visit.picture('security-recovery-codes');
    expect(await visit.violations()).toEqual([]);
    const shown = await codes.getByRole('listitem').allInnerTexts();
    const download = visit.page.waitForEvent('download');
    await visit.press('Download the codes');
    expect((await download).suggestedFilename()).toBe('atrium-recovery-codes.txt');
    await visit.press('I have stored the codes');
    await section('Recovery codes').getByText('You have 10 unused recovery codes.').waitFor();

    // The sign-in was before the app: its removal needs a step-up.
    await visit.press('Remove the authenticator app');
    await dialog('Remove the authenticator app').getByRole('button').last().click();
    await visit.press('Use a recovery code');
    await visit.fill('Recovery code', shown[0] ?? '');
    await visit.press('Confirm');
    await section('Authenticator app').getByText('The authenticator app is not set up.').waitFor();
    expect(await app.prisma.db.totp.count({ where: { userId: sasha.id } })).toBe(0);
  });

  it('replaces the recovery codes after a step-up', async () => {
    const { phone } = await enrol(await app.steppedUp(sasha));
    await visit.page.reload();
    await visit.press('Create new recovery codes');
    await dialog('Create new recovery codes').getByRole('button').last().click();
    await visit.fill('Code of the authenticator app', await phone.code());
    await visit.press('Confirm');
    await dialog('Your new recovery codes').waitFor();
  });

  it('adds and removes a passkey', async () => {
    await visit.visit.addAuthenticator();
    await visit.fill('Name of the passkey', 'Laptop');
    await visit.press('Add a passkey');
    await section('Passkeys').getByRole('listitem').filter({ hasText: 'Laptop' }).waitFor();
    await visit.picture('security-passkey');
    expect(await visit.violations()).toEqual([]);
    await visit.press('Remove Laptop');
    await dialog('Remove the passkey').getByRole('button', { name: 'Remove', exact: true }).click();
    await visit.press('Confirm with a passkey');
    await section('Passkeys').getByText('You have no passkeys.').waitFor();
    expect(await app.prisma.db.passkey.count({ where: { userId: sasha.id } })).toBe(0);
  });

  it('removes a trusted device', async () => {
    const { recoveryCodes } = await enrol(await app.steppedUp(sasha));
    const safari = app.anonymous.with('user-agent', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15');
    const { body } = await safari.post('/api/v1/auth/login', { email: sasha.email, password: PASSWORD });
    const proof = { mfaToken: body.mfaToken, method: 'recovery_code', code: recoveryCodes[0], trustDevice: true };
    expect((await safari.post('/api/v1/auth/login/mfa', proof)).status).toBe(200);
    await visit.page.reload();
    await visit.press('Remove Safari on macOS');
    await dialog('Remove the trusted device').getByRole('button', { name: 'Remove', exact: true }).click();
    await section('Trusted devices').getByText('You have no trusted devices.').waitFor();
  });
});
