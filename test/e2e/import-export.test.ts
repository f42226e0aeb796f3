import { connect } from 'node:net';
import { once } from 'node:events';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { newId } from '../../src/core/ids/ids.js';
import { Jobs } from '../../src/core/jobs/jobs.js';
import { TestApp } from '../support/app/app.js';
import type { Organization, Person } from '../support/data/factory.js';
import { eventually } from '../support/time/eventually.js';

const NDJSON = 'application/x-ndjson';
const CSV = 'text/csv';
const IMPORT = '/api/v1/org/users/import';
const EXPORT = '/api/v1/org/users/export';

interface Report {
  line: number;
  status: string;
  email?: string;
  id?: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

describe('Import and export of users', () => {
  let app: TestApp;
  let organization: Organization;
  let boss: Person;
  let token: string;
  let bossMembership: { id: string };

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    organization = await app.factory.organization({ name: 'Import Ltd' });
    boss = await app.factory.person();
    const roles = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
    bossMembership = await app.factory.membership(boss, organization, roles);
    token = (await app.signedIn(boss)).token;
  });

  function call(
    path: string,
    init: Omit<RequestInit, 'headers'> & { type?: string; token?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const { type, token: own = token, headers, ...rest } = init;
    return fetch(app.baseUrl + path, {
      ...rest,
      headers: {
        authorization: `Bearer ${own}`,
        'x-org': organization.slug,
        ...(type === undefined ? {} : { 'content-type': type }),
        ...headers,
      },
    });
  }

  async function send(
    type: string,
    body: string | Uint8Array<ArrayBuffer>,
    query = '?sendMail=false',
  ): Promise<Report[]> {
    const response = await call(IMPORT + query, { method: 'POST', type, body });
    const text = await response.text();
    expect({ status: response.status, text: response.status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
    expect(response.headers.get('content-type')).toBe(NDJSON);
    return linesOf(text);
  }

  async function refused(
    type: string,
    body: string | Uint8Array<ArrayBuffer>,
    status: number,
  ): Promise<{ code: string; errors?: unknown[] }> {
    const response = await call(IMPORT, { method: 'POST', type, body });
    expect(response.status).toBe(status);
    return (await response.json()) as { code: string; errors?: unknown[] };
  }

  async function exported(accept?: string): Promise<string> {
    const response = await call(EXPORT, { headers: accept === undefined ? {} : { accept } });
    expect(response.status).toBe(200);
    return response.text();
  }

  const linesOf = (text: string): Report[] =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Report);

  const ndjson = (...rows: unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

  const statuses = (reports: Report[]): unknown[] =>
    reports.map(({ line, status, errors }) =>
      errors ? [line, status, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)] : [line, status],
    );

  const members = (): Promise<number> => app.prisma.db.membership.count({ where: { organizationId: organization.id } });

  it('makes accounts of NDJSON that the organization manages', async () => {
    const reports = await send(
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
    const first = await send(NDJSON, ndjson(...rows.slice(0, 2)));
    const second = await send(NDJSON, ndjson(...rows.map((row) => ({ ...row, displayName: 'Other' }))));
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

  it('tells of an address of others no more than that it is taken', async () => {
    await app.factory.person({ email: 'stranger@taken.example' });
    await app.factory.address(boss, 'private@taken.example');
    await app.factory.address(boss, 'noted@taken.example', { verifiedAt: null });
    const emails = ['stranger@taken.example', 'private@taken.example', boss.email, 'noted@taken.example'];
    expect(await send(NDJSON, ndjson(...emails.map((email) => ({ email }))))).toEqual([
      { line: 1, status: 'email_taken', email: emails[0] },
      { line: 2, status: 'email_taken', email: emails[1] },
      { line: 3, status: 'exists', email: boss.email, id: boss.id },
      { line: 4, status: 'created', email: emails[3], id: expect.any(String) },
    ]);
  });

  it('makes the first of several rows with one address', async () => {
    const reports = await send(
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
    expect(statuses(await send(NDJSON, body))).toEqual([
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

  it('reads CSV with quotes, in several lines, under a heading in any order', async () => {
    const body =
      '\uFEFFdisplayName,email,role,givenName\r\n' +
      '"Last, ""First""",quoted@csv.example,,\r\n' +
      '\r\n' +
      '"two\r\nlines",lines@csv.example,,\r\n' +
      'Plain,plain@csv.example,Coach,Gi\r\n' +
      'Few,few@csv.example\r\n' +
      "'=1+1,formula@csv.example,,'''x\r\n" +
      'Bad,bad,,';
    const reports = await send(`${CSV}; charset=UTF-8`, body);
    expect(statuses(reports)).toEqual([
      [2, 'created'],
      [5, 'invalid', '/displayName no_controls'],
      [6, 'created'],
      [7, 'invalid', ' column_count'],
      [8, 'created'],
      [9, 'invalid', '/email is_email'],
    ]);
    const names = await app.prisma.db.user.findMany({
      where: { managedById: organization.id },
      orderBy: { id: 'asc' },
      select: { displayName: true, givenName: true },
    });
    expect(names).toEqual([
      { displayName: 'Last, "First"', givenName: null },
      { displayName: 'Plain', givenName: 'Gi' },
      { displayName: '=1+1', givenName: "'''x" },
    ]);
  });

  it.each([
    ['email,role,email\n', ['/email unique']],
    ['email,password\n', ['/password unknown_key']],
    ['displayName\nAnn\n', ['/email is_email']],
    ['nothing', ['/nothing unknown_key', '/email is_email']],
  ])('refuses CSV under the heading %j', async (body, errors) => {
    const { code, errors: told = [] } = await refused(CSV, body, 400);
    expect(code).toBe('validation_failed');
    expect((told as { pointer: string; code: string }[]).map((error) => `${error.pointer} ${error.code}`)).toEqual(
      errors,
    );
  });

  it('reports the line where quotes are wrong, and reads the others', async () => {
    const reports = await send(CSV, 'email\nfirst@quotes.example\n"un"closed@quotes.example\nlater@quotes.example\n');
    expect(statuses(reports)).toEqual([
      [2, 'created'],
      [3, 'invalid', ' is_csv'],
      [4, 'created'],
    ]);
  });

  const utf16 = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'utf16le');
  const bigEndian = (text: string): Buffer<ArrayBuffer> => Buffer.from(utf16(text).swap16());

  const [ann, ANN] = [(email: string) => `${email},José,Coach`, 'email,givenName,role'];
  const inTabs = (text: string): string => text.replaceAll(',', '\t');
  const inSemicolons = (text: string): string => text.replaceAll(',', ';');

  it.each<[from: string, type: string, file: (email: string) => string | Buffer<ArrayBuffer>]>([
    ['Excel, where the comma is the decimal sign', CSV, (email) => inSemicolons(`\uFEFF${ANN}\r\n${ann(email)}\r\n`)],
    ['Excel as Unicode text', CSV, (email) => utf16(inTabs(`\uFEFF${ANN}\r\n${ann(email)}\r\n`))],
    ['Excel, declared as UTF-16', `${CSV}; charset=utf-16`, (email) => utf16(inTabs(`\uFEFF${ANN}\r\n${ann(email)}`))],
    ['Excel for Mac', CSV, (email) => inSemicolons(`${ANN}\r${ann(email)}\r`)],
    ['Google Sheets', CSV, (email) => `${ANN}\r\n${ann(email)}`],
    ['Google Sheets with tabs', CSV, (email) => inTabs(`${ANN}\n${ann(email)}\n`)],
    ['LibreOffice with all cells quoted', CSV, (email) => `"email";"givenName";"role"\n"${email}";"José";"Coach"\n`],
    ['a program that names its delimiter', CSV, (email) => inSemicolons(`sep=;\r\n${ANN}\r\n${ann(email)}\r\n`)],
    ['a program that quotes the delimiter', CSV, (email) => inTabs(`\uFEFF"SEP=\t"\n${ANN}\n${ann(email)}\n`)],
    ['a program with another delimiter', CSV, (email) => `sep=|\n${ANN}\n${ann(email)}\n`.replaceAll(',', '|')],
    ['UTF-16 with the higher byte first', CSV, (email) => bigEndian(`\uFEFF${ANN}\r\n${ann(email)}\r\n`)],
    ['UTF-16 without a mark', CSV, (email) => utf16(`${ANN}\r\n${ann(email)}\r\n`)],
    ['UTF-16 with the higher byte first, without a mark', CSV, (email) => bigEndian(`${ANN}\r${ann(email)}\r`)],
    ['headings in other cases', CSV, (email) => ` EMail , GIVENNAME ,Role,ID\r\n${ann(email)},\r\n`],
    ['empty columns at the end', CSV, (email) => `email;givenName;role;;;\r\n${inSemicolons(ann(email))};;;\r\n`],
    ['empty cells beyond the heading', CSV, (email) => `${ANN}\n${ann(email)}, ,,\n`],
    ['empty rows', CSV, (email) => `,,\r\n\r\n${ANN}\r\n,,\r\n  , ,\r\n"","",""\r\n${ann(email)}\r\n,,\r\n`],
    [
      'many commas in a cell',
      CSV,
      (email) => `"email";"givenName";"role";"displayName"\n${email};José;Coach;"a, b, c, d"\n`,
    ],
    ['NDJSON in UTF-16', NDJSON, (email) => utf16(`\uFEFF{"email":"${email}","givenName":"José","role":"Coach"}\r\n`)],
    [
      'NDJSON with carriage returns',
      NDJSON,
      (email) => `\uFEFF{"email":"${email}","givenName":"José","role":"Coach"}\r\r`,
    ],
  ])('reads the file of %s', async (_, type, file) => {
    const email = `${newId()}@files.example`;
    expect((await send(type, file(email))).map(({ status }) => status)).toEqual(['created']);
    const where = { emails: { some: { address: email } } };
    const include = { memberships: { include: { role: true } } };
    expect(await app.prisma.db.user.findFirst({ where, include })).toMatchObject({
      givenName: 'José',
      memberships: [{ role: { name: 'Coach' } }],
    });
  });

  it.each<[what: string, rows: string, expected: unknown[]]>([
    [
      'in the middle of a cell',
      '5" disk,A\nAnn,B\n',
      [
        [2, 'is_csv'],
        [3, 'B'],
      ],
    ],
    [
      'after a cell',
      '"Ann"x,A\nAnn,B\n',
      [
        [2, 'is_csv'],
        [3, 'B'],
      ],
    ],
    [
      'never closed',
      '"Ann,A\nAnn,B\nBob,C\n',
      [
        [2, 'is_csv'],
        [3, 'B'],
        [4, 'C'],
      ],
    ],
    [
      'never closed in the last row',
      'Ann,A\n"Bob,B',
      [
        [2, 'A'],
        [3, 'is_csv'],
      ],
    ],
    [
      'never closed before one that is',
      '"Ann,A\n"Bob",B\nEve,C\n',
      [
        [2, 'is_csv'],
        [3, 'B'],
        [4, 'C'],
      ],
    ],
    [
      'open in two rows',
      'a"b,A\nAnn,B\nc"d,C\nBob,D\n',
      [
        [2, 'is_csv'],
        [3, 'B'],
        [4, 'is_csv'],
        [5, 'D'],
      ],
    ],
    [
      'never closed, with many rows after it',
      `"Ann,A\n${'\n'.repeat(20_000)}Bob,B\n`,
      [
        [2, 'is_csv'],
        [20_003, 'B'],
      ],
    ],
    [
      'before a row that is too long',
      `"Ann,A\n${'x'.repeat(20_000)}\nBob,B\n`,
      [
        [2, 'is_csv'],
        [3, 'max_length'],
        [4, 'B'],
      ],
    ],
    [
      'closed over a comma',
      '"Ann, Dr.",A\nBob,B\n',
      [
        [2, 'A'],
        [3, 'B'],
      ],
    ],
    [
      'doubled',
      '"Ann ""A"" B",A\nBob,B\n',
      [
        [2, 'A'],
        [3, 'B'],
      ],
    ],
    [
      'alone',
      '"\nBob,B\n',
      [
        [2, 'is_csv'],
        [3, 'B'],
      ],
    ],
    [
      'doubled and open',
      '"""Ann,A\nBob,B\n',
      [
        [2, 'is_csv'],
        [3, 'B'],
      ],
    ],
  ])('names the line of a quote %s, and reads the rows after it', async (_, rows, expected) => {
    const domain = `${newId()}.example`;
    const body = `displayName,email\n${rows.replace(/,([A-D])$/gm, `,$1@${domain}`)}`;
    const reports = await send(CSV, body);
    const short = reports.map(({ line, email, errors }) => [line, errors?.[0]?.code ?? email?.[0]?.toUpperCase()]);
    expect(short).toEqual(expected);
  });

  it('does not hold a row without end', async () => {
    expect(statuses(await send(CSV, `email\n"${'x'.repeat(3_000_000)}"\n`))).toEqual([[2, 'invalid', ' max_length']]);
    expect(statuses(await send(NDJSON, 'x'.repeat(3_000_000)))).toEqual([[1, 'invalid', ' max_length']]);
  });

  it('refuses a row that takes long to read, and reads the others', async () => {
    const wide = Array.from({ length: 201 }, (_, index) => `"k${index}":1`).join();
    const many = Array.from({ length: 150 }, (_, index) => `"k${index}":1`).join();
    const marks = `a${'\u0301\u0323'.repeat(90)}`;
    const rows = [
      `{${wide}}`,
      `{"email":${'['.repeat(1_000)}`,
      `{${many},"email":"many@hostile.example"}`,
      `{"email":"marks@hostile.example","displayName":"${marks}"}`,
      '{"email":"last@hostile.example"}',
    ];
    const reports = await send(NDJSON, rows.join('\n'));
    expect(reports.map(({ status, errors }) => [status, errors?.length, errors?.[0]?.code])).toEqual([
      ['invalid', 1, 'max_keys'],
      ['invalid', 1, 'max_depth'],
      ['invalid', 100, 'unknown_key'],
      ['invalid', 1, 'max_marks'],
      ['created', undefined, undefined],
    ]);
  });

  it('names a key with another end of a line in one line', async () => {
    const row = JSON.stringify({ email: 'a@one.example', 'k\u2028e\u0085y': 1 });
    const response = await call(IMPORT, { method: 'POST', type: NDJSON, body: row });
    const lines = (await response.text()).trimEnd().split(/[\n\u0085\u2028]/);
    expect(statuses(lines.map((line) => JSON.parse(line) as Report))).toEqual([
      [1, 'invalid', '/k\u2028e\u0085y unknown_key'],
    ]);
  });

  it('names 100 columns of a heading that are wrong, however many it has', async () => {
    const { errors } = await refused(CSV, `${'a,'.repeat(5_000)}email\n`, 400);
    expect(errors).toHaveLength(100);
  });

  it.each([
    ['application/json', '[]', 415],
    ['text/plain', 'email', 415],
    ['text/csv; charset=latin1', 'email\n', 415],
  ])('refuses %s', async (type, body, status) => {
    expect((await refused(type, body, status)).code).toBe('unsupported_media_type');
  });

  it('refuses a compressed body', async () => {
    const response = await call(IMPORT, {
      method: 'POST',
      type: CSV,
      body: 'x',
      headers: { 'content-encoding': 'gzip' },
    });
    expect(response.status).toBe(415);
  });

  it('answers nothing at all with no lines', async () => {
    expect(await send(NDJSON, '\n\n')).toEqual([]);
    expect(await send(CSV, 'email\n')).toEqual([]);
  });

  it('lets nobody give what he does not have', async () => {
    await app.prisma.db.membership.update({ where: bossMembership, data: { appRole: 'AppMember' } });
    const second = await app.factory.person();
    await app.factory.membership(second, organization, { appRole: 'AppAdmin' });
    const reports = await send(
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
      call(`${IMPORT}?sendMail=false`, {
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
    const asOther = await call(path, { method, ...body, token: (await app.signedIn(other)).token });
    expect([asOther.status, ((await asOther.json()) as { code: string }).code]).toEqual([403, 'insufficient_role']);
    const key = await app.factory.apiKey({ membershipId: bossMembership.id }, { scopes: ['orgs:read'] });
    const byKey = await call(path, { method, ...body, token: key });
    expect([byKey.status, ((await byKey.json()) as { code: string }).code]).toEqual([403, 'insufficient_scope']);
  });

  it('mails a link to choose a password to those it made accounts for, and to nobody else', async () => {
    const queued = (): Promise<number> =>
      app.prisma.db.job.count({ where: { kind: { in: ['user.welcome', 'mail'] } } });
    await send(NDJSON, ndjson({ email: 'silent@mail.example' }));
    expect(await queued()).toBe(0);
    const [created] = await send(
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
    const [created] = await send(NDJSON, ndjson({ email: 'queued@mail.example' }));
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
      `POST ${IMPORT}?sendMail=false HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${token}\r\n` +
        `x-org: ${organization.slug}\r\ncontent-type: ${NDJSON}\r\ncontent-length: ${String(text.length + 100)}\r\n\r\n${text}`,
    );
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    await eventually(() => (answer.match(/"status":"created"/g) ?? []).length === 500);
    expect(await members()).toBe(501);
    socket.destroy();
    await once(socket, 'close');
    expect(await members()).toBe(501);
    const again = await send(NDJSON, text);
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
    const reports = await send(NDJSON, text);
    await app.prisma.db.$executeRawUnsafe('DROP FUNCTION "refuse" CASCADE');
    expect(reports).toHaveLength(1000);
    expect(statuses(reports.slice(499, 501))).toEqual([
      [500, 'created'],
      [501, 'failed', ' unavailable'],
    ]);
    expect(await members()).toBe(501);
    const again = await send(NDJSON, text);
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
        const response = await call(`${IMPORT}?sendMail=false`, {
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
    const reports = await send(NDJSON, '1\n'.repeat(100_001));
    expect(reports).toHaveLength(100_001);
    expect(statuses(reports.slice(-2))).toEqual([
      [100_000, 'invalid', ' is_object'],
      [100_001, 'invalid', ' max_rows'],
    ]);
  });

  describe('export', () => {
    const NAMES = ['=1+1', '+49', '-x', '@me', "'=quoted", "''+", "O'Hara", "'", '＝wide', 'a,b;"c"', 'Žluťoučký'];

    beforeEach(async () => {
      const reports = await send(
        NDJSON,
        ndjson(
          ...NAMES.map((displayName, n) => ({ email: `n${String(n)}@${organization.slug}.example`, displayName })),
        ),
      );
      expect(reports.every(({ status }) => status === 'created')).toBe(true);
    });

    it('has ten keys a line, in the order they joined', async () => {
      const [first, second, ...others] = linesOf(await exported()) as unknown as Record<string, unknown>[];
      expect(others).toHaveLength(NAMES.length - 1);
      expect(first).toMatchObject({ id: boss.id, email: boss.email, role: 'OrganizationAdmin', status: 'active' });
      expect(second).toEqual({
        id: expect.any(String),
        email: `n0@${organization.slug}.example`,
        givenName: null,
        familyName: null,
        displayName: '=1+1',
        role: 'Teacher',
        appRole: 'AppMember',
        status: 'pending',
        state: 'Active',
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      });
    });

    it('has no cell that a spreadsheet would run', async () => {
      const csv = await exported(CSV);
      expect(csv).toMatch(/^id,email,givenName,familyName,displayName,role,appRole,status,state,createdAt\r\n/);
      for (const cell of [
        "'=1+1",
        "'+49",
        "'-x",
        "'@me",
        "''=quoted",
        "'''+",
        "O'Hara",
        "'",
        "'＝wide",
        '"a,b;""c"""',
      ]) {
        expect(csv).toContain(`,${cell},Teacher`);
      }
      expect(csv).not.toMatch(/(^|,)"?[=+\-@]/m);
    });

    it('begins with a byte order mark as CSV, and comes back as Excel saves it with semicolons', async () => {
      const response = await call(EXPORT, { headers: { accept: CSV } });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, 6).toString()).toBe('\uFEFFid,');
      const rows: string[][] = parse(bytes, { bom: true });
      const saved = (delimiter: string): string =>
        stringify([...rows, ['', '']], { bom: true, delimiter, record_delimiter: 'windows' });
      for (const file of [bytes, Buffer.from(saved(';')), utf16(saved('\t'))]) {
        const reports = await send(CSV, new Uint8Array(file));
        expect(reports.map(({ status }) => status)).toEqual(rows.slice(1).map(() => 'exists'));
      }
    });

    /** Deletes the accounts that the organization made. */
    async function startOver(): Promise<void> {
      for (const { id } of await app.prisma.db.user.findMany({ where: { managedById: organization.id } })) {
        await app.prisma.db.user.delete({ where: { id } });
      }
    }

    const people = async (): Promise<unknown[]> =>
      linesOf(await exported()).map((line) => ({ ...line, id: null, createdAt: null }));

    it.each([NDJSON, CSV])('comes back as it went, as %s', async (type) => {
      const before = await people();
      const text = await exported(type);
      expect((await send(type, text)).map(({ status }) => status)).toEqual(before.map(() => 'exists'));
      await startOver();
      await send(type, text);
      expect(await people()).toEqual(before);
    });

    type Rows = readonly (readonly string[])[];
    const empty = (rows: Rows): string[] => (rows[0] ?? []).map(() => '');
    const reformatted = (rows: Rows): Rows =>
      rows.map((row, line) => (line === 0 ? row : [...row.slice(0, -1), '28.11.2026 13:45']));

    it.each<[program: string, save: (rows: Rows) => string | Buffer<ArrayBuffer>]>([
      ['LibreOffice', (rows) => stringify([...rows])],
      ['LibreOffice with all text quoted', (rows) => stringify([...rows], { quoted: true, delimiter: ';' })],
      ['LibreOffice as Unicode', (rows) => utf16(stringify([...rows], { bom: true, delimiter: '\t' }))],
      ['Google Sheets', (rows) => stringify([...rows], { record_delimiter: 'windows', eof: false })],
      [
        'Google Sheets as TSV',
        (rows) => stringify([...rows], { record_delimiter: 'windows', delimiter: '\t', eof: false }),
      ],
      ['Excel as CSV UTF-8', (rows) => stringify([...reformatted(rows)], { bom: true, record_delimiter: 'windows' })],
      [
        'Excel, where the comma is the decimal sign, with empty rows and columns',
        (rows) =>
          stringify(
            [...reformatted(rows), empty(rows), empty(rows)].map((row) => [...row, '', '']),
            { bom: true, delimiter: ';', record_delimiter: 'windows' },
          ),
      ],
      [
        'Excel as Unicode text',
        (rows) => utf16(stringify([...rows], { bom: true, delimiter: '\t', record_delimiter: 'windows' })),
      ],
      ['Excel for Mac', (rows) => stringify([...rows], { delimiter: ';', record_delimiter: '\r' })],
    ])('comes back as %s saves it', async (_, save) => {
      const before = await people();
      const rows: string[][] = parse(await exported(CSV), { bom: true });
      await startOver();
      const reports = await send(CSV, save(rows));
      expect(reports.map(({ status }) => status)).toEqual(['exists', ...NAMES.map(() => 'created')]);
      expect(await people()).toEqual(before);
    });

    it('comes back from a program that takes the apostrophe before a formula for its own mark', async () => {
      const rows: string[][] = parse(await exported(CSV), { bom: true });
      await startOver();
      await send(CSV, stringify(rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')))));
      const names = linesOf(await exported()).map((line) => (line as unknown as { displayName: string }).displayName);
      expect(names.slice(1, 5)).toEqual(NAMES.slice(0, 4));
    });

    it('has a line for each user, also with names from before that contain other ends of lines', async () => {
      const displayName = 'a\u2028b\u0085c\u202Ed';
      await app.prisma.db.user.update({ where: { id: boss.id }, data: { displayName } });
      const lines = (await exported()).trimEnd().split(/[\n\u0085\u2028]/);
      expect(lines).toHaveLength(1 + NAMES.length);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ displayName });
    });

    it('is audited', async () => {
      await exported();
      expect(
        await app.prisma.db.auditEvent.count({ where: { organizationId: organization.id, action: 'users.exported' } }),
      ).toBe(1);
    });
  });
});
