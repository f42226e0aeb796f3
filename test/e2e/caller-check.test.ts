import { CallerCheck } from '../../src/access/caller-check.js';
import type { UserPrincipal } from '../../src/access/principal.js';
import { SCOPES } from '../../src/access/scopes.js';
import type { Db } from '../../src/core/prisma/prisma.service.js';
import { TestApp } from '../support/app/app.js';
import type { Person } from '../support/data/factory.js';

const PAST = new Date(Date.now() - 1000);

let app: TestApp;
let sasha: Person;
let membershipId: string;

beforeAll(async () => {
  app = await TestApp.start();
});

beforeEach(async () => {
  sasha = await app.factory.person();
  ({ id: membershipId } = await app.factory.membership(sasha, await app.factory.organization()));
});

afterAll(() => app.stop());

async function bySession(): Promise<UserPrincipal> {
  const { id, tokenId, authTime, expiresAt } = await app.factory.session(sasha);
  const times = { authTime, readAt: authTime, expiresAt, stepUpAt: null };
  const session = { id, tokenId, ...times, amr: ['pwd'], passwordChangeRequired: false };
  return { kind: 'user', id: sasha.id, session, apiKey: null, organization: null, requirements: {} };
}

async function byKey(): Promise<UserPrincipal> {
  await app.factory.apiKey({ membershipId });
  const { id } = await app.prisma.db.apiKey.findFirstOrThrow({ where: { membershipId } });
  const apiKey = { id, scopes: SCOPES };
  return { kind: 'user', id: sasha.id, session: null, apiKey, organization: null, requirements: {} };
}

const suspend = (db: Db) => db.user.update({ where: { id: sasha.id }, data: { status: 'suspended' } });
const remove = (db: Db) => db.user.update({ where: { id: sasha.id }, data: { deletedAt: new Date() } });

/** What happens between the guard of a route and its write. */
const ENDS: [string, () => Promise<UserPrincipal>, (db: Db) => Promise<unknown>][] = [
  ['session ended', bySession, (db) => db.session.deleteMany({ where: { userId: sasha.id } })],
  [
    'session expired',
    bySession,
    (db) => db.session.updateMany({ where: { userId: sasha.id }, data: { expiresAt: PAST } }),
  ],
  ['account was suspended, by session', bySession, suspend],
  ['account was deleted, by session', bySession, remove],
  ['key was revoked', byKey, (db) => db.apiKey.deleteMany({ where: { membershipId } })],
  ['key expired', byKey, (db) => db.apiKey.updateMany({ where: { membershipId }, data: { expiresAt: PAST } })],
  [
    'membership was deactivated, by key',
    byKey,
    (db) => db.membership.update({ where: { id: membershipId }, data: { state: 'Inactive' } }),
  ],
  ['account was suspended, by key', byKey, suspend],
  ['account was deleted, by key', byKey, remove],
];

describe('An authenticated caller', () => {
  it.each(ENDS)('is refused before the write after the %s', async (_, credential, end) => {
    const principal = await credential();
    const check = app.nest.get(CallerCheck);
    const again = () => app.prisma.transaction(() => check.requireCredential(principal));
    await again();
    await end(app.prisma.db);
    await expect(again()).rejects.toMatchObject({ type: { code: 'unauthenticated' } });
  });
});
