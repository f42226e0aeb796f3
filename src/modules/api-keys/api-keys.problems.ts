import { defineProblem } from '../../core/problems/problem.js';

export const ApiKeyNotFound = defineProblem({
  code: 'api_key_not_found',
  status: 404,
  title: 'No such API key',
  help: 'There is no API key with that id, or you may not manage it. You can manage your own keys, and as OrganizationAdmin those of the service accounts of the organization of the request. At `/api/v1/orgs/…/api-keys`, an OrganizationAdmin manages all keys of the organization.',
});

export const TooManyApiKeys = defineProblem({
  code: 'too_many_api_keys',
  status: 409,
  title: 'There are too many API keys',
  help: 'A member or a service account can have 100 API keys, including expired keys. Revoke keys that are no longer used.',
});
