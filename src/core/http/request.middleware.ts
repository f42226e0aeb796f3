import { Logger } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { newId } from '../ids/ids.js';
import { cutText } from '../validation/cut-text.js';
import { runInContext } from './request-context.js';
import { routeTemplate } from './routes.js';

/** Ids of clients and proxies are taken over when they are plain enough to stand in a log line. */
const ACCEPTABLE_ID = /^[\w-]{8,64}$/;

/** A user agent is kept with sessions; what is longer than any browser's is cut. */
const LONGEST_USER_AGENT = 500;

const logger = new Logger('Request');

/** Gives a request its id and context, and writes one line when it is answered: never a body, a token, a path or a query. */
export const requestMiddleware: RequestHandler = (request: Request, response: Response, next: NextFunction): void => {
  const started = performance.now();
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && ACCEPTABLE_ID.test(given) ? given : newId();
  response.setHeader('X-Request-Id', requestId);
  response.once('finish', () => {
    logRequest(request, response, requestId, performance.now() - started);
  });
  const userAgent = cutText(request.headers['user-agent'] ?? '', LONGEST_USER_AGENT);
  runInContext({ requestId, remoteIp: plainAddress(request.ip), userAgent }, next);
};

/** An IPv4 client of a socket that takes both shows as `::ffff:192.0.2.1`. */
function plainAddress(address = ''): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}

function logRequest(request: Request, response: Response, requestId: string, milliseconds: number): void {
  logger.log({
    requestId,
    method: request.method,
    route: routeTemplate(request),
    status: response.statusCode,
    milliseconds: Math.round(milliseconds * 10) / 10,
  });
}
