import type { Prisma } from '../../src/core/prisma/generated/client.js';
import { ImportWelcomeService } from '../../src/modules/users/imports/import-welcome.service.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { next } from '../support/data/factory.js';
import { before } from '../support/races/moments.js';
import { eventually } from '../support/time/eventually.js';

let app: TestApp;
let asAdmin: Client;

beforeAll(async () => {
  app = await TestApp.start();
  const aurora = await app.factory.organization();
  const admin = await app.factory.person();
  await app.factory.membership(admin, aurora, { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true });
  asAdmin = await app.signedIn(admin);
});

afterAll(() => app.stop());

/** Imports one user, who changes before the job that mails the link runs. @returns how many links were made for the user */
async function linksAfter(change: Prisma.UserUpdateInput): Promise<number> {
  const email = `imported-${next()}@example.com`;
  const where = { emails: { some: { address: email } } };
  let userId = '';
  const queueing = before<'queue', Parameters<ImportWelcomeService['queue']>, unknown>(
    app.nest.get(ImportWelcomeService),
    'queue',
  );
  const remove = queueing(async () => {
    ({ id: userId } = await app.prisma.db.user.findFirstOrThrow({ where }));
    await app.prisma.db.user.update({ where: { id: userId }, data: change });
  });
  const { text } = await asAdmin
    .with('content-type', 'application/x-ndjson')
    .post('/api/v1/org/users/import', `${JSON.stringify({ email })}\n`);
  remove();
  expect(JSON.parse(text)).toMatchObject({ status: 'created', id: userId });
  await eventually(async () => (await app.prisma.db.job.count({ where: { kind: 'user.welcome' } })) === 0);
  return app.prisma.db.oneTimeToken.count({ where: { userId } });
}

it('A user created by an import gets one link to choose a password', async () => {
  expect(await linksAfter({})).toBe(1);
});

it.each<[string, Prisma.UserUpdateInput]>([
  ['was deleted', { deletedAt: new Date() }],
  ['has signed in', { status: 'active' }],
  ['has a password', { passwordHash: 'hash' }],
  ['has another address', { emails: { updateMany: { where: {}, data: { address: 'corrected@example.com' } } } }],
])('An imported user gets no link at the imported address once the user %s', async (_, change) => {
  expect(await linksAfter(change)).toBe(0);
});
