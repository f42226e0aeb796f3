import { defineProblem } from '../../core/problems/problem.js';

export const InvalidCredentials = defineProblem({
  code: 'invalid_credentials',
  status: 401,
  title: 'E-mail or password is wrong',
  help: 'The two do not belong together, or the account cannot sign in. Which of these it is stays unsaid on purpose.',
});
