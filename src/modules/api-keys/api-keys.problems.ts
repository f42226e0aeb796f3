import { defineProblem } from '../../core/problems/problem.js';

export const ApiKeyNotFound = defineProblem({
  code: 'api_key_not_found',
  status: 404,
  title: 'No such API key',
  help: 'There is no API key with that id, or it is not one that you may manage: your own, and as OrganizationAdmin those of the service accounts of the organization of the request. At `/api/v1/orgs/…/api-keys`, an OrganizationAdmin manages all keys of the organization.',
});

export const TooManyApiKeys = defineProblem({
  code: 'too_many_api_keys',
  status: 409,
  title: 'There are too many API keys already',
  help: 'A member and a service account may have 100 API keys each, expired ones included. Revoke some that are not used any more.',
});
