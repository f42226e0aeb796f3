import { defineProblem } from '../../core/problems/problem.js';

export const ServiceAccountNotFound = defineProblem({
  code: 'service_account_not_found',
  status: 404,
  title: 'No such service account',
  help: 'The organization has no service account with that id. A malformed id and a service account of another organization answer the same.',
});

export const UsernameTaken = defineProblem({
  code: 'username_taken',
  status: 409,
  title: 'The username is taken',
  help: 'Another service account of the organization has it. Choose another one.',
  constraint: 'ServiceAccount_organizationId_username_key',
});
