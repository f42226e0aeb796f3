import type { SendMailOptions } from 'nodemailer';

/** A mail that is ready to go. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** In angle brackets (RFC 5322, section 3.6.4). The same for every try, so that a repeated delivery can be recognised. */
  readonly messageId: string;
}

/** Sends mails. */
export abstract class Mailer {
  /**
   * Resolves once another server is responsible for the mail.
   *
   * @param signal gives up
   * @throws PermanentFailure when the server refuses the recipient for good
   * @throws Error whose message names neither addresses nor passwords
   */
  abstract send(mail: OutgoingMail, signal?: AbortSignal): Promise<void>;
}

/** The message for nodemailer, which encodes and folds every header, so that no value can begin another. */
export function messageOf({ to, ...mail }: OutgoingMail): SendMailOptions {
  return {
    ...mail,
    // As an object: a text is parsed, and could name several.
    to: { name: '', address: to },
    // Keeps answering machines quiet (RFC 3834, section 5).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
