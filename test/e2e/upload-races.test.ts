import type { Response } from 'supertest';
import { toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import { FileStorage } from '../../src/core/storage/file-storage.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { formOf, postForm, uploadAvatar } from '../support/clients/uploads.js';
import type { Organization, Person } from '../support/data/factory.js';
import { plain } from '../support/data/pictures.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { before, inTheMiddle } from '../support/races/moments.js';

let app: TestApp;
let png: Buffer;
let aurora: Organization;
let sasha: Person;
let membershipId: string;
let asSasha: Client;
let projectId: string;

beforeAll(async () => {
  app = await TestApp.start();
  png = await plain(30, 20).png().toBuffer();
});

beforeEach(async () => {
  aurora = await app.factory.organization();
  await becomeSasha();
  // Somebody else owns the project.
  const owner = await app.factory.membership(await app.factory.person(), aurora, {
    role: 'OrganizationAdmin',
    appRole: 'AppAdmin',
  });
  ({ id: projectId } = await app.factory.project(aurora, owner));
  await app.factory.projectMember({ id: projectId }, { id: membershipId }, 'Editor');
});

afterAll(() => app.stop());

async function becomeSasha(): Promise<void> {
  sasha = await app.factory.person();
  const role = { role: 'OrganizationAdmin', appRole: 'AppAdmin', isPrimary: true } as const;
  ({ id: membershipId } = await app.factory.membership(sasha, aurora, role));
  asSasha = (await app.steppedUp(sasha)).inOrganization(aurora.slug);
}

type Upload = (client: Client) => Promise<Response>;

const UPLOADS = {
  avatar: (client) => uploadAvatar(client, png),
  logo: (client) =>
    postForm(
      client,
      `/api/v1/orgs/${aurora.slug}/logo`,
      formOf({ name: 'logo', filename: 'l.png', type: 'image/png', content: png }),
    ),
  artifact: (client) =>
    postForm(
      client,
      `/api/v1/app/project/${toPrefixedId('proj', projectId)}/artifact`,
      formOf({ name: 'file', filename: 'notes.txt', type: 'text/plain', content: 'Notes' }),
    ),
} satisfies Record<string, Upload>;

type Loss = readonly [what: string, loses: () => Promise<unknown>, status: number, code: string];

const SESSION: Loss = ['session', () => asSasha.post('/api/v1/auth/logout'), 401, 'unauthenticated'];
const ACCOUNT: Loss = [
  'account, which is suspended',
  () => app.prisma.db.user.update({ where: { id: sasha.id }, data: { status: 'suspended' } }),
  401,
  'unauthenticated',
];
const MEMBERSHIP: Loss = [
  'membership',
  () => app.prisma.db.membership.delete({ where: { id: membershipId } }),
  403,
  'not_a_member',
];
const ACTIVITY: Loss = [
  'active membership',
  () => app.prisma.db.membership.update({ where: { id: membershipId }, data: { state: 'Inactive' } }),
  403,
  'membership_inactive',
];
const PROJECT_ROLE: Loss = [
  'role in the project',
  () => app.prisma.db.projectMember.delete({ where: { projectId_membershipId: { projectId, membershipId } } }),
  404,
  'project_not_found',
];
const ROLE: Loss = [
  'role',
  async () => {
    const roleId = await app.factory.roleId('Teacher');
    await app.prisma.db.membership.update({ where: { id: membershipId }, data: { roleId } });
  },
  403,
  'insufficient_role',
];
const ORGANIZATION: Loss = [
  'organization, which is archived',
  () => app.prisma.db.organization.update({ where: { id: aurora.id }, data: { status: 'archived' } }),
  403,
  'organization_archived',
];

/** While the file is being stored. */
const storing = () => before(app.nest.get(FileStorage), 'put');

const stored = async (): Promise<object> => ({
  avatar: (await app.prisma.db.user.findUniqueOrThrow({ where: { id: sasha.id } })).avatarUrl,
  logo: (await app.prisma.db.organization.findUniqueOrThrow({ where: { id: aurora.id } })).logoUrl,
  artifacts: await app.prisma.db.artifact.count({ where: { projectId } }),
});

const NOTHING = { avatar: null, logo: null, artifacts: 0 };

const CASES: [keyof typeof UPLOADS, Loss[]][] = [
  ['avatar', [SESSION, ACCOUNT]],
  ['logo', [SESSION, ACCOUNT, ROLE, ORGANIZATION]],
  ['artifact', [SESSION, ACCOUNT, MEMBERSHIP, ACTIVITY, PROJECT_ROLE, ORGANIZATION]],
];

describe.each(CASES)(
  'The upload of an %s is refused when its caller loses, while it is stored, the',
  (kind, losses) => {
    it.each(losses)('%s', async (_, loses, status, code) => {
      const { first } = await inTheMiddle(app, storing(), () => UPLOADS[kind](asSasha), loses);
      expectRefusal(first, status, code);
      expect(await stored()).toEqual(NOTHING);
    });
  },
);

describe('An API key that is revoked while a file is stored', () => {
  it.each(['avatar', 'artifact'] as const)('uploads no %s', async (kind) => {
    const key = app.anonymous.withToken(await app.factory.apiKey({ membershipId })).inOrganization(aurora.slug);
    const { first } = await inTheMiddle(
      app,
      storing(),
      () => UPLOADS[kind](key),
      () => app.prisma.db.apiKey.deleteMany({ where: { membershipId } }),
    );
    expectRefusal(first, 401, 'unauthenticated');
    expect(await stored()).toEqual(NOTHING);
  });
});
