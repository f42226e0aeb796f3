import { defineProblem } from '../../core/problems/problem.js';

export const UserNotFound = defineProblem({
  code: 'user_not_found',
  status: 404,
  title: 'No such user',
  help: 'The organization has no user with that id. A malformed id and a user of another organization answer the same.',
});

export const AccountNotManaged = defineProblem({
  code: 'account_not_managed',
  status: 403,
  title: 'Your organization does not manage this account',
  help: 'The profile, e-mail, password and second factors of an account are its owner’s, unless your organization created the account. You may change the membership.',
});

export const AccountAlreadyLinked = defineProblem({
  code: 'account_already_linked',
  status: 409,
  title: 'The account has a user in the organization already',
  help: 'An account is a user of an organization once. Change that user, or activate it again.',
});
