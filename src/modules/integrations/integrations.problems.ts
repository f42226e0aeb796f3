import { defineProblem } from '../../core/problems/problem.js';

export const IntegrationNotFound = defineProblem({
  code: 'integration_not_found',
  status: 404,
  title: 'No such integration',
  help: 'You have no integration with that id in the organization. The answer to a malformed id, or to an integration of another user, is the same.',
});

export const IntegrationExists = defineProblem({
  code: 'integration_exists',
  status: 409,
  title: 'You already have an integration of that type',
  help: 'You can have one integration of each type. Delete it before you connect another account.',
  constraint: 'Integration_membershipId_type_key',
});
