import busboy, { type FileInfo } from 'busboy';
import type { Request } from 'express';
import { unavailable } from '../http/readiness.js';
import { message } from '../i18n/message.js';
import { BadRequest, PayloadTooLarge, UnsupportedMediaType } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';
import { inputProblem, pointerToken } from '../validation/input-errors.js';

const MEBIBYTE = 1024 * 1024;

/** Bytes of the form beside the file: boundaries, and headers of which busboy takes 16 KiB a part. */
const FRAME = 64 * 1024;

/** Milliseconds that a client which was refused may go on sending, so that it reads the answer and not a reset connection. */
const LINGER = 5_000;

/** What is taken of a request, and who is asked for the memory. */
export interface Reception {
  /** The name of the one part the form may have. */
  readonly field: string;
  readonly mostBytes: number;
  /** Asked for every piece that is to be kept; false ends the upload. */
  readonly reserve: (length: number) => boolean;
}

/**
 * Reads the one file of a `multipart/form-data` request into memory. What breaks a rule ends the reading there and then.
 *
 * @throws Problem `unsupported_media_type`, `payload_too_large`, `validation_failed`, `bad_request`, `unavailable`
 */
export async function receiveFile(request: Request, reception: Reception): Promise<Buffer> {
  try {
    refuseByHeaders(request, reception);
    return await readForm(request, reception);
  } finally {
    leave(request);
  }
}

function refuseByHeaders({ headers }: Request, { mostBytes }: Reception): void {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  if (!/^multipart\/form-data\s*(;|$)/i.test(type) || encoding !== 'identity') {
    throw new Problem(UnsupportedMediaType, { detail: message('detail.send_multipart') });
  }
  if (Number(headers['content-length'] ?? 0) > mostBytes + FRAME) {
    throw tooLarge(mostBytes);
  }
}

async function readForm(request: Request, reception: Reception): Promise<Buffer> {
  const parser = parserFor(request, reception.mostBytes);
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      watch(request, reception.mostBytes + FRAME, reject);
      collect(parser, reception, resolve, reject);
      request.pipe(parser);
    });
  } finally {
    request.unpipe(parser);
    parser.destroy();
  }
}

function parserFor({ headers }: Request, mostBytes: number): busboy.Busboy {
  try {
    // Busboy tells that a limit is reached; one more makes that mean exceeded.
    return busboy({ headers, limits: { fileSize: mostBytes + 1 } });
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

function collect(
  parser: busboy.Busboy,
  { field, mostBytes, reserve }: Reception,
  resolve: (file: Buffer) => void,
  reject: (problem: Problem) => void,
): void {
  const pieces: Buffer[] = [];
  let file: FileInfo | undefined;
  const keep = (piece: Buffer): void => {
    if (reserve(piece.length)) {
      pieces.push(piece);
    } else {
      reject(unavailable());
    }
  };
  parser.on('field', (name) => reject(name === field ? notAFile(field) : unknown(name)));
  parser.on('file', (name, stream, info) => {
    if (file !== undefined || name !== field) {
      reject(name === field ? severalFiles(field) : unknown(name));
    }
    file = info;
    stream
      .on('data', keep)
      .on('limit', () => reject(tooLarge(mostBytes)))
      .on('error', () => reject(malformed()));
  });
  parser.on('error', () => reject(malformed()));
  parser.on('close', () => {
    // Browsers send a part without name and content for a file that was not chosen.
    if (file && (file.filename || pieces.length > 0)) {
      resolve(Buffer.concat(pieces));
    } else {
      reject(notAFile(field));
    }
  });
}

/** Lets what is under way run out for a moment, then hangs up on whoever still sends. */
function leave(request: Request): void {
  request.resume();
  if (!request.complete) {
    const timer = setTimeout(() => request.socket.destroy(), LINGER).unref();
    request.once('close', () => clearTimeout(timer));
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
  return inputProblem([{ pointer, code: 'unknown_key', detail: message('input.unknown_key') }]);
}

function notAFile(field: string): Problem {
  return inputProblem([{ pointer: `/${field}`, code: 'is_file', detail: message('input.file') }]);
}

function severalFiles(field: string): Problem {
  return inputProblem([{ pointer: `/${field}`, code: 'max_files', detail: message('input.one_file') }]);
}
