import { defineProblem } from '../../core/problems/problem.js';

export const IntegrationNotFound = defineProblem({
  code: 'integration_not_found',
  status: 404,
  title: 'No such integration',
  help: 'You have no integration with that id in the organization. A malformed id and an integration of somebody else answer the same.',
});

export const IntegrationExists = defineProblem({
  code: 'integration_exists',
  status: 409,
  title: 'You have an integration of that type already',
  help: 'There is one of each type. Delete it before you connect another account.',
  constraint: 'Integration_membershipId_type_key',
});
