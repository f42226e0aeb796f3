import { connect } from 'node:net';
import { once } from 'node:events';
import { newId } from '../../src/core/ids/ids.js';
import { Jobs } from '../../src/core/jobs/jobs.js';
import { TestApp } from '../support/app/app.js';
import type { Organization, Person } from '../support/data/factory.js';
import { CSV, EXPORT, IMPORT, Importer, linesOf, NDJSON, ndjson, statuses } from '../support/data/imports.js';
import { eventually } from '../support/time/eventually.js';

describe('Import and export of users', () => {
  let app: TestApp;
  let importer: Importer;
  let organization: Organization;
  let boss: Person;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    importer = await Importer.in(app);
    ({ organization, boss } = importer);
  });

  const members = (): Promise<number> => app.prisma.db.membership.count({ where: { organizationId: organization.id } });

  it('makes accounts of NDJSON that the organization manages', async () => {
    const reports = await importer.send(
      NDJSON,
      ndjson(
        { email: 'Ann@One.Example', givenName: 'Ann', familyName: 'One' },
        { email: 'bob@one.example', displayName: 'Bob', role: 'Manager', appRole: 'AppAdmin' },
      ),
    );
    expect(reports).toEqual([
      { line: 1, status: 'created', email: 'ann@one.example', id: expect.any(String) },
      { line: 2, status: 'created', email: 'bob@one.example', id: expect.any(String) },
    ]);
    const [ann, bob] = await app.prisma.db.user.findMany({
      where: { id: { in: reports.map(({ id }) => id ?? '') } },
      include: { emails: true, memberships: { include: { role: true } } },
      orderBy: { id: 'asc' },
    });
    expect(ann).toMatchObject({
      displayName: 'Ann One',
      givenName: 'Ann',
      familyName: 'One',
      status: 'pending',
      passwordHash: null,
      managedById: organization.id,
      createdBy: boss.id,
      emails: [{ address: 'ann@one.example', isPrimary: true, verifiedAt: null }],
      memberships: [
        {
          organizationId: organization.id,
          appRole: 'AppMember',
          state: 'Active',
          isPrimary: true,
          displayName: null,
          role: { name: 'Teacher' },
          searchText: 'ann one\nann one\nann@one.example',
        },
      ],
    });
    expect(bob).toMatchObject({
      displayName: 'Bob',
      memberships: [{ appRole: 'AppAdmin', role: { name: 'Manager' } }],
    });
    const audit = await app.prisma.db.auditEvent.findMany({
      where: { targetId: ann?.id ?? '' },
      orderBy: { id: 'asc' },
    });
    expect(audit.map(({ action, actorId, organizationId }) => [action, actorId, organizationId])).toEqual([
      ['user.created', boss.id, organization.id],
      ['membership.created', boss.id, organization.id],
    ]);
    expect(audit[0]?.changes).toMatchObject({ email: { after: 'ann@one.example' } });
  });

  it('is safe to send again, whole or in part', async () => {
    const rows = ['a', 'b', 'c'].map((name) => ({ email: `${name}@again.example`, displayName: name }));
    const first = await importer.send(NDJSON, ndjson(...rows.slice(0, 2)));
    const second = await importer.send(NDJSON, ndjson(...rows.map((row) => ({ ...row, displayName: 'Other' }))));
    expect(statuses(second)).toEqual([
      [1, 'exists'],
      [2, 'exists'],
      [3, 'created'],
    ]);
    expect(second.map(({ id }) => id).slice(0, 2)).toEqual(first.map(({ id }) => id));
    expect(await app.prisma.db.user.findUnique({ where: { id: first[0]?.id ?? '' } })).toMatchObject({
      displayName: 'a',
    });
    expect(await members()).toBe(4);
  });

  it('reports an address of others as taken, and nothing more', async () => {
    await app.factory.person({ email: 'stranger@taken.example' });
    await app.factory.address(boss, 'private@taken.example');
    await app.factory.address(boss, 'noted@taken.example', { verifiedAt: null });
    const emails = ['stranger@taken.example', 'private@taken.example', boss.email, 'noted@taken.example'];
    expect(await importer.send(NDJSON, ndjson(...emails.map((email) => ({ email }))))).toEqual([
      { line: 1, status: 'email_taken', email: emails[0] },
      { line: 2, status: 'email_taken', email: emails[1] },
      { line: 3, status: 'exists', email: boss.email, id: boss.id },
      { line: 4, status: 'created', email: emails[3], id: expect.any(String) },
    ]);
  });

  it('makes the first of several rows with one address', async () => {
    const reports = await importer.send(
      NDJSON,
      ndjson(
        { email: 'twin@twins.example', displayName: 'First' },
        { email: ' TWIN@twins.example ', displayName: 'Second' },
      ),
    );
    expect(statuses(reports)).toEqual([
      [1, 'created'],
      [2, 'exists'],
    ]);
    expect(reports[0]?.id).toBe(reports[1]?.id);
    const { displayName } = await app.prisma.db.user.findUniqueOrThrow({ where: { id: reports[0]?.id ?? '' } });
    expect(displayName).toBe('First');
  });

  it('says of each row that cannot be read why, and reads the others', async () => {
    const body = Buffer.concat([
      Buffer.from('\uFEFF{"email":"bom@lines.example"}\r\n\r\n'),
      Buffer.from('nonsense\n[1]\nnull\n"text"\n{}\n'),
      Buffer.from('{"email":"no address"}\n{"email":"x@lines.example","admin":true}\n'),
      Buffer.from('{"email":"nul@lines.example","displayName":"a\\u0000b"}\n'),
      Buffer.concat([
        Buffer.from('{"email":"latin@lines.example","displayName":"'),
        Buffer.from([0xe9]),
        Buffer.from('"}\n'),
      ]),
      Buffer.from(`{"email":"long@lines.example","displayName":"${'x'.repeat(20_000)}"}\n`),
      Buffer.from('{"email":"role@lines.example","role":"Emperor"}\n{"email":"app@lines.example","appRole":"Root"}\n'),
      Buffer.from('{"__proto__":{"email":"x@lines.example"}}\n'),
      Buffer.from('{"email":"null@lines.example","givenName":null,"familyName":null}\n'),
      Buffer.from('{"email":"last@lines.example"}'),
    ]);
    expect(statuses(await importer.send(NDJSON, body))).toEqual([
      [1, 'created'],
      [3, 'invalid', ' is_json'],
      [4, 'invalid', ' is_object'],
      [5, 'invalid', ' is_object'],
      [6, 'invalid', ' is_object'],
      [7, 'invalid', '/email is_email'],
      [8, 'invalid', '/email is_email'],
      [9, 'invalid', '/admin unknown_key'],
      [10, 'invalid', '/displayName no_controls'],
      [11, 'invalid', ' is_utf8'],
      [12, 'invalid', ' max_length'],
      [13, 'invalid', '/role invalid_role'],
      [14, 'invalid', '/appRole is_in'],
      [15, 'invalid', '/__proto__ unknown_key'],
      [16, 'created'],
      [17, 'created'],
    ]);
  });

  it.each([
    ['application/json', '[]', 415],
    ['text/plain', 'email', 415],
    ['text/csv; charset=latin1', 'email\n', 415],
  ])('refuses %s', async (type, body, status) => {
    expect((await importer.refused(type, body, status)).code).toBe('unsupported_media_type');
  });

  it.each([
    [{ role: 'Emperor', appRole: 'Root' }, ['/appRole is_in', '/role invalid_role']],
    [{ role: ' Emperor ', appRole: 'Root' }, ['/appRole is_in', '/role invalid_role']],
    [{ role: 'coach', givenName: 7 }, ['/givenName is_string', '/role invalid_role']],
    [{ role: 'Emperor', locale: 'polish' }, ['/locale is_locale', '/role invalid_role']],
    [{ role: 'Emperor', admin: true }, ['/admin unknown_key', '/role invalid_role']],
    [{ role: 'Emperor', email: 'none' }, ['/email is_email', '/role invalid_role']],
    [{ role: 'Coach', appRole: 'Root' }, ['/appRole is_in']],
    [{ role: '', appRole: 'Root' }, ['/appRole is_in', '/role min_length']],
    [{ role: ' \u200B', appRole: 'Root' }, ['/appRole is_in', '/role min_length']],
    [{ role: 7, appRole: 'Root' }, ['/appRole is_in', '/role is_string']],
    [{ role: null, locale: 'xx' }, ['/locale is_locale', '/role is_string']],
    [{ role: 'x'.repeat(101), appRole: 'Root' }, ['/appRole is_in', '/role max_length']],
  ])('reports all that is wrong with %j', async (fields, expected) => {
    const row = JSON.stringify({ email: `${newId()}@wrong.example`, ...fields });
    const [{ status, errors = [] } = { status: '' }] = await importer.send(NDJSON, row);
    expect(status).toBe('invalid');
    const found = new Set(errors.map(({ pointer, code }) => `${pointer} ${code}`));
    expect([...found]).toEqual(expect.arrayContaining(expected));
    expect(new Set([...found].map((error) => error.split(' ', 1)[0])).size).toBe(expected.length);
  });

  it('refuses a compressed body', async () => {
    const response = await importer.call(IMPORT, {
      method: 'POST',
      type: CSV,
      body: 'x',
      headers: { 'content-encoding': 'gzip' },
    });
    expect(response.status).toBe(415);
    expect(response.headers.get('accept-encoding')).toBe('identity');
  });

  it('answers nothing at all with no lines', async () => {
    expect(await importer.send(NDJSON, '\n\n')).toEqual([]);
    expect(await importer.send(CSV, 'email\n')).toEqual([]);
  });

  it('does not let a caller grant more than their own role', async () => {
    await app.prisma.db.membership.update({ where: importer.membership, data: { appRole: 'AppMember' } });
    const second = await app.factory.person();
    await app.factory.membership(second, organization, { appRole: 'AppAdmin' });
    const reports = await importer.send(
      NDJSON,
      ndjson(
        { email: 'admin@grants.example', appRole: 'AppAdmin' },
        { email: 'role@grants.example', role: 'OrganizationAdmin' },
      ),
    );
    expect(statuses(reports)).toEqual([
      [1, 'invalid', '/appRole insufficient_role'],
      [2, 'created'],
    ]);
  });

  it('lets a role that permits it bring people in, as no more than its holder is', async () => {
    const [own, more] = await Promise.all(
      [['users:write'], ['users:write', 'users:read']].map((permissions, n) =>
        app.prisma.db.role.create({
          data: {
            id: newId(),
            organizationId: organization.id,
            name: `Writer ${String(n)}`,
            permissions,
            createdBy: boss.id,
            updatedBy: boss.id,
          },
        }),
      ),
    );
    const holder = await app.factory.person();
    const { id } = await app.factory.membership(holder, organization, { roleId: own?.id, isPrimary: true });
    const rows = ndjson(
      { email: 'teacher@holder.example' },
      { email: 'own@holder.example', role: own?.name },
      { email: 'more@holder.example', role: more?.name, appRole: 'AppAdmin' },
      { email: 'admin@holder.example', role: 'OrganizationAdmin' },
    );
    const byHolder = async (): Promise<Response> =>
      importer.call(`${IMPORT}?sendMail=false`, {
        method: 'POST',
        type: NDJSON,
        body: rows,
        token: (await app.signedIn(holder)).token,
      });
    expect(statuses(linesOf(await (await byHolder()).text()))).toEqual([
      [1, 'created'],
      [2, 'created'],
      [3, 'invalid', '/role insufficient_role', '/appRole insufficient_role'],
      [4, 'invalid', '/role insufficient_role'],
    ]);
    await app.prisma.db.membership.update({ where: { id }, data: { roleId: await app.factory.roleId('Manager') } });
    expect((await byHolder()).status).toBe(403);
  });

  it.each([
    ['POST', IMPORT],
    ['GET', EXPORT],
  ])('%s %s is for roles that permit it, and for keys with the scope', async (method, path) => {
    const other = await app.factory.person();
    await app.factory.membership(other, organization, { appRole: 'AppAdmin' });
    const body = method === 'POST' ? { type: NDJSON, body: '{}' } : {};
    const asOther = await importer.call(path, { method, ...body, token: (await app.signedIn(other)).token });
    expect([asOther.status, ((await asOther.json()) as { code: string }).code]).toEqual([403, 'insufficient_role']);
    const key = await app.factory.apiKey({ membershipId: importer.membership.id }, { scopes: ['orgs:read'] });
    const byKey = await importer.call(path, { method, ...body, token: key });
    expect([byKey.status, ((await byKey.json()) as { code: string }).code]).toEqual([403, 'insufficient_scope']);
  });

  it('mails a link to choose a password to the new accounts only', async () => {
    const queued = (): Promise<number> =>
      app.prisma.db.job.count({ where: { kind: { in: ['user.welcome', 'mail'] } } });
    await importer.send(NDJSON, ndjson({ email: 'silent@mail.example' }));
    expect(await queued()).toBe(0);
    const [created] = await importer.send(
      NDJSON,
      ndjson({ email: 'written@mail.example' }, { email: 'silent@mail.example' }),
      '',
    );
    const tokens = (): ReturnType<typeof app.prisma.db.oneTimeToken.findMany> =>
      app.prisma.db.oneTimeToken.findMany({ where: { createdBy: boss.id } });
    await eventually(async () => (await tokens()).length > 0);
    expect((await tokens()).map(({ purpose, userId, email }) => [purpose, userId, email])).toEqual([
      ['reset_password', created?.id, 'written@mail.example'],
    ]);
  });

  it('mails those that an older instance queued', async () => {
    const [created] = await importer.send(NDJSON, ndjson({ email: 'queued@mail.example' }));
    const payload = { userId: created?.id, email: 'queued@mail.example', byId: boss.id, organizationName: 'Old' };
    await app.nest.get(Jobs).enqueue('user.welcome', payload);
    await eventually(async () => (await app.prisma.db.oneTimeToken.count({ where: { userId: created?.id } })) === 1);
  });

  it('reports while it is being sent, batch by batch, and keeps whole rows only when it is cut off', async () => {
    const rows = Array.from({ length: 520 }, (_, n) => ({ email: `n${String(n)}@stream.example` }));
    const text = ndjson(...rows);
    const { hostname, port } = new URL(app.baseUrl);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST ${IMPORT}?sendMail=false HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${importer.token}\r\n` +
        `x-org: ${organization.slug}\r\ncontent-type: ${NDJSON}\r\ncontent-length: ${String(text.length + 100)}\r\n\r\n${text}`,
    );
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    await eventually(() => (answer.match(/"status":"created"/g) ?? []).length === 500);
    expect(await members()).toBe(501);
    socket.destroy();
    await once(socket, 'close');
    expect(await members()).toBe(501);
    const again = await importer.send(NDJSON, text);
    expect(again.filter(({ status }) => status === 'exists')).toHaveLength(500);
    expect(again.filter(({ status }) => status === 'created')).toHaveLength(20);
  });

  it('says which rows failed when the database refuses them, and may be sent again', async () => {
    await app.prisma.db.$executeRawUnsafe(
      `CREATE FUNCTION "refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.address = 'n550@fault.example' THEN RAISE EXCEPTION 'no' USING ERRCODE = '57P01'; END IF; RETURN NEW;
       END $$`,
    );
    await app.prisma.db.$executeRawUnsafe(
      `CREATE TRIGGER "refuse" BEFORE INSERT ON "UserEmail" FOR EACH ROW EXECUTE FUNCTION "refuse"()`,
    );
    const text = ndjson(...Array.from({ length: 1020 }, (_, n) => ({ email: `n${String(n)}@fault.example` })));
    const reports = await importer.send(NDJSON, text);
    await app.prisma.db.$executeRawUnsafe('DROP FUNCTION "refuse" CASCADE');
    expect(reports).toHaveLength(1000);
    expect(statuses(reports.slice(499, 501))).toEqual([
      [500, 'created'],
      [501, 'failed', ' unavailable'],
    ]);
    expect(await members()).toBe(501);
    const again = await importer.send(NDJSON, text);
    expect(again.filter(({ status }) => status === 'created')).toHaveLength(520);
    expect(await members()).toBe(1021);
  });

  it('gives an address that two organizations import at once to one of them', async () => {
    const others = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const other = await app.factory.organization();
        const person = await app.factory.person();
        await app.factory.membership(person, other, { role: 'OrganizationAdmin', appRole: 'AppAdmin' });
        return { slug: other.slug, token: (await app.signedIn(person)).token };
      }),
    );
    const rows = Array.from({ length: 50 }, (_, n) => ({ email: `n${String(n)}@race.example` }));
    const reports = await Promise.all(
      others.map(async ({ slug, token: own }, index) => {
        const body = ndjson(...(index % 2 === 0 ? rows : rows.toReversed()));
        const headers = { 'x-org': slug };
        const response = await importer.call(`${IMPORT}?sendMail=false`, {
          method: 'POST',
          type: NDJSON,
          body,
          headers,
          token: own,
        });
        return linesOf(await response.text());
      }),
    );
    expect(reports.flat().filter(({ status }) => status === 'created')).toHaveLength(50);
    expect(reports.flat().filter(({ status }) => status === 'email_taken')).toHaveLength(150);
  });

  it('reads no more than 100,000 rows', async () => {
    const reports = await importer.send(NDJSON, '1\n'.repeat(100_001));
    expect(reports).toHaveLength(100_001);
    expect(statuses(reports.slice(-2))).toEqual([
      [100_000, 'invalid', ' is_object'],
      [100_001, 'invalid', ' max_rows'],
    ]);
  });

  it.each<[what: string, type: string, text: string, line: number]>([
    ['empty lines of CSV', CSV, `email\n${'\n'.repeat(2 ** 20)}`, 100_002],
    ['rows of empty cells', CSV, `email,role\n${',\n'.repeat(2 ** 19)}`, 100_002],
    ['rows of quoted empty cells', CSV, `email\n${'""\n'.repeat(2 ** 18)}`, 100_002],
    ['empty lines of NDJSON', NDJSON, '\n'.repeat(2 ** 20), 100_001],
    ['lines of spaces', NDJSON, ' \r\n'.repeat(2 ** 18), 100_001],
  ])('reads no more than 100,000 blank rows: %s', async (_, type, text, line) => {
    expect(statuses(await importer.send(type, text))).toEqual([[line, 'invalid', ' max_rows']]);
  });
});
