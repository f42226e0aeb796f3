import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { OneTimeTokensService } from '../../src/modules/one-time-tokens/one-time-tokens.service.js';
import { SecondFactor } from '../../src/modules/sessions/second-factor/second-factor.js';
import type { TestApp } from '../support/app/app.js';
import { at, startLimitedApp } from '../support/app/limited-app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD, type Person } from '../support/data/factory.js';
import { expectOneWinner, race, RACERS, ROUNDS } from '../support/races/races.js';
import { AuthenticatorApp, enrol } from '../support/second-factors/authenticator-app.js';

const AUTH = '/api/v1/auth';
const MFA = `${AUTH}/login/mfa`;
const STEP_UP = `${AUTH}/step-up`;
const TOO_MANY = [429, 'too_many_requests'] as const;
const INVALID_CODE = [401, 'invalid_code'] as const;
const INVALID_TOKEN = [400, 'invalid_token'] as const;
const UNAUTHENTICATED = [401, 'unauthenticated'] as const;
/** Once there is a factor, a session without one adds none. */
const STEP_UP_REQUIRED = [401, 'step_up_required', { methods: ['totp', 'recovery_code'] }] as const;

let app: TestApp;
let anonymous: Client;
let sasha: Person;
let asSasha: Client;

beforeAll(async () => {
  app = await startLimitedApp();
});

beforeEach(async () => {
  anonymous = at(app);
  sasha = await app.factory.person();
  asSasha = await app.steppedUp(sasha);
});

afterAll(() => app.stop());

async function begin(): Promise<string> {
  const { body } = await anonymous.post(`${AUTH}/login`, { email: sasha.email, password: PASSWORD });
  expect(body).toMatchObject({ status: 'mfa_required' });
  return body.mfaToken;
}

/** As many sign-ins that wait for their second factor as there are racers; all but one without the hash of a password. */
async function beginAll(): Promise<string[]> {
  const tokens = [await begin()];
  while (tokens.length < RACERS) {
    const { token } = await app.nest
      .get(OneTimeTokensService)
      .issue({ purpose: 'mfa', lifetime: 300, userId: sasha.id, createdBy: sasha.id });
    tokens.push(token);
  }
  return tokens;
}

/** A recovery code for each racer: Sasha's own, and some that were another's. */
async function manyRecoveryCodes(): Promise<string[]> {
  const { recoveryCodes } = await enrol(asSasha);
  const other = await app.factory.person();
  const others = await enrol(await app.signedIn(other));
  await app.prisma.db.recoveryCode.updateMany({ where: { userId: other.id }, data: { userId: sasha.id } });
  return [...recoveryCodes, ...others.recoveryCodes].slice(0, RACERS);
}

/** What is left, and what there is, of all that a second factor can be spent on. */
async function ledger() {
  const { db } = app.prisma;
  const userId = sasha.id;
  const totp = await db.totp.findUnique({ where: { userId } });
  return {
    codesLeft: await db.recoveryCode.count({ where: { userId, usedAt: null } }),
    stepsUsed: totp?.usedSteps.length ?? 0,
    signInsPending: await db.oneTimeToken.count({ where: { userId, purpose: 'mfa', usedAt: null } }),
    sessions: await db.session.count({ where: { userId } }),
  };
}

describe('At the same time', () => {
  it('one recovery code finishes one of many sign-ins', async () => {
    const { recoveryCodes } = await enrol(asSasha);
    const tokens = await beginAll();
    const before = await ledger();
    const answers = await race((i) =>
      anonymous.post(MFA, { mfaToken: tokens[i], method: 'recovery_code', code: recoveryCodes[0] }),
    );
    expectOneWinner(answers, INVALID_CODE, TOO_MANY);
    expect(await ledger()).toEqual({
      ...before,
      codesLeft: before.codesLeft - 1,
      signInsPending: RACERS - 1,
      sessions: before.sessions + 1,
    });
  });

  it('one code of the app finishes one of many sign-ins', async () => {
    const { phone } = await enrol(asSasha);
    const tokens = await beginAll();
    const before = await ledger();
    const code = await phone.code();
    const answers = await race((i) => anonymous.post(MFA, { mfaToken: tokens[i], method: 'totp', code }));
    expectOneWinner(answers, INVALID_CODE, TOO_MANY);
    expect(await ledger()).toEqual({
      ...before,
      stepsUsed: before.stepsUsed + 1,
      signInsPending: RACERS - 1,
      sessions: before.sessions + 1,
    });
  });

  it('one sign-in is finished by one of many recovery codes, and the others stay good', async () => {
    const codes = await manyRecoveryCodes();
    const mfaToken = await begin();
    const before = await ledger();
    const answers = await race((i) => anonymous.post(MFA, { mfaToken, method: 'recovery_code', code: codes[i] }));
    expectOneWinner(answers, INVALID_TOKEN, TOO_MANY);
    expect(await ledger()).toEqual({
      ...before,
      codesLeft: before.codesLeft - 1,
      signInsPending: 0,
      sessions: before.sessions + 1,
    });
  });

  it('one token is renewed by one of many step-ups by password', async () => {
    const client = anonymous.withToken(asSasha.token);
    const answers = await race(() => client.post(STEP_UP, { method: 'password', password: PASSWORD }));
    const { body } = expectOneWinner(answers, UNAUTHENTICATED, TOO_MANY);
    expect((await anonymous.withToken(body.token).get(`${AUTH}/me`)).status).toBe(200);
    expect(await app.prisma.db.auditEvent.count({ where: { action: 'session.stepped_up', actorId: sasha.id } })).toBe(
      1,
    );
  });

  it('one token is renewed by one of many recovery codes, and the others stay good', async () => {
    const codes = await manyRecoveryCodes();
    const client = anonymous.withToken(asSasha.token);
    const before = await ledger();
    const answers = await race((i) => client.post(STEP_UP, { method: 'recovery_code', code: codes[i] }));
    const { body } = expectOneWinner(answers, UNAUTHENTICATED, TOO_MANY);
    expect((await anonymous.withToken(body.token).get(`${AUTH}/me`)).body.session.amr).toEqual(['pwd', 'otp']);
    expect(await ledger()).toEqual({ ...before, codesLeft: before.codesLeft - 1 });
  });

  it('one code of the app steps up one of many sessions', async () => {
    const { phone } = await enrol(asSasha);
    const clients: Client[] = [];
    while (clients.length < RACERS) {
      clients.push(anonymous.withToken((await app.signedIn(sasha)).token));
    }
    const before = await ledger();
    const code = await phone.code();
    const answers = await race((i) => (clients[i] ?? anonymous).post(STEP_UP, { method: 'totp', code }));
    expectOneWinner(answers, INVALID_CODE, TOO_MANY);
    expect(await ledger()).toEqual({ ...before, stepsUsed: before.stepsUsed + 1 });
    const steppedUp = { userId: sasha.id, stepUpAt: { not: null }, amr: { has: 'otp' } };
    expect(await app.prisma.db.session.count({ where: steppedUp })).toBe(1);
  });

  it('one code activates an app once, and its owner is notified once', async () => {
    const { body } = await asSasha.post(`${AUTH}/totp/setup`);
    const code = await AuthenticatorApp.scan(body.otpauthUri).code();
    const answers = await race(() => asSasha.post(`${AUTH}/totp/activate`, { code }));
    const winner = expectOneWinner(answers, STEP_UP_REQUIRED);
    expect(winner.body.recoveryCodes).toHaveLength(10);
    expect(await ledger()).toMatchObject({ codesLeft: 10, stepsUsed: 1 });
    await app.nest.get(SecondFactor).accept(sasha.id, 'recovery_code', winner.body.recoveryCodes[9]);
    expect(await app.prisma.db.auditEvent.count({ where: { action: 'factor.added', actorId: sasha.id } })).toBe(1);
  });

  it('many setups leave one secret, which activates', async () => {
    const answers = await race(() => asSasha.post(`${AUTH}/totp/setup`));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const activations: Response[] = [];
    for (const { body } of answers) {
      const phone = AuthenticatorApp.scan(body.otpauthUri);
      activations.push(await asSasha.post(`${AUTH}/totp/activate`, { code: await phone.code() }));
    }
    expectOneWinner(activations, INVALID_CODE, STEP_UP_REQUIRED);
  });

  it('many renewals leave the ten recovery codes of one of them', async () => {
    await enrol(asSasha);
    await app.confirmWithFactor(sasha);
    const answers = await race(() => asSasha.post(`${AUTH}/recovery-codes`));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await ledger()).toMatchObject({ codesLeft: 10 });
    const accepted: number[] = [];
    for (const { body } of answers) {
      const tries = await Promise.allSettled(
        body.recoveryCodes.map((code: string) => app.nest.get(SecondFactor).accept(sasha.id, 'recovery_code', code)),
      );
      accepted.push(tries.filter(({ status }) => status === 'fulfilled').length);
    }
    expect(accepted.sort((a, b) => b - a).slice(0, 2)).toEqual([10, 0]);
  });

  it('the last two factors go, and the recovery codes with them', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await enrol(asSasha);
      const passkeyId = newId();
      await app.prisma.db.passkey.create({
        data: { id: passkeyId, userId: sasha.id, credentialId: passkeyId, publicKey: new Uint8Array(), name: 'Key' },
      });
      await app.confirmWithFactor(sasha);
      const answers = await Promise.all([
        asSasha.delete(`${AUTH}/totp`),
        asSasha.delete(`${AUTH}/passkeys/${passkeyId}`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([204, 204]);
      expect(await ledger()).toMatchObject({ codesLeft: 0 });
    }
  });
});
