import { newId } from '../../src/core/ids/ids.js';
import { ExpiredRows } from '../../src/modules/sessions/expired-rows.js';
import { TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import type { Person } from '../support/factory.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let app: TestApp;
let person: Person;

beforeAll(async () => {
  app = await TestApp.start();
  person = await app.factory.person();
});

afterAll(() => app.stop());

const secret = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(newId()));

/** Makes a row that expired so long ago. @returns whether it is there still */
type Make = (expiresAt: Date) => Promise<() => Promise<boolean>>;

const session: Make = async (expiresAt) => {
  const { id } = await app.factory.session(person, { expiresAt });
  const where = { id };
  return async () => (await app.prisma.db.session.count({ where })) === 1;
};

const trustedDevice: Make = async (expiresAt) => {
  const where = { id: newId() };
  const device = { deviceId: 'test', remoteIp: '127.0.0.1', userAgent: 'test' };
  await app.prisma.db.trustedDevice.create({
    data: { ...where, ...device, userId: person.id, secretHash: secret(), expiresAt },
  });
  return async () => (await app.prisma.db.trustedDevice.count({ where })) === 1;
};

const oneTimeToken: Make = async (expiresAt) => {
  const where = { id: newId() };
  await app.prisma.db.oneTimeToken.create({
    data: {
      ...where,
      purpose: 'reset_password',
      tokenHash: secret(),
      createdBy: person.id,
      userId: person.id,
      expiresAt,
    },
  });
  return async () => (await app.prisma.db.oneTimeToken.count({ where })) === 1;
};

describe.each<[string, Make]>([
  ['A session', session],
  ['A trusted device', trustedDevice],
  ['A one-time token', oneTimeToken],
])('%s', (_, make) => {
  it.each([
    ['is cleared away a day after it expired', DAY + MINUTE, false],
    ['is kept until then', DAY - MINUTE, true],
    ['is kept while it counts', -MINUTE, true],
  ])('%s', async (_name, ago, isKept) => {
    const isThere = await make(new Date(Date.now() - ago));
    await app.nest.get(ExpiredRows).clear();
    expect(await isThere()).toBe(isKept);
  });
});

describe('What is cleared away', () => {
  it('is nothing of people, and nothing of what was done', async () => {
    await session(new Date(Date.now() - 2 * DAY));
    const before = await app.prisma.db.auditEvent.count();
    await app.nest.get(ExpiredRows).clear();
    expect(await app.prisma.db.user.count({ where: { id: person.id } })).toBe(1);
    expect(await app.prisma.db.auditEvent.count()).toBe(before);
  });

  it('is cleared by a job, every hour', async () => {
    const job = await app.prisma.db.job.findFirstOrThrow({ where: { kind: 'clear_expired' } });
    expect(job.runAt.getTime() - Date.now()).toBeLessThanOrEqual(60 * MINUTE);
    const isThere = await session(new Date(Date.now() - 2 * DAY));
    await app.prisma.db.job.update({ where: { id: job.id }, data: { runAt: new Date() } });
    await eventually(async () => !(await isThere()));
  });
});
