import { defineProblem } from '../../core/problems/problem.js';

export const InvalidToken = defineProblem({
  code: 'invalid_token',
  status: 400,
  title: 'The link is no longer valid',
  help: 'The token is unknown, used or expired, or was made for another purpose. Request a new one.',
});
