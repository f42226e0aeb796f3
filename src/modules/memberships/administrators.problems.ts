import { defineProblem } from '../../core/problems/problem.js';

export const LastOrganizationAdmin = defineProblem({
  code: 'last_organization_admin',
  status: 409,
  title: 'The organization would lose its last OrganizationAdmin',
  help: 'An organization with members must have at least one active OrganizationAdmin. Give another member this role first.',
});

export const LastAppAdmin = defineProblem({
  code: 'last_app_admin',
  status: 409,
  title: 'The organization would lose its last AppAdmin',
  help: 'An organization with members must have at least one active AppAdmin. Give another member this role first.',
});
