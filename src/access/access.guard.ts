import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Config } from '../core/config/config.js';
import { readCookie } from '../core/http/cookies.js';
import { rememberCaller, rememberOrganization } from '../core/http/request-context.js';
import { fromPrefixedId } from '../core/ids/prefixed-id.js';
import { Problem } from '../core/problems/problem.js';
import { type AccessDeclaration, declarationOf, isForAnyone } from './access.decorator.js';
import { CrossSiteRequest, InsufficientRole, Unauthenticated } from './access.problems.js';
import { authorize } from './authorization.js';
import type { Caller, OrganizationChoice } from './caller.js';
import { ClientLimit } from './client-limit.js';
import { isCrossSite, trustedOrigins } from './cross-site.js';
import { Identification } from './identification.js';
import type { Principal } from './principal.js';
import type { Requirements } from './requirements.js';
import { SessionCookie } from './session-cookie.js';
import type { IdentifiedRequest } from './session.strategy.js';
import { StepUp } from './step-up.js';

/**
 * Runs before every route: identifies the caller and checks that the caller may use the route. A route without a
 * declaration is refused.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly trustedOrigins: ReadonlySet<string>;

  constructor(
    config: Config,
    private readonly cookie: SessionCookie,
    private readonly identification: Identification,
    private readonly stepUp: StepUp,
    private readonly clientLimit: ClientLimit,
  ) {
    this.trustedOrigins = trustedOrigins(config);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declaration = declarationOf(context.getHandler());
    if (!declaration) {
      throw new Problem(InsufficientRole);
    }
    const http = context.switchToHttp();
    const request = http.getRequest<IdentifiedRequest>();
    http.getResponse<Response>().setHeader('Cache-Control', 'no-store');
    rememberCaller({ locale: null });
    this.refuseCrossSite(request);
    if (declaration.limitedPerClient) {
      await this.clientLimit.count();
    }
    if (isForAnyone(declaration)) {
      await this.identifyOptional(request, declaration);
      return true;
    }
    request.organizationChoice = organizationChoice(request, declaration);
    const caller = await this.identification.identify(request);
    request.caller = principal(caller, caller.access?.organization ?? null, declaration);
    const organization = authorize(declaration, caller, request.organizationChoice);
    if (organization) {
      rememberOrganization(organization.id);
    }
    if (declaration.recent && caller.session) {
      await this.stepUp.require(caller.session, declaration.recent);
    }
    request.user = principal(caller, organization, declaration);
    return true;
  }

  /** Browsers send the cookie with every request, also with a request that a foreign page causes. */
  private refuseCrossSite(request: IdentifiedRequest): void {
    if (isCrossSite(request, this.trustedOrigins) && readCookie(request, this.cookie.name) !== undefined) {
      throw new Problem(CrossSiteRequest);
    }
  }

  /** A stale token must not prevent a new sign-in: it counts as none. */
  private async identifyOptional(request: IdentifiedRequest, declaration: AccessDeclaration): Promise<void> {
    if (declaration.caller !== 'anyone-or-session' || !this.identification.credentialOf(request)) {
      return;
    }
    try {
      const caller = await this.identification.identify(request);
      request.user = caller.session ? principal(caller, null, declaration) : undefined;
    } catch (error) {
      if (!(error instanceof Problem && error.type === Unauthenticated)) {
        throw error;
      }
    }
  }
}

/** The path decides where a route has the organization in it, else the header. An empty header is a choice too. */
function organizationChoice(
  request: IdentifiedRequest,
  { organization }: AccessDeclaration,
): OrganizationChoice | undefined {
  if (organization === 'path') {
    return { name: String(request.params.slug).toLowerCase(), from: 'path' };
  }
  const header = request.headers['x-org'];
  if (header === undefined) {
    return undefined;
  }
  const name = String(header).trim().toLowerCase();
  return { name: fromPrefixedId('org', name) ?? name, from: 'header' };
}

function principal(
  { kind, id, session, apiKey }: Caller,
  organization: Principal['organization'],
  requirements: Requirements,
): Principal {
  return { kind, id, session, apiKey, organization, requirements } as Principal;
}
