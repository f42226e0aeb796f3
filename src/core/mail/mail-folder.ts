import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../ids/ids.js';
import { Mailer, messageOf, type OutgoingMail } from './mailer.js';

/** Writes mails as `.eml` files, which every mail program opens. Their names sort by time. */
export class MailFolder extends Mailer {
  constructor(
    private readonly directory: string,
    private readonly from: string,
  ) {
    super();
  }

  override async send(mail: OutgoingMail): Promise<void> {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' }, { from: this.from });
    const { message } = await transport.sendMail(messageOf(mail));
    const file = join(this.directory, `${new Date().toISOString().replaceAll(':', '-')}_${newId()}.eml`);
    // Mails carry tokens: they are for their owner alone.
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    // A program that watches the folder sees complete mails only.
    await writeFile(`${file}.new`, message, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
}
