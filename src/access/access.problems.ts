import { defineProblem } from '../core/problems/problem.js';

export const Unauthenticated = defineProblem({
  code: 'unauthenticated',
  status: 401,
  title: 'You are not signed in',
  help: 'Send a session token or an API key as `Authorization: Bearer …`, or the session cookie. The credential that you sent may be mistyped, expired or revoked.',
});

export const StepUpRequired = defineProblem({
  code: 'step_up_required',
  status: 401,
  title: 'Confirm that it is you',
  help: 'This action needs a recent confirmation (RFC 9470). Send one of `methods` to `POST /api/v1/auth/step-up`, then try again with the token that it returns. If you have a second factor, you must confirm with it.',
});

export const SessionRequired = defineProblem({
  code: 'session_required',
  status: 403,
  title: 'This request needs a session',
  help: 'API keys and the root key cannot make this request. Sign in as a person.',
});

export const UserRequired = defineProblem({
  code: 'user_required',
  status: 403,
  title: 'This request needs a person',
  help: 'Service accounts and the root key do not have the profile, e-mail or memberships of a person.',
});

export const InsufficientRole = defineProblem({
  code: 'insufficient_role',
  status: 403,
  title: 'Your role does not allow this request',
  help: 'Ask an administrator of the organization for the role that the documentation of the route names.',
});

export const InsufficientScope = defineProblem({
  code: 'insufficient_scope',
  status: 403,
  title: 'The API key lacks a scope',
  help: 'Create a key with the scope that the documentation of the route names.',
});

export const NotAMember = defineProblem({
  code: 'not_a_member',
  status: 403,
  title: 'You are not a member of that organization',
  help: 'The organization in `x-org` does not exist, or you are not a member of it, or the API key belongs to another organization.',
  // Of what refers to the caller's own membership: it ended just now.
  constraint: [
    'Artifact_membershipId_fkey',
    'Integration_membershipId_fkey',
    'Project_ownerId_fkey',
    'ProjectPin_membershipId_fkey',
  ],
});

export const MembershipInactive = defineProblem({
  code: 'membership_inactive',
  status: 403,
  title: 'Your membership is inactive',
  help: 'An administrator of the organization has deactivated your membership, and can activate it again.',
});

export const OrganizationArchived = defineProblem({
  code: 'organization_archived',
  status: 403,
  title: 'The organization is archived',
  help: 'Members cannot use the organization until one of its OrganizationAdmins restores it with `POST /api/v1/orgs/{slug}/restore`.',
});

export const OrganizationRequired = defineProblem({
  code: 'organization_required',
  status: 400,
  title: 'Name an organization',
  help: 'Send the header `x-org` with the slug or the id of the organization.',
});

export const OrganizationNotFound = defineProblem({
  code: 'organization_not_found',
  status: 404,
  title: 'No such organization',
  help: 'The organization does not exist, or you are not a member of it.',
});

export const PasswordChangeRequired = defineProblem({
  code: 'password_change_required',
  status: 403,
  title: 'Change your password first',
  help: 'You signed in with a temporary password. Until you change it, you can only read your own profile, change the password and log out.',
});

export const CrossSiteRequest = defineProblem({
  code: 'cross_site_request',
  status: 403,
  title: 'The request comes from another site',
  ofChanges: true,
  help: 'A page of another origin made your browser send this request with your session cookie. Send it from the origin of this service, or send the token in the `Authorization` header.',
});
