import { message, type MessageKey, type MessageValues } from '../../../core/i18n/message.js';
import type { InputError } from '../../../core/problems/problem.js';

/** A row of an import as it came, or why it cannot be read. */
export interface ImportRow {
  /** Of the file, from 1, blank lines and the heading included. A row of several lines has the number of its last one. */
  readonly line: number;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly InputError[];
  /** A row without text is passed over. It counts, so that reading ends. */
  readonly isBlank?: true;
}

/** Bytes or characters a row may have. */
export const LONGEST_ROW = 16 * 1024;

/** What an export has beyond what an import takes: passed over, so that the one can be sent back as the other. */
export const PASSED_OVER: ReadonlySet<string> = new Set(['id', 'status', 'state', 'createdAt']);

/** The replacement for bytes that are not UTF-8. No name and no address has it. */
const REPLACEMENT = '\uFFFD';

export function isDecoded(text: string): boolean {
  return !text.includes(REPLACEMENT);
}

/** A row that cannot be read as a whole. */
export function unreadable(line: number, code: string, key: MessageKey, values?: MessageValues): ImportRow {
  return { line, errors: [{ pointer: '', code, detail: message(key, values) }] };
}
