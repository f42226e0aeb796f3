import { newId } from '../../src/core/ids/ids.js';
import { Jobs } from '../../src/core/jobs/jobs.js';
import type { AuditEvent, Prisma, User } from '../../src/core/prisma/generated/client.js';
import { AccountPurge } from '../../src/modules/account-deletion/account-purge.js';
import { TestApp } from '../support/app/app.js';
import { uploadAvatar } from '../support/clients/uploads.js';
import type { Person } from '../support/data/factory.js';
import { plain } from '../support/data/pictures.js';
import { eventually } from '../support/time/eventually.js';

/** Rows of the audit that are changed at once. */
const BATCH = 1000;

const PROFILE = {
  displayName: 'Noa Levi',
  givenName: 'Noa',
  familyName: 'Levi',
  bio: 'Paints.',
  avatarUrl: 'https://cdn.example.com/noa.webp',
  locale: 'he',
  agentCommunicationLocale: 'en',
  timezone: 'Asia/Jerusalem',
  phoneNumber: '+97221234567',
  birthDate: new Date('1985-02-03'),
};

const ERASED = {
  displayName: 'Deleted user',
  givenName: null,
  familyName: null,
  bio: null,
  avatarUrl: null,
  locale: null,
  agentCommunicationLocale: null,
  timezone: null,
  phoneNumber: null,
  birthDate: null,
};

let app: TestApp;
let purge: AccountPurge;
let person: Person;

beforeAll(async () => {
  app = await TestApp.start({ ACCOUNT_PURGE_DAYS: '0' });
  purge = app.nest.get(AccountPurge);
});

beforeEach(async () => {
  person = await app.factory.person({ ...PROFILE });
});

afterAll(() => app.stop());

const read = ({ id }: Person): Promise<User> => app.prisma.db.user.findUniqueOrThrow({ where: { id } });

/** Marks the account as deleted, as it is until the purge comes. */
async function markDeleted({ id }: Person): Promise<void> {
  await app.prisma.db.user.update({ where: { id }, data: { deletedAt: new Date('2026-03-01'), passwordHash: null } });
}

function event(fields: Partial<Prisma.AuditEventCreateManyInput>): Prisma.AuditEventCreateManyInput {
  return {
    id: newId(),
    action: 'user.updated',
    actorKind: 'user',
    targetKind: 'user',
    remoteIp: '203.0.113.7',
    userAgent: 'Firefox/140',
    requestId: 'a-request',
    changes: { givenName: { before: 'Noa', after: 'Noah' } },
    ...fields,
  };
}

async function audited(...events: Prisma.AuditEventCreateManyInput[]): Promise<() => Promise<AuditEvent[]>> {
  await app.prisma.db.auditEvent.createMany({ data: events });
  const where = { id: { in: events.map(({ id }) => id) } };
  return () => app.prisma.db.auditEvent.findMany({ where, orderBy: { id: 'asc' } });
}

/** What of the person is left in the audit. */
function leftInAudit({ id }: Person): Promise<number> {
  const personal = [{ remoteIp: { not: null } }, { userAgent: { not: null } }];
  return app.prisma.db.auditEvent.count({
    where: {
      OR: [
        { actorId: id, OR: personal },
        { targetId: id, changes: { not: {} } },
      ],
    },
  });
}

describe('The purge of a deleted account', () => {
  beforeEach(() => markDeleted(person));

  it('erases personal data, and keeps the account’s id and its times', async () => {
    const before = await read(person);
    expect(before).toMatchObject(PROFILE);
    await purge.erase(person.id);
    expect(await read(person)).toEqual({ ...before, ...ERASED, purgedAt: expect.any(Date) });
  });

  it('erases what a request left behind that was under way at the deletion', async () => {
    await app.factory.address(person, `late.${person.email}`, { verifiedAt: null });
    await app.factory.session(person);
    await app.prisma.db.totp.create({ data: { userId: person.id, secretEncrypted: new Uint8Array(32) } });
    await purge.erase(person.id);
    const include = { emails: true, sessions: true, totp: true } as const;
    const { emails, sessions, totp } = await app.prisma.db.user.findUniqueOrThrow({
      where: { id: person.id },
      include,
    });
    expect([emails, sessions, totp]).toEqual([[], [], null]);
  });

  it('keeps the audit under the user’s id, without network address, browser and profile values', async () => {
    const read = await audited(event({ actorId: person.id, targetId: person.id }));
    const [before] = await read();
    await purge.erase(person.id);
    expect(await read()).toEqual([{ ...before, remoteIp: null, userAgent: null, changes: {} }]);
  });

  it('keeps the changes to others, but not the network address', async () => {
    const other = await app.factory.person();
    const read = await audited(event({ actorId: person.id, targetId: other.id }));
    const [before] = await read();
    await purge.erase(person.id);
    expect(await read()).toEqual([{ ...before, remoteIp: null, userAgent: null }]);
  });

  it('keeps the actor and the network address of changes to the user, but not the values', async () => {
    const admin = await app.factory.person();
    const read = await audited(event({ actorId: admin.id, targetId: person.id }));
    const [before] = await read();
    await purge.erase(person.id);
    expect(await read()).toEqual([{ ...before, changes: {} }]);
  });

  it('erases network address, browser and values of anonymous events on the account', async () => {
    const read = await audited(event({ actorKind: 'anonymous', actorId: null, targetId: person.id }));
    const [before] = await read();
    await purge.erase(person.id);
    expect(await read()).toEqual([{ ...before, remoteIp: null, userAgent: null, changes: {} }]);
  });

  it('does not change the audit of others', async () => {
    const other = await app.factory.person();
    const read = await audited(
      event({ actorId: other.id, targetId: other.id }),
      event({ actorKind: 'anonymous', actorId: null, targetId: other.id }),
      event({ actorKind: 'anonymous', actorId: null, targetKind: null, targetId: null }),
    );
    const before = await read();
    await purge.erase(person.id);
    expect(await read()).toEqual(before);
  });

  it('done twice is as done once', async () => {
    const readAudit = await audited(event({ actorId: person.id, targetId: person.id }));
    await purge.erase(person.id);
    const once = [await read(person), await readAudit()];
    await purge.erase(person.id);
    expect([await read(person), await readAudit()]).toEqual(once);
  });

  it('done by several at the same moment is as done once', async () => {
    await audited(...Array.from({ length: 50 }, () => event({ actorId: person.id, targetId: person.id })));
    await Promise.all(Array.from({ length: 4 }, () => purge.erase(person.id)));
    expect(await read(person)).toMatchObject({ ...ERASED, purgedAt: expect.any(Date) });
    expect(await leftInAudit(person)).toBe(0);
  });

  it('goes on where it was interrupted, through an audit of any length', async () => {
    await audited(...Array.from({ length: 2 * BATCH + 1 }, () => event({ actorId: person.id, targetId: person.id })));
    const batches = interruptedAfter(1);
    await expect(purge.erase(person.id)).rejects.toThrow('The power failed');
    expect(await leftInAudit(person)).toBe(BATCH + 1);
    expect(await read(person)).toMatchObject({ ...PROFILE, purgedAt: null });
    batches.restore();
    await purge.erase(person.id);
    expect(await leftInAudit(person)).toBe(0);
    expect(await read(person)).toMatchObject({ ...ERASED, purgedAt: expect.any(Date) });
  });

  it('ends with an audit of exactly one batch', async () => {
    await audited(...Array.from({ length: BATCH }, () => event({ actorId: person.id, targetId: person.id })));
    await purge.erase(person.id);
    expect(await leftInAudit(person)).toBe(0);
  });
});

describe('The purge of an account that lives', () => {
  it('does nothing', async () => {
    const readAudit = await audited(
      event({ actorId: person.id, targetId: person.id }),
      event({ actorKind: 'anonymous', actorId: null, targetId: person.id }),
    );
    const before = [await read(person), await readAudit()];
    await purge.erase(person.id);
    expect([await read(person), await readAudit()]).toEqual(before);
  });

  it('does nothing as a job either, also for one that there never was', async () => {
    const before = await read(person);
    for (const userId of [person.id, newId()]) {
      await app.nest.get(Jobs).enqueue('account_purge', { userId });
    }
    await noPurgeWaits();
    expect(await read(person)).toEqual(before);
  });
});

describe('The job of a deletion', () => {
  it('erases the account once it is due, and is deleted then', async () => {
    const client = await app.signedIn(person);
    await client.patch('/api/v1/user', { bio: 'Draws.' });
    expect((await client.delete('/api/me')).status).toBe(202);
    await eventually(async () => (await read(person)).purgedAt !== null);
    await noPurgeWaits();
    expect(await read(person)).toMatchObject({ ...ERASED, deletedAt: expect.any(Date) });
    expect(await leftInAudit(person)).toBe(0);
    const told = await app.prisma.db.auditEvent.findMany({ where: { targetId: person.id }, orderBy: { id: 'asc' } });
    expect(told.map(({ action, actorId }) => ({ action, actorId }))).toEqual(
      ['user.updated', 'user.deleted'].map((action) => ({ action, actorId: person.id })),
    );
  });

  it('removes the uploaded picture', async () => {
    const client = await app.signedIn(person);
    const { avatarUrl } = (await uploadAvatar(client, await plain(8, 8).png().toBuffer())).body;
    const { pathname } = new URL(avatarUrl);
    expect((await app.anonymous.get(pathname)).status).toBe(200);
    await client.delete('/api/me');
    await eventually(async () => (await app.anonymous.get(pathname)).status === 404);
    expect(await read(person)).toMatchObject(ERASED);
  });

  it('is tried again after a failure', async () => {
    const batches = interruptedAfter(0);
    await (await app.signedIn(person)).delete('/api/me');
    await eventually(async () => (await purgeJobs()).some(({ lastError }) => lastError?.includes('The power failed')));
    expect(await read(person)).toMatchObject({ ...PROFILE, purgedAt: null });
    batches.restore();
    await app.prisma.db.job.updateMany({ where: { kind: 'account_purge' }, data: { runAt: new Date() } });
    await eventually(async () => (await read(person)).purgedAt !== null);
    await noPurgeWaits();
  });
});

function purgeJobs(): Promise<{ lastError: string | null }[]> {
  return app.prisma.db.job.findMany({ where: { kind: 'account_purge' } });
}

async function noPurgeWaits(): Promise<void> {
  await eventually(async () => (await purgeJobs()).length === 0);
}

/** Has the purge fail once it has done so many batches of the audit, until it is restored. */
function interruptedAfter(batches: number): { restore: () => void } {
  const whole = purge as unknown as { eraseAuditBatch: (userId: string) => Promise<number> };
  const eraseAuditBatch = whole.eraseAuditBatch.bind(purge);
  let left = batches;
  whole.eraseAuditBatch = (userId) =>
    left-- > 0 ? eraseAuditBatch(userId) : Promise.reject(new Error('The power failed'));
  return {
    restore: () => {
      whole.eraseAuditBatch = eraseAuditBatch;
    },
  };
}
