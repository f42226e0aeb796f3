import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { Authenticator } from '../support/second-factors/authenticator.js';
import { enrol } from '../support/second-factors/authenticator-app.js';
import { registerPasskey } from '../support/second-factors/passkeys.js';

const FACTORS = '/api/v1/auth/factors';

let app: TestApp;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  asSasha = await app.steppedUp(sasha);
});

afterAll(() => app.stop());

describe('The factors of a user', () => {
  it('are a password alone at first', async () => {
    const { status, body } = await asSasha.get(FACTORS);
    expect(status).toBe(200);
    expect(body).toEqual({ passwordSet: true, totpActivatedAt: null, passkeys: 0, recoveryCodesLeft: 0 });
  });

  it('have no authenticator app before a code of it was accepted', async () => {
    await asSasha.post('/api/v1/auth/totp/setup');
    expect((await asSasha.get(FACTORS)).body).toMatchObject({ totpActivatedAt: null, recoveryCodesLeft: 0 });
  });

  it('have the authenticator app, and the recovery codes that were not used', async () => {
    const { recoveryCodes } = await enrol(asSasha);
    const { activatedAt } = await app.prisma.db.totp.findUniqueOrThrow({ where: { userId: sasha.id } });
    const expected = { totpActivatedAt: activatedAt?.toISOString(), recoveryCodesLeft: 10 };
    expect((await asSasha.get(FACTORS)).body).toMatchObject(expected);
    const [code] = recoveryCodes;
    const login = await app.anonymous.post('/api/v1/auth/login', { email: sasha.email, password: PASSWORD });
    const { mfaToken } = login.body;
    await app.anonymous.post('/api/v1/auth/login/mfa', { mfaToken, method: 'recovery_code', code });
    expect((await asSasha.get(FACTORS)).body).toMatchObject({ ...expected, recoveryCodesLeft: 9 });
  });

  it('have the number of passkeys', async () => {
    await registerPasskey(asSasha, new Authenticator(app.config.publicUrl));
    expect((await asSasha.get(FACTORS)).body).toMatchObject({ totpActivatedAt: null, passkeys: 1 });
  });

  it('are those of the caller alone', async () => {
    await enrol(asSasha);
    const other = await app.factory.person();
    await app.prisma.db.user.update({ where: { id: other.id }, data: { passwordHash: null } });
    const { body } = await (await app.signedIn(other)).get(FACTORS);
    expect(body).toEqual({ passwordSet: false, totpActivatedAt: null, passkeys: 0, recoveryCodesLeft: 0 });
  });

  it('are not shown to other visitors', async () => {
    expectRefusal(await app.anonymous.get(FACTORS), 401, 'unauthenticated');
  });
});
