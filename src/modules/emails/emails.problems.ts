import { defineProblem } from '../../core/problems/problem.js';

export const EmailTaken = defineProblem({
  code: 'email_taken',
  status: 409,
  title: 'The e-mail address is taken',
  help: 'Choose another address. Each address belongs to one account.',
  constraint: 'UserEmail_owner_key',
});

export const EmailNotFound = defineProblem({
  code: 'email_not_found',
  status: 404,
  title: 'No such address',
  help: 'Your account has no such e-mail address.',
});

export const TooManyEmails = defineProblem({
  code: 'too_many_emails',
  status: 409,
  title: 'Your account cannot have more addresses',
  help: 'Remove an address that you no longer need.',
});

export const EmailNotVerified = defineProblem({
  code: 'email_not_verified',
  status: 409,
  title: 'The address is not verified yet',
  help: 'Open the link in the mail that was sent to it. Only a verified address can be the primary one.',
});

export const PrimaryEmail = defineProblem({
  code: 'primary_email',
  status: 409,
  title: 'This is your primary address',
  help: 'Make another verified address the primary one first.',
});

export const LastVerifiedEmail = defineProblem({
  code: 'last_verified_email',
  status: 409,
  title: 'This is your last verified address',
  help: 'Verify another address first. An account without a verified address cannot be used to sign in, and gets no mail.',
});
