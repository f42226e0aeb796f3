import { defineProblem } from '../../core/problems/problem.js';

export const InvalidToken = defineProblem({
  code: 'invalid_token',
  status: 400,
  title: 'The link is not valid any more',
  help: 'The token is unknown, was used already, has expired, or was made for something else. Ask for a new one.',
});
