import { Logger } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { acceptedLocale } from '../i18n/negotiation.js';
import { newId } from '../ids/ids.js';
import type { Metrics } from '../metrics/metrics.js';
import { cutText } from '../validation/cut-text.js';
import type { ClientAddress } from './client-address.js';
import { type RequestContext, runInContext } from './request-context.js';
import { routeLabels, routeTemplate } from './routes.js';

/** Ids of clients and proxies are taken over when they are plain enough for a log line. */
const ACCEPTABLE_ID = /^[\w-]{8,64}$/;

/** A trace that exists, and the span of the caller in it (W3C Trace Context, section 3.2). Later versions begin in the same way. */
const TRACE_PARENT = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(-|$)/;

/** A user agent is kept with sessions; what is longer than any browser's is cut. */
const LONGEST_USER_AGENT = 500;

const logger = new Logger('Request');

/**
 * Gives a request its id and context. When it is answered, measures it and writes one line: never a body, a token, a path or a query.
 *
 * @param addressOf reads the client's address
 */
export function requestMiddleware(addressOf: ClientAddress, metrics: Metrics): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = performance.now();
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && ACCEPTABLE_ID.test(given) ? given : newId();
    response.setHeader('X-Request-Id', requestId);
    const userAgent = cutText(request.headers['user-agent'] ?? '', LONGEST_USER_AGENT);
    const remoteIp = addressOf(request);
    const context: RequestContext = {
      requestId,
      traceId: traceOf(request),
      remoteIp,
      userAgent,
      acceptedLocale: () => acceptedLocale(request),
    };
    response.once('finish', () => {
      const milliseconds = performance.now() - started;
      logRequest(request, response, context, milliseconds);
      if (metrics.exposition) {
        metrics.requests.observe({ ...routeLabels(request), status: response.statusCode }, milliseconds / 1000);
      }
    });
    runInContext(context, next);
  };
}

function traceOf({ headers }: Request): string | undefined {
  const { traceparent } = headers;
  return typeof traceparent === 'string' ? TRACE_PARENT.exec(traceparent)?.[1] : undefined;
}

/** Probes come every few seconds: only their failures are logged, unless `LOG_LEVEL` is `debug`. */
function logRequest(
  request: Request,
  response: Response,
  { requestId, traceId, callerId, organizationId }: RequestContext,
  milliseconds: number,
): void {
  const route = routeTemplate(request);
  const level = route?.startsWith('/health/') && response.statusCode < 400 ? 'debug' : 'log';
  logger[level]({
    requestId,
    traceId,
    callerId,
    organizationId,
    method: request.method,
    route,
    status: response.statusCode,
    milliseconds: Math.round(milliseconds * 10) / 10,
  });
}
