import type { OnApplicationShutdown } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { reason } from '../prisma/prepare-database.js';
import { Mailer, messageOf, type OutgoingMail } from './mailer.js';

/** Milliseconds that the server may take to accept a connection, to greet, and to answer. */
const PATIENCE = 10_000;

/** Delivers through an SMTP server, over connections that are kept. */
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  private transport: Promise<Transporter> | undefined;

  /** @param url `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte; options of nodemailer as its query */
  constructor(
    private readonly url: string,
    private readonly from: string,
  ) {
    super();
  }

  override async send(mail: OutgoingMail, signal?: AbortSignal): Promise<void> {
    this.transport ??= transportTo(this.url, this.from);
    const transport = await this.transport;
    try {
      await transport.sendMail({ ...messageOf(mail), signal });
    } catch (error) {
      // Servers like to repeat addresses.
      // eslint-disable-next-line preserve-caught-error -- it carries the envelope and the server's own words
      throw new Error(reason(error).replace(/[^\s<>:;,"'()]+@[^\s<>:;,"'()]+/g, '…@…'));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.transport)?.close({ force: true });
  }
}

/** nodemailer is loaded for the first mail. */
async function transportTo(url: string, from: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport(
    { url, pool: true, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
    { from },
  );
}
