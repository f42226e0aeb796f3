import { violatedConstraint } from '../../src/core/prisma/failures.js';
import { Problem } from '../../src/core/problems/problem.js';
import {
  type FirstAdministrator,
  FirstAdministratorService,
} from '../../src/modules/operator/first-administrator.service.js';
import { TestApp } from '../support/app/app.js';

const PASSWORD = 'correct horse battery staple';
const RESET = '/api/v1/auth/password/reset';

let app: TestApp;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start({});
});

afterAll(() => app.stop());

const newEmail = (): string => `administrator-${String(++count)}@example.com`;
const create = (given: object): Promise<FirstAdministrator> => app.nest.get(FirstAdministratorService).create(given);
const tokenOf = ({ link }: FirstAdministrator): string => new URL(link).searchParams.get('token') ?? '';

/** The code of the problem with which it is refused. */
async function refusal(given: object): Promise<string> {
  const error = await create(given).catch((reason: unknown) => reason);
  return error instanceof Problem ? error.type.code : (violatedConstraint(error) ?? String(error));
}

describe('The first administrator', () => {
  it('chooses a password by the link, once, and administers the organization', async () => {
    const email = newEmail();
    const created = await create({ email: email.toUpperCase(), organization: ' Acme Inc. ' });
    expect(created).toMatchObject({ email, slug: 'acme-inc', isMailed: true });
    const token = tokenOf(created);
    expect((await app.anonymous.post(RESET, { token, newPassword: PASSWORD })).status).toBe(204);
    expect((await app.anonymous.post(RESET, { token, newPassword: PASSWORD })).status).toBe(400);
    const { body } = await app.anonymous.post('/api/v1/auth/login', { email, password: PASSWORD });
    const client = app.anonymous.withToken(body.token);
    const { body: mine } = await client.get('/api/v1/orgs/my');
    expect(mine.items).toMatchObject([{ name: 'Acme Inc.', role: 'OrganizationAdmin', appRole: 'AppAdmin' }]);
  });

  it('is managed by no organization, and recorded as created by the operator', async () => {
    const email = newEmail();
    await create({ email, organization: 'Managed by none', slug: 'managed-by-none' });
    const { user } = await app.prisma.db.userEmail.findFirstOrThrow({
      where: { address: email },
      include: { user: true },
    });
    expect(user).toMatchObject({ managedById: null, createdBy: 'root', passwordHash: null });
    const { id: organizationId } = await app.prisma.db.organization.findFirstOrThrow({
      where: { slug: 'managed-by-none' },
    });
    const events = await app.prisma.db.auditEvent.findMany({ where: { organizationId }, orderBy: { id: 'asc' } });
    expect(events.map(({ action, actorKind }) => `${actorKind}: ${action}`)).toEqual([
      'root: organization.created',
      'root: user.created',
      'root: membership.created',
    ]);
  });

  it('gets the link by mail', async () => {
    const email = newEmail();
    const created = await create({ email, organization: 'Mailed' });
    expect((await app.mails.waitFor({ to: email })).token).toBe(tokenOf(created));
  });

  it('is refused for an address that an account has, and nothing is created', async () => {
    const { email } = await app.factory.person();
    expect(await refusal({ email, organization: 'Refused', slug: 'refused' })).toBe('email_taken');
    expect(await app.prisma.db.organization.count({ where: { slug: 'refused' } })).toBe(0);
    expect(await app.prisma.db.organizationSlug.count({ where: { slug: 'refused' } })).toBe(0);
  });

  it('is refused with a slug that another organization has', async () => {
    const { slug } = await app.factory.organization();
    const email = newEmail();
    expect(await refusal({ email, organization: 'Taken', slug })).toBe('slug_taken');
    expect(await app.prisma.db.userEmail.count({ where: { address: email } })).toBe(0);
  });

  it.each([
    { email: 'administrator', organization: 'A' },
    { email: 'a@example.com', organization: '' },
    { email: 'a@example.com' },
    { email: 'a@example.com', organization: 'x'.repeat(201) },
    { email: 'a@example.com', organization: 'A', slug: 'api' },
    { email: 'a@example.com', organization: 'A', slug: 'A B' },
    { email: 'a@example.com', organization: 'A', password: 'x' },
  ])('is refused with the input %j', async (given) => {
    expect(await refusal(given)).toBe('validation_failed');
  });

  it('of many attempts with one address at once is created once', async () => {
    const email = newEmail();
    const attempts = Array.from({ length: 8 }, (_, index) => refusal({ email, organization: `Race ${String(index)}` }));
    const results = await Promise.all(attempts);
    expect(results.filter((code) => code === 'email_taken')).toHaveLength(7);
    expect(await app.prisma.db.organization.count({ where: { name: { startsWith: 'Race' } } })).toBe(1);
  });
});
