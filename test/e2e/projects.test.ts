import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { type IdPrefix, toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import type { ProjectRole } from '../../src/core/prisma/generated/enums.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import type { Organization, Person } from '../support/data/factory.js';
import { expectInvalid, expectRefusal, expectSameProblem } from '../support/expectations/refusals.js';
import { expectOneWinner, race } from '../support/races/races.js';
import { eventually } from '../support/time/eventually.js';

const PROJECTS = '/api/v1/app/project';
const ROLES: readonly ProjectRole[] = ['Viewer', 'Commenter', 'Editor', 'Admin', 'Owner'];

interface Row {
  readonly id: string;
}

/** A member of the organization, and clients that call as he does. */
interface Colleague {
  readonly person: Person;
  readonly membership: Row;
  readonly userId: string;
  readonly as: Client;
  readonly asSteppedUp: Client;
}

let app: TestApp;
let aurora: Organization;
let owner: Colleague;
let other: Colleague;
let outsider: Colleague;
let admin: Colleague;
let project: Row;

beforeAll(async () => {
  app = await TestApp.start();
  aurora = await app.factory.organization();
  owner = await colleague();
  other = await colleague();
  outsider = await colleague();
  admin = await colleague({ role: 'OrganizationAdmin', appRole: 'AppAdmin' });
});

beforeEach(async () => {
  project = await app.factory.project(aurora, owner.membership);
});

afterAll(() => app.stop());

async function colleague(fields: Parameters<TestApp['factory']['membership']>[2] = {}): Promise<Colleague> {
  const person = await app.factory.person();
  const membership = await app.factory.membership(person, aurora, fields);
  const as = (await app.signedIn(person)).inOrganization(aurora.slug);
  const asSteppedUp = (await app.steppedUp(person)).inOrganization(aurora.slug);
  return { person, membership, userId: prefixed('user', membership), as, asSteppedUp };
}

/** Makes somebody a member of the project of the test. */
async function joinProject(role: ProjectRole, { membership }: Colleague = other): Promise<void> {
  await app.factory.projectMember(project, membership, role);
}

function path(rest = '', { id }: Row = project): string {
  return `${PROJECTS}/${toPrefixedId('proj', id)}${rest}`;
}

function memberPath({ userId }: Colleague): string {
  return path(`/member/${userId}`);
}

function prefixed(prefix: IdPrefix, { id }: Row): string {
  return toPrefixedId(prefix, id);
}

function rolesOf(): Promise<Record<string, ProjectRole>> {
  return app.prisma.db.projectMember
    .findMany({ where: { projectId: project.id } })
    .then((members) => Object.fromEntries(members.map(({ membershipId, role }) => [membershipId, role])));
}

function audit(targetId = project.id) {
  return app.prisma.db.auditEvent.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
}

describe('The permissions in a project', () => {
  const deeds: [string, ProjectRole, (caller: Colleague) => Promise<Response>][] = [
    ['read it', 'Viewer', ({ as }) => as.get(path())],
    ['read its members', 'Viewer', ({ as }) => as.get(path('/member'))],
    ['read its artifacts', 'Viewer', ({ as }) => as.get(path('/artifact'))],
    ['pin it', 'Viewer', ({ as }) => as.post(path('/pin'))],
    ['rename it', 'Editor', ({ as }) => as.put(path(), { name: `Renamed ${newId()}` })],
    [
      'change its contexts',
      'Editor',
      ({ as }) => as.put(path(), { project_context: newId(), answer_context: newId() }),
    ],
    ['add a text', 'Editor', ({ as }) => as.post(path('/artifact'), { name: 'Text', text: 'Text' })],
    ['set the default role', 'Admin', ({ as }) => as.put(path(), { default_member_role: 'Commenter' })],
    ['turn the default role on', 'Admin', ({ as }) => as.put(path(), { default_role_enabled: true })],
    [
      'add a member',
      'Admin',
      ({ asSteppedUp }) => asSteppedUp.post(path('/member'), { user_id: outsider.userId, role: 'Viewer' }),
    ],
    ['change a role', 'Admin', ({ asSteppedUp }) => asSteppedUp.put(memberPath(admin), { role: 'Commenter' })],
    ['remove a member', 'Admin', ({ asSteppedUp }) => asSteppedUp.delete(memberPath(admin))],
    ['make it public', 'Admin', ({ asSteppedUp }) => asSteppedUp.put(path(), { visibility: 'Public' })],
    ['delete it', 'Owner', ({ as }) => as.delete(path())],
  ];

  it.each(ROLES)('as %s: what that role and those below it may, and nothing else', async (role) => {
    await joinProject(role);
    await joinProject('Viewer', admin);
    for (const [deed, needed, act] of deeds) {
      const answer = await act(other);
      const may = ROLES.indexOf(role) >= ROLES.indexOf(needed);
      if (may) {
        expect([deed, answer.status < 300, answer.text]).toEqual([deed, true, answer.text]);
      } else {
        const detail = `This request needs the role ${needed} in the project, or a higher role.`;
        expectRefusal(answer, 403, 'insufficient_role', { detail });
      }
    }
  });

  it('as no member: nothing, as if it did not exist', async () => {
    const artifact = await app.factory.artifact(project);
    for (const act of [
      ...deeds.map(([, , deed]) => deed),
      ({ as }: Colleague) => as.get(path(`/artifact/${artifact.id}`)),
      ({ as }: Colleague) => as.get(path(`/artifact/${artifact.id}/content`)),
      ({ as }: Colleague) => as.put(path(`/artifact/${artifact.id}`), { name: 'x' }),
      ({ as }: Colleague) => as.delete(path(`/artifact/${artifact.id}`)),
      ({ as }: Colleague) => as.get(memberPath(owner)),
      ({ asSteppedUp }: Colleague) => asSteppedUp.delete(memberPath(outsider)),
    ]) {
      for (const stranger of [outsider, admin]) {
        expectRefusal(await act(stranger), 404, 'project_not_found');
      }
    }
  });

  it('as no member of a public one: read and pin it', async () => {
    await app.prisma.db.project.update({ where: { id: project.id }, data: { visibility: 'Public' } });
    await joinProject('Viewer', admin);
    for (const [deed, needed, act] of deeds) {
      const answer = await act(outsider);
      expect([deed, answer.status]).toEqual([deed, needed === 'Viewer' ? 200 : 403]);
    }
    expectRefusal(await outsider.asSteppedUp.delete(memberPath(outsider)), 404, 'project_member_not_found');
  });

  it('in another organization: nothing', async () => {
    const elsewhere = await app.factory.organization();
    const { person } = owner;
    await app.factory.membership(person, elsewhere, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
    const asElsewhere = owner.asSteppedUp.inOrganization(elsewhere.slug);
    const missing = await asElsewhere.get(path('', { id: newId() }));
    expectRefusal(missing, 404, 'project_not_found');
    for (const id of [project.id, prefixed('proj', project), owner.userId, 'proj_', '%00']) {
      for (const answer of [
        await asElsewhere.get(`${PROJECTS}/${id}`),
        await asElsewhere.put(`${PROJECTS}/${id}`, { name: 'Mine' }),
        await asElsewhere.delete(`${PROJECTS}/${id}`),
        await asElsewhere.get(`${PROJECTS}/${id}/member`),
        await asElsewhere.post(`${PROJECTS}/${id}/member`, { user_id: owner.userId, role: 'Viewer' }),
        await asElsewhere.post(`${PROJECTS}/${id}/artifact`, { name: 'x', text: 'x' }),
        await asElsewhere.post(`${PROJECTS}/${id}/pin`),
      ]) {
        expect(answer.status).toBe(404);
        expectSameProblem(answer, missing);
      }
    }
  });
});

describe('Members of a project', () => {
  it('get the role that is named, or else the default one', async () => {
    const wanted = { user_id: other.userId };
    expectInvalid(await owner.asSteppedUp.post(path('/member'), wanted), [
      '/role',
      'is_string',
      'Name a role: the project has no default role.',
    ]);
    await owner.as.put(path(), { default_role_enabled: true, default_member_role: 'Editor' });
    const added = await owner.asSteppedUp.post(path('/member'), wanted);
    expect({ status: added.status, body: added.body }).toEqual({
      status: 201,
      body: {
        project_id: prefixed('proj', project),
        user_id: other.userId,
        role: 'Editor',
        created_at: expect.any(String),
      },
    });
    expect((await other.as.get(memberPath(other))).body).toEqual(added.body);
    expectRefusal(await owner.asSteppedUp.post(path('/member'), wanted), 409, 'already_project_member');
    await owner.asSteppedUp.put(memberPath(other), { role: 'Admin' });
    expect((await owner.as.get(`${path('/member')}?page_size=1&page=2`)).body).toEqual({
      data: [{ ...added.body, role: 'Admin' }],
      has_next_page: false,
      has_previous_page: true,
      total_count: 2,
    });
  });

  it('have one of five roles, in these words', async () => {
    await joinProject('Viewer');
    const detail = 'Must be one of Viewer, Commenter, Editor, Admin, Owner.';
    for (const role of ['owner', 'King', 'OrganizationAdmin']) {
      expectRefusal(await owner.asSteppedUp.put(memberPath(other), { role }), 400, 'invalid_role', { detail });
      const added = await owner.asSteppedUp.post(path('/member'), { user_id: outsider.userId, role });
      expectRefusal(added, 400, 'invalid_role', { detail });
    }
  });

  it('are users of the organization', async () => {
    const foreigner = await app.factory.membership(await app.factory.person(), await app.factory.organization());
    for (const user_id of [prefixed('user', foreigner), owner.person.id, prefixed('proj', project), 'nobody']) {
      const answer = await owner.asSteppedUp.post(path('/member'), { user_id, role: 'Viewer' });
      expectRefusal(answer, 404, 'user_not_found');
    }
    for (const id of [outsider.userId, prefixed('user', foreigner), 'nobody']) {
      for (const answer of [
        await owner.as.get(path(`/member/${id}`)),
        await owner.asSteppedUp.put(path(`/member/${id}`), { role: 'Viewer' }),
        await owner.asSteppedUp.delete(path(`/member/${id}`)),
      ]) {
        expectRefusal(answer, 404, 'project_member_not_found');
      }
    }
  });

  it('cannot grant a role above their own, by name or by default, and cannot take one away', async () => {
    await joinProject('Admin');
    await app.prisma.db.project.update({
      where: { id: project.id },
      data: { defaultMemberRole: 'Owner', defaultRoleEnabled: true },
    });
    for (const answer of [
      await other.asSteppedUp.post(path('/member'), { user_id: outsider.userId, role: 'Owner' }),
      await other.asSteppedUp.post(path('/member'), { user_id: outsider.userId }),
      await other.asSteppedUp.put(memberPath(other), { role: 'Owner' }),
      await other.asSteppedUp.put(memberPath(owner), { role: 'Viewer' }),
      await other.asSteppedUp.delete(memberPath(owner)),
    ]) {
      expectRefusal(answer, 403, 'insufficient_role', {
        detail: 'This request needs the role Owner in the project, or a higher role.',
      });
    }
    await owner.as.put(path(), { default_member_role: 'Viewer' });
    expect((await other.as.put(path(), { default_member_role: 'Owner' })).status).toBe(403);
    expect(await rolesOf()).toEqual({ [owner.membership.id]: 'Owner', [other.membership.id]: 'Admin' });
  });

  it('may leave by themselves', async () => {
    await joinProject('Viewer');
    expect((await other.asSteppedUp.delete(memberPath(other))).status).toBe(204);
    expectRefusal(await other.as.get(path()), 404, 'project_not_found');
  });

  it('include one Owner at least, and the project names the Owner', async () => {
    const ownerOf = async (): Promise<string | null> =>
      (await app.prisma.db.project.findUniqueOrThrow({ where: { id: project.id } })).ownerId;
    await joinProject('Editor');
    expectRefusal(await owner.asSteppedUp.delete(memberPath(owner)), 409, 'last_project_owner');
    expectRefusal(await owner.asSteppedUp.put(memberPath(owner), { role: 'Admin' }), 409, 'last_project_owner');
    expect((await owner.asSteppedUp.put(memberPath(other), { role: 'Owner' })).status).toBe(200);
    expect(await ownerOf()).toBe(owner.membership.id);
    expect((await owner.asSteppedUp.put(memberPath(owner), { role: 'Viewer' })).status).toBe(200);
    expect(await ownerOf()).toBe(other.membership.id);
  });

  it('are one once, however often they are added at once', async () => {
    const answers = await race(() =>
      owner.asSteppedUp.post(path('/member'), { user_id: other.userId, role: 'Viewer' }),
    );
    expectOneWinner(answers, [409, 'already_project_member']);
    expect((await owner.as.get(path())).body.member_count).toBe(2);
  });

  it('that are two Owners and remove each other leave one', async () => {
    await joinProject('Owner');
    const answers = await race((number) =>
      number % 2 === 0 ? owner.asSteppedUp.delete(memberPath(other)) : other.asSteppedUp.delete(memberPath(owner)),
    );
    expectOneWinner(answers, [404, 'project_not_found'], [404, 'project_member_not_found']);
    expect(Object.values(await rolesOf())).toEqual(['Owner']);
  });

  it('that are two Owners and step down at once leave one', async () => {
    await joinProject('Owner');
    const answers = await race((number) => {
      const self = number % 2 === 0 ? owner : other;
      return self.asSteppedUp.put(memberPath(self), { role: 'Viewer' });
    });
    expect(answers.filter(({ body }) => body.code === 'last_project_owner').length).toBeGreaterThan(0);
    expect(Object.values(await rolesOf()).sort()).toEqual(['Owner', 'Viewer']);
  });

  it('are recorded in the audit when they join, change roles and leave', async () => {
    const { id } = other.membership;
    await owner.asSteppedUp.post(path('/member'), { user_id: other.userId, role: 'Viewer' });
    await owner.asSteppedUp.put(memberPath(other), { role: 'Editor' });
    await owner.asSteppedUp.put(memberPath(other), { role: 'Editor' });
    await owner.asSteppedUp.delete(memberPath(other));
    expect(
      (await audit()).map(({ action, actorId, organizationId, changes }) => [action, actorId, organizationId, changes]),
    ).toEqual([
      ['project_member.added', owner.person.id, aurora.id, { [id]: { before: null, after: 'Viewer' } }],
      ['project_member.changed', owner.person.id, aurora.id, { [id]: { before: 'Viewer', after: 'Editor' } }],
      ['project_member.removed', owner.person.id, aurora.id, { [id]: { before: 'Editor', after: null } }],
    ]);
  });
});

describe('A project', () => {
  it('is recorded in the audit from creation to deletion', async () => {
    const created = await owner.as.post(PROJECTS, { name: 'Audited', deadline: '2027-01-01T00:00:00Z' });
    const { id } = await app.prisma.db.project.findFirstOrThrow({ where: { name: 'Audited' } });
    const itsPath = path('', { id });
    await owner.as.put(itsPath, { deadline: '2027-01-02T00:00:00Z', name: 'Audited' });
    await owner.as.delete(itsPath);
    expect(created.status).toBe(201);
    expect(await audit(id)).toMatchObject([
      {
        action: 'project.created',
        actorId: owner.person.id,
        organizationId: aurora.id,
        targetKind: 'project',
        changes: {
          name: { before: null, after: 'Audited' },
          deadline: { before: null, after: '2027-01-01T00:00:00.000Z' },
          visibility: { before: null, after: 'Private' },
        },
      },
      {
        action: 'project.updated',
        changes: { deadline: { before: '2027-01-01T00:00:00.000Z', after: '2027-01-02T00:00:00.000Z' } },
      },
      { action: 'project.deleted', changes: { name: { before: 'Audited', after: null } } },
    ]);
  });

  it('whose only Owner left the organization is looked after by the AppAdmins', async () => {
    const leaver = await colleague();
    const orphan = await app.factory.project(aurora, leaver.membership);
    await app.factory.projectMember(orphan, other.membership, 'Editor');
    expectRefusal(await admin.as.get(path('', orphan)), 404, 'project_not_found');
    expect((await leaver.as.delete('/api/me')).status).toBe(202);
    expect((await other.as.get(path('', orphan))).status).toBe(200);
    expectRefusal(await outsider.as.get(path('', orphan)), 404, 'project_not_found');
    const list = await admin.as.get(`${PROJECTS}?page_size=100`);
    expect((list.body.data as Row[]).map(({ id }) => id)).toContain(prefixed('proj', orphan));
    const members = path('/member', orphan);
    expect((await admin.asSteppedUp.put(`${members}/${other.userId}`, { role: 'Commenter' })).status).toBe(200);
    expect((await admin.asSteppedUp.put(`${members}/${other.userId}`, { role: 'Owner' })).status).toBe(200);
    expectRefusal(await admin.as.get(path('', orphan)), 404, 'project_not_found');
    expect((await other.as.delete(path('', orphan))).status).toBe(204);
  });

  it('stays with the other Owners when one of them leaves the organization', async () => {
    const leaver = await colleague();
    const shared = await app.factory.project(aurora, leaver.membership);
    await app.factory.projectMember(shared, other.membership, 'Owner');
    expect((await leaver.as.delete('/api/me')).status).toBe(202);
    expectRefusal(await admin.as.get(path('', shared)), 404, 'project_not_found');
    expectRefusal(
      await other.asSteppedUp.delete(`${path('/member', shared)}/${other.userId}`),
      409,
      'last_project_owner',
    );
  });

  it('that is deleted by many at once is deleted once', async () => {
    const answers = await race(() => owner.as.delete(path()));
    expectOneWinner(answers, [404, 'project_not_found']);
  });

  it('takes no artifact and no member while it is being deleted', async () => {
    const answers = await race((number) => {
      switch (number % 3) {
        case 0:
          return owner.as.delete(path());
        case 1:
          return owner.as.post(path('/artifact'), { name: 'Late', text: 'Late' });
        default:
          return owner.asSteppedUp.post(path('/member'), { user_id: other.userId, role: 'Viewer' });
      }
    });
    expect(answers.filter(({ status }) => ![201, 204, 404, 409].includes(status)).map(({ text }) => text)).toEqual([]);
    expect(await app.prisma.db.artifact.count({ where: { projectId: project.id } })).toBe(0);
    await untilContentsAre(0);
  });
});

/** Waits until the project of the test has as many contents as named; what other tests left in the folder is not counted. */
async function untilContentsAre(expected: number): Promise<void> {
  const folder = join(app.dataDir, 'files', 'artifacts');
  const artifacts = await app.prisma.db.artifact.findMany({ where: { contentKey: { not: null } } });
  const known = new Set(artifacts.map(({ contentKey }) => contentKey?.split('/').at(-1)));
  const files = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);
  await eventually(() => files().every((name) => known.has(name)));
  expect(artifacts.filter(({ projectId }) => projectId === project.id).length).toBe(expected);
}
