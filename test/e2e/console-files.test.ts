import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { staticFilesIn } from '../../src/core/web/static-files.js';
import { DIRECTORY_PREFIX } from '../runner/names.js';
import { TestApp } from '../support/app/app.js';
import { expectProblem } from '../support/expectations/problem.js';
import { PrefixProxy } from '../support/network/prefix-proxy.js';

let app: TestApp;
let script: string;

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly content: Buffer;
}

/** Decodes nothing, unlike fetch. */
function fetchEncoded(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(`${app.baseUrl}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, content: Buffer.concat(chunks) });
      });
    }).on('error', reject);
  });
}

function nonceOf(html: string): string {
  return /<meta property="csp-nonce" nonce="([^"]*)"/.exec(html)?.[1] ?? '';
}

beforeAll(async () => {
  app = await TestApp.start();
  const page = await (await fetch(`${app.baseUrl}/console/`)).text();
  [, script = ''] = /<script type="module" crossorigin src="\.\/([^"]+)"/.exec(page) ?? [];
});

afterAll(() => app.stop());

describe('The console', () => {
  it.each(['', 'sign-in', 'auroralabs/members', 'verify-email?token=x'])('is one page at /console/%s', async (path) => {
    const answer = await fetch(`${app.baseUrl}/console/${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('etag')).toBeNull();
    expect(await answer.text()).toContain('<base href="/console/"');
  });

  it('allows styles by a nonce that is new in each answer, and scripts of this service alone', async () => {
    const nonces = [];
    for (const path of ['', '']) {
      const answer = await fetch(`${app.baseUrl}/console/${path}`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = nonceOf(await answer.text());
      expect(policy.split('; ')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy.split('; ')).toContain(`script-src 'self'`);
      expect(policy).not.toContain('unsafe');
      nonces.push(nonce);
    }
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('has no page at other methods', async () => {
    expect((await fetch(`${app.baseUrl}/console/`, { method: 'POST' })).status).toBe(404);
  });

  it('is redirected to from its path without a slash', async () => {
    const answer = await fetch(`${app.baseUrl}/console`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/console/']);
  });
});

describe('A file of the console', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate, br;q=0.5', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['identity', undefined, (content: Buffer): Buffer => content],
  ])('is sent as Accept-Encoding: %s allows', async (accepted, encoding, decode) => {
    const answer = await fetchEncoded(`/console/${script}`, { 'accept-encoding': accepted });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(answer.headers['content-encoding']).toBe(encoding);
    const plain = await fetchEncoded(`/console/${script}`);
    expect(decode(answer.content).equals(plain.content)).toBe(true);
  });

  it('is checked for changes when its name has no hash', async () => {
    const { headers } = await fetchEncoded('/console/icon.svg');
    expect(headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=0' });
    const again = await fetchEncoded('/console/icon.svg', { 'if-modified-since': headers['last-modified'] ?? '' });
    expect(again.status).toBe(304);
  });

  it('is not found where the build has none, so that an old page learns of the new build', async () => {
    expectProblem(await app.anonymous.get('/console/assets/old-12345678.js'), 404, 'not_found');
  });

  it.each(['../main.js', '..%2fmain.js', 'assets/..%2f..%2fmain.js', '.vite/manifest.json', '%00'])(
    'is never outside of the folder: %s',
    async (path) => {
      const { content } = await fetchEncoded(`/console/${path}`);
      expect(content.toString()).not.toMatch(/runCli|src\/main/);
    },
  );
});

describe('Links of earlier mails', () => {
  it.each(['verify-email', 'reset-password', 'accept-invitation'])('lead to the console: /%s', async (page) => {
    const answer = await fetch(`${app.baseUrl}/${page}?token=a%2Bb&next=//evil.example`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/console/${page}?token=a%2Bb`]);
  });

  it.each(['', '?token=a&token=b', '?token[x]=1'])('lead there without a token: %j', async (query) => {
    const answer = await fetch(`${app.baseUrl}/verify-email${query}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/console/verify-email']);
  });
});

describe('A console below a path', () => {
  it('has the path in its base and in redirects', async () => {
    const proxy = await PrefixProxy.start('/atrium');
    const own = await TestApp.start({ PUBLIC_URL: proxy.url });
    proxy.target = own.baseUrl;
    const page = await fetch(`${proxy.url}/`);
    expect(page.url).toBe(`${proxy.url}/console/`);
    expect(await page.text()).toContain('<base href="/atrium/console/"');
    const old = await fetch(`${proxy.url}/verify-email?token=x`, { redirect: 'manual' });
    expect(old.headers.get('location')).toBe('/atrium/console/verify-email?token=x');
    await own.stop();
    await proxy.stop();
  });
});

describe('The files of a folder', () => {
  it('are none when it does not exist', () => {
    expect(staticFilesIn('/nowhere/at/all').size).toBe(0);
  });

  it('have the encodings in which they are there, the smallest first', () => {
    const folder = mkdtempSync(join(tmpdir(), DIRECTORY_PREFIX));
    ['a.js', 'a.js.gz', 'a.js.br', 'b.js', 'b.js.gz', 'c.js', '.hidden'].forEach((name) => {
      writeFileSync(join(folder, name), name);
    });
    const encodings = [...staticFilesIn(folder)].map(([name, file]) => [name, file.encodings]).sort();
    expect(encodings).toEqual([
      ['a.js', ['br', 'gzip']],
      ['b.js', ['gzip']],
      ['c.js', []],
    ]);
    rmSync(folder, { recursive: true });
  });
});
