import { inTurns } from '../../core/http/in-turns.js';
import { exceededBound } from '../../core/validation/json-bounds.js';
import { type ImportRow, isDecoded, LONGEST_ROW, PASSED_OVER, unreadable } from './import-row.js';

const LINE_FEED = 0x0a;

/** The rows of newline-delimited JSON. A line that cannot be read costs that line alone. */
export async function* ndjsonRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<ImportRow> {
  let line = 0;
  for await (const row of inTurns(linesOf(bytes))) {
    line++;
    if (row === undefined) {
      yield unreadable(line, 'max_length', 'input.row_too_long', { max: LONGEST_ROW });
      continue;
    }
    const text = row.toString('utf8');
    if (text.trim() !== '') {
      const excess = exceededBound(row);
      yield excess ? { line, errors: [excess] } : rowOf(line, line === 1 ? text.replace(/^\uFEFF/, '') : text);
    }
  }
}

function rowOf(line: number, text: string): ImportRow {
  if (!isDecoded(text)) {
    return unreadable(line, 'is_utf8', 'input.utf8');
  }
  const value = parsed(text);
  if (value === undefined) {
    return unreadable(line, 'is_json', 'input.json');
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { line, value: Object.fromEntries(Object.entries(value).filter(([key]) => !PASSED_OVER.has(key))) }
    : unreadable(line, 'is_object', 'input.object');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Line by line; undefined for one that is too long, of which no more than that is ever held. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer | undefined> {
  let pieces: Buffer[] = [];
  let length = 0;
  const keep = (piece: Buffer): void => {
    length += piece.length;
    if (length > LONGEST_ROW) {
      pieces = [];
    } else {
      pieces.push(piece);
    }
  };
  const take = (): Buffer | undefined => {
    const row = length > LONGEST_ROW ? undefined : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return row;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) {
    yield take();
  }
}
