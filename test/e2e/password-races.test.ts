import { setTimeout } from 'node:timers/promises';
import type { Response } from 'supertest';
import { hash } from '@node-rs/argon2';
import { Passwords } from '../../src/core/crypto/passwords.js';
import { newId } from '../../src/core/ids/ids.js';
import type { Prisma } from '../../src/core/prisma/generated/client.js';
import { SignInService } from '../../src/modules/sessions/sign-in/sign-in.service.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

const NEW = 'another password of mine';

let app: TestApp;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  asSasha = await app.signedIn(sasha);
});

afterAll(() => app.stop());

const logIn = (password = PASSWORD): Promise<Response> =>
  app.anonymous.post('/api/v1/auth/login', { email: sasha.email, password });

const change = (): Promise<Response> =>
  asSasha.patch('/api/v1/users/me/password', { currentPassword: PASSWORD, newPassword: NEW });

/** Has something happen when the next password has been checked, before anything comes of it. */
function afterNextCheck(happens: () => Promise<unknown>): void {
  const passwords = app.nest.get(Passwords);
  const matches = passwords.matches.bind(passwords);
  passwords.matches = async (...parameters) => {
    passwords.matches = matches;
    const result = await matches(...parameters);
    await happens();
    return result;
  };
}

describe('A sign-in while the password is changed', () => {
  it('opens no session for the old password, though that was still right when it was checked', async () => {
    afterNextCheck(change);
    expectRefusal(await logIn(), 401, 'invalid_credentials');
    expect((await logIn(NEW)).status).toBe(200);
    expect(await app.prisma.db.session.count({ where: { userId: sasha.id } })).toBe(2);
  });

  it('does not bring the old password back when it renews its hash', async () => {
    const passwordHash = await hash(PASSWORD, { memoryCost: 4096 });
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordHash } });
    afterNextCheck(change);
    expectRefusal(await logIn(), 401, 'invalid_credentials');
    expect([(await logIn()).status, (await logIn(NEW)).status]).toEqual([401, 200]);
  });

  it('ends with the other sessions when its second factor was just accepted', async () => {
    const { recoveryCodes } = await enrol(asSasha);
    const { mfaToken } = (await logIn()).body;
    const changing = duringNextOpening(change);
    const proof = { mfaToken, method: 'recovery_code', code: recoveryCodes[0] };
    const finished = await app.anonymous.post('/api/v1/auth/login/mfa', proof);
    expect([finished.status, (await changing).status]).toEqual([200, 200]);
    expectUnauthenticated(await app.anonymous.withToken(finished.body.token).get('/api/v1/auth/me'));
  });
});

type Change = Prisma.UserUpdateInput;

const CHANGES: [string, Change][] = [
  ['suspended', { status: 'suspended' }],
  ['deleted', { deletedAt: new Date() }],
  ['given another password', { passwordHash: 'another' }],
];

const DEVICES: [string, () => Promise<Client>][] = [
  ['a new device', () => Promise.resolve(app.anonymous)],
  ['a device that is known', knownDevice],
];

async function knownDevice(): Promise<Client> {
  const device = app.anonymous.with('cookie', `device=${newId()}`);
  await device.logIn(sasha.email);
  return device;
}

describe.each(CHANGES)('A sign-in while the account is being %s', (_, data) => {
  it.each(DEVICES)('opens no session from %s, and leaves the change as it is', async (_, device) => {
    const client = await device();
    const sessions = await openSessions();
    const changing = duringNextCheck(data);
    const credentials = { email: sasha.email, password: PASSWORD };
    expectRefusal(await client.post('/api/v1/auth/login', credentials), 401, 'invalid_credentials');
    await changing;
    expect(await openSessions()).toBe(sessions);
    expect(await app.prisma.db.user.findUniqueOrThrow({ where: { id: sasha.id } })).toMatchObject(data);
  });
});

const openSessions = (): Promise<number> => app.prisma.db.session.count({ where: { userId: sasha.id } });

/** Has the account be changed when the next password has been checked, by a transaction that takes its time. */
function duringNextCheck(data: Change): Promise<void> {
  return new Promise((resolve, reject) => {
    const change = async (written: () => void): Promise<void> => {
      await app.prisma.db.user.update({ where: { id: sasha.id }, data });
      written();
      await setTimeout(300);
    };
    afterNextCheck(
      () =>
        new Promise<void>((written) => {
          app.prisma.transaction(() => change(written)).then(resolve, reject);
        }),
    );
  });
}

/** Has something begin while a session is opened, in the middle of its transaction. @returns what becomes of it */
function duringNextOpening<T>(begins: () => Promise<T>): Promise<T> {
  const signIn = app.nest.get(SignInService);
  const open = signIn.open.bind(signIn);
  return new Promise((resolve, reject) => {
    signIn.open = async (...parameters) => {
      signIn.open = open;
      begins().then(resolve, reject);
      await setTimeout(500);
      return open(...parameters);
    };
  });
}
