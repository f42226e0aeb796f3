import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { reason } from '../prisma/prepare-database.js';
import { Mailer, messageOf, type OutgoingMail } from './mailer.js';

/** Milliseconds the server may take to accept a connection, to greet, and to say anything at all. */
const PATIENCE = 10_000;

/** Delivers through an SMTP server, over connections that are kept. */
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  private readonly transport;

  /** @param url `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte; options of nodemailer as its query */
  constructor(url: string, from: string) {
    super();
    this.transport = createTransport(
      { url, pool: true, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
      { from },
    );
  }

  override async send(mail: OutgoingMail, signal?: AbortSignal): Promise<void> {
    try {
      await this.transport.sendMail({ ...messageOf(mail), signal });
    } catch (error) {
      // Servers like to repeat addresses.
      // eslint-disable-next-line preserve-caught-error -- it carries the envelope and the server's own words
      throw new Error(reason(error).replace(/[^\s<>:;,"'()]+@[^\s<>:;,"'()]+/g, '…@…'));
    }
  }

  onApplicationShutdown(): void {
    this.transport.close({ force: true });
  }
}
