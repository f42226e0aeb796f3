import type { Readable } from 'node:stream';
import busboy, { type FileInfo } from 'busboy';
import type { Request } from 'express';
import { contentCoding } from '../http/body.js';
import { stopReading } from '../http/end-connection.js';
import { message } from '../i18n/message.js';
import { outsideTimeLimit } from '../prisma/time-limit.js';
import { BadRequest, PayloadTooLarge, UnsupportedMediaType } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';
import { inputProblem, pointerToken, unknownKey } from '../validation/input-errors.js';

const MEBIBYTE = 1024 * 1024;

/** Bytes of the form beside the file: boundaries, and headers of which busboy takes 16 KiB a part. */
const FRAME = 64 * 1024;

/** The file to receive from a request, and its destination. */
export interface Reception {
  /** The name of the one part the form may have. */
  readonly field: string;
  readonly mostBytes: number;
  /** Takes the file piece by piece; the next one waits for it. What it throws ends the upload. */
  readonly keep: (piece: Buffer) => Promise<void> | void;
}

/** The client's description of a file. It cannot be trusted. */
export interface DeclaredFile {
  /** Without folders. Empty: not given. */
  readonly name: string;
  readonly type: string;
}

/**
 * Reads the one file of a `multipart/form-data` request. What breaks a rule ends the reading there and then; when this
 * returns or throws, nothing is being kept any more.
 *
 * @throws Problem `unsupported_media_type`, `payload_too_large`, `validation_failed`, `bad_request`; and what `keep` throws
 */
export async function receiveFile(request: Request, reception: Reception): Promise<DeclaredFile> {
  try {
    refuseByHeaders(request, reception);
    return await outsideTimeLimit(() => readForm(request, reception));
  } finally {
    stopReading(request);
  }
}

function refuseByHeaders(request: Request, { mostBytes }: Reception): void {
  const { 'content-type': type = '', 'content-length': length = '0' } = request.headers;
  if (!/^multipart\/form-data\s*(;|$)/i.test(type) || contentCoding(request) !== 'identity') {
    throw new Problem(UnsupportedMediaType, { detail: message('detail.send_multipart') });
  }
  if (Number(length) > mostBytes + FRAME) {
    throw tooLarge(mostBytes);
  }
}

async function readForm(request: Request, reception: Reception): Promise<DeclaredFile> {
  const parser = parserFor(request, reception.mostBytes);
  const form = new Form(reception);
  try {
    return await new Promise<DeclaredFile>((resolve, reject) => {
      watch(request, reception.mostBytes + FRAME, reject);
      form.read(parser, resolve, reject);
      request.pipe(parser);
    });
  } finally {
    request.unpipe(parser);
    parser.destroy();
    await form.end();
  }
}

function parserFor({ headers }: Request, mostBytes: number): busboy.Busboy {
  try {
    // Busboy cuts off at the limit; one more byte shows that there was more. Browsers write names in UTF-8.
    return busboy({ headers, defParamCharset: 'utf8', limits: { fileSize: mostBytes + 1 } });
  } catch {
    throw malformed();
  }
}

/** The parser passes over what comes before and after the parts, however much it is. */
function watch(request: Request, mostBytes: number, reject: (problem: Problem) => void): void {
  let received = 0;
  request.on('data', ({ length }: Buffer) => {
    received += length;
    if (received > mostBytes) {
      reject(tooLarge(mostBytes - FRAME));
    }
  });
  request.once('close', () => {
    if (!request.complete) {
      reject(malformed());
    }
  });
}

/** The parts of one form, as the parser finds them. */
class Form {
  private file: FileInfo | undefined;
  private stream: Readable | undefined;
  private reading: Promise<number> | undefined;

  constructor(private readonly reception: Reception) {}

  read(parser: busboy.Busboy, resolve: (file: DeclaredFile) => void, reject: (error: unknown) => void): void {
    const { field } = this.reception;
    parser.on('field', (name) => reject(name === field ? notAFile(field) : unknown(name)));
    parser.on('file', (name, stream, info) => {
      // Before the stream is read: when a stream fails, the error is the one of the form.
      stream.on('error', () => reject(malformed()));
      if (this.file !== undefined || name !== field) {
        reject(name === field ? severalFiles(field) : unknown(name));
        return;
      }
      this.file = info;
      this.stream = stream;
      this.reading = this.pass(stream);
      this.reading.catch(reject);
    });
    parser.on('error', () => reject(malformed()));
    parser.on('close', () => {
      this.result().then(resolve, reject);
    });
  }

  /** Ends what is still being read. */
  async end(): Promise<void> {
    this.stream?.destroy();
    await this.reading?.catch(() => undefined);
  }

  /** @returns how many bytes there were */
  private async pass(stream: Readable): Promise<number> {
    const { keep, mostBytes } = this.reception;
    let size = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > mostBytes) {
        throw tooLarge(mostBytes);
      }
      await keep(piece);
    }
    return size;
  }

  private async result(): Promise<DeclaredFile> {
    const size = (await this.reading) ?? 0;
    // The types of busboy leave out that a part of binary type needs no name.
    const { filename: name = '', mimeType: type = '' }: Partial<FileInfo> = this.file ?? {};
    // Browsers send a part without name and content for a file that was not chosen.
    if (name === '' && size === 0) {
      throw notAFile(this.reception.field);
    }
    return { name, type };
  }
}

function malformed(): Problem {
  return new Problem(BadRequest, { detail: message('detail.malformed_form') });
}

function tooLarge(mostBytes: number): Problem {
  return new Problem(PayloadTooLarge, {
    detail: message('detail.file_too_large', { mebibytes: mostBytes / MEBIBYTE }),
  });
}

function unknown(name: string | undefined): Problem {
  const pointer = `/${pointerToken(name ?? '')}`;
  return inputProblem([unknownKey(pointer)]);
}

function notAFile(field: string): Problem {
  return inputProblem([{ pointer: `/${field}`, code: 'is_file', detail: message('input.file') }]);
}

function severalFiles(field: string): Problem {
  return inputProblem([{ pointer: `/${field}`, code: 'max_files', detail: message('input.one_file') }]);
}
