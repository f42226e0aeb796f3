import type { OnApplicationShutdown } from '@nestjs/common';
import type { NodemailerError, Transporter } from 'nodemailer';
import { PermanentFailure } from '../jobs/permanent-failure.js';
import { reason } from '../prisma/prepare-database.js';
import type { Tracing } from '../tracing/tracing.js';
import { Mailer, messageOf, type OutgoingMail } from './mailer.js';

/** Milliseconds that the server may take to accept a connection, to greet, and to answer. */
const PATIENCE = 10_000;

/** An address in the words of a server, with or without quotes before the @. */
const ADDRESS = /(?:"(?:[^"\\]|\\.)*"|[^\s<>:;,"()]+)@[^\s<>:;,"'()]+/g;

/** Delivers through an SMTP server, over connections that are kept. */
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  private transport: Promise<Transporter> | undefined;

  /** @param url `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte; options of nodemailer as its query */
  constructor(
    private readonly url: string,
    private readonly from: string,
    private readonly tracing: Tracing,
  ) {
    super();
  }

  override async send(mail: OutgoingMail, signal?: AbortSignal): Promise<void> {
    this.transport ??= transportTo(this.url, this.from);
    const transport = await this.transport;
    try {
      await this.tracing.measure('smtp send', {}, () => transport.sendMail({ ...messageOf(mail), signal }));
    } catch (error) {
      // Servers like to repeat addresses.
      const words = reason(error).replace(ADDRESS, '…@…');
      throw isRecipientRefused(error) ? new PermanentFailure(words) : new Error(words);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.transport)?.close({ force: true });
  }
}

/** Whether the server has no such mailbox, or cannot send to it, as to `zoë@…` without SMTPUTF8 (RFC 5321, section 4.2.1). */
function isRecipientRefused(error: unknown): boolean {
  const { command, permanent } = error as NodemailerError;
  return command === 'RCPT TO' && permanent === true;
}

/** nodemailer is loaded for the first mail. */
async function transportTo(url: string, from: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport(
    { url, pool: true, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
    { from },
  );
}
