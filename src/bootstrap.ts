import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { describeApi } from './api-document.js';
import { AppModule } from './app.module.js';
import type { Config } from './core/config/config.js';
import { clientAddressBehind } from './core/http/client-address.js';
import { compressAnswers } from './core/http/compress-answers.js';
import { FastExpressAdapter } from './core/http/fast-express.adapter.js';
import { jsonBody } from './core/http/json-body.js';
import { publicPath } from './core/http/public-path.js';
import { Readiness } from './core/http/readiness.js';
import { requestMiddleware } from './core/http/request.middleware.js';
import { securityHeaders, setHeaders } from './core/http/security-headers.js';
import { answerUnparsed, refuseUnfit } from './core/http/unparsed-request.js';
import { PinoLogger } from './core/logging/pino-logger.js';
import { Metrics } from './core/metrics/metrics.js';
import { serveDocs } from './core/openapi/swagger-ui.js';
import { serveConsole } from './core/web/console.js';
import { Tracing } from './core/tracing/tracing.js';

/** Bytes of a JSON body. Larger ones are refused with 413. */
const LARGEST_BODY = 1024 * 1024;

/** What pages of the named origins may send and read (Fetch, section 3.2); the answer to a preflight holds for ten minutes. */
const CORS = {
  credentials: true,
  exposedHeaders: [
    'Accept-Encoding',
    'Allow',
    'Content-Disposition',
    'Content-Language',
    'Location',
    'Retry-After',
    'WWW-Authenticate',
    'X-Request-Id',
  ],
  maxAge: 600,
};

/** Milliseconds that the limit of headers is above the time for which connections are kept. */
const HEADERS_MS = 5_000;

/**
 * Keeps idle connections longer than balancers do (60 seconds are usual): otherwise a balancer sends requests on connections
 * that the server is closing.
 */
function keepConnections(server: Server, milliseconds: number): void {
  server.keepAliveTimeout = milliseconds;
  server.headersTimeout = Math.max(server.headersTimeout, milliseconds + HEADERS_MS);
}

/**
 * Builds the application as it ships: the same for the process and for the tests. It listens to nothing yet, and answers
 * the API's routes with 503 until it is declared ready.
 *
 * @throws Error when a route does not declare its callers
 */
export async function bootstrap(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.configured(config), new FastExpressAdapter(), {
    logger: new PinoLogger(config),
    bodyParser: false,
    abortOnError: false,
  });
  // Express' own `trust proxy` stays off: it would believe `X-Forwarded-Proto` and `X-Forwarded-Host` as well.
  app.use(requestMiddleware(clientAddressBehind(config.trustedProxies), app.get(Metrics), app.get(Tracing)));
  app.use(compressAnswers());
  const headers = securityHeaders(config.publicUrl);
  app.use(setHeaders(headers));
  app.use(refuseUnfit);
  if (config.corsOrigins.length > 0) {
    app.enableCors({ ...CORS, origin: [...config.corsOrigins] });
  }
  app.use(app.get(Readiness).gate);
  app.use(jsonBody(LARGEST_BODY));
  keepConnections(app.getHttpServer(), config.keepAliveSeconds * 1000);
  answerUnparsed(app.getHttpServer(), config.publicUrl, headers);
  serveConsole(app, publicPath(config.publicUrl));
  serveDocs(app, () => describeApi(app));
  return app.init();
}
