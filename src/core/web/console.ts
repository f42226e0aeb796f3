import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { INSTALLATION } from '../config/installation.js';
import { NotFound } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';
import { CONSOLE_PATH } from './console-path.js';
import { encodedPath, type StaticFile, staticFilesIn } from './static-files.js';

/** What the build of `console/` writes. */
const FOLDER = join(INSTALLATION, 'dist/console');

/** The build puts a hash of the content into the names below this path. */
const HASHED = 'assets/';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Pages of the console that mails linked to before the console had them: `<PUBLIC_URL>/verify-email?token=…`. */
const LINKED_PAGES = ['/verify-email', '/reset-password', '/accept-invitation'];

/**
 * Serves the console at `/console/`. `/` leads to it, and so do the addresses of old links.
 *
 * @param publicPath the path of the public URL, before all paths
 * @param folder of the built console
 */
export function serveConsole(app: NestExpressApplication, publicPath: string, folder = FOLDER): void {
  const home = `${publicPath}${CONSOLE_PATH}`;
  const router = Router({ strict: true });
  router.get('/', redirectTo(`${home}/`));
  LINKED_PAGES.forEach((page) => router.get(page, redirectWithToken(home)));
  router.get(CONSOLE_PATH, redirectTo(`${home}/`));
  router.get(`${CONSOLE_PATH}/{*path}`, filesOf(folder, `${home}/`));
  app.use(router);
}

function redirectTo(location: string): RequestHandler {
  return (_request, response) => {
    response.status(302).location(location).end();
  };
}

/** The token is the only parameter that the pages read. */
function redirectWithToken(home: string): RequestHandler {
  return (request, response) => {
    const { token } = request.query;
    const query = typeof token === 'string' ? `?token=${encodeURIComponent(token)}` : '';
    response.status(302).location(`${home}${request.path}${query}`).end();
  };
}

/** A path that is no file is a page: the application in the browser chooses it. */
function filesOf(folder: string, base: string): RequestHandler {
  let files: ReadonlyMap<string, StaticFile> = new Map();
  return (request, response, next) => {
    // Read once there are files, because a developer may build the console after the server has started.
    files = files.size > 0 ? files : staticFilesIn(folder);
    const name = request.path.slice(CONSOLE_PATH.length + 1);
    const file = files.get(name);
    const page = files.get('index.html');
    if (file && file !== page) {
      sendFile(request, response, next, { file, isHashed: name.startsWith(HASHED) });
    } else if (page && !name.startsWith(HASHED)) {
      sendPage(response, readFileSync(page.path, 'utf8'), base);
    } else {
      next(new Problem(NotFound));
    }
  };
}

interface Sent {
  readonly file: StaticFile;
  readonly isHashed: boolean;
}

function sendFile(request: Request, response: Response, next: NextFunction, { file, isHashed }: Sent): void {
  response.vary('Accept-Encoding');
  response.type(extname(file.path));
  const encoding = file.encodings.find((one) => request.acceptsEncodings(one));
  if (encoding) {
    response.setHeader('Content-Encoding', encoding);
  }
  const cache = isHashed ? { maxAge: YEAR_SECONDS * 1000, immutable: true } : { maxAge: 0 };
  response.sendFile(encoding ? encodedPath(file, encoding) : file.path, { ...cache, dotfiles: 'allow' }, next);
}

/**
 * Each answer has a nonce of its own, for the styles that the application adds. A stored copy would have the nonce of another
 * answer, so there is no `ETag`.
 */
function sendPage(response: Response, html: string, base: string): void {
  const nonce = randomBytes(16).toString('base64');
  response.setHeader('Content-Security-Policy', policy(nonce));
  response.setHeader('Cache-Control', 'no-cache');
  response
    .type('html')
    .end(html.replace('<base href="/console/"', `<base href="${base}"`).replaceAll('{nonce}', nonce));
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
