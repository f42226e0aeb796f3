import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import type { TestApp } from '../../support/app/app.js';
import { PASSWORD, type Person } from '../../support/data/factory.js';
import { makeWorld, type World } from '../../support/data/world.js';
import { enrol, type Enrolled } from '../../support/second-factors/authenticator-app.js';

let world: World;
let app: TestApp;
let chromium: Chromium;
let person: Person;
let visit: ConsoleVisit;

beforeAll(async () => {
  world = await makeWorld();
  ({ app } = world);
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  person = await app.factory.person();
  visit = await ConsoleVisit.begin(chromium, app, 'sign-in');
  await visit.sees('Sign in');
});

afterEach(() => visit.end());

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

async function enrolled(): Promise<Enrolled> {
  return enrol(await app.signedIn(person));
}

describe('A sign-in', () => {
  it('leads to the page that the visitor asked for', async () => {
    await app.factory.membership(person, world.aurora, { isPrimary: true });
    await visit.open('orgs/auroralabs');
    await visit.sees('Sign in');
    expect(await visit.violations()).toEqual([]);
    await visit.picture('sign-in');
    await visit.signIn(person);
    await visit.sees('Aurora Labs');
    expect(visit.path).toBe('orgs/auroralabs');
    expect(visit.errors).toEqual([]);
  });

  it('does not lead to another site', async () => {
    await visit.open(`sign-in?next=${encodeURIComponent('//evil.example/console/')}`);
    await visit.signIn(person);
    await visit.sees('Your organizations');
    expect(visit.path).toBe('');
  });

  it('with a wrong password shows the problem with the id of the request, and keeps the address', async () => {
    await visit.signIn(person, 'not the password');
    const alert = visit.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/E-mail or password is wrong.*Request [0-9a-f-]{36}/);
    expect(await visit.page.getByRole('textbox', { name: 'E-mail address' }).inputValue()).toBe(person.email);
    expect(await visit.violations()).toEqual([]);
  });

  it('without an address shows the sentence of the API at the field, which has the focus', async () => {
    await visit.press('Sign in');
    const field = visit.page.getByRole('textbox', { name: 'E-mail address' });
    await visit.page.locator('[aria-invalid=true]').first().waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });

  it('asks for the code of the authenticator app, and then trusts the device', async () => {
    const { phone } = await enrolled();
    await visit.signIn(person);
    await visit.fill('Code of the authenticator app', await phone.wrongCode());
    await visit.press('Continue');
    await visit.reads('The code is wrong');
    await visit.picture('sign-in-code');
    expect(await visit.violations()).toEqual([]);
    await visit.page.getByLabel('Trust this device').check();
    await visit.fill('Code of the authenticator app', await phone.code());
    await visit.press('Continue');
    await visit.sees('Your organizations');

    await visit.page.context().clearCookies({ name: 'session' });
    await visit.open('sign-in');
    await visit.signIn(person);
    await visit.sees('Your organizations');
  });

  it('accepts a recovery code', async () => {
    const { recoveryCodes } = await enrolled();
    await visit.signIn(person);
    await visit.press('Use a recovery code');
    await visit.fill('Recovery code', recoveryCodes[0] ?? '');
    await visit.press('Continue');
    await visit.sees('Your organizations');
  });

  it('can start again at the first step', async () => {
    await enrolled();
    await visit.signIn(person);
    await visit.press('Start again');
    await visit.fill('Password', PASSWORD);
  });

  it('shows that the user closed the passkey dialog by nothing', async () => {
    await visit.press('Sign in with a passkey');
    await visit.page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
    await visit.counts(visit.page.getByRole('alert'), 0);
  });

  it('with a temporary password leads to a new one', async () => {
    await app.prisma.db.user.update({ where: { id: person.id }, data: { passwordChangeRequired: true } });
    await visit.signIn(person);
    await visit.sees('Choose a password');
    expect(await visit.violations()).toEqual([]);
    await visit.open('');
    await visit.sees('Choose a password');
    await visit.fill('Current password', PASSWORD);
    await visit.fill('New password', PASSWORD);
    await visit.press('Save the password');
    await visit.page.locator('[aria-invalid=true]').first().waitFor();
    await visit.fill('New password', `${PASSWORD} and more`);
    await visit.press('Save the password');
    await visit.sees('Your organizations');
  });
});

/** Registers a passkey as the page of the security settings does. */
async function registerPasskey(): Promise<void> {
  const status = await visit.page.evaluate<number>(`(async () => {
    const headers = { 'Content-Type': 'application/json' };
    const path = '/api/v1/auth/passkeys';
    const options = await (await fetch(path + '/registration-options', { method: 'POST' })).json();
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const response = (await navigator.credentials.create({ publicKey })).toJSON();
    return (await fetch(path, { method: 'POST', headers, body: JSON.stringify({ response }) })).status;
  })()`);
  expect(status).toBe(201);
}

describe('A passkey', () => {
  it('signs in without a password, and is a second step too', async () => {
    await visit.visit.addAuthenticator();
    await visit.signIn(person);
    await visit.sees('Your organizations');
    await registerPasskey();
    await visit.page.context().clearCookies({ name: 'session' });
    await visit.open('sign-in');
    await visit.press('Sign in with a passkey');
    await visit.sees('Your organizations');

    await visit.page.context().clearCookies({ name: 'session' });
    await visit.open('sign-in');
    await visit.signIn(person);
    await visit.press('Use a passkey');
    await visit.sees('Your organizations');
    expect(visit.errors).toEqual([]);
  });
});

describe('A sign-out', () => {
  it('ends the session, and forgets what the user could see', async () => {
    await visit.signIn(person);
    await visit.sees('Your organizations');
    await visit.press('Person');
    await visit.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await visit.sees('Sign in');
    expect(await app.prisma.db.session.count({ where: { userId: person.id } })).toBe(0);
    await visit.open('');
    await visit.sees('Sign in');
  });
});
