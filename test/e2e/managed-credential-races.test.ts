import type { Response } from 'supertest';
import { Passwords } from '../../src/core/crypto/passwords.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { before, beforeTransaction, inTheMiddle, recording } from '../support/races/moments.js';
import { enrol } from '../support/second-factors/authenticator-app.js';

let app: TestApp;
let aurora: Organization;
let keeper: Client;
let admin: Person;
let asAdmin: Client;
let adminsMembershipId: string;
/** The account is managed by Aurora. */
let alice: Person;
let asAlice: Client;
let alicesMembershipId: string;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  aurora = await app.factory.organization();
  const role = { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true } as const;
  const other = await app.factory.person();
  await app.factory.membership(other, aurora, role);
  keeper = await app.steppedUp(other);
  admin = await app.factory.person();
  ({ id: adminsMembershipId } = await app.factory.membership(admin, aurora, role));
  asAdmin = await app.steppedUp(admin);
  alice = await app.factory.person({ managedById: aurora.id });
  ({ id: alicesMembershipId } = await app.factory.membership(alice, aurora, { isPrimary: true }));
  asAlice = await app.signedIn(alice);
  await enrol(asAlice);
});

afterAll(() => app.stop());

const memberPath = (id: string): string => `/api/v1/orgs/${aurora.slug}/members/${id}`;
const resetPassword = (): Promise<Response> => asAdmin.post(`/api/v1/org/users/${alice.id}/password/reset`);
const resetFactors = (): Promise<Response> => asAdmin.delete(`/api/v1/org/users/${alice.id}/mfa`);
const leave = (): Promise<Response> => asAlice.post(`/api/v1/orgs/${aurora.slug}/leave`);

/** What the organization must not take from the user. */
async function account(): Promise<object> {
  const { passwordHash, passwordChangeRequired, totp } = await app.prisma.db.user.findUniqueOrThrow({
    where: { id: alice.id },
    include: { totp: true },
  });
  const sessions = await app.prisma.db.session.count({ where: { userId: alice.id } });
  return { passwordHash, passwordChangeRequired, hasTotp: totp !== null, sessions };
}

/** What may happen once the reset was let through, and what it is answered then. */
const EVENTS: [string, () => Promise<unknown>, number, string, object?][] = [
  [
    'the administrator’s step-up ended',
    () => app.prisma.db.session.updateMany({ where: { userId: admin.id }, data: { stepUpAt: null } }),
    401,
    'step_up_required',
    { methods: ['password'] },
  ],
  ['the user left the organization', leave, 404, 'user_not_found'],
  [
    'the management of the account ended',
    () => app.prisma.db.user.update({ where: { id: alice.id }, data: { managedById: null } }),
    403,
    'account_not_managed',
  ],
  [
    'the user became an AppAdmin, and the administrator is none any more',
    async () => {
      await keeper.patch(memberPath(alicesMembershipId), { appRole: 'AppAdmin' });
      await keeper.patch(memberPath(adminsMembershipId), { appRole: 'AppMember' });
    },
    403,
    'insufficient_role',
  ],
  [
    'the administrator was demoted',
    () => keeper.patch(memberPath(adminsMembershipId), { role: 'Teacher' }),
    403,
    'insufficient_role',
  ],
  ['the administrator was removed', () => keeper.delete(memberPath(adminsMembershipId)), 403, 'insufficient_role'],
  ['the administrator was signed out', () => asAdmin.post('/api/v1/auth/logout'), 401, 'unauthenticated'],
];

describe.each(EVENTS)(
  'An administrator takes over no account by a reset that was let through before %s',
  (_, happens, status, code, occurrence = {}) => {
    it('neither by its password, whose hash takes time', async () => {
      const { first } = await inTheMiddle(
        app,
        before<'hash', [string], string>(app.nest.get(Passwords), 'hash'),
        resetPassword,
        happened,
      );
      expectRefusal(first, status, code, occurrence);
      expect(await account()).toEqual(left);
    });

    it('nor by its second factors', async () => {
      beforeTransaction(app, happened);
      expectRefusal(await resetFactors(), status, code, occurrence);
      expect(await account()).toEqual(left);
    });

    let left: object;

    async function happened(): Promise<void> {
      await happens();
      left = await account();
    }
  },
);

describe('A user deleted by another administrator during a reset', () => {
  it.each<[string, string, () => Promise<Response>]>([
    ['the password', 'password.reset', resetPassword],
    ['the second factors', 'factors.reset', resetFactors],
  ])('%s is deleted afterwards', async (_, action, reset) => {
    const { first, other, isOvertaken } = await inTheMiddle(app, recording(app, action), reset, () =>
      keeper.delete(`/api/v1/org/users/${alice.id}`),
    );
    expect([first.status < 300, other.status < 300, isOvertaken]).toEqual([true, true, false]);
  });
});
