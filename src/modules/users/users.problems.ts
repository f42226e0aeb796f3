import { defineProblem } from '../../core/problems/problem.js';

export const UserNotFound = defineProblem({
  code: 'user_not_found',
  status: 404,
  title: 'No such user',
  help: 'The organization has no user with that id. A malformed id and a user of another organization answer the same.',
});
