import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../core/problems/problem.js';
import { OrganizationRequired, SessionRequired, UserRequired } from './access.problems.js';
import type { OrganizationAccess, Principal, SessionInfo, UserPrincipal } from './principal.js';

const principalOf = (context: ExecutionContext): Principal =>
  context.switchToHttp().getRequest<Request>().user as Principal;

/** The caller of a route. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext) => principalOf(context));

/** The caller of a route for users or sessions. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): UserPrincipal => {
  const principal = principalOf(context);
  if (principal.kind !== 'user') {
    throw new Problem(UserRequired);
  }
  return principal;
});

/** The caller of a route for anyone or a session, when there is a session. */
export const OptionalUser = createParamDecorator((_: unknown, context: ExecutionContext): UserPrincipal | undefined => {
  const { user } = context.switchToHttp().getRequest<Request>() as { user?: UserPrincipal };
  return user;
});

/** The session of a route for sessions. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SessionInfo => {
  const { session } = principalOf(context);
  if (!session) {
    throw new Problem(SessionRequired);
  }
  return session;
});

/** The organization of a route inside an organization. */
export const CurrentOrganization = createParamDecorator((_: unknown, context: ExecutionContext): OrganizationAccess => {
  const { organization } = principalOf(context);
  if (!organization) {
    throw new Problem(OrganizationRequired);
  }
  return organization;
});

/** The caller's own membership, of a route for users or sessions inside an organization. */
export const CurrentMembership = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const membershipId = principalOf(context).organization?.membershipId;
  if (!membershipId) {
    throw new Problem(UserRequired);
  }
  return membershipId;
});
