import { stringify } from 'csv-stringify/sync';
import type { AppLocale } from '../../../core/i18n/locales.js';
import { say } from '../../../core/i18n/texts.js';
import { jsonInOneLine } from '../../../core/validation/invisible.js';
import { cellOfText } from '../imports/csv-cells.js';
import type { ExportedUser } from '../members/export.queries.js';
import type { ImportReport } from '../imports/import.service.js';

/** A line of the report, as JSON. */
export function presentImportReport({ line, status, email, userId, errors }: ImportReport, locale: AppLocale): string {
  const report = {
    line,
    status,
    email,
    id: userId,
    errors: errors?.map(({ pointer, code, detail }) => ({ pointer, code, detail: say(locale, detail) })),
  };
  return lineOf(report);
}

export function presentNdjson(users: readonly ExportedUser[]): string {
  return users.map((user) => lineOf(presentExportedUser(user))).join('');
}

const COLUMNS = [
  'id',
  'email',
  'givenName',
  'familyName',
  'displayName',
  'role',
  'appRole',
  'status',
  'state',
  'createdAt',
] as const;

/** The heading of the CSV form (RFC 4180). Without the byte order mark, Excel takes UTF-8 for a code page of the machine. */
export function presentCsvHeading(): string {
  return stringify([[...COLUMNS]], { ...CSV_OPTIONS, bom: true });
}

export function presentCsv(users: readonly ExportedUser[]): string {
  const rows = users.map(presentExportedUser).map((user) => COLUMNS.map((column) => cellOfText(user[column] ?? '')));
  return stringify(rows, CSV_OPTIONS);
}

function lineOf(value: object): string {
  return `${jsonInOneLine(JSON.stringify(value))}\n`;
}

const CSV_OPTIONS = { record_delimiter: 'windows' } as const;

function presentExportedUser(user: ExportedUser): Record<(typeof COLUMNS)[number], string | null> {
  return {
    id: user.id,
    email: user.email,
    givenName: user.givenName,
    familyName: user.familyName,
    displayName: user.displayName,
    role: user.role,
    appRole: user.appRole,
    status: user.status,
    state: user.state,
    createdAt: user.createdAt.toISOString(),
  };
}
