import { defineProblem } from '../../core/problems/problem.js';

export const RecoveryRequired = defineProblem({
  code: 'recovery_required',
  status: 403,
  title: 'Choose a new password by mail first',
  help: 'The organization that manages your account reset your password, and could sign in since then. Request a link with `POST /api/v1/auth/password/forgot`, choose a new password with it, sign in, and try again.',
});
