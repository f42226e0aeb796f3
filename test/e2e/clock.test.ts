import { generate } from 'otplib';
import { Jobs } from '../../src/core/jobs/jobs.js';
import { Prisma } from '../../src/core/prisma/generated/client.js';
import { TrustedDevicesService } from '../../src/modules/sessions/devices/trusted-devices.service.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { type Organization, PASSWORD, type Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal, expectUnauthenticated } from '../support/expectations/refusals.js';
import { enrol } from '../support/second-factors/authenticator-app.js';
import { eventually } from '../support/time/eventually.js';
import { setClockOff } from '../support/time/wrong-clock.js';

const AUTH = '/api/v1/auth';
const NEW_PASSWORD = 'another password of mine';
const HOUR = 3_600_000;
const MINUTE = 60_000;
const DEVICE = { deviceId: 'test', remoteIp: '127.0.0.1', userAgent: 'test' };

let app: TestApp;
let organization: Organization;
let withPhone: Person;
let secret: string;

beforeAll(async () => {
  app = await TestApp.start({});
  organization = await app.factory.organization();
  withPhone = await app.factory.person();
  ({ secret } = (await enrol(await app.steppedUp(withPhone))).phone);
}, 60_000);

afterAll(() => app.stop());

describe.each([
  ['an hour ahead of', HOUR],
  ['an hour behind', -HOUR],
  ['a day ahead of', 24 * HOUR],
  ['a day behind', -24 * HOUR],
])('On an instance whose clock is %s the database’s', (_, off) => {
  let setRight: () => void;
  let sasha: Person;
  let asSasha: Client;

  beforeEach(async () => {
    sasha = await app.factory.person();
    await app.factory.membership(sasha, organization, { role: 'OrganizationAdmin', isPrimary: true });
    setRight = setClockOff(off);
    asSasha = await app.anonymous.logIn(sasha.email);
  });

  afterEach(() => setRight());

  /** Changes a time of rows by the database's clock. */
  async function set(table: string, column: string, secondsFromNow: number, userId = sasha.id): Promise<void> {
    await app.prisma.db.$executeRaw(Prisma.sql`
      UPDATE ${Prisma.raw(`"${table}"`)} SET ${Prisma.raw(`"${column}"`)} = now() + make_interval(secs => ${secondsFromNow})
      WHERE ${Prisma.raw(table === 'User' ? 'id' : '"userId"')} = ${userId}::uuid`);
  }

  async function expectNear(time: Date | null | undefined, secondsFromNow = 0): Promise<void> {
    const expected = await app.prisma.now(secondsFromNow);
    expect(Math.abs(Number(time) - Number(expected))).toBeLessThan(2 * MINUTE);
  }

  it('a sign-in opens a session that counts, with times of the database', async () => {
    expect((await asSasha.get(`${AUTH}/me`)).status).toBe(200);
    const session = await app.prisma.db.session.findFirst({ where: { userId: sasha.id } });
    await expectNear(session?.authTime);
    await expectNear(session?.lastUsedAt);
    await expectNear(session?.expiresAt, app.config.session.absolute);
  });

  it('a session past its absolute limit is refused', async () => {
    await set('Session', 'expiresAt', -1);
    expectUnauthenticated(await asSasha.get(`${AUTH}/me`));
  });

  it('a session is listed, and refused once it was idle for too long', async () => {
    expect((await asSasha.get('/api/v1/me/logins')).body.items).toHaveLength(1);
    await set('Session', 'lastUsedAt', -app.config.session.idle - 1);
    expectUnauthenticated(await asSasha.get(`${AUTH}/me`));
  });

  it('the last use of a session is noted', async () => {
    await set('Session', 'lastUsedAt', -120);
    await asSasha.get(`${AUTH}/me`);
    await eventually(async () => {
      const session = await app.prisma.db.session.findFirst({ where: { userId: sasha.id } });
      return Number(await app.prisma.now()) - Number(session?.lastUsedAt) < MINUTE;
    });
  });

  it('an expired step-up does not count, and a fresh one does', async () => {
    await set('Session', 'authTime', -app.config.session.stepUp - 1);
    await set('Session', 'stepUpAt', -app.config.session.stepUp - 1);
    expectRefusal(await asSasha.delete(`${AUTH}/totp`), 401, 'step_up_required', { methods: ['password'] });
    const { body } = await asSasha.post(`${AUTH}/step-up`, { method: 'password', password: PASSWORD });
    expect((await asSasha.withToken(body.token).delete(`${AUTH}/totp`)).status).toBe(204);
  });

  async function resetToken(): Promise<string> {
    await app.anonymous.post(`${AUTH}/password/forgot`, { email: sasha.email });
    return (await app.mails.waitFor({ to: sasha.email, subject: 'Choose a new password' })).token;
  }

  it('a fresh reset link works', async () => {
    const body = { token: await resetToken(), newPassword: NEW_PASSWORD };
    expect((await app.anonymous.post(`${AUTH}/password/reset`, body)).status).toBe(204);
    await app.anonymous.logIn(sasha.email, NEW_PASSWORD);
  });

  it('an expired reset link is refused', async () => {
    const token = await resetToken();
    await set('OneTimeToken', 'expiresAt', -1);
    const body = { token, newPassword: NEW_PASSWORD };
    expectRefusal(await app.anonymous.post(`${AUTH}/password/reset`, body), 400, 'invalid_token');
  });

  it('a temporary password works until it expires', async () => {
    await app.prisma.db.user.update({ where: { id: sasha.id }, data: { passwordChangeRequired: true } });
    await set('User', 'passwordExpiresAt', 60);
    await app.anonymous.logIn(sasha.email);
    await set('User', 'passwordExpiresAt', -1);
    const refused = await app.anonymous.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD });
    expectRefusal(refused, 401, 'invalid_credentials');
  });

  it('a trusted device counts until it expires', async () => {
    const devices = app.nest.get(TrustedDevicesService);
    const secret = await devices.trust(sasha.id, DEVICE);
    expect(await devices.isTrusted(sasha.id, secret, DEVICE)).toBe(true);
    expect(await devices.list(sasha.id)).toHaveLength(1);
    await set('TrustedDevice', 'expiresAt', -1);
    expect(await devices.isTrusted(sasha.id, secret, DEVICE)).toBe(false);
    expect(await devices.list(sasha.id)).toEqual([]);
  });

  it('an invitation is pending for a week', async () => {
    const email = `guest-of-${sasha.id}@example.com`;
    const { body } = await asSasha.post(`/api/v1/orgs/${organization.slug}/invitations`, { email });
    expect(body.state).toBe('pending');
    await expectNear(new Date(body.expiresAt as string), 7 * 24 * 3600);
    const token = (await app.mails.waitFor({ to: email })).token;
    const preview = (): ReturnType<Client['post']> => app.anonymous.post('/api/v1/invitations/preview', { token });
    expect((await preview()).status).toBe(200);
    await app.prisma.db
      .$executeRaw`UPDATE "Invitation" SET "expiresAt" = now() - interval '1 s' WHERE email = ${email}`;
    expectRefusal(await preview(), 400, 'invalid_token');
    const page = await asSasha.get(`/api/v1/orgs/${organization.slug}/invitations?state=expired`);
    expect(page.body.items.map((item: { email: string }) => item.email)).toContain(email);
  });

  it('an API key is minted for a time to come, and for no other', async () => {
    const { body: proof } = await asSasha.post(`${AUTH}/step-up`, { method: 'password', password: PASSWORD });
    const mint = async (secondsFromNow: number): ReturnType<Client['post']> => {
      const expiresAt = (await app.prisma.now(secondsFromNow)).toISOString();
      return asSasha.withToken(proof.token).post('/api/v1/api-keys', { name: 'Key', expiresAt });
    };
    expect((await mint(600)).status).toBe(201);
    expectInvalid(await mint(-1), ['/expiresAt', 'min_date', 'Must be in the future.']);
  });

  it('work for later is due when it should be', async () => {
    await app.nest.get(Jobs).enqueue('later', {}, { delay: 1800 });
    const job = await app.prisma.db.job.findFirst({ where: { kind: 'later' } });
    await app.prisma.db.job.deleteMany({ where: { kind: 'later' } });
    await expectNear(job?.runAt, 1800);
  });

  it('a code of an authenticator app is good', async () => {
    await app.prisma.db.$executeRaw`UPDATE "Totp" SET "usedSteps" = '{}'`;
    const { body } = await app.anonymous.post(`${AUTH}/login`, { email: withPhone.email, password: PASSWORD });
    const code = await generate({ secret, epoch: Math.floor(Number(await app.prisma.now()) / 1000) });
    const answer = { mfaToken: body.mfaToken, method: 'totp', code };
    expect((await app.anonymous.post(`${AUTH}/login/mfa`, answer)).status).toBe(200);
  });
});
