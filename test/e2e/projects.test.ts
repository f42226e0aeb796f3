import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { type IdPrefix, toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import type { ProjectRole } from '../../src/core/prisma/generated/enums.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { formOf, type Part, postForm } from '../support/clients/uploads.js';
import type { Organization, Person } from '../support/data/factory.js';
import { MEBIBYTE } from '../support/data/pictures.js';
import { expectInvalid, expectRefusal, expectSameProblem } from '../support/expectations/refusals.js';
import { expectOneWinner, race } from '../support/races/races.js';
import { eventually } from '../support/time/eventually.js';

const PROJECTS = '/api/v1/app/project';
const ROLES: readonly ProjectRole[] = ['Viewer', 'Commenter', 'Editor', 'Admin', 'Owner'];
const LARGEST = 25 * MEBIBYTE;

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

describe('What one may do in a project', () => {
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

  it('give nobody a role above their own, by name or by default, and take none away', async () => {
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

  it('include one Owner at least, whom the project names', async () => {
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

  it('who are two Owners and remove each other leave one', async () => {
    await joinProject('Owner');
    const answers = await race((number) =>
      number % 2 === 0 ? owner.asSteppedUp.delete(memberPath(other)) : other.asSteppedUp.delete(memberPath(owner)),
    );
    expectOneWinner(answers, [404, 'project_not_found'], [404, 'project_member_not_found']);
    expect(Object.values(await rolesOf())).toEqual(['Owner']);
  });

  it('who are two Owners and step down at once leave one', async () => {
    await joinProject('Owner');
    const answers = await race((number) => {
      const self = number % 2 === 0 ? owner : other;
      return self.asSteppedUp.put(memberPath(self), { role: 'Viewer' });
    });
    expect(answers.filter(({ body }) => body.code === 'last_project_owner').length).toBeGreaterThan(0);
    expect(Object.values(await rolesOf()).sort()).toEqual(['Owner', 'Viewer']);
  });

  it('are remembered in the audit: who came, became something else, and went', async () => {
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
  it('is remembered in the audit from its beginning to its end', async () => {
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

describe('An artifact', () => {
  const upload = (part: Partial<Part> = {}, as = owner.as): Promise<Response> => {
    const file = {
      name: 'file',
      filename: 'report.pdf',
      type: 'application/pdf',
      content: Buffer.from('%PDF-1.7'),
      ...part,
    };
    return postForm(as, path('/artifact'), formOf(file));
  };
  const pathOf = ({ body }: Response): string => path(`/artifact/${body.id as string}`);

  it('is a file as it was uploaded, under its name', async () => {
    const content = Buffer.from([0, 1, 2, 255]);
    const created = await upload({ content });
    expect({ status: created.status, body: created.body }).toEqual({
      status: 201,
      body: {
        id: expect.stringMatching(/^artifact_[0-9a-f]{32}$/),
        project_id: prefixed('proj', project),
        name: 'report.pdf',
        type: 'Document',
        source: 'User',
        state: 'Ready',
        ingest_status: 'Done',
        has_content: true,
        created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    });
    expect((await owner.as.get(pathOf(created))).body).toEqual(created.body);
    const download = await owner.as.get(`${pathOf(created)}/content`);
    expect(download.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '4',
      'content-disposition': `attachment; filename="report.pdf"; filename*=UTF-8''report.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(Buffer.from(download.body as Buffer)).toEqual(content);
    expect((await owner.as.get(`/api/v1/app/user/${owner.userId}/latest-artifacts?limit=1`)).body).toEqual([
      created.body,
    ]);
  });

  it('is a text', async () => {
    const created = await owner.as.post(path('/artifact'), { name: 'Note', type: 'Summary', text: 'Grüße\nan alle' });
    expect({ status: created.status, body: created.body }).toMatchObject({
      status: 201,
      body: { name: 'Note', type: 'Summary', has_content: true },
    });
    const { headers, text } = await owner.as.get(`${pathOf(created)}/content`);
    expect([headers['content-type'], text]).toEqual(['text/plain; charset=utf-8', 'Grüße\nan alle']);
  });

  it.each<[string, Partial<Part>, string, string]>([
    [
      'a name in UTF-8',
      { filename: utf8('Grüße „Q1“.txt') },
      'Grüße „Q1“.txt',
      `attachment; filename="Gr__e _Q1_.txt"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%E2%80%9EQ1%E2%80%9C.txt`,
    ],
    [
      'a name that climbs out of the folder',
      { filename: '../../etc/passwd' },
      'passwd',
      `attachment; filename="passwd"; filename*=UTF-8''passwd`,
    ],
    [
      'a name that is too long',
      { filename: 'x'.repeat(300) },
      'x'.repeat(200),
      `attachment; filename="${'x'.repeat(200)}"; filename*=UTF-8''${'x'.repeat(200)}`,
    ],
    [
      'a name that reads backwards',
      { filename: utf8('a\u202Egpj.exe') },
      'agpj.exe',
      `attachment; filename="agpj.exe"; filename*=UTF-8''agpj.exe`,
    ],
    [
      'no name',
      { filename: undefined, type: 'application/octet-stream' },
      'Untitled',
      `attachment; filename="Untitled"; filename*=UTF-8''Untitled`,
    ],
  ])('takes %s', async (_, part, name, disposition) => {
    const created = await upload(part);
    expect([created.status, created.body.name]).toEqual([201, name]);
    const { headers } = await owner.as.get(`${pathOf(created)}/content`);
    expect(headers['content-disposition']).toBe(disposition);
  });

  it.each([
    ['text/html', 'text/html'],
    ['nonsense', 'text/plain'],
    ['text/html; charset=utf-7', 'text/html'],
  ])('declared as %s is downloaded as %s, and never shown', async (declared, type) => {
    const { headers } = await owner.as.get(`${pathOf(await upload({ type: declared }))}/content`);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toMatch(/^attachment; /);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('may be empty, and have 25 MiB, and not a byte more', async () => {
    expect((await upload({ content: '' })).status).toBe(201);
    const largest = await upload({ content: Buffer.alloc(LARGEST, 'x') });
    expect(largest.status).toBe(201);
    const download = await owner.as.get(`${pathOf(largest)}/content`);
    expect(download.headers['content-length']).toBe(LARGEST.toString());
    const detail = 'The file can have at most 25 MiB.';
    expectRefusal(await upload({ content: Buffer.alloc(LARGEST + 1) }), 413, 'payload_too_large', { detail });
    await untilContentsAre(2);
  });

  it('is not what else a form can hold', async () => {
    const form = async (...parts: Part[]): Promise<Response> => postForm(owner.as, path('/artifact'), formOf(...parts));
    const file = { name: 'file', filename: 'a', content: 'a' };
    expectInvalid(await form({ name: 'file', content: 'a' }), ['/file', 'is_file', 'Must be a file.']);
    expectInvalid(await form({ ...file, name: 'other' }), [
      '/other',
      'unknown_key',
      'This key is not one the route takes.',
    ]);
    expectInvalid(await form(file, file), ['/file', 'max_files', 'Must be one file.']);
    expectInvalid(await form(file, { name: 'type', content: 'x' }), [
      '/type',
      'unknown_key',
      'This key is not one the route takes.',
    ]);
    expectInvalid(await form(), ['/file', 'is_file', 'Must be a file.']);
    const broken = {
      type: 'multipart/form-data; boundary=b',
      body: Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf'),
    };
    const detail = 'The multipart form is malformed or incomplete.';
    expectRefusal(await postForm(owner.as, path('/artifact'), broken), 400, 'bad_request', { detail });
    expectInvalid(await owner.as.post(path('/artifact'), { name: 'a' }), ['/text', 'is_string', 'Must be a string.']);
    expectInvalid(await owner.as.post(path('/artifact'), { name: 'a', text: 'a', file: 'a' }), [
      '/file',
      'unknown_key',
      'This key is not one the route takes.',
    ]);
    expectInvalid(
      await owner.as.post(path('/artifact')),
      ['/name', 'is_string', 'Must be a string.'],
      ['/text', 'is_string', 'Must be a string.'],
    );
    await untilContentsAre(0);
  });

  it('whose upload breaks off leaves nothing behind', async () => {
    for (let count = 0; count < 5; count++) {
      const socket = connect(app.config.port, '127.0.0.1').on('error', () => undefined);
      await once(socket, 'connect');
      const head = [
        `POST ${path('/artifact')} HTTP/1.1`,
        'Host: localhost',
        `Authorization: Bearer ${owner.as.token}`,
        `X-Org: ${aurora.slug}`,
        'Content-Type: multipart/form-data; boundary=b',
        `Content-Length: ${LARGEST}`,
      ];
      const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
      const body = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n${part}`), Buffer.alloc(3 * MEBIBYTE)]);
      await new Promise((resolve) => socket.write(body, resolve));
      socket.destroy();
    }
    expect((await upload()).status).toBe(201);
    expect((await owner.as.get(path('/artifact'))).body.total_count).toBe(1);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('atrium-upload-'))).toEqual([]);
  });

  it('is refused to whoever may not add it before it is received', async () => {
    await joinProject('Viewer');
    expectRefusal(await upload({}, other.as), 403, 'insufficient_role', {
      detail: 'This request needs the role Editor in the project, or a higher role.',
    });
    expectRefusal(await upload({}, outsider.as), 404, 'project_not_found');
    await untilContentsAre(0);
  });

  it('is renamed by PUT, which merges', async () => {
    const created = await upload();
    const renamed = await owner.as.put(pathOf(created), { name: 'Annual report' });
    expect({ status: renamed.status, body: renamed.body }).toEqual({
      status: 200,
      body: { ...created.body, name: 'Annual report' },
    });
    expect((await owner.as.put(pathOf(created), { name: 'Annual report', type: 'Document' })).status).toBe(200);
    const { id } = await app.prisma.db.artifact.findFirstOrThrow({ where: { projectId: project.id } });
    expect((await audit(id)).map(({ action, changes }) => [action, changes])).toEqual([
      [
        'artifact.created',
        {
          name: { before: null, after: 'report.pdf' },
          type: { before: null, after: 'Document' },
          projectId: { before: null, after: project.id },
        },
      ],
      ['artifact.updated', { name: { before: 'report.pdf', after: 'Annual report' } }],
    ]);
  });

  it('goes with its content', async () => {
    const created = await upload();
    await upload();
    expect((await owner.as.delete(pathOf(created))).status).toBe(204);
    for (const rest of ['', '/content']) {
      expectRefusal(await owner.as.get(`${pathOf(created)}${rest}`), 404, 'artifact_not_found');
    }
    expectRefusal(await owner.as.delete(pathOf(created)), 404, 'artifact_not_found');
    await untilContentsAre(1);
    await owner.as.delete(path());
    await untilContentsAre(0);
  });

  it('of another project, of another kind or with no id is not found', async () => {
    const elsewhere = await app.factory.project(aurora, owner.membership);
    const foreign = await app.factory.artifact(elsewhere);
    for (const id of [prefixed('artifact', foreign), foreign.id, prefixed('proj', project), 'nonsense', newId()]) {
      for (const answer of [
        await owner.as.get(path(`/artifact/${id}`)),
        await owner.as.get(path(`/artifact/${id}/content`)),
        await owner.as.put(path(`/artifact/${id}`), { name: 'x' }),
        await owner.as.delete(path(`/artifact/${id}`)),
      ]) {
        expectRefusal(answer, 404, 'artifact_not_found');
      }
    }
  });

  it('without content says so, and has nothing to download', async () => {
    const { id } = await app.factory.artifact(project);
    const itsPath = path(`/artifact/${id}`);
    expect((await owner.as.get(itsPath)).body.has_content).toBe(false);
    expectRefusal(await owner.as.get(`${itsPath}/content`), 404, 'not_found');
  });

  it('is one of a list in the order of creation', async () => {
    const made = [await upload(), await upload(), await upload()].map(({ body }) => body as Row);
    const page = await owner.as.get(`${path('/artifact')}?page=2&page_size=1`);
    expect(page.body).toEqual({ data: [made[1]], has_next_page: true, has_previous_page: true, total_count: 3 });
  });
});

/** Text as the bytes of its UTF-8, each a character: as a form is written here. */
function utf8(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** Waits until the project of the test has as many contents as named; what other tests left in the folder is not counted. */
async function untilContentsAre(expected: number): Promise<void> {
  const folder = join(app.dataDir, 'files', 'artifacts');
  const artifacts = await app.prisma.db.artifact.findMany({ where: { contentKey: { not: null } } });
  const known = new Set(artifacts.map(({ contentKey }) => contentKey?.split('/').at(-1)));
  const files = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);
  await eventually(() => files().every((name) => known.has(name)));
  expect(artifacts.filter(({ projectId }) => projectId === project.id).length).toBe(expected);
}
