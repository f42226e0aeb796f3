import { defineProblem } from '../../core/problems/problem.js';

export const RoleNotFound = defineProblem({
  code: 'role_not_found',
  status: 404,
  title: 'No such role',
  help: 'The organization has no role with that id. A malformed id and a role of another organization answer the same.',
});

export const RoleNameTaken = defineProblem({
  code: 'role_name_taken',
  status: 409,
  title: 'A role of that name is there already',
  help: 'A built-in role or one of the organization’s own has the name, or one that only differs in case or in the form of its letters. Choose another one.',
  constraint: ['Role_organizationId_name_key', 'Role_own_name_key'],
});

export const RoleInUse = defineProblem({
  code: 'role_in_use',
  status: 409,
  title: 'The role is in use',
  help: 'A member, a service account, an invitation or a team has it. Revoke invitations to it first, expired ones too, and give each of the others another role.',
  constraint: [
    'Membership_roleId_fkey',
    'ServiceAccount_roleId_fkey',
    'Invitation_roleId_fkey',
    'Team_defaultRoleId_fkey',
    'TeamMember_roleId_fkey',
  ],
});

export const RoleBuiltIn = defineProblem({
  code: 'role_built_in',
  status: 409,
  title: 'Built-in roles stay as they are',
  help: 'OrganizationAdmin, Manager, Coach and Teacher are the same in every organization. Make a role of your own instead.',
});
