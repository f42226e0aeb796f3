import { leastIdAt, newId } from '../../src/core/ids/ids.js';
import { Retention } from '../../src/core/jobs/retention.js';
import { TestApp } from '../support/app/app.js';
import type { Person } from '../support/data/factory.js';
import { eventually } from '../support/time/eventually.js';

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

const knownDevice: Make = async (firstSeenAt) => {
  const where = { userId: person.id, deviceId: newId() };
  await app.prisma.db.knownDevice.create({ data: { ...where, firstSeenAt } });
  return async () => (await app.prisma.db.knownDevice.count({ where })) === 1;
};

const signInNotice: Make = async (notifiedAt) => {
  const where = { userId: person.id, clientHash: secret() };
  await app.prisma.db.signInNotice.create({ data: { ...where, notifiedAt } });
  return async () => (await app.prisma.db.signInNotice.count({ where })) === 1;
};

const apiKey: Make = async (expiresAt) => {
  const where = { keyHash: secret() };
  const { id: membershipId } = await app.factory.membership(person, await app.factory.organization());
  const key = { id: newId(), membershipId, name: 'Old', prefix: 'atr', scopes: [], createdBy: person.id, expiresAt };
  await app.prisma.db.apiKey.create({ data: { ...key, ...where } });
  return async () => (await app.prisma.db.apiKey.count({ where })) === 1;
};

const auditEvent: Make = async (at) => {
  const where = { id: leastIdAt(at).replace(/0{12}$/, newId().slice(-12)) };
  await app.prisma.db.auditEvent.create({ data: { ...where, at, action: 'test.done', actorKind: 'root' } });
  return async () => (await app.prisma.db.auditEvent.count({ where })) === 1;
};

const failedJob: Make = async (failedAt) => {
  const where = { id: newId() };
  await app.prisma.db.job.create({ data: { ...where, kind: 'unknown', payloadSealed: secret(), failedAt } });
  return async () => (await app.prisma.db.job.count({ where })) === 1;
};

const mailBudget: Make = async (resetsAt) => {
  const where = { organizationId: newId() };
  await app.prisma.db.mailBudget.create({ data: { ...where, addressHash: secret(), resetsAt } });
  return async () => (await app.prisma.db.mailBudget.count({ where })) === 1;
};

describe.each<[string, Make, number]>([
  ['A session, one day after it expired', session, DAY],
  ['A trusted device, one day after it expired', trustedDevice, DAY],
  ['A one-time token, when it expires', oneTimeToken, 0],
  ['A known device, 400 days after its first sign-in', knownDevice, 400 * DAY],
  ['A notice of a sign-in, after one day', signInNotice, DAY],
  ['An API key, 30 days after it expired', apiKey, 30 * DAY],
  ['An audit event, after 400 days', auditEvent, 400 * DAY],
  ['A job, 30 days after its last try', failedJob, 30 * DAY],
  ['A count of mails, when it starts again', mailBudget, 0],
])('%s', (_, make, age) => {
  it.each([
    ['is deleted', age + 10 * MINUTE, false],
    ['is kept until then', age - 10 * MINUTE, true],
  ])('%s', async (_name, ago, isKept) => {
    const isThere = await make(new Date(Date.now() - ago));
    await app.nest.get(Retention).run();
    expect(await isThere()).toBe(isKept);
  });
});

describe('A known device', () => {
  it('is kept while it has a session', async () => {
    const { deviceId } = await app.factory.session(person, { deviceId: newId() });
    const where = { userId: person.id, deviceId };
    await app.prisma.db.knownDevice.create({ data: { ...where, firstSeenAt: new Date(Date.now() - 500 * DAY) } });
    await app.nest.get(Retention).run();
    expect(await app.prisma.db.knownDevice.count({ where })).toBe(1);
  });
});

describe('The retention', () => {
  it('deletes no people and no recent audit events', async () => {
    await session(new Date(Date.now() - 2 * DAY));
    const before = await app.prisma.db.auditEvent.count();
    await app.nest.get(Retention).run();
    expect(await app.prisma.db.user.count({ where: { id: person.id } })).toBe(1);
    expect(await app.prisma.db.auditEvent.count()).toBe(before);
  });

  it('deletes more than one batch', async () => {
    const rows = Array.from({ length: 2500 }, () => ({ organizationId: newId(), addressHash: secret() }));
    await app.prisma.db.mailBudget.createMany({ data: rows.map((row) => ({ ...row, resetsAt: new Date(0) })) });
    await app.nest.get(Retention).run();
    expect(await app.prisma.db.mailBudget.count({ where: { resetsAt: new Date(0) } })).toBe(0);
  });

  it('runs in a job, every ten minutes', async () => {
    const job = await app.prisma.db.job.findFirstOrThrow({ where: { kind: 'clear_expired' } });
    const isThere = await session(new Date(Date.now() - 2 * DAY));
    await app.prisma.db.job.update({ where: { id: job.id }, data: { runAt: new Date() } });
    await eventually(async () => !(await isThere()));
    await eventually(async () => {
      const { runAt } = await app.prisma.db.job.findUniqueOrThrow({ where: { id: job.id } });
      return runAt.getTime() > Date.now() + 5 * MINUTE && runAt.getTime() <= Date.now() + 11 * MINUTE;
    });
  });
});
