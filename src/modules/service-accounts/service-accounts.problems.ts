import { defineProblem } from '../../core/problems/problem.js';

export const ServiceAccountNotFound = defineProblem({
  code: 'service_account_not_found',
  status: 404,
  title: 'No such service account',
  help: 'The organization has no service account with that id. The answer to a malformed id, or to a service account of another organization, is the same.',
});

export const UsernameTaken = defineProblem({
  code: 'username_taken',
  status: 409,
  title: 'The username is taken',
  help: 'Another service account of the organization has this username. Choose another username.',
  constraint: 'ServiceAccount_organizationId_username_key',
});
