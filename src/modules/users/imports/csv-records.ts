import { CsvError, parse } from 'csv-parse/sync';
import { inTurns } from '../../../core/http/in-turns.js';
import { LONGEST_ROW } from './import-row.js';
import { type Line, linesOf } from './import-text.js';

/** A record of CSV, or why it cannot be read. */
export interface CsvRecord {
  /** Of the file, from 1. A record of several lines has the number of its last one; one that cannot be read, of its first. */
  readonly line: number;
  readonly cells?: readonly string[];
  readonly problem?: 'is_csv' | 'max_length';
}

/** What spreadsheets put between cells: where the comma is the decimal sign, they write semicolons. */
const DELIMITERS = [',', ';', '\t'] as const;

/** The line with which spreadsheets name the delimiter. It is no record. Saving it again adds delimiters for empty cells. */
const SEPARATOR = /^"?sep=([,;\t|])"?\1*$/i;

/**
 * The records of CSV (RFC 4180), whose cells may also be delimited by semicolons or tabs: named by a line such as
 * `sep=;`, or as in the first line that has text. Lines without text are records without cells. Where quotes are wrong, the line
 * is a record that cannot be read, and the next line begins a record. Each line is read at most three times, because a
 * record ends at the next line with an odd number of quotes.
 */
export async function* csvRecords(bytes: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  const lines = new LineReader(inTurns(linesOf(bytes)));
  try {
    yield* recordsOf(lines);
  } finally {
    await lines.close();
  }
}

async function* recordsOf(lines: LineReader): AsyncGenerator<CsvRecord> {
  let delimiter: string | undefined;
  for (let line = await lines.next(); line; line = await lines.next()) {
    if (line.bytes === undefined) {
      yield { line: line.number, problem: 'max_length' };
      continue;
    }
    const text = textOf(line);
    if (isBlank(text)) {
      yield { line: line.number, cells: [] };
      continue;
    }
    const named = delimiter === undefined ? SEPARATOR.exec(text)?.[1] : undefined;
    delimiter ??= named ?? delimiterOf(text);
    if (named === undefined) {
      yield await recordFrom(line, lines, delimiter);
    }
  }
}

/** Lines in turn, some of them again. */
class LineReader {
  private readonly again: Line[] = [];

  constructor(private readonly lines: AsyncGenerator<Line, void, undefined>) {}

  async next(): Promise<Line | undefined> {
    return this.again.pop() ?? (await this.lines.next()).value ?? undefined;
  }

  /** Ends the reading, also where not all lines were taken: the rest of the body could not be dropped otherwise. */
  async close(): Promise<void> {
    await this.lines.return();
  }

  putBack(lines: readonly Line[]): void {
    this.again.push(...[...lines].reverse());
  }
}

/** Takes as many lines as its quotes need. If the record is wrong, all of them but the first are read again. */
async function recordFrom(first: Line, lines: LineReader, delimiter: string): Promise<CsvRecord> {
  const taken: Line[] = [];
  let text = textOf(first);
  let isOpen = hasOpenQuote(text);
  let last = first;
  while (isOpen) {
    const line = await lines.next();
    if (line) {
      taken.push(line);
    }
    if (line?.bytes === undefined || text.length + line.bytes.length > LONGEST_ROW) {
      break;
    }
    const more = textOf(line);
    text += `\n${more}`;
    isOpen = hasOpenQuote(more) !== isOpen;
    last = line;
  }
  const cells = isOpen ? undefined : cellsOf(text, delimiter);
  if (!cells) {
    lines.putBack(taken);
    return { line: first.number, problem: 'is_csv' };
  }
  return { line: last.number, cells };
}

/** Undefined where quotes are wrong. */
function cellsOf(text: string, delimiter: string): string[] | undefined {
  if (!text.includes('"')) {
    return text.split(delimiter);
  }
  try {
    const records: string[][] = parse(text, { delimiter, record_delimiter: '\0', relax_column_count: true });
    return records.length === 1 ? records[0] : undefined;
  } catch (error) {
    if (error instanceof CsvError) {
      return undefined;
    }
    throw error;
  }
}

function textOf({ number, bytes }: Line): string {
  const text = (bytes ?? Buffer.alloc(0)).toString('utf8').replace(/\r$/, '');
  return number === 1 ? text.replace(/^\uFEFF/, '') : text;
}

function hasOpenQuote(text: string): boolean {
  return (text.split('"').length - 1) % 2 === 1;
}

/** Spreadsheets write delimiters for the empty cells of an empty row. */
function isBlank(text: string): boolean {
  return /^[,;\s]*$/.test(text);
}

/** The one that is there most often, outside of quotes. */
function delimiterOf(heading: string): string {
  const bare = heading.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
