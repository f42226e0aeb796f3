import { defineProblem } from '../../core/problems/problem.js';

export const AlreadyMember = defineProblem({
  code: 'already_member',
  status: 409,
  title: 'This person is a member already',
  help: 'A person has one membership in an organization. An administrator of it can change its roles, or activate it again.',
});
