import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { TestApp } from '../support/app/app.js';
import type { Organization, Person } from '../support/data/factory.js';
import { CSV, EXPORT, Importer, linesOf, NDJSON, ndjson } from '../support/data/imports.js';

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

  async function exported(accept?: string): Promise<string> {
    const response = await importer.call(EXPORT, { headers: accept === undefined ? {} : { accept } });
    expect(response.status).toBe(200);
    return response.text();
  }

  const utf16 = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'utf16le');

  describe('export', () => {
    const NAMES = ['=1+1', '+49', '-x', '@me', "'=quoted", "''+", "O'Hara", "'", '＝wide', 'a,b;"c"', 'Žluťoučký'];

    beforeEach(async () => {
      const reports = await importer.send(
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
      const response = await importer.call(EXPORT, { headers: { accept: CSV } });
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, 6).toString()).toBe('\uFEFFid,');
      const rows: string[][] = parse(bytes, { bom: true });
      const saved = (delimiter: string): string =>
        stringify([...rows, ['', '']], { bom: true, delimiter, record_delimiter: 'windows' });
      for (const file of [bytes, Buffer.from(saved(';')), utf16(saved('\t'))]) {
        const reports = await importer.send(CSV, new Uint8Array(file));
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
      expect((await importer.send(type, text)).map(({ status }) => status)).toEqual(before.map(() => 'exists'));
      await startOver();
      await importer.send(type, text);
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
      const reports = await importer.send(CSV, save(rows));
      expect(reports.map(({ status }) => status)).toEqual(['exists', ...NAMES.map(() => 'created')]);
      expect(await people()).toEqual(before);
    });

    it('comes back from a program that takes the apostrophe before a formula for its own mark', async () => {
      const rows: string[][] = parse(await exported(CSV), { bom: true });
      await startOver();
      await importer.send(CSV, stringify(rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')))));
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
