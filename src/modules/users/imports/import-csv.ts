import { inTurns } from '../../../core/http/in-turns.js';
import { message } from '../../../core/i18n/message.js';
import type { InputError } from '../../../core/problems/problem.js';
import { inputProblem, pointerToken, unknownKey } from '../../../core/validation/input-errors.js';
import { textOfCell } from './csv-cells.js';
import { csvRecords } from './csv-records.js';
import { type ImportRow, isDecoded, LONGEST_ROW, PASSED_OVER, unreadable } from './import-row.js';
import { plainTextOf } from './import-text.js';

/** The columns an import may have, in any order. */
const COLUMNS: ReadonlySet<string> = new Set([
  'email',
  'givenName',
  'familyName',
  'displayName',
  'locale',
  'role',
  'appRole',
]);

/** The columns of an import and of an export by the keys of their names: spreadsheets and people change the case. */
const KNOWN: ReadonlyMap<string, string> = new Map([...COLUMNS, ...PASSED_OVER].map((name) => [keyOf(name), name]));

/**
 * The rows of CSV under a heading that names the columns. An empty cell is one that was left out; empty cells beyond the heading and
 * rows of empty cells are blank. A row whose quotes are wrong is reported, and the next line begins a row.
 *
 * @throws Problem `validation_failed` for a heading with unknown columns, with one twice, or without the address
 */
export async function* csvRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<ImportRow> {
  let columns: readonly string[] | undefined;
  for await (const { line, cells, problem } of inTurns(csvRecords(plainTextOf(bytes)))) {
    if (cells?.every((cell) => cell.trim() === '')) {
      yield { line, isBlank: true };
    } else if (problem === 'max_length') {
      yield unreadable(line, 'max_length', 'input.row_too_long', { max: LONGEST_ROW });
    } else if (!cells) {
      yield unreadable(line, 'is_csv', 'input.csv');
    } else if (columns) {
      yield rowOf(line, columns, cells);
    } else {
      columns = headingOf(withoutEmptyEnd(cells));
    }
  }
}

function withoutEmptyEnd(cells: readonly string[], least = 0): readonly string[] {
  const length = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return cells.slice(0, Math.max(length, least));
}

/** A name of a column in lower case, also from Turkish, where `EMAİL` and `emaıl` are forms of `email`, and without invisible characters. */
function keyOf(name: string): string {
  const visible = name.normalize('NFC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return visible.replace(/[İı]/g, 'i').toLowerCase().trim();
}

function headingOf(cells: readonly string[]): string[] {
  const names = cells.map((name) => name.trim());
  const columns = names.map((name) => KNOWN.get(keyOf(name)) ?? name);
  const found = new Set<string>();
  const errors = columns.flatMap((name, index): InputError[] => {
    const pointer = `/${pointerToken(names[index] ?? name)}`;
    if (!KNOWN.has(keyOf(name))) {
      return [unknownKey(pointer)];
    }
    const isAgain = found.has(name);
    found.add(name);
    return isAgain ? [{ pointer, code: 'unique', detail: message('input.column_twice') }] : [];
  });
  if (!columns.includes('email')) {
    errors.push({ pointer: '/email', code: 'is_email', detail: message('input.email_column') });
  }
  if (errors.length > 0) {
    throw inputProblem(errors);
  }
  return columns;
}

function rowOf(line: number, columns: readonly string[], cells: readonly string[]): ImportRow {
  if (!cells.every(isDecoded)) {
    return unreadable(line, 'is_utf8', 'input.utf8');
  }
  const own = withoutEmptyEnd(cells, Math.min(cells.length, columns.length));
  if (own.length !== columns.length) {
    return unreadable(line, 'column_count', 'input.column_count', { columns: columns.length });
  }
  const named = columns.map((name, index) => [name, textOfCell(own[index] ?? '')] as const);
  return { line, value: Object.fromEntries(named.filter(([name, cell]) => cell !== '' && !PASSED_OVER.has(name))) };
}
