import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { Tracing } from '../tracing/tracing.js';
import { MailFolder } from './mail-folder.js';
import type { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

/** The way out for mails that the configuration names. */
export function mailerFor({ mailUrl, mailFrom, dataDir }: Config, tracing: Tracing): Mailer {
  return mailUrl === undefined
    ? new MailFolder(join(dataDir, 'mail'), mailFrom)
    : new SmtpMailer(mailUrl, mailFrom, tracing);
}
