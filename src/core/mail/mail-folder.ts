import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SendMailOptions } from 'nodemailer';
import { newId } from '../ids/ids.js';
import { Mailer, messageOf, type OutgoingMail } from './mailer.js';

/** Octets that a line of a mail may have (RFC 5322, section 2.1.1). */
const LONGEST_LINE = 998;

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
    const { message } = await transport.sendMail({ ...messageOf(mail), ...readable(mail) });
    const file = join(this.directory, `${new Date().toISOString().replaceAll(':', '-')}_${newId()}.eml`);
    // Mails carry tokens: they are for their owner alone.
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    // A program that watches the folder sees complete mails only.
    await writeFile(`${file}.new`, message, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
}

/**
 * The text and the HTML as they are (8bit), so that a link is one line of the file. The encodings that SMTP needs would break it.
 * Undefined when a line is longer than a mail may have: such a mail is encoded.
 */
function readable({ text, html }: OutgoingMail): Pick<SendMailOptions, 'text' | 'html' | 'alternatives'> | undefined {
  const isTooLong = [text, html].some((body) =>
    body.split('\n').some((line) => Buffer.byteLength(line) > LONGEST_LINE),
  );
  return isTooLong
    ? undefined
    : { text: undefined, html: undefined, alternatives: [partOf('text/plain', text), partOf('text/html', html)] };
}

function partOf(type: string, body: string): { raw: string } {
  const head = [`Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: 8bit'];
  return { raw: [...head, '', ...body.split(/\r\n|\r|\n/)].join('\r\n') };
}
