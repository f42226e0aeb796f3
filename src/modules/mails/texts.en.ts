import type { Texts } from './texts.js';

const NOT_YOU = 'If this was not you, reset your password at once and tell your administrator.';
const ONCE = 'The link works once, and for a limited time.';

export const ENGLISH: Texts = {
  locale: 'en',
  direction: 'ltr',
  mails: {
    registration: {
      subject: 'Confirm your e-mail address',
      lines: ['Welcome to Atrium. Please confirm that this address is yours, and your account is ready.'],
      action: 'Confirm the address',
      notes: [ONCE, 'If you did not register, ignore this mail: without your confirmation there is no account.'],
    },
    registration_taken: {
      subject: 'You already have an account',
      lines: [
        'Somebody, perhaps you, tried to register with this address. It already belongs to your account, so nothing was changed.',
        'If it was you, sign in as usual, or ask for a new password if you forgot yours. If not, you need not do anything.',
      ],
    },
    verify_email: {
      subject: 'Confirm your e-mail address',
      lines: ['This address was added to an Atrium account. Please confirm that it is yours.'],
      action: 'Confirm the address',
      notes: [ONCE, 'If you did not add it, ignore this mail: without your confirmation the address is not used.'],
    },
    reset_password: {
      subject: 'Choose a new password',
      lines: ['Somebody, hopefully you, asked for a new password for your account.'],
      action: 'Choose a password',
      notes: [ONCE, 'If it was not you, ignore this mail: your password stays as it is.'],
    },
    set_password: {
      subject: 'Your account at {organizationName}',
      lines: ['“{organizationName}” has made an account for you. Choose a password to sign in.'],
      action: 'Choose a password',
      notes: [ONCE],
    },
    invitation: {
      subject: 'Invitation to {organizationName}',
      lines: ['“{inviterName}” invites you to join “{organizationName}” on Atrium.'],
      action: 'Accept the invitation',
      notes: [ONCE, 'If you do not know the sender, ignore this mail: nothing happens without you.'],
    },
    password_changed: {
      subject: 'Your password was changed',
      lines: ['The password of your account was changed.', NOT_YOU],
    },
    factor_added: {
      subject: 'A sign-in method was added',
      lines: ['Added to your account: {factor}.', NOT_YOU],
    },
    factor_removed: {
      subject: 'A sign-in method was removed',
      lines: ['Removed from your account: {factor}.', NOT_YOU],
    },
    new_device: {
      subject: 'New sign-in to your account',
      lines: [
        'Somebody signed in to your account on a device that we do not know yet.',
        'Time: {at}',
        'Network address: {remoteIp}',
        'Browser: {userAgent}',
        'If it was you, you need not do anything. ' + NOT_YOU,
      ],
    },
    email_changed: {
      subject: 'Your e-mail address was changed',
      lines: ['The address of your account is now {newAddress}. Mails no longer come to this one.', NOT_YOU],
    },
  },
  factors: {
    totp: 'codes of an authenticator app',
    passkey: 'a passkey',
    recovery_codes: 'recovery codes',
  },
  orOpen: 'Or open this address in your browser:',
  footer: 'Sent automatically by Atrium, {host}. Replies are not read.',
};
