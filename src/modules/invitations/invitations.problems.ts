import { defineProblem } from '../../core/problems/problem.js';

export const InvitationNotFound = defineProblem({
  code: 'invitation_not_found',
  status: 404,
  title: 'No such invitation',
  help: 'The organization has no invitation with that id.',
});

export const InvitationClosed = defineProblem({
  code: 'invitation_closed',
  status: 409,
  title: 'The invitation was accepted or revoked',
  help: 'An accepted or revoked invitation cannot be changed. Remove the member, or invite the address again.',
});
