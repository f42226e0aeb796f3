/** A record of CSV (RFC 4180). */
export interface CsvRecord {
  /** Of the file, from 1. A record of several lines has the number of its last one. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The line with which spreadsheets name the delimiter. It is no record. */
const SEPARATOR = /^"?sep=([,;\t])"?\1*\n/i;

const DELIMITERS = [',', ';', '\t'] as const;

/** The text of a file in UTF-8 or UTF-16, with line feeds. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff || second === 0 ? 'utf-16le' : first === 0xfe || first === 0 ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n');
}

/**
 * The records of CSV, without those that have no text. The server reads the file again, and reports wrong quotes:
 * this reading is for the preview.
 */
export function csvRecords(text: string): CsvRecord[] {
  const separator = SEPARATOR.exec(text);
  const body = text.slice(separator?.[0].length ?? 0);
  const reader = new RecordReader(body, separator?.[1] ?? delimiterOf(body), separator ? 2 : 1);
  return reader.records().filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** The delimiter that the first line has most often, outside of quotes. */
function delimiterOf(text: string): string {
  const bare = (/^\s*(.*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

class RecordReader {
  private readonly found: CsvRecord[] = [];
  private cells: string[] = [];

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    private line: number,
  ) {}

  records(): CsvRecord[] {
    let start = 0;
    while (start < this.text.length) {
      const isQuoted = this.text[start] === '"';
      const closing = isQuoted ? this.closingQuote(start + 1) : start;
      const end = this.endOfCell(closing);
      const written = this.text.slice(start, end);
      this.cells.push(isQuoted ? written.slice(1, closing - start).replaceAll('""', '"') : written);
      this.line += isQuoted ? written.split('\n').length - 1 : 0;
      if (this.text[end] !== this.delimiter) {
        this.endRecord();
      }
      start = end + 1;
    }
    this.endRecord();
    return this.found;
  }

  private endRecord(): void {
    if (this.cells.length > 0) {
      this.found.push({ line: this.line, cells: this.cells });
    }
    this.cells = [];
    this.line += 1;
  }

  /** The place of the quote that ends a cell. Two quotes are a quote in the cell. */
  private closingQuote(from: number): number {
    let place = this.text.indexOf('"', from);
    while (place >= 0 && this.text[place + 1] === '"') {
      place = this.text.indexOf('"', place + 2);
    }
    return place < 0 ? this.text.length : place;
  }

  private endOfCell(from: number): number {
    let end = from;
    while (end < this.text.length && this.text[end] !== this.delimiter && this.text[end] !== '\n') {
      end += 1;
    }
    return end;
  }
}
