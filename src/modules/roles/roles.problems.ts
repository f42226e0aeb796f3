import { defineProblem } from '../../core/problems/problem.js';

export const InvalidRole = defineProblem({
  code: 'invalid_role',
  status: 400,
  title: 'The organization has no such role',
  help: 'A role is OrganizationAdmin, Manager, Coach, Teacher, or an own role of the organization, in exactly this spelling. An app role is AppAdmin or AppMember.',
});
