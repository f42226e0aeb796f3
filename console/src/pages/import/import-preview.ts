import type { TextKey, TextValues } from '../../i18n/translate.ts';
import { type CsvRecord, csvRecords } from './csv.ts';

/** Rows of one import, blank ones included. */
const MOST_ROWS = 100_000;

/** Bytes of one import: 100 MiB. */
const LARGEST_FILE = 100 * 1024 * 1024;

/** The columns that are imported, and those of an export that are ignored. */
const COLUMNS = ['email', 'givenName', 'familyName', 'displayName', 'locale', 'role', 'appRole'];
const IGNORED = ['id', 'status', 'state', 'createdAt'];

const APP_ROLES = ['AppAdmin', 'AppMember'];

/** A mistake in the file that can be seen before it is sent. */
export interface Mistake {
  /** Undefined: the whole file is wrong, and cannot be imported. */
  readonly line?: number;
  readonly text: TextKey;
  readonly values?: TextValues;
}

/** What a file has, before it is sent. */
export interface ImportPreview {
  readonly columns: readonly string[];
  readonly ignored: readonly string[];
  readonly rows: readonly CsvRecord[];
  /** For these, the server would refuse the file. */
  readonly refusals: readonly Mistake[];
  /** For these, the server would report the row as invalid, and import the others. */
  readonly mistakes: readonly Mistake[];
}

/** Whether the file is too large for the server. */
export function isTooLarge(file: File): boolean {
  return file.size > LARGEST_FILE;
}

/** @param roles the names of the roles of the organization */
export function previewOf(text: string, roles: readonly string[]): ImportPreview {
  const [heading, ...rows] = csvRecords(text);
  const columns = columnsOf(heading?.cells ?? []);
  const refusals = [...refusalsOfHeading(columns), ...refusalsOfRows(rows.length)];
  return {
    columns,
    ignored: columns.filter((column) => IGNORED.includes(column)),
    rows,
    refusals,
    mistakes: refusals.length > 0 ? [] : rows.flatMap((row) => mistakesIn(row, columns, roles)),
  };
}

/** The names of the columns. Their case does not count. Cells beyond the heading that are empty are no columns. */
function columnsOf(cells: readonly string[]): string[] {
  const known = new Map([...COLUMNS, ...IGNORED].map((name) => [name.toLowerCase(), name]));
  const names = cells.map((cell) => cell.trim()).map((name) => known.get(name.toLowerCase()) ?? name);
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

function refusalsOfHeading(columns: readonly string[]): Mistake[] {
  const unknown = columns.filter((column) => ![...COLUMNS, ...IGNORED].includes(column));
  const twice = columns.filter((column, index) => columns.indexOf(column) < index);
  return [
    ...(columns.includes('email') ? [] : [{ text: 'import.no_email_column' } as const]),
    ...unknown.map((column) => ({ text: 'import.unknown_column', values: { column } }) as const),
    ...twice.map((column) => ({ text: 'import.column_twice', values: { column } }) as const),
  ];
}

function refusalsOfRows(count: number): Mistake[] {
  if (count === 0) {
    return [{ text: 'import.no_rows' }];
  }
  return count > MOST_ROWS ? [{ text: 'import.too_many_rows', values: { most: MOST_ROWS } }] : [];
}

function mistakesIn({ line, cells }: CsvRecord, columns: readonly string[], roles: readonly string[]): Mistake[] {
  if (cells.length < columns.length || cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    return [{ line, text: 'import.cell_count', values: { expected: columns.length, found: cells.length } }];
  }
  const valueOf = (column: string): string => cells[columns.indexOf(column)]?.trim() ?? '';
  const [email, role, appRole] = [valueOf('email'), valueOf('role'), valueOf('appRole')];
  return [
    ...(/^[^@\s]+@[^@\s]+$/.test(email) ? [] : [{ line, text: 'import.bad_email', values: { email } } as const]),
    ...(role === '' || roles.includes(role) ? [] : [{ line, text: 'import.unknown_role', values: { role } } as const]),
    ...(appRole === '' || APP_ROLES.includes(appRole)
      ? []
      : [{ line, text: 'import.unknown_role', values: { role: appRole } } as const]),
  ];
}

/** The addresses of the rows by their lines. */
export function emailsOf({ columns, rows }: ImportPreview): ReadonlyMap<number, string | undefined> {
  const column = columns.indexOf('email');
  return new Map(rows.map(({ line, cells }) => [line, cells[column]]));
}
