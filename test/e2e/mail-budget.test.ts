import { MailBudgetService } from '../../src/modules/mails/mail-budget.service.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization } from '../support/data/factory.js';
import { mailsAreSent } from '../support/mail/mails-are-sent.js';
import { expectRefusal } from '../support/expectations/refusals.js';

const USERS = '/api/v1/org/users';
const ADMIN = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
const LIMIT = 5;

let app: TestApp;
let aurora: Organization;
let asSasha: Client;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  ({ organization: aurora, client: asSasha } = await administered());
});

afterAll(() => app.stop());

const newAddress = (): string => `budget-${String(++count)}@example.com`;

async function administered(): Promise<{ organization: Organization; client: Client }> {
  const organization = await app.factory.organization();
  const person = await app.factory.person();
  await app.factory.membership(person, organization, ADMIN);
  return { organization, client: (await app.steppedUp(person)).inOrganization(organization.slug) };
}

/** Creates a managed account, which mails its owner, and deletes it. @returns the status of the creation */
async function createAndDelete(email: string): Promise<number> {
  const { status, body } = await asSasha.post(USERS, { email, displayName: 'Bo' });
  if (status === 201) {
    expect((await asSasha.delete(`${USERS}/${String(body.id)}`)).status).toBe(204);
  }
  return status;
}

const inTurn = async <T>(times: number, step: () => Promise<T>): Promise<T[]> => {
  const results: T[] = [];
  for (let done = 0; done < times; done++) {
    results.push(await step());
  }
  return results;
};

const budget = (): MailBudgetService => app.nest.get(MailBudgetService);

describe('Mails that their reader did not ask for', () => {
  it('are limited for an account that is created and deleted in turns', async () => {
    const email = newAddress();
    expect(await inTurn(LIMIT, () => createAndDelete(email))).toEqual(Array(LIMIT).fill(201));
    const refused = await asSasha.post(USERS, { email, displayName: 'Bo' });
    expectRefusal(refused, 429, 'too_many_requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(86_000);
    expect(await app.prisma.db.userEmail.count({ where: { address: email, user: { deletedAt: null } } })).toBe(0);
  });

  it('keep an import from creating an account that could not be mailed', async () => {
    const [email, other] = [newAddress(), newAddress()];
    await inTurn(LIMIT, () => createAndDelete(email));
    const send = async (query: string): Promise<object[]> => {
      const response = await fetch(`${app.baseUrl}${USERS}/import${query}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${asSasha.token}`,
          'x-org': aurora.slug,
          'content-type': 'application/x-ndjson',
        },
        body: `${JSON.stringify({ email })}\n${JSON.stringify({ email: other })}\n`,
      });
      return (await response.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object);
    };
    const failed = { status: 'failed', email, errors: [{ pointer: '/email', code: 'too_many_requests' }] };
    expect(await send('')).toMatchObject([failed, { status: 'created', email: other }]);
    expect(await app.prisma.db.userEmail.count({ where: { address: email } })).toBe(0);
    expect(await send('?sendMail=false')).toMatchObject([{ status: 'created' }, { status: 'exists' }]);
    expect(await send('')).toMatchObject([{ status: 'exists' }, { status: 'exists' }]);
  });

  it('have one limit for invitations and creations', async () => {
    const email = newAddress();
    const invitations = `/api/v1/orgs/${aurora.slug}/invitations`;
    const { body } = await asSasha.post(invitations, { email });
    await inTurn(LIMIT - 2, () => asSasha.post(`${invitations}/${String(body.id)}/resend`));
    expect(await createAndDelete(email)).toBe(201);
    expectRefusal(await asSasha.post(`${invitations}/${String(body.id)}/resend`), 429, 'too_many_requests');
    expect(await createAndDelete(email)).toBe(429);
  });

  it.each([
    ['that nobody has entered', null],
    ['whose user has a password', 'hash'],
  ])('are limited for the address of an account %s, changed to and fro', async (_, passwordHash) => {
    const { body } = await asSasha.post(USERS, { email: newAddress(), displayName: 'Bo' });
    await app.prisma.db.user.update({ where: { id: body.id as string }, data: { passwordHash } });
    const [one, other] = [newAddress(), newAddress()];
    const change = async (email: string): Promise<number> =>
      (await asSasha.patch(`${USERS}/${String(body.id)}`, { email })).status;
    const statuses = await inTurn(LIMIT, async () => [await change(one), await change(other)]);
    expect(statuses.flat()).toEqual(Array(2 * LIMIT).fill(200));
    expect(await change(one)).toBe(429);
    expect(await app.prisma.db.userEmail.count({ where: { address: other, isPrimary: true } })).toBe(1);
  });

  it('are limited for an account that is linked and removed in turns', async () => {
    const bo = await app.factory.person();
    const link = (): ReturnType<Client['post']> =>
      asSasha.post('/api/v1/app/user', {
        account_id: bo.id,
        role: 'AppMember',
        user_info: { email: bo.email, name: 'Bo' },
      });
    for (let linked = 0; linked < LIMIT; linked++) {
      expect((await link()).status).toBe(201);
      expect((await asSasha.delete(`${USERS}/${bo.id}`)).status).toBe(204);
    }
    expectRefusal(await link(), 429, 'too_many_requests');
    expect(await app.prisma.db.membership.count({ where: { userId: bo.id } })).toBe(0);
  });

  it.each([
    ['password', (id: string) => asSasha.post(`${USERS}/${id}/password/reset`), 200],
    ['second factors', (id: string) => asSasha.delete(`${USERS}/${id}/mfa`), 204],
  ])(
    'are limited when an administrator resets the %s of an account with an unproved address in a loop',
    async (_, reset, done) => {
      const email = newAddress();
      const { body } = await asSasha.post(USERS, { email, displayName: 'Bo' });
      const answers = await inTurn(2 * LIMIT, () => reset(String(body.id)));
      expect(answers.map(({ status }) => status)).toEqual(Array(2 * LIMIT).fill(done));
      await mailsAreSent(app);
      expect(app.mails.pending({ to: email })).toHaveLength(LIMIT);
    },
  );

  it.each([
    ['role', ['Coach', 'Teacher'].map((role) => ({ role }))],
    ['state', ['Inactive', 'Active'].map((state) => ({ state }))],
  ])('are limited when the %s of a member is changed to and fro', async (_, [there, back]) => {
    const bo = await app.factory.person();
    const { id } = await app.factory.membership(bo, aurora);
    const change = (turn: number): ReturnType<Client['patch']> =>
      asSasha.patch(`/api/v1/orgs/${aurora.slug}/members/${id}`, turn % 2 === 0 ? there : back);
    for (let turn = 0; turn < 2 * LIMIT; turn++) {
      expect((await change(turn)).status).toBe(200);
    }
    await mailsAreSent(app);
    expect(app.mails.pending({ to: bo.email })).toHaveLength(LIMIT);
  });

  it('are limited for ownership that is offered and withdrawn in turns', async () => {
    const heir = await app.factory.person();
    const { id } = await app.factory.membership(heir, aurora);
    const offers = `/api/v1/orgs/${aurora.slug}/ownership-offer`;
    for (let offered = 0; offered < LIMIT; offered++) {
      expect((await asSasha.post(offers, { memberId: id })).status).toBe(201);
      expect((await asSasha.delete(offers)).status).toBe(204);
    }
    expectRefusal(await asSasha.post(offers, { memberId: id }), 429, 'too_many_requests');
  });

  it('are counted for each organization, and for all of them together', async () => {
    const email = newAddress();
    const organizations = await Promise.all(Array.from({ length: 5 }, () => app.factory.organization()));
    for (const { id } of organizations.slice(0, 4)) {
      await inTurn(LIMIT, () => budget().spend(id, email));
    }
    await expect(budget().spend(organizations[4]?.id ?? '', email)).rejects.toMatchObject({
      type: { code: 'too_many_requests' },
    });
    await budget().spend(organizations[4]?.id ?? '', newAddress());
  });

  it('are let through to the limit exactly, of many at once', async () => {
    const email = newAddress();
    const mails = Array.from({ length: 16 }, () => app.prisma.transaction(() => budget().spend(aurora.id, email)));
    const results = await Promise.allSettled(mails);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(LIMIT);
  });

  it('do not count when their transaction is rolled back', async () => {
    const email = newAddress();
    const rolledBack = app.prisma.transaction(async () => {
      await budget().spend(aurora.id, email);
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(await inTurn(LIMIT, () => createAndDelete(email))).toEqual(Array(LIMIT).fill(201));
  });

  it('are allowed again a day after the first', async () => {
    const email = newAddress();
    await inTurn(LIMIT, () => budget().spend(aurora.id, email));
    await app.prisma.db.mailBudget.updateMany({ data: { resetsAt: new Date(0) } });
    expect(await inTurn(LIMIT, () => createAndDelete(email))).toEqual(Array(LIMIT).fill(201));
    expect(await createAndDelete(email)).toBe(429);
  });

  it('are stored without the address', async () => {
    const email = newAddress();
    await budget().spend(aurora.id, email);
    const rows = await app.prisma.db.$queryRaw`SELECT "addressHash"::text FROM "MailBudget"`;
    expect(JSON.stringify(rows)).not.toContain(email);
  });
});
