import { type OutgoingHttpHeaders, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { DEFAULT_LOCALE } from '../i18n/locales.js';
import { newId } from '../ids/ids.js';
import {
  BadRequest,
  ExpectationFailed,
  HeadersTooLarge,
  PayloadTooLarge,
  RequestTimeout,
} from '../problems/common.problems.js';
import { Problem, type ProblemType } from '../problems/problem.js';
import { renderProblem } from '../problems/render.js';
import type { Connection } from './connections.js';
import { endConnection } from './end-connection.js';

/** Errors of Node's parser that have an answer of their own; all others mean that the bytes are not HTTP. */
const PARSER_ERRORS: Readonly<Record<string, ProblemType>> = {
  HPE_HEADER_OVERFLOW: HeadersTooLarge,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: PayloadTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: RequestTimeout,
};

const logger = new Logger('Request');

/**
 * Answers with a problem document what Express never sees: bytes that Node's parser refuses, requests that do not arrive in
 * time, and CONNECT. Passes on to Express what Node would otherwise answer with an empty body.
 *
 * @param headers of every answer
 */
export function answerUnparsed(server: Server, publicUrl: string, headers: OutgoingHttpHeaders): void {
  const refused = new WeakSet<Socket>();
  const refuse = (socket: Socket, type: ProblemType): void => {
    // The parser reports every further piece of what it does not understand.
    if (!refused.has(socket)) {
      refused.add(socket);
      afterEarlierAnswer(socket, () => {
        answer(socket, type, publicUrl, headers);
      });
    }
  };
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    refuse(socket, PARSER_ERRORS[error.code ?? ''] ?? BadRequest);
  });
  server.on('connect', (_request, socket: Socket) => {
    refuse(socket, BadRequest);
  });
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/**
 * Refuses requests that Node would answer by itself: without a host (RFC 9112, section 3.2), or with an expectation other
 * than 100-continue (RFC 9110, section 10.1.1).
 */
export const refuseUnfit: RequestHandler = (request, _response, next) => {
  const { host, expect } = request.headers;
  if (host === undefined && request.httpVersion === '1.1') {
    next(new Problem(BadRequest));
  } else if (expect !== undefined && expect.toLowerCase() !== '100-continue') {
    next(new Problem(ExpectationFailed));
  } else {
    next();
  }
};

/**
 * An earlier request of the connection keeps its answer. An answer to the refused request itself that has begun cannot be
 * replaced any more: it is cut off.
 */
function afterEarlierAnswer(socket: Connection, work: () => void): void {
  const { _httpMessage: response } = socket;
  if (!socket.writable || (response?.headersSent && !response.req.complete)) {
    socket.destroy();
  } else if (response?.req.complete) {
    response.once('finish', () => {
      afterEarlierAnswer(socket, work);
    });
  } else {
    work();
  }
}

function answer(socket: Socket, type: ProblemType, publicUrl: string, headers: OutgoingHttpHeaders): void {
  const { status } = type;
  const requestId = newId();
  // The path and the languages of the reader were not read, or cannot be trusted.
  const problem = renderProblem(new Problem(type), { publicUrl, path: '/', requestId, locale: DEFAULT_LOCALE });
  const body = JSON.stringify(problem);
  const fields = {
    ...headers,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'content-language': DEFAULT_LOCALE,
    'cache-control': 'no-store',
    'x-request-id': requestId,
    connection: 'close',
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${String(value)}`);
  endConnection(
    socket,
    [`HTTP/1.1 ${status.toString()} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'),
  );
  logger.log({ requestId, status });
}
