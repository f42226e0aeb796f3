import type { Factor, Mail } from './mail.js';

/** What one mail says. Names in braces stand for values of the mail. */
interface MailTexts {
  readonly subject: string;
  /** Paragraphs, from the first on. */
  readonly lines: readonly string[];
  /** The label of the link, for a mail that has one. */
  readonly action?: string;
  /** Paragraphs below the link. */
  readonly notes?: readonly string[];
}

/** Everything mails say in one language. */
export interface Texts {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly mails: Readonly<Record<Mail['template'], MailTexts>>;
  readonly factors: Readonly<Record<Factor, string>>;
  /** Stands before the bare address, for those who cannot press the link. */
  readonly orOpen: string;
  readonly footer: string;
}
