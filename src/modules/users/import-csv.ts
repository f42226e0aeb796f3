import { CsvError, parse } from 'csv-parse';
import { inTurns } from '../../core/http/in-turns.js';
import { message } from '../../core/i18n/message.js';
import type { InputError } from '../../core/problems/problem.js';
import { inputProblem, pointerToken, unknownKey } from '../../core/validation/input-errors.js';
import { textOfCell } from './csv-cells.js';
import { type ImportRow, isDecoded, LONGEST_ROW, PASSED_OVER, unreadable } from './import-row.js';

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

/** Bytes that the parser gets at a time: it works them off in one go, and makes an error of each row with too many cells. */
const PIECE = 256;

interface Parsed {
  readonly record: readonly string[];
  readonly line: number;
}

/**
 * The rows of CSV (RFC 4180) under a heading that names the columns. An empty cell is one that was left out. Where quotes are
 * wrong nobody can tell where the next row begins: that row is the last.
 *
 * @throws Problem `validation_failed` for a heading with unknown columns, with one twice, or without the address
 */
export async function* csvRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<ImportRow> {
  let columns: string[] | undefined;
  try {
    for await (const { record, line } of inTurns(records(bytes))) {
      if (columns) {
        yield rowOf(line, columns, record);
      } else {
        columns = headingOf(record);
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    yield error.code === 'CSV_MAX_RECORD_SIZE'
      ? unreadable(lineOf(error), 'max_length', 'input.row_too_long', { max: LONGEST_ROW })
      : unreadable(lineOf(error), 'is_csv', 'input.csv');
  }
}

/** Record by record, also those that came in one piece with what is wrong after them. @throws CsvError */
async function* records(bytes: AsyncIterable<Buffer>): AsyncGenerator<Parsed> {
  let ready: Parsed[] = [];
  let counted = 0;
  const parser = parse({
    bom: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (record: string[], { lines }) => {
      // The parser takes each CRLF between quotes for two lines.
      counted += record.join('').split('\r\n').length - 1;
      ready.push({ record, line: lines - counted });
      return null;
    },
  }).resume();
  let failure: Error | null | undefined;
  const keep = (done: () => void) => (error?: Error | null) => {
    failure ??= error;
    done();
  };
  parser.on('error', (error) => (failure ??= error));
  for await (const piece of inTurns(piecesOf(bytes))) {
    await new Promise<void>((done) => parser.write(piece, keep(done)));
    const whole = ready;
    ready = [];
    yield* whole;
    if (failure) {
      throw failure;
    }
  }
  await new Promise<void>((done) => parser.end(keep(done)));
  yield* ready;
  if (failure) {
    throw failure;
  }
}

async function* piecesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += PIECE) {
      yield chunk.subarray(start, start + PIECE);
    }
  }
}

function headingOf(record: readonly string[]): string[] {
  const columns = record.map((name) => name.trim());
  const found = new Set<string>();
  const errors = columns.flatMap((name): InputError[] => {
    const pointer = `/${pointerToken(name)}`;
    if (!COLUMNS.has(name) && !PASSED_OVER.has(name)) {
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

function rowOf(line: number, columns: readonly string[], record: readonly string[]): ImportRow {
  if (!record.every(isDecoded)) {
    return unreadable(line, 'is_utf8', 'input.utf8');
  }
  if (record.length !== columns.length) {
    return unreadable(line, 'column_count', 'input.column_count', { columns: columns.length });
  }
  const cells = columns.map((name, index) => [name, textOfCell(record[index] ?? '')] as const);
  return { line, value: Object.fromEntries(cells.filter(([name, cell]) => cell !== '' && !PASSED_OVER.has(name))) };
}

function lineOf({ lines }: CsvError & { lines?: unknown }): number {
  return typeof lines === 'number' ? lines : 0;
}
