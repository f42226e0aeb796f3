import { once } from 'node:events';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { newId } from '../../src/core/ids/ids.js';
import { type IdPrefix, toPrefixedId } from '../../src/core/ids/prefixed-id.js';
import type { ProjectRole } from '../../src/core/prisma/generated/enums.js';
import { JobWorker } from '../../src/core/jobs/job-worker.js';
import { ArtifactContentsService } from '../../src/modules/projects/artifact-contents.service.js';
import { TestApp } from '../support/app/app.js';
import type { Client } from '../support/clients/client.js';
import { formOf, type Part, postForm } from '../support/clients/uploads.js';
import type { Organization, Person } from '../support/data/factory.js';
import { MEBIBYTE } from '../support/data/pictures.js';
import { expectInvalid, expectRefusal } from '../support/expectations/refusals.js';
import { eventually } from '../support/time/eventually.js';

const PROJECTS = '/api/v1/app/project';
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
let project: Row;

beforeAll(async () => {
  app = await TestApp.start();
  aurora = await app.factory.organization();
  owner = await colleague();
  other = await colleague();
  outsider = await colleague();
  await colleague({ role: 'OrganizationAdmin', appRole: 'AppAdmin' });
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

function prefixed(prefix: IdPrefix, { id }: Row): string {
  return toPrefixedId(prefix, id);
}

function audit(targetId = project.id) {
  return app.prisma.db.auditEvent.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
}

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

  it('is refused to a caller without permission before it is received', async () => {
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

describe('A content without an artifact, as a process leaves it that is killed during an upload', () => {
  const sweeps = (): Promise<{ runAt: Date }[]> => app.prisma.db.job.findMany({ where: { kind: 'artifact_sweep' } });
  const filesOf = (key: string): string[] =>
    readdirSync(join(app.dataDir, 'files', 'artifacts')).filter((name) => `artifacts/${name}`.startsWith(key));

  it('is deleted after an hour, and so is the part of it that was written', async () => {
    // Each upload of the tests above has written one.
    await app.prisma.db.job.deleteMany({ where: { kind: 'artifact_sweep' } });
    const contents = app.nest.get(ArtifactContentsService);
    const key = await contents.store(Buffer.from('content'));
    const cut = await contents.store(Buffer.from('content'));
    renameSync(join(app.dataDir, 'files', cut), join(app.dataDir, 'files', `${cut}.${newId()}.new`));
    expect([filesOf(key), filesOf(cut)].map(({ length }) => length)).toEqual([1, 1]);
    for (const { runAt } of await sweeps()) {
      expect(runAt.getTime() - Date.now()).toBeGreaterThan(3_000_000);
    }
    await app.prisma.db.job.updateMany({ where: { kind: 'artifact_sweep' }, data: { runAt: new Date() } });
    app.nest.get(JobWorker).wake();
    await eventually(async () => (await sweeps()).length === 0);
    expect([filesOf(key), filesOf(cut)]).toEqual([[], []]);
  });
});
