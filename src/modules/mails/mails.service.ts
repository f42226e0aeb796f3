import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../core/config/config.js';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { Mailer, type OutgoingMail } from '../../core/mail/mailer.js';
import type { Mail } from './mail.js';
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
  ) {}

  onModuleInit(): void {
    const { hostname } = new URL(this.config.publicUrl);
    this.worker.register(KIND, async (payload, { id, signal }) => {
      await this.mailer.send({ ...(payload as Rendered), messageId: `<${id}@${hostname}>` }, signal);
    });
  }

  /** Has the mail sent once the running transaction has committed, and never when it is rolled back. */
  async queue(mail: Mail): Promise<void> {
    // Rendered now: during an update, an older instance may be the one to send it.
    const rendered: Rendered = { to: mail.to, ...renderMail(mail, this.config.consoleUrl) };
    await this.jobs.enqueue(KIND, rendered);
  }
}

type Rendered = Omit<OutgoingMail, 'messageId'>;
