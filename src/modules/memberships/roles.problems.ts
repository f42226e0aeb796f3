import { defineProblem } from '../../core/problems/problem.js';

export const InvalidRole = defineProblem({
  code: 'invalid_role',
  status: 400,
  title: 'The organization has no such role',
  help: 'A role is OrganizationAdmin, Manager, Coach, Teacher, or one of the organization’s own, written exactly so; an app role is AppAdmin or AppMember.',
});
