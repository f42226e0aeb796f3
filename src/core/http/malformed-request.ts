import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { newId } from '../ids/ids.js';
import { DEFAULT_LOCALE } from '../i18n/locales.js';
import { BadRequest, HeadersTooLarge, RequestTimeout } from '../problems/common.problems.js';
import { Problem, type ProblemType } from '../problems/problem.js';
import { renderProblem } from '../problems/render.js';

/** What Node's parser calls its errors; the rest is no HTTP. */
const PARSER_ERRORS: Readonly<Record<string, ProblemType>> = {
  HPE_HEADER_OVERFLOW: HeadersTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: RequestTimeout,
};

const logger = new Logger('Request');

/** Answers what Node's parser refuses, and Express therefore never sees, with a problem document like everything else. */
export function malformedRequestListener(publicUrl: string): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    if (!socket.writable || isAnswering(socket)) {
      socket.destroy();
      return;
    }
    const problem = new Problem(PARSER_ERRORS[error.code ?? ''] ?? BadRequest);
    const { status } = problem.type;
    const requestId = newId();
    // The path was not read, or cannot be trusted; nor was it read which language is wanted.
    const body = JSON.stringify(renderProblem(problem, { publicUrl, path: '/', requestId, locale: DEFAULT_LOCALE }));
    const head = [
      `HTTP/1.1 ${status.toString()} ${STATUS_CODES[status] ?? ''}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body).toString()}`,
      `Content-Language: ${DEFAULT_LOCALE}`,
      'Cache-Control: no-store',
      `X-Request-Id: ${requestId}`,
      'Connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    socket.destroySoon();
    logger.log({ requestId, status });
  };
}

/** Whether an earlier request of the connection is being answered: writing in between would garble that answer. */
function isAnswering(socket: Socket & { _httpMessage?: ServerResponse | null }): boolean {
  return socket._httpMessage?.headersSent ?? false;
}
