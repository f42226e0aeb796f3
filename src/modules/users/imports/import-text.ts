import { LONGEST_ROW } from './import-row.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A line of a file without its end; its bytes are undefined when there are more than {@link LONGEST_ROW}. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

/** UTF-16 with or without a byte order mark: the texts that are imported begin with ASCII. */
const UTF_16: readonly (readonly [encoding: string, first: number | undefined, second: number | undefined])[] = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
  ['utf-16le', undefined, 0],
  ['utf-16be', 0, undefined],
];

/** The end of a line, and enough after it to recognize how lines end, in UTF-16 too. */
const FIRST_LINE_END = /\r[^]{4}|\n[^]{2}/;

/** The same text in UTF-8 and with line feeds, from UTF-16 and from lines that end with carriage returns alone. */
export async function* plainTextOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let convert: ((chunk: Buffer) => Buffer) | undefined;
  let beginning = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (convert) {
      yield convert(chunk);
    } else {
      beginning = Buffer.concat([beginning, chunk]);
      if (beginning.length > LONGEST_ROW || FIRST_LINE_END.test(beginning.toString('latin1'))) {
        convert = conversionOf(beginning);
        yield convert(beginning);
      }
    }
  }
  yield convert ? convert(Buffer.alloc(0)) : conversionOf(beginning)(beginning);
}

function conversionOf(beginning: Buffer): (chunk: Buffer) => Buffer {
  const [one, two] = beginning;
  const [encoding] = UTF_16.find(([, first = one, second = two]) => one === first && two === second) ?? [];
  const decoder = two === undefined || encoding === undefined ? undefined : new TextDecoder(encoding);
  const inUtf8 = (chunk: Buffer): Buffer => (decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk);
  const firstEnd = /\r\n|\r|\n/.exec(
    (decoder ? new TextDecoder(encoding).decode(beginning) : beginning.toString('latin1')).slice(0, LONGEST_ROW),
  );
  return firstEnd?.[0] === '\r' ? (chunk) => withLineFeeds(inUtf8(chunk)) : inUtf8;
}

function withLineFeeds(chunk: Buffer): Buffer {
  return Buffer.from(chunk.map((byte) => (byte === CARRIAGE_RETURN ? LINE_FEED : byte)));
}

/** Line by line. No more than {@link LONGEST_ROW} bytes of a line are ever in memory. */
export async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let length = 0;
  let number = 0;
  const add = (piece: Buffer): void => {
    length += piece.length;
    if (length > LONGEST_ROW) {
      pieces = [];
    } else {
      pieces.push(piece);
    }
  };
  const take = (): Line => {
    const line = { number: ++number, bytes: length > LONGEST_ROW ? undefined : Buffer.concat(pieces) };
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) {
    yield take();
  }
}
