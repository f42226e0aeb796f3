import { defineProblem } from '../../core/problems/problem.js';

export const RoleNotFound = defineProblem({
  code: 'role_not_found',
  status: 404,
  title: 'No such role',
  help: 'The organization has no role with that id. The answer to a malformed id, or to a role of another organization, is the same.',
});

export const RoleNameTaken = defineProblem({
  code: 'role_name_taken',
  status: 409,
  title: 'A role with that name already exists',
  help: 'A built-in role or another role of the organization has this name, or a name that differs only in case or in the form of its letters. Choose another name.',
  constraint: ['Role_organizationId_name_key', 'Role_own_name_key'],
});

export const RoleInUse = defineProblem({
  code: 'role_in_use',
  status: 409,
  title: 'The role is in use',
  help: 'A member, a service account, an invitation or a team has the role. Revoke invitations with this role first, expired ones too, and give the others another role.',
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
  title: 'Built-in roles cannot be changed',
  help: 'OrganizationAdmin, Manager, Coach and Teacher are the same in every organization. Create your own role instead.',
});
