import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Application } from 'express';

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** How the document is sent, by content coding. */
const CODINGS: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes) => promisify(gzip)(bytes),
  identity: (bytes) => Promise.resolve(bytes),
};

/** Serves the document at `/openapi.json`. It has 500 kB, so it is written once, and compressed once for each coding. */
export function serveDocument(app: NestExpressApplication, document: () => OpenAPIObject): void {
  let plain: Buffer | undefined;
  const coded = new Map<string, Promise<Buffer>>();
  const contentIn = (coding: string): Promise<Buffer> => {
    plain ??= Buffer.from(JSON.stringify(document()));
    const content = coded.get(coding) ?? CODINGS[coding]?.(plain) ?? Promise.resolve(plain);
    coded.set(coding, content);
    return content;
  };
  const express: Application = app.getHttpAdapter().getInstance();
  express.get('/openapi.json', (request, response, next) => {
    const coding = request.acceptsEncodings(Object.keys(CODINGS)) || 'identity';
    contentIn(coding).then((content) => {
      response.vary('Accept-Encoding').type('json');
      if (coding !== 'identity') {
        response.set('Content-Encoding', coding);
      }
      response.send(content);
    }, next);
  });
}
