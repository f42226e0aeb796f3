import { defineProblem } from '../../core/problems/problem.js';

export const UserNotFound = defineProblem({
  code: 'user_not_found',
  status: 404,
  title: 'No such user',
  help: 'The organization has no user with that id. The answer to a malformed id, or to a user of another organization, is the same.',
});

export const AccountNotManaged = defineProblem({
  code: 'account_not_managed',
  status: 403,
  title: 'Your organization does not manage this account',
  help: 'Only the owner of an account can change its profile, e-mail, password and second factors, unless your organization created the account. You can change the membership.',
});

export const AccountAlreadyLinked = defineProblem({
  code: 'account_already_linked',
  status: 409,
  title: 'The account already has a user in the organization',
  help: 'An account can have one user in an organization. Change that user, or activate it again.',
});
