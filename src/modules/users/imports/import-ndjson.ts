import { inTurns } from '../../../core/http/in-turns.js';
import { exceededBound } from '../../../core/validation/json-bounds.js';
import { type ImportRow, isDecoded, LONGEST_ROW, PASSED_OVER, unreadable } from './import-row.js';
import { linesOf, plainTextOf } from './import-text.js';

/** The rows of newline-delimited JSON. A line that cannot be read costs that line alone. */
export async function* ndjsonRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<ImportRow> {
  for await (const { number: line, bytes: row } of inTurns(linesOf(plainTextOf(bytes)))) {
    if (row === undefined) {
      yield unreadable(line, 'max_length', 'input.row_too_long', { max: LONGEST_ROW });
      continue;
    }
    const text = row.toString('utf8');
    if (text.trim() === '') {
      yield { line, isBlank: true };
      continue;
    }
    const excess = exceededBound(row);
    yield excess ? { line, errors: [excess] } : rowOf(line, line === 1 ? text.replace(/^\uFEFF/, '') : text);
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
