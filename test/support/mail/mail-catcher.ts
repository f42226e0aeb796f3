import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../network/free-port.js';
import { eventually } from '../time/eventually.js';

/** A mail as its reader sees it. */
export class CaughtMail {
  /** @param to address of the envelope, which no header can change */
  constructor(
    readonly to: string,
    readonly parsed: Email,
  ) {}

  get subject(): string {
    return this.parsed.subject ?? '';
  }

  get text(): string {
    return this.parsed.text ?? '';
  }

  get html(): string {
    return this.parsed.html ?? '';
  }

  /** Where the mail leads. @throws Error when it has no link */
  get link(): URL {
    const [link] = /https?:\/\/\S+\?token=\S+/.exec(this.text) ?? [];
    if (link === undefined) {
      throw new Error(`No link in the mail "${this.subject}"`);
    }
    return new URL(link);
  }

  /** The secret of the link. */
  get token(): string {
    return this.link.searchParams.get('token') ?? '';
  }
}

/** Which mail is meant: to that address, and with that subject where it matters. */
interface Wanted {
  readonly to: string;
  readonly subject?: string | RegExp;
}

/** A real SMTP server on this machine that keeps what it receives. */
export class MailCatcher {
  readonly mails: CaughtMail[] = [];
  /** Addresses that have no mailbox here. */
  readonly unknown = new Set<string>();
  /** What senders signed in with, as `user:password`. */
  readonly credentials: string[] = [];
  private readonly handedOut = new Set<CaughtMail>();

  private constructor(private readonly server: SMTPServer) {}

  /** @param given to come back where another one was */
  static async start(given?: number): Promise<MailCatcher> {
    const server = new SMTPServer({
      authOptional: true,
      // Senders keep connections; a test that ends need not wait for them to let go.
      closeTimeout: 100,
      // Its certificate is nobody's, and a client that is offered TLS insists on a good one.
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username = '', password = '' }, _session, done) => {
        catcher.credentials.push(`${username}:${password}`);
        done(null, { user: username });
      },
      onRcptTo: ({ address }, _session, done) => {
        done(catcher.unknown.has(address) ? new Error(`<${address}>: no such mailbox`) : null);
      },
      onData: (stream, session, done) => {
        buffer(stream)
          .then(async (message) => {
            const parsed = await PostalMime.parse(message);
            catcher.mails.push(...session.envelope.rcptTo.map(({ address }) => new CaughtMail(address, parsed)));
          })
          .then(() => done(), done);
      },
    });
    const catcher = new MailCatcher(server);
    const port = given ?? (await freePort());
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return catcher;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** For `MAIL_URL`. */
  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  /** The oldest such mail that was not handed out before: call it once for each mail that is expected. */
  async waitFor(wanted: Wanted): Promise<CaughtMail> {
    let found: CaughtMail | undefined;
    const isThere = (): boolean => (found = this.pending(wanted)[0]) !== undefined;
    await eventually(isThere).catch(() => undefined);
    if (!found) {
      throw new Error(`No mail ${JSON.stringify(wanted)} among ${JSON.stringify(this.mails.map(nameOf))}`);
    }
    this.handedOut.add(found);
    return found;
  }

  /** Such mails that arrived and were not handed out. */
  pending({ to, subject }: Wanted): CaughtMail[] {
    return this.mails.filter(
      (mail) =>
        mail.to === to &&
        !this.handedOut.has(mail) &&
        (subject instanceof RegExp ? subject.test(mail.subject) : subject === undefined || subject === mail.subject),
    );
  }

  /** As if nothing had ever come. */
  forget(): void {
    this.mails.length = 0;
    this.handedOut.clear();
    this.unknown.clear();
    this.credentials.length = 0;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }
}

function nameOf({ to, subject }: CaughtMail): string {
  return `${to}: ${subject}`;
}
