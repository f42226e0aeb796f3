import type { RequestHandler } from 'express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { NotFound } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';
import { serveDocument } from './serve-document.js';

/** The page, and what it loads. Swagger UI's package has more files: source maps, an example, its own `package.json`. */
const SERVED = new Set([
  '/',
  '/favicon-16x16.png',
  '/favicon-32x32.png',
  '/swagger-ui-bundle.js',
  '/swagger-ui-init.js',
  '/swagger-ui-standalone-preset.js',
  '/swagger-ui.css',
]);

/** Serves Swagger UI at `/docs`, from files of this installation, and the document at `/openapi.json`. */
export function serveDocs(app: NestExpressApplication, document: () => OpenAPIObject): void {
  app.use('/docs', refuseOtherFiles, onlyWhole);
  serveDocument(app, document);
  SwaggerModule.setup('docs', app, document, {
    raw: false,
    customSiteTitle: 'Atrium API',
    swaggerOptions: {
      persistAuthorization: true,
      displayRequestDuration: true,
      filter: true,
      docExpansion: 'list',
    },
  });
}

const refuseOtherFiles: RequestHandler = (request, _response, next) => {
  next(SERVED.has(request.path) ? undefined : new Problem(NotFound));
};

/** A part of a file would be a part of another content coding than the rest. An answer without content varies, too. */
const onlyWhole: RequestHandler = (request, response, next) => {
  delete request.headers.range;
  response.setHeader('Accept-Ranges', 'none');
  response.vary('Accept-Encoding');
  next();
};
