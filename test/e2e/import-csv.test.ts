import { newId } from '../../src/core/ids/ids.js';
import { TestApp } from '../support/app/app.js';
import type { Organization } from '../support/data/factory.js';
import { CSV, IMPORT, Importer, NDJSON, type Report, statuses } from '../support/data/imports.js';

describe('Import and export of users', () => {
  let app: TestApp;
  let importer: Importer;
  let organization: Organization;

  beforeAll(async () => {
    app = await TestApp.start();
  });

  afterAll(() => app.stop());

  beforeEach(async () => {
    importer = await Importer.in(app);
    ({ organization } = importer);
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
    const reports = await importer.send(`${CSV}; charset=UTF-8`, body);
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
    const { code, errors: told = [] } = await importer.refused(CSV, body, 400);
    expect(code).toBe('validation_failed');
    expect((told as { pointer: string; code: string }[]).map((error) => `${error.pointer} ${error.code}`)).toEqual(
      errors,
    );
  });

  it('reports the line where quotes are wrong, and reads the others', async () => {
    const reports = await importer.send(
      CSV,
      'email\nfirst@quotes.example\n"un"closed@quotes.example\nlater@quotes.example\n',
    );
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
    [
      'a spreadsheet that saved the name of the delimiter',
      CSV,
      (email) => inSemicolons(`sep=;;;\r\n${ANN}\r\n${ann(email)}`),
    ],
    [
      'a spreadsheet that quoted the name of the delimiter',
      CSV,
      (email) => inSemicolons(`"sep=;";;\n${ANN}\n${ann(email)}`),
    ],
    ['a spreadsheet with a line of commas', CSV, (email) => `SEP=,,,\r\n${ANN}\r\n${ann(email)}`],
    ['a spreadsheet with a line of tabs', CSV, (email) => inTabs(`sep=\t\t\t\n${ANN}\n${ann(email)}`)],
    ['headings in Turkish capitals', CSV, (email) => `EMAİL,GİVENNAME,ROLE\n${ann(email)}`],
    ['headings in Turkish small letters', CSV, (email) => `emaıl,gıvenname,role\n${ann(email)}`],
    ['headings with a composed dot', CSV, (email) => `EMAI\u0307L,givenName,role\n${ann(email)}`],
    ['headings with byte order marks', CSV, (email) => `\uFEFF\uFEFFemail,\uFEFFgivenName,role\uFEFF\n${ann(email)}`],
    ['headings with spaces of no width', CSV, (email) => `e\u200Bmail,given\u00ADName,\u2060role\n${ann(email)}`],
    ['headings with marks of direction', CSV, (email) => `\u200Eemail\u200E,\u200FgivenName,role\u200E\n${ann(email)}`],
    [
      'headings with invisible marks and spaces',
      CSV,
      (email) => ` \u200B email ,givenName\u200B , ROLE\n${ann(email)}`,
    ],
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
    expect((await importer.send(type, file(email))).map(({ status }) => status)).toEqual(['created']);
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
    const reports = await importer.send(CSV, body);
    const short = reports.map(({ line, email, errors }) => [line, errors?.[0]?.code ?? email?.[0]?.toUpperCase()]);
    expect(short).toEqual(expected);
  });

  it('does not hold a row without end', async () => {
    expect(statuses(await importer.send(CSV, `email\n"${'x'.repeat(3_000_000)}"\n`))).toEqual([
      [2, 'invalid', ' max_length'],
    ]);
    expect(statuses(await importer.send(NDJSON, 'x'.repeat(3_000_000)))).toEqual([[1, 'invalid', ' max_length']]);
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
    const reports = await importer.send(NDJSON, rows.join('\n'));
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
    const response = await importer.call(IMPORT, { method: 'POST', type: NDJSON, body: row });
    const lines = (await response.text()).trimEnd().split(/[\n\u0085\u2028]/);
    expect(statuses(lines.map((line) => JSON.parse(line) as Report))).toEqual([
      [1, 'invalid', '/k\u2028e\u0085y unknown_key'],
    ]);
  });

  it('names 100 columns of a heading that are wrong, however many it has', async () => {
    const { errors } = await importer.refused(CSV, `${'a,'.repeat(5_000)}email\n`, 400);
    expect(errors).toHaveLength(100);
  });
});
