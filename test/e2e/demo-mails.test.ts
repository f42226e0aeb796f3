import { once } from 'node:events';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../src/core/ids/ids.js';
import { isFromThisMachine } from '../../src/core/http/this-machine.js';
import { TestApp } from '../support/app/app.js';
import { next } from '../support/data/factory.js';
import { expectRefusal } from '../support/expectations/refusals.js';
import { eventually } from '../support/time/eventually.js';

const DEMO = { DEMO: 'true', MAIL_URL: '' };

let app: TestApp;

interface Page {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** The page as a browser of this machine gets it, under a host name of its own. */
async function open(path: string, headers: Record<string, string> = {}): Promise<Page> {
  const request = get(new URL(app.baseUrl), { path, headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, text: await textOf(response) };
}

const codeOf = ({ text }: Page): unknown => (JSON.parse(text) as { code: unknown }).code;

/** Writes a mail into the folder. @returns its name */
function write(content: string, time = '2026-01-01T00-00-00.000Z', name = `${time}_${newId()}`): string {
  mkdirSync(join(app.dataDir, 'mail'), { recursive: true });
  writeFileSync(join(app.dataDir, 'mail', `${name}.eml`), content.replaceAll('\n', '\r\n'));
  return name;
}

const mailOf = (subject: string, text: string, to = 'reader@example.com'): string =>
  `To: ${to}\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`;

const hrefsOf = ({ text }: Page): string[] => [...text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);

describe('The mails of a demo', () => {
  beforeAll(async () => {
    app = await TestApp.start(DEMO);
  });

  beforeEach(() => {
    rmSync(join(app.dataDir, 'mail'), { recursive: true, force: true });
  });

  afterAll(() => app.stop());

  it('are listed, and each link can be followed and copied', async () => {
    expect((await open('/mail')).text).toContain('There are no mails yet.');
    const email = `new-${next()}@example.com`;
    const registration = { email, password: 'correct horse battery', displayName: 'Zoë' };
    expect((await app.anonymous.post('/api/v1/auth/register', registration)).status).toBe(202);
    await eventually(async () => (await open('/mail')).text.includes(email));
    const list = await open('/mail');
    expect(list.status).toBe(200);
    expect(list.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'unsafe-inline';/),
      'referrer-policy': 'no-referrer',
    });
    const [href = ''] = hrefsOf(list);
    expect(href).toMatch(/^\/mail\/[\w.:-]+$/);
    const page = await open(href);
    const link = hrefsOf(page).find((it) => it.includes('verify-email')) ?? '';
    expect(page.text).toContain(`<code dir="ltr" style="user-select:all;overflow-wrap:anywhere">${link}</code>`);
    const token = new URL(link).searchParams.get('token');
    expect((await app.anonymous.post('/api/v1/auth/email/verify', { token })).status).toBe(200);
  });

  it('are listed newest first, and older ones on further pages', async () => {
    const names = Array.from({ length: 51 }, (_, n) =>
      write(mailOf(`Number ${String(n)}`, 'text'), `2026-01-01T00-00-${String(n).padStart(2, '0')}.000Z`),
    ).reverse();
    write(mailOf('Unfinished', 'text'), undefined, 'draft');
    const first = await open('/mail');
    const hrefs = names.map((name) => `/mail/${name}`);
    expect(hrefsOf(first)).toEqual([...hrefs.slice(0, 50), `/mail?before=${names[49] ?? ''}`]);
    expect(first.text).toContain('2026-01-01T00:00:50.000Z');
    expect(hrefsOf(await open(`/mail?before=${names[49] ?? ''}`))).toEqual(hrefs.slice(50));
  });

  it('are shown as text: nothing in them is executed, and only web addresses become links', async () => {
    const text =
      '<script>alert(1)</script> javascript:alert(2) "quoted" & https://example.com/?a=1&b=<x>. (http://b.example/c)';
    const name = write(
      mailOf('<img src=x onerror=alert(3)>', text, '"<b>" <x@example.com>') +
        'Content-Type: text/html\n\n<script>alert(4)</script>',
    );
    for (const page of [await open('/mail'), await open(`/mail/${name}`)]) {
      expect(page.text).not.toMatch(/<(script|img|b)\b/);
      expect(page.text).toContain('&lt;img src=x onerror=alert(3)&gt;');
    }
    expect(hrefsOf(await open(`/mail/${name}`))).toEqual([
      '/mail',
      'https://example.com/?a=1&amp;b=',
      'http://b.example/c',
    ]);
  });

  it('are shown in the language of the browser', async () => {
    const { text } = await open('/mail', { 'accept-language': 'ar' });
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('لا توجد رسائل بعد.');
  });

  it.each([
    '/mail/x',
    '/mail/..%2Fsecrets',
    '/mail/..%2f..%2fdemo.json',
    `/mail/2026-01-01T00-00-00.000Z_${newId()}`,
    `/mail/2026-01-01T00-00-00.000Z_${newId()}.eml`,
    '/mail/%00',
  ])('do not include %s', async (path) => {
    write(mailOf('Mail', 'text'));
    const page = await open(path);
    expect([path, page.status, codeOf(page)]).toEqual([path, 404, 'not_found']);
  });

  it('do not include a file outside of the folder, which a link names', async () => {
    const secret = join(app.dataDir, 'secret.txt');
    writeFileSync(secret, mailOf('Secret', 'text'));
    const name = `2026-01-01T00-00-00.000Z_${newId()}`;
    mkdirSync(join(app.dataDir, 'mail'), { recursive: true });
    symlinkSync(secret, join(app.dataDir, 'mail', `${name}.eml`));
    expect((await open(`/mail/${name}`)).status).toBe(404);
    expect((await open('/mail')).text).not.toContain('Secret');
  });

  it('are read up to a size', async () => {
    const name = write(mailOf('Large', `${'x'.repeat(300_000)} end`));
    const { status, text } = await open(`/mail/${name}`);
    expect([status, text.length < 300_000, text.includes(' end')]).toEqual([200, true, false]);
  });

  it.each<[string, Record<string, string>]>([
    ['that a proxy passes on', { 'x-forwarded-for': '127.0.0.1' }],
    ['that a proxy passes on as RFC 7239 has it', { forwarded: 'for=127.0.0.1' }],
    ['with a trace of a proxy', { via: '1.1 proxy' }],
    ['of a page whose name a stranger gave this address', { host: 'evil.example' }],
    ['under a name that begins like this machine', { host: 'localhost.evil.example' }],
  ])('are not found by a request %s', async (_, headers) => {
    const name = write(mailOf('Mail', 'text'));
    for (const path of ['/mail', `/mail/${name}`]) {
      const page = await open(path, headers);
      expect([page.status, codeOf(page)]).toEqual([404, 'not_found']);
    }
    for (const name of ['localhost', 'LOCALHOST:3000', '127.0.0.1', '[::1]:8080']) {
      expect([name, (await open('/mail', { host: name })).status]).toEqual([name, 200]);
    }
  });
});

describe('Mails are not shown', () => {
  afterEach(() => app.stop());

  it.each<[string, Record<string, string>]>([
    ['without the demo', { DEMO: 'false', MAIL_URL: '' }],
    ['when they are sent', { DEMO: 'true' }],
  ])('%s', async (_, variables) => {
    app = await TestApp.start(variables);
    const name = write(mailOf('Mail', 'text'));
    for (const path of ['/mail', `/mail/${name}`]) {
      const page = await open(path);
      expect([page.status, codeOf(page)]).toEqual([404, 'not_found']);
    }
    expectRefusal(await app.anonymous.get('/mail'), 404, 'not_found');
  });
});

describe('A request comes from this machine', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['192.0.2.7', false],
    ['::ffff:192.0.2.7', false],
    ['fe80::1', false],
    ['172.17.0.1', false],
    [undefined, false],
  ])('if the other side is %s: %s', (remoteAddress, expected) => {
    const request = { socket: { remoteAddress }, headers: { host: 'localhost' } };
    expect(isFromThisMachine(request as Parameters<typeof isFromThisMachine>[0])).toBe(expected);
  });
});
