import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../core/config/config.js';
import { localeOfRequest, localeOfRequestFor } from '../../core/i18n/negotiation.js';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { PermanentFailure } from '../../core/jobs/permanent-failure.js';
import { Mailer, type OutgoingMail } from '../../core/mail/mailer.js';
import { Metrics } from '../../core/metrics/metrics.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { MAIL_TEMPLATES } from './mail-templates.js';
import { linkTo } from './mail-text.js';
import type { Content, Mail } from './mail.js';
import { renderMail } from './render-mail.js';

const KIND = 'mail';

/** Writes mails to people. */
@Injectable()
export class MailsService implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly worker: JobWorker,
    private readonly mailer: Mailer,
    private readonly config: Config,
    private readonly prisma: PrismaService,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const { hostname } = new URL(this.config.publicUrl);
    this.worker.register(KIND, async (payload, { id, signal }) => {
      if (payload === null) {
        return;
      }
      await this.send({ ...(payload as Rendered), messageId: `<${id}@${hostname}>` }, signal);
    });
  }

  /** Has the mail sent once the running transaction has committed, and never when it is rolled back. */
  async queue(mail: Mail): Promise<void> {
    // Rendered now: during an update, an older instance may be the one to send it.
    const inLocale = { ...mail, locale: mail.locale ?? localeOfRequest() };
    const rendered: Rendered = { to: mail.to, ...renderMail(inLocale, this.config.consoleUrl) };
    await this.jobs.enqueue(KIND, rendered);
  }

  /** Writes a job that sends no mail. The time of an answer must not show whether a mail is sent. */
  async queueNothing(): Promise<void> {
    await this.jobs.enqueue(KIND, null);
  }

  /** The link of a mail with the token, for a reader who gets it in another way. */
  linkOf(template: 'set_password', token: string): string {
    return linkTo(this.config.consoleUrl, MAIL_TEMPLATES[template].link?.page ?? '', token);
  }

  /**
   * The same for a user, in the user's language and timezone. No mail is sent once the account is deleted.
   *
   * @param address of the user. Left out: the primary one
   * @param otherwise the language of a user who saved none. Left out: that of {@link localeOfRequestFor}
   */
  async tell(userId: string, content: Content, address?: string, otherwise?: string): Promise<void> {
    const primary = await this.prisma.db.userEmail.findFirst({
      where: { userId, isPrimary: true },
      select: { address: true, user: { select: { locale: true, timezone: true } } },
    });
    if (primary) {
      const { locale, timezone } = primary.user;
      const to = address ?? primary.address;
      await this.queue({
        ...content,
        to,
        locale: locale ?? otherwise ?? localeOfRequestFor(userId),
        timezone: timezone ?? undefined,
      });
    }
  }

  /** As {@link tell}, if the primary address is proved. The reader of an unproved address may be a stranger. */
  async tellProved(userId: string, content: Content): Promise<void> {
    if ((await this.prisma.db.userEmail.count({ where: { userId, isPrimary: true, verifiedAt: { not: null } } })) > 0) {
      await this.tell(userId, content);
    }
  }

  /** The language that the user with this verified address saved. Undefined: there is no such user or language. */
  async localeOf(address: string): Promise<string | undefined> {
    const owner = await this.prisma.db.userEmail.findFirst({
      where: { address, verifiedAt: { not: null } },
      select: { user: { select: { locale: true } } },
    });
    return owner?.user.locale ?? undefined;
  }

  private async send(mail: OutgoingMail, signal: AbortSignal): Promise<void> {
    try {
      await this.mailer.send(mail, signal);
    } catch (error) {
      this.metrics.mails.inc({ result: error instanceof PermanentFailure ? 'refused' : 'failed' });
      throw error;
    }
    this.metrics.mails.inc({ result: 'sent' });
  }
}

type Rendered = Omit<OutgoingMail, 'messageId'>;
