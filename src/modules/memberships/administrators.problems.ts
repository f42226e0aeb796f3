import { defineProblem } from '../../core/problems/problem.js';

export const LastOrganizationAdmin = defineProblem({
  code: 'last_organization_admin',
  status: 409,
  title: 'The organization would lose its last OrganizationAdmin',
  help: 'An organization with members keeps at least one active OrganizationAdmin. Make somebody else one first.',
});

export const LastAppAdmin = defineProblem({
  code: 'last_app_admin',
  status: 409,
  title: 'The organization would lose its last AppAdmin',
  help: 'An organization with members keeps at least one active AppAdmin. Make somebody else one first.',
});
