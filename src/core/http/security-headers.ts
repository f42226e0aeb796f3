import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The security headers of every answer: Helmet's. Headers that promise TLS are left out where there is none, or browsers would
 * ask for it.
 */
export function securityHeaders(publicUrl: string): OutgoingHttpHeaders {
  const secure = publicUrl.startsWith('https:');
  const addHeaders = helmet({
    strictTransportSecurity: secure,
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: secure ? [] : null } },
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  addHeaders(request, response, () => undefined);
  return { ...response.getHeaders() };
}

/** Sets the same headers on every answer. */
export function setHeaders(headers: OutgoingHttpHeaders): RequestHandler {
  const entries = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return (_request, response, next) => {
    for (const { name, value } of entries) {
      response.setHeader(name, value);
    }
    next();
  };
}
