import { Logger } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { acceptedLocale } from '../i18n/negotiation.js';
import { newId } from '../ids/ids.js';
import type { Metrics } from '../metrics/metrics.js';
import { NO_SPAN, type Span } from '../tracing/span.js';
import type { Tracing } from '../tracing/tracing.js';
import { cutText } from '../validation/cut-text.js';
import type { ClientAddress } from './client-address.js';
import { type RequestContext, runInContext } from './request-context.js';
import { routeLabels, routeTemplate } from './routes.js';

/** Ids of clients and proxies are taken over when they are plain enough for a log line. */
const ACCEPTABLE_ID = /^[\w-]{8,64}$/;

/** A trace that exists, and the span of the caller in it (W3C Trace Context, section 3.2). Later versions begin in the same way. */
const TRACE_PARENT = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(-|$)/;

/** Probes of balancers come every few seconds. They are not traced. */
const PROBES = '/health/';

/** A user agent is kept with sessions; what is longer than any browser's is cut. */
const LONGEST_USER_AGENT = 500;

const logger = new Logger('Request');

/**
 * Gives a request its id, its context and its span. When it is answered, measures it and writes one line: never a body, a token, a
 * path or a query.
 *
 * @param addressOf reads the client's address
 */
export function requestMiddleware(addressOf: ClientAddress, metrics: Metrics, tracing: Tracing): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = performance.now();
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && ACCEPTABLE_ID.test(given) ? given : newId();
    response.setHeader('X-Request-Id', requestId);
    const userAgent = cutText(request.headers['user-agent'] ?? '', LONGEST_USER_AGENT);
    const remoteIp = addressOf(request);
    const span = request.path.startsWith(PROBES) ? NO_SPAN : tracing.begin(request.method, 'server', request.headers);
    const context: RequestContext = {
      requestId,
      traceId: span.traceId ?? traceOf(request),
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
    response.once('close', () => {
      if (span !== NO_SPAN) {
        endSpan(span, request, response, requestId);
      }
    });
    runInContext(context, () => span.run(next));
  };
}

function traceOf({ headers }: Request): string | undefined {
  const { traceparent } = headers;
  return typeof traceparent === 'string' ? TRACE_PARENT.exec(traceparent)?.[1] : undefined;
}

/** The name has the template of the route, not the path: a path may contain an address. */
function endSpan(span: Span, request: Request, response: Response, requestId: string): void {
  const { method, route } = routeLabels(request);
  const isKnown = route !== 'none';
  const status = response.statusCode;
  const isCut = !response.writableFinished;
  span.end({
    name: isKnown ? `${method} ${route}` : 'HTTP',
    attributes: {
      'http.request.method': method === 'other' ? '_OTHER' : method,
      'http.route': isKnown ? route : undefined,
      'http.response.status_code': isCut ? undefined : status,
      'atrium.request.id': requestId,
    },
    failure: isCut ? 'connection_closed' : status >= 500 ? String(status) : undefined,
  });
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
