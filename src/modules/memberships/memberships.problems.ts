import { defineProblem } from '../../core/problems/problem.js';

export const AlreadyMember = defineProblem({
  code: 'already_member',
  status: 409,
  title: 'This person is already a member',
  help: 'A person has one membership in an organization. An administrator can change the roles of the membership, or activate it again.',
});
