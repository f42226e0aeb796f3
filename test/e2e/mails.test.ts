import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { ConfigError, readConfig } from '../../src/core/config/config.js';
import { Encryption } from '../../src/core/crypto/encryption.js';
import { JobWorker } from '../../src/core/jobs/job-worker.js';
import { Jobs } from '../../src/core/jobs/jobs.js';
import { Mailer } from '../../src/core/mail/mailer.js';
import { NO_METRICS } from '../../src/core/metrics/metrics.js';
import type { Job } from '../../src/core/prisma/generated/client.js';
import type { PrismaService } from '../../src/core/prisma/prisma.service.js';
import { MailsService } from '../../src/modules/mails/mails.service.js';
import { TestApp } from '../support/app/app.js';
import { MailCatcher } from '../support/mail/mail-catcher.js';
import { eventually } from '../support/time/eventually.js';

const TO = 'sasha@auroralabs.com';
const TOKEN = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I';
const PUBLIC_URL = 'https://atrium.example.com';

type Mail = Parameters<MailsService['queue']>[0];

/** The application, as far as its mails are concerned. */
class Post {
  private constructor(readonly app: TestApp) {}

  static async start(variables: Record<string, string>): Promise<Post> {
    return new Post(await TestApp.start({ PUBLIC_URL, MAIL_URL: '', ...variables }));
  }

  get mails(): MailsService {
    return this.app.nest.get(MailsService);
  }

  get worker(): JobWorker {
    return this.app.nest.get(JobWorker);
  }

  get prisma(): PrismaService {
    return this.app.prisma;
  }

  /** Another instance's worker for mails on the same database. */
  startAnotherWorker(): JobWorker {
    const worker = new JobWorker(this.app.database, this.app.nest.get(Encryption));
    const { nest, config } = this.app;
    new MailsService(nest.get(Jobs), worker, nest.get(Mailer), config, this.prisma, NO_METRICS).onModuleInit();
    worker.start();
    return worker;
  }

  /** The mails that wait, the oldest first. */
  async waiting(): Promise<Job[]> {
    return this.prisma.db.job.findMany({ where: { kind: 'mail' }, orderBy: { id: 'asc' } });
  }

  async isEmpty(): Promise<boolean> {
    return (await this.waiting()).length === 0;
  }

  /** The mails that wait because they could not be sent, once there are so many. */
  async failed(count = 1): Promise<Job[]> {
    let failed: Job[] = [];
    await eventually(async () => {
      failed = (await this.waiting()).filter(({ lastError }) => lastError !== null);
      return failed.length >= count;
    });
    return failed;
  }

  /** Lets the waiting time after a failure pass. */
  async passTime(): Promise<void> {
    await this.prisma.db.job.updateMany({ where: { kind: 'mail' }, data: { runAt: new Date(Date.now() - 1000) } });
    this.worker.wake();
  }

  stop(): Promise<void> {
    return this.app.stop();
  }
}

let catcher: MailCatcher;
let post: Post;

beforeAll(async () => {
  catcher = await MailCatcher.start();
  post = await Post.start({ MAIL_URL: catcher.url.replace('//', '//atrium:p%40ss%3Aw%2Frd@') });
});

afterAll(async () => {
  await post.stop();
  await catcher.stop();
});

describe('The mail', () => {
  const linked: [Mail, subject: string, page: string][] = [
    [{ template: 'registration', to: TO, token: TOKEN }, 'Confirm your e-mail address', '/verify-email'],
    [{ template: 'verify_email', to: TO, token: TOKEN }, 'Confirm your e-mail address', '/verify-email'],
    [
      { template: 'verify_further_email', to: TO, token: TOKEN, accountAddress: 'noa@example.com' },
      'Confirm your e-mail address',
      '/verify-email',
    ],
    [{ template: 'reset_password', to: TO, token: TOKEN }, 'Choose a new password', '/reset-password'],
    [
      { template: 'set_password', to: TO, token: TOKEN, organizationName: 'Aurora Labs' },
      'Your account at Aurora Labs',
      '/reset-password',
    ],
    [
      { template: 'invitation', to: TO, token: TOKEN, organizationName: 'Aurora Labs', inviterName: 'Inês Duarte' },
      'Invitation to Aurora Labs',
      '/accept-invitation',
    ],
  ];

  it.each(linked.map((row) => [row[0].template, ...row] as const))(
    '%s leads to the page for its token',
    async (_, mail, subject, page) => {
      await post.mails.queue(mail);
      const { parsed, link, text, html, token } = await catcher.waitFor({ to: TO, subject });
      expect(`${link.origin}${link.pathname}`).toBe(`${PUBLIC_URL}/console${page}`);
      expect([...link.searchParams.keys()]).toEqual(['token']);
      expect(token).toBe(TOKEN);
      expect(html).toContain(`<a href="${link.href}"`);
      expect(html).toContain('<html lang="en" dir="ltr">');
      expect(text + html).not.toMatch(/[{}]|undefined|<img/);
      expect(parsed.from).toEqual({ name: 'Atrium', address: 'no-reply@atrium.example.com' });
      expect(parsed.messageId).toMatch(/^<[0-9a-f-]{36}@atrium\.example\.com>$/);
      expect(parsed.headers).toContainEqual(
        expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
      );
    },
  );

  const notices: [Mail, subject: string, words: string][] = [
    [{ template: 'registration_taken', to: TO }, 'You already have an account', 'an attempt to register'],
    [
      { template: 'member_added', to: TO, organizationName: 'Aurora Labs' },
      'You were added to Aurora Labs',
      'has added your account',
    ],
    [{ template: 'password_changed', to: TO }, 'Your password was changed', 'was changed'],
    [{ template: 'factor_added', to: TO, factor: 'totp' }, 'A sign-in method was added', 'an authenticator app'],
    [{ template: 'factor_removed', to: TO, factor: 'passkey' }, 'A sign-in method was removed', 'a passkey'],
    [{ template: 'factor_added', to: TO, factor: 'recovery_codes' }, 'A sign-in method was added', 'recovery codes'],
    [
      { template: 'email_changed', to: TO, newAddress: 'sasha@new.example.com' },
      'Your e-mail address was changed',
      'sasha@new.example.com',
    ],
  ];

  it.each(notices.map((row) => [row[0].template, ...row] as const))(
    '%s describes the event, without a link',
    async (_, mail, subject, words) => {
      await post.mails.queue(mail);
      const { text, html } = await catcher.waitFor({ to: TO, subject });
      expect(text).toContain(words);
      expect(html).toContain(words);
      expect(text + html).not.toMatch(/[{}]|undefined|https?:/);
    },
  );

  it.each([
    ['Europe/Vienna', 'November 21, 2026 at 5:00 AM GMT+1'],
    ['Mars/Olympus', 'November 21, 2026 at 4:00 AM UTC'],
    [undefined, 'November 21, 2026 at 4:00 AM UTC'],
  ])('new_device has the time in the timezone %s', async (timezone, time) => {
    const at = new Date('2026-11-21T04:00:00Z');
    const userAgent = 'Mozilla/5.0 (X11; Linux) <b>Firefox</b>';
    await post.mails.queue({ template: 'new_device', to: TO, at, remoteIp: '2001:db8::7', userAgent, timezone });
    const { text, html } = await catcher.waitFor({ to: TO, subject: 'New sign-in to your account' });
    expect(text).toContain(`Time: ${time}\n`);
    expect(text).toContain('2001:db8::7');
    expect(text).toContain(userAgent);
    expect(html).toContain('&lt;b&gt;Firefox&lt;/b&gt;');
  });

  it('keeps names from being markup, headers, links or turned text', async () => {
    const organizationName = 'A <b>"bold"</b>\r\nBcc: eve@example.com \u202Eevil.example/x {inviterName}';
    const inviterName = 'https://evil.example/?token=mine';
    await post.mails.queue({ template: 'invitation', to: TO, token: TOKEN, organizationName, inviterName });
    const { parsed, subject, text, html, token } = await catcher.waitFor({ to: TO, subject: /^Invitation/ });
    expect(parsed.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(subject.replaceAll('\u2060', '')).toBe(
      'Invitation to A <b>"bold"</b> Bcc: eve@example.com evil.example/x {inviterName}',
    );
    expect(html).not.toMatch(/<b>|evil\.example|https:\/\/evil|\u202E/);
    expect(text).not.toMatch(/evil\.example|https:\/\/evil|\u202E/);
    expect(token).toBe(TOKEN);
    expect(catcher.mails.filter(({ to }) => to !== TO)).toEqual([]);
  });

  it.each([
    'https://evil.example/?token=mine',
    'curl/8.0 (+https://evil.example/bot)',
    'Mozilla/5.0 (compatible; evil.example)',
    'http://192.0.2.1/x',
    'ftp://evil.example',
    'www.evil.example',
    'evil@evil.example',
    'mailto:eve@evil.example',
    'Bot//evil.example/x',
    'пример.рф',
    'उदाहरण.भारत',
    'evil.xn--p1ai',
  ])('keeps the browser %s from being a link', async (userAgent) => {
    await post.mails.queue({ template: 'new_device', to: TO, at: new Date(), remoteIp: '192.0.2.7', userAgent });
    const { text, html } = await catcher.waitFor({ to: TO, subject: 'New sign-in to your account' });
    expect(text.replaceAll('\u2060', '')).toContain(`Browser: ${userAgent}\n`);
    expect(text + html).not.toMatch(/\w:\/\/|\S@\w|\p{L}\.\p{L}[\p{L}\p{M}-]/u.exec(userAgent)?.[0] ?? /^/);
  });

  it.each([
    'Dr. J.R.R. Tolkien',
    'St. Mary’s',
    'O. & P. Ltd.',
    'Atrium 2.0',
    'Q: A',
    'a/b',
    'Mr. & Mrs. O',
    'U.S.A.',
    'Mrs. D.',
    '24/7 Support',
    '10:30 Club',
    'A. B. C.',
  ])('leaves the name %s as it is, in which nothing is a link', async (organizationName) => {
    await post.mails.queue({ template: 'member_added', to: TO, organizationName });
    const isMeant = (mail: { text: string }): boolean => mail.text.includes(organizationName);
    await eventually(() => catcher.mails.some(isMeant));
  });

  it.each(['', ' ', '\u200E', '\t'])('has no line for the browser %j, of which nothing is seen', async (userAgent) => {
    await post.mails.queue({ template: 'new_device', to: TO, at: new Date(), remoteIp: '192.0.2.7', userAgent });
    const { text } = await catcher.waitFor({ to: TO, subject: 'New sign-in to your account' });
    expect(text).toContain('192.0.2.7');
    expect(text).not.toContain('Browser');
  });

  it('goes to the one address, even when that is written as several', async () => {
    const to = 'one@example.com, two@example.com\r\nBcc: three@example.com';
    await post.mails.queue({ template: 'password_changed', to });
    const [{ id } = { id: '' }] = await post.failed();
    expect(catcher.mails.filter((mail) => mail.to.includes('example.com'))).toEqual([]);
    await post.prisma.db.job.delete({ where: { id } });
  });

  it('of a transaction that is rolled back is never sent', async () => {
    const rolledBack = post.prisma.transaction(async () => {
      await post.mails.queue({ template: 'password_changed', to: 'never@example.com' });
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await post.mails.queue({ template: 'password_changed', to: 'after@example.com' });
    await catcher.waitFor({ to: 'after@example.com' });
    expect(catcher.pending({ to: 'never@example.com' })).toEqual([]);
    await eventually(() => post.isEmpty());
  });

  it('is sent once by two workers', async () => {
    const another = post.startAnotherWorker();
    const addresses = Array.from({ length: 50 }, (_, number) => `reader-${number}@example.com`);
    await post.prisma.transaction(async () => {
      for (const to of addresses) {
        await post.mails.queue({ template: 'password_changed', to });
      }
    });
    another.wake();
    await eventually(() => post.isEmpty());
    await another.beforeApplicationShutdown();
    const reached = catcher.mails.map(({ to }) => to).filter((to) => to.startsWith('reader-'));
    expect(reached.sort()).toEqual(addresses.sort());
  });
});

describe('A mail in the queue', () => {
  it('survives a mail server that is down', async () => {
    const { port } = catcher;
    await catcher.stop();
    await post.mails.queue({ template: 'reset_password', to: TO, token: TOKEN });
    const [failed] = await post.failed();
    expect(failed).toMatchObject({ attempts: 1, lastError: expect.stringContaining('ECONNREFUSED') });

    catcher = await MailCatcher.start(port);
    await post.passTime();
    expect((await catcher.waitFor({ to: TO })).token).toBe(TOKEN);
    await eventually(() => post.isEmpty());
    expect(catcher.mails).toHaveLength(1);
  });

  it('has the same Message-ID at each try', async () => {
    await post.mails.queue({ template: 'password_changed', to: TO });
    const [job] = await post.waiting();
    const { parsed } = await catcher.waitFor({ to: TO });
    expect(parsed.messageId).toBe(`<${job?.id ?? ''}@atrium.example.com>`);
  });

  it('shows neither its token nor its recipient in the table, nor a refusal that names the recipient', async () => {
    const to = 'sasha@gone.example';
    catcher.unknown.add(to);
    await post.mails.queue({ template: 'reset_password', to, token: TOKEN });
    const [failed] = await post.failed();
    expect(failed?.lastError).toContain('550 <…@…>: no such mailbox');
    const asText = { ...failed, payloadSealed: Buffer.from(failed?.payloadSealed ?? []).toString('latin1') };
    expect(JSON.stringify(asText)).not.toMatch(/c2Vj|sasha|password/);
  });

  it.each([
    'gone@example.com',
    'zoë@example.com',
    'josé.ñandú@example.com',
    '用户@example.com',
    'иван@example.com',
    '"a b"@example.com',
    '"a@b"@example.com',
    "o'brien@example.com",
    'gone+tag@example.com',
    'gone@xn--mnchen-3ya.de',
    'δοκιμή@xn--jxalpdlp.example',
  ])('to a mailbox that the server refuses, %s, is not tried again, and the log does not name it', async (to) => {
    catcher.unknown.add(to).add(to.replace('xn--mnchen-3ya', 'münchen').replace('xn--jxalpdlp', 'δοκιμή'));
    await post.prisma.db.job.deleteMany();
    await post.mails.queue({ template: 'password_changed', to });
    const [failed] = await post.failed();
    expect(failed).toMatchObject({ attempts: 1, failedAt: expect.any(Date) as Date });
    expect(failed?.lastError).toMatch(/: 5\d\d (?:<…@…>: no such mailbox|Error: Bad recipient address syntax)$/);
    await post.prisma.db.job.deleteMany();
  });

  it('is handed over with the user and password of the URL, however they are spelled', async () => {
    await post.mails.queue({ template: 'password_changed', to: TO });
    await catcher.waitFor({ to: TO });
    expect(new Set(catcher.credentials)).toEqual(new Set(['atrium:p@ss:w/rd']));
  });
});

describe('Without a mail server', () => {
  let post: Post;

  beforeAll(async () => {
    post = await Post.start({
      MAIL_FROM: 'Aurora Büro <office@auroralabs.com>',
      CONSOLE_URL: 'https://console.example.com/app/',
    });
  });

  afterAll(() => post.stop());

  it('mails become files that only their owner reads, in the order of time', async () => {
    await post.mails.queue({ template: 'verify_email', to: TO, token: TOKEN });
    await eventually(() => post.isEmpty());
    await post.mails.queue({ template: 'password_changed', to: TO });
    await eventually(() => post.isEmpty());

    const folder = join(post.app.dataDir, 'mail');
    const names = (await readdir(folder)).sort();
    expect(names).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z_[0-9a-f-]{36}\.eml$/),
      expect.any(String),
    ]);
    const [first, second] = await Promise.all(names.map((name) => readFile(join(folder, name))));
    const mail = await PostalMime.parse(first ?? '');
    expect(mail).toMatchObject({
      subject: 'Confirm your e-mail address',
      from: { name: 'Aurora Büro' },
      to: [{ address: TO }],
    });
    expect(mail.text).toContain(`https://console.example.com/app/verify-email?token=${TOKEN}\n`);
    expect((await PostalMime.parse(second ?? '')).subject).toBe('Your password was changed');
    expect((await stat(join(folder, names[0] ?? ''))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});

describe('The configuration', () => {
  it('is refused when it cannot send mails, without telling the password', () => {
    const variables = { MAIL_URL: 'http://user:hush@host', MAIL_FROM: 'Atrium', CONSOLE_URL: 'console' };
    const problems = problemsOf({ NODE_ENV: 'test', ...variables });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/MAIL_URL must start with smtp:\/\//);
    expect(problems.join('\n')).not.toContain('hush');
    expect(problemsOf({ NODE_ENV: 'test', MAIL_FROM: 'A <a@b>\r\nBcc: c@d' })).toHaveLength(1);
    expect(problemsOf({ NODE_ENV: 'test', MAIL_URL: 'smtp://a b' })).toHaveLength(1);
  });
});

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
}
