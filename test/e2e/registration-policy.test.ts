import type { Response } from 'supertest';
import { OneTimeTokensService } from '../../src/modules/one-time-tokens/one-time-tokens.service.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { PASSWORD } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { eventually } from '../support/time/eventually.js';

const REGISTER = '/api/v1/auth/register';
const VERIFY = '/api/v1/auth/email/verify';
const CONFIRM = 'Confirm your e-mail address';

let app: TestApp;
let count = 0;

const newEmail = (): string => `stranger-${String(++count)}@example.com`;
const register = (email: string): Promise<Response> => app.anonymous.post(REGISTER, { email, password: PASSWORD });
const verify = (token: string): Promise<Response> => app.anonymous.post(VERIFY, { token, password: PASSWORD });

/** An invitation to the address, its token, and a way to revoke it. */
async function invite(email: string): Promise<{ token: string; revoke: () => Promise<Response> }> {
  const admin = await app.factory.person();
  const organization = await app.factory.organization();
  await app.factory.membership(admin, organization, {
    role: 'OrganizationAdmin',
    appRole: 'AppAdmin',
    isPrimary: true,
  });
  const client: Client = await app.steppedUp(admin);
  const path = `/api/v1/orgs/${organization.slug}/invitations`;
  const { body } = await client.post(path, { email });
  const { token } = await app.mails.waitFor({ to: email, subject: 'Invitation to Organization' });
  return { token, revoke: () => client.delete(`${path}/${String(body.id)}`) };
}

const confirmation = async (email: string): Promise<string> =>
  (await app.mails.waitFor({ to: email, subject: CONFIRM })).token;

/** Resolves when all mails that were queued are sent. */
const allSent = (): Promise<void> =>
  eventually(async () => (await app.prisma.db.job.count({ where: { kind: 'mail' } })) === 0);

/** The answer, with the names of its headers. */
const shown = ({ status, body, headers }: Response): object => ({ status, body, headers: Object.keys(headers).sort() });

describe('With REGISTRATION=invited', () => {
  beforeAll(async () => {
    app = await TestApp.start({ REGISTRATION: 'invited' });
  });

  afterAll(() => app.stop());

  it('an invited address registers', async () => {
    const email = newEmail();
    await invite(email);
    expect((await register(email)).status).toBe(202);
    expect((await verify(await confirmation(email))).status).toBe(200);
  });

  it('an address that is not invited gets the same answer and the same rows, and no mail', async () => {
    const [invited, other] = [newEmail(), newEmail()];
    await invite(invited);
    const answers = [await register(invited), await register(other)].map(shown);
    expect(answers[1]).toEqual(answers[0]);
    await confirmation(invited);
    await allSent();
    expect(app.mails.mails.filter(({ to }) => to === other)).toEqual([]);
    expect(await app.prisma.db.oneTimeToken.count({ where: { email: other, purpose: 'registration' } })).toBe(1);
  });

  it('an address with an account gets the same answer, and the mail to its owner', async () => {
    const { email } = await app.factory.person();
    expect(shown(await register(email))).toEqual(shown(await register(newEmail())));
    await eventually(() => app.mails.mails.some(({ to }) => to === email));
  });

  it('a revoked invitation ends the registration that it permitted', async () => {
    const email = newEmail();
    const { revoke } = await invite(email);
    await register(email);
    const token = await confirmation(email);
    await revoke();
    expectRefusal(await verify(token), 400, 'invalid_token');
  });
});

describe('With REGISTRATION=closed', () => {
  beforeAll(async () => {
    app = await TestApp.start({ REGISTRATION: 'closed' });
  });

  afterAll(() => app.stop());

  it('no address registers, with an account or without', async () => {
    const { email } = await app.factory.person();
    expectRefusal(await register(newEmail()), 403, 'registration_closed');
    expectRefusal(await register(email), 403, 'registration_closed');
  });

  it('no invited person registers by the link of the invitation', async () => {
    const email = newEmail();
    const { token } = await invite(email);
    const answer = await app.anonymous.post('/api/v1/invitations/register', { token, password: PASSWORD });
    expectRefusal(answer, 403, 'registration_closed');
    expect(await app.prisma.db.userEmail.count({ where: { address: email } })).toBe(0);
  });

  it('a registration of before cannot be completed', async () => {
    const { token } = await app.nest.get(OneTimeTokensService).issueLink({
      purpose: 'registration',
      lifetime: 60,
      email: newEmail(),
      payload: { passwordHash: '', deviceId: '' },
      createdBy: 'anonymous',
    });
    expectRefusal(await verify(token), 403, 'registration_closed');
  });
});
