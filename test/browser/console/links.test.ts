import type { TestApp } from '../../support/app/app.js';
import { Chromium } from '../../support/clients/chromium.js';
import { ConsoleVisit } from '../../support/clients/console.js';
import { next, PASSWORD } from '../../support/data/factory.js';
import { makeWorld, type World } from '../../support/data/world.js';
import type { CaughtMail } from '../../support/mail/mail-catcher.js';

const NEW_PASSWORD = 'a brand new secret of mine';

let world: World;
let app: TestApp;
let chromium: Chromium;
let visit: ConsoleVisit;

beforeAll(async () => {
  world = await makeWorld();
  ({ app } = world);
  await app.prisma.db.user.update({ where: { id: world.sasha.id }, data: { locale: null } });
  chromium = await Chromium.launch();
});

beforeEach(async () => {
  visit = await ConsoleVisit.begin(chromium, app, 'sign-in');
});

afterEach(() => visit.end());

afterAll(async () => {
  await chromium.stop();
  await app.stop();
});

const newAddress = (): string => `newcomer-${next()}@example.com`;

async function openLink({ link }: CaughtMail): Promise<void> {
  await visit.page.goto(link.href);
}

async function expectExpired(): Promise<void> {
  await visit.reads('The link has expired or was used');
  expect(await visit.violations()).toEqual([]);
}

describe('The link to a new password', () => {
  it('is asked for, sets the password, and works once', async () => {
    const person = await app.factory.person();
    await visit.follow('Forgot your password?');
    await visit.sees('Forgot your password');
    expect(await visit.violations()).toEqual([]);
    await visit.fill('E-mail address', person.email);
    await visit.press('Send the link');
    await visit.reads(`If ${person.email} belongs to an account`);

    const mail = await app.mails.waitFor({ to: person.email });
    await openLink(mail);
    await visit.sees('New password');
    expect(await visit.violations()).toEqual([]);
    await visit.fill('New password', 'short');
    await visit.press('Save the password');
    await visit.page.locator('[aria-invalid=true]').first().waitFor();
    await visit.fill('New password', NEW_PASSWORD);
    await visit.press('Save the password');
    await visit.reads('Your password was changed');
    await visit.follow('Sign in');
    await visit.signIn(person, NEW_PASSWORD);
    await visit.sees('Your organizations');

    await openLink(mail);
    await visit.fill('New password', NEW_PASSWORD);
    await visit.press('Save the password');
    await expectExpired();
    await visit.follow('Get a new link');
    await visit.sees('Forgot your password');
  });

  it('of an earlier mail leads to the console', async () => {
    await visit.page.goto(`${app.config.publicUrl}/reset-password?token=12345678`);
    await visit.sees('New password');
    expect(visit.path).toBe('reset-password?token=12345678');
  });
});

describe('The link of a registration', () => {
  it('signs the new user in, and works once', async () => {
    const email = newAddress();
    await visit.follow('Create an account');
    await visit.sees('Create an account');
    expect(await visit.violations()).toEqual([]);
    await visit.fill('Name', 'Noa Newcomer');
    await visit.fill('E-mail address', email);
    await visit.fill('New password', PASSWORD);
    await visit.fill('Name of your organization', 'Newcomers United');
    await visit.press('Create account');
    await visit.reads(`A mail was sent to ${email}`);

    const mail = await app.mails.waitFor({ to: email });
    await openLink(mail);
    await visit.sees('Confirm your e-mail address');
    expect(await visit.violations()).toEqual([]);
    await visit.press('Confirm the address');
    await visit.sees('Your organizations');
    await visit.reads('Newcomers United');

    await openLink(mail);
    await visit.press('Confirm the address');
    await expectExpired();
  });

  it('in another browser asks for a new password', async () => {
    const email = newAddress();
    await app.anonymous.post('/api/v1/auth/register', { email, password: PASSWORD });
    await openLink(await app.mails.waitFor({ to: email }));
    await visit.press('Confirm the address');
    await visit.sees('Choose a password');
    await visit.fill('New password', NEW_PASSWORD);
    await visit.press('Save the password');
    await visit.sees('Your organizations');
  });
});

describe('The link of a further address', () => {
  it('confirms it, without a sign-in', async () => {
    const person = await app.factory.person();
    const address = newAddress();
    await (await app.steppedUp(person)).post('/api/v1/me/emails', { email: address });
    await openLink(await app.mails.waitFor({ to: address }));
    await visit.press('Confirm the address');
    await visit.reads('The address is confirmed.');
  });
});

describe('The link of an invitation', () => {
  async function invited(email: string): Promise<CaughtMail> {
    const { status } = await world.asSasha.post('/api/v1/orgs/auroralabs/invitations', { email, role: 'Coach' });
    expect(status).toBe(201);
    return app.mails.waitFor({ to: email, subject: 'Invitation to Aurora Labs' });
  }

  it('registers a new person, and leads to the organization', async () => {
    const email = newAddress();
    const mail = await invited(email);
    await openLink(mail);
    await visit.sees('Invitation');
    await visit.reads(`You are invited to join Aurora Labs with the role Coach. The invitation is for ${email}.`);
    await visit.picture('invitation');
    await visit.page.getByRole('button', { name: 'Create account and join' }).waitFor();
    expect(await visit.violations()).toEqual([]);
    await visit.fill('Name', 'Ida Invited');
    await visit.fill('New password', PASSWORD);
    await visit.press('Create account and join');
    await visit.sees('Aurora Labs');
    expect(visit.path).toBe('orgs/auroralabs');

    await openLink(mail);
    await expectExpired();
  });

  it('is accepted after a sign-in', async () => {
    const person = await app.factory.person();
    await openLink(await invited(person.email));
    await visit.reads('Sign in to accept the invitation.');
    await visit.fill('Password', PASSWORD);
    await visit.press('Sign in');
    await visit.reads(`You are signed in as ${person.email}.`);
    expect(await visit.violations()).toEqual([]);
    await visit.press('Join Aurora Labs');
    await visit.sees('Aurora Labs');
  });

  it('is refused to another user, with a way to change the account', async () => {
    const other = await app.factory.person();
    const person = await app.factory.person();
    await visit.signIn(other);
    await visit.sees('Your organizations');
    await openLink(await invited(person.email));
    await visit.press('Join Aurora Labs');
    await visit.reads(`Sign in with the account of ${person.email}`);
    await visit.press('Use another account');
    await visit.fill('Password', PASSWORD);
    await visit.press('Sign in');
    await visit.press('Join Aurora Labs');
    await visit.sees('Aurora Labs');
  });
});

describe('A link without a token', () => {
  it.each(['reset-password', 'verify-email', 'accept-invitation'])(
    'is treated as an expired one: /%s',
    async (page) => {
      await visit.open(page);
      await expectExpired();
    },
  );
});
