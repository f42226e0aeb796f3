import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** Serves Swagger UI at `/docs`, from files of this installation, and the document at `/openapi.json`. */
export function serveDocs(app: NestExpressApplication, document: () => OpenAPIObject): void {
  SwaggerModule.setup('docs', app, document, {
    raw: ['json'],
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Atrium API',
    swaggerOptions: {
      persistAuthorization: true,
      displayRequestDuration: true,
      filter: true,
      docExpansion: 'list',
    },
  });
}
