import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../core/problems/problem.js';
import { OrganizationRequired, UserRequired } from './access.problems.js';
import type { OrganizationAccess, Principal, UserPrincipal } from './principal.js';

const principalOf = (context: ExecutionContext): Principal =>
  context.switchToHttp().getRequest<Request>().user as Principal;

/** The caller of a route, whoever he is. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext) => principalOf(context));

/** The caller of a route declared `@UserOnly()` or `@SessionOnly()`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): UserPrincipal => {
  const principal = principalOf(context);
  if (principal.kind !== 'user') {
    throw new Problem(UserRequired);
  }
  return principal;
});

/** The organization of a route declared `@InOrganization(…)`. */
export const CurrentOrganization = createParamDecorator((_: unknown, context: ExecutionContext): OrganizationAccess => {
  const { organization } = principalOf(context);
  if (!organization) {
    throw new Problem(OrganizationRequired);
  }
  return organization;
});
