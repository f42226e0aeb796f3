import type { MessageKey } from '../../core/i18n/message.js';
import type { Factor, Mail } from './mail.js';

/** What a mail consists of, by the names of its texts. */
interface MailTemplate {
  readonly subject: MessageKey;
  /** Paragraphs, from the first on. */
  readonly lines: readonly MessageKey[];
  /** The link with the mail's token, and the page of the console that it leads to. */
  readonly link?: { readonly label: MessageKey; readonly page: string };
  /** Paragraphs below the link. */
  readonly notes?: readonly MessageKey[];
}

export const MAIL_TEMPLATES: Readonly<Record<Mail['template'], MailTemplate>> = {
  registration: {
    subject: 'mail.registration.subject',
    lines: ['mail.registration.news'],
    link: { label: 'mail.confirm_address', page: 'verify-email' },
    notes: ['mail.once', 'mail.registration.unasked'],
  },
  registration_taken: {
    subject: 'mail.registration_taken.subject',
    lines: ['mail.registration_taken.news', 'mail.registration_taken.advice'],
  },
  verify_email: {
    subject: 'mail.verify_email.subject',
    lines: ['mail.verify_email.news'],
    link: { label: 'mail.confirm_address', page: 'verify-email' },
    notes: ['mail.once', 'mail.verify_email.unasked'],
  },
  verify_further_email: {
    subject: 'mail.verify_email.subject',
    lines: ['mail.verify_email.news', 'mail.verify_email.account'],
    link: { label: 'mail.confirm_address', page: 'verify-email' },
    notes: ['mail.once', 'mail.verify_email.unasked'],
  },
  reset_password: {
    subject: 'mail.reset_password.subject',
    lines: ['mail.reset_password.news'],
    link: { label: 'mail.choose_password', page: 'reset-password' },
    notes: ['mail.once', 'mail.reset_password.unasked'],
  },
  set_password: {
    subject: 'mail.set_password.subject',
    lines: ['mail.set_password.news'],
    link: { label: 'mail.choose_password', page: 'reset-password' },
    notes: ['mail.once'],
  },
  invitation: {
    subject: 'mail.invitation.subject',
    lines: ['mail.invitation.news'],
    link: { label: 'mail.accept_invitation', page: 'accept-invitation' },
    notes: ['mail.once', 'mail.invitation.unknown'],
  },
  member_added: {
    subject: 'mail.member_added.subject',
    lines: ['mail.member_added.news', 'mail.member_added.advice'],
  },
  ownership_offered: {
    subject: 'mail.ownership_offered.subject',
    lines: ['mail.ownership_offered.news', 'mail.ownership_offered.advice'],
  },
  password_changed: {
    subject: 'mail.password_changed.subject',
    lines: ['mail.password_changed.news', 'mail.not_you'],
  },
  factor_added: {
    subject: 'mail.factor_added.subject',
    lines: ['mail.factor_added.news', 'mail.not_you'],
  },
  factor_removed: {
    subject: 'mail.factor_removed.subject',
    lines: ['mail.factor_removed.news', 'mail.not_you'],
  },
  new_device: {
    subject: 'mail.new_device.subject',
    lines: [
      'mail.new_device.news',
      'mail.new_device.time',
      'mail.new_device.address',
      'mail.new_device.browser',
      'mail.new_device.advice',
    ],
  },
  email_changed: {
    subject: 'mail.email_changed.subject',
    lines: ['mail.email_changed.news', 'mail.not_you'],
  },
  primary_changed: {
    subject: 'mail.email_changed.subject',
    lines: ['mail.primary_changed.news', 'mail.not_you'],
  },
  address_added: {
    subject: 'mail.address_added.subject',
    lines: ['mail.address_added.news', 'mail.not_you'],
  },
  address_proved: {
    subject: 'mail.address_proved.subject',
    lines: ['mail.address_proved.news', 'mail.not_you'],
  },
  address_removed: {
    subject: 'mail.address_removed.subject',
    lines: ['mail.address_removed.news', 'mail.not_you'],
  },
  recovery_code_used: {
    subject: 'mail.recovery_code_used.subject',
    lines: ['mail.recovery_code_used.news', 'mail.recovery_code_used.left', 'mail.not_you'],
  },
  password_reset: {
    subject: 'mail.password_reset.subject',
    lines: ['mail.password_reset.news', 'mail.unexpected'],
  },
  factors_reset: {
    subject: 'mail.factors_reset.subject',
    lines: ['mail.factors_reset.news', 'mail.unexpected'],
  },
  sessions_ended: {
    subject: 'mail.sessions_ended.subject',
    lines: ['mail.sessions_ended.news', 'mail.unexpected'],
  },
  api_key_created: {
    subject: 'mail.api_key_created.subject',
    lines: ['mail.api_key_created.news', 'mail.not_you'],
  },
  role_changed: {
    subject: 'mail.role_changed.subject',
    lines: ['mail.role_changed.news', 'mail.unexpected'],
  },
  role_permissions: {
    subject: 'mail.role_permissions.subject',
    lines: ['mail.role_permissions.news', 'mail.unexpected'],
  },
  membership_activated: {
    subject: 'mail.membership_activated.subject',
    lines: ['mail.membership_activated.news', 'mail.unexpected'],
  },
  membership_deactivated: {
    subject: 'mail.membership_deactivated.subject',
    lines: ['mail.membership_deactivated.news', 'mail.unexpected'],
  },
  membership_ended: {
    subject: 'mail.membership_ended.subject',
    lines: ['mail.membership_ended.news', 'mail.unexpected'],
  },
  management_ended: {
    subject: 'mail.management_ended.subject',
    lines: ['mail.management_ended.news'],
  },
  management_and_password_ended: {
    subject: 'mail.management_ended.subject',
    lines: ['mail.management_ended.news', 'mail.management_ended.password'],
  },
  account_released: {
    subject: 'mail.account_released.subject',
    lines: ['mail.account_released.news'],
  },
  account_displaced: {
    subject: 'mail.account_displaced.subject',
    lines: ['mail.account_displaced.news', 'mail.account_displaced.advice'],
  },
  account_deleted: {
    subject: 'mail.account_deleted.subject',
    lines: ['mail.account_deleted.news', 'mail.unexpected'],
  },
};

export const FACTORS: Readonly<Record<Factor, MessageKey>> = {
  totp: 'mail.factor.totp',
  passkey: 'mail.factor.passkey',
  recovery_codes: 'mail.factor.recovery_codes',
};
