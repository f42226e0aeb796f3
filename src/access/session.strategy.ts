import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-jwt';
import { isId } from '../core/ids/ids.js';
import { Config } from '../core/config/config.js';
import type { Caller, OrganizationChoice } from './caller.js';
import type { Credential } from './credential.js';
import type { Principal } from './principal.js';
import { keyOf, type SessionClaims, TOKEN_ALGORITHM, TOKEN_ISSUER, tokenKeys } from './session-token.js';
import { WhoIsCalling } from './who-is-calling.js';

/** A request as the access layer sees it: with the results of the guard on the way to the principal. */
export interface IdentifiedRequest extends Request {
  credential?: Credential;
  organizationChoice?: OrganizationChoice;
  /** The caller in the organization that the request names, known once the credential holds: also where the route refuses. */
  caller?: Principal;
}

/** Verifies session tokens with passport-jwt, then reads the session: a token alone is never enough. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  constructor(
    config: Config,
    private readonly whoIsCalling: WhoIsCalling,
  ) {
    const keys = tokenKeys(config);
    super({
      jwtFromRequest: (request: IdentifiedRequest) =>
        request.credential?.kind === 'session' ? request.credential.token : null,
      secretOrKeyProvider: (_request, token: string, done) => {
        // jsonwebtoken takes a KeyObject; the types of passport-jwt are older than that.
        done(null, keyOf(token, keys) as unknown as Buffer);
      },
      algorithms: [TOKEN_ALGORITHM],
      issuer: TOKEN_ISSUER,
      // The database's clock decides, below: that of this machine may be off.
      ignoreExpiration: true,
      passReqToCallback: true,
    });
  }

  /** Called with the claims of a token whose signature is valid. False: the session has ended. */
  async validate(request: IdentifiedRequest, claims: SessionClaims): Promise<Caller | false> {
    if (!isId(claims.sid) || !isId(claims.jti)) {
      return false;
    }
    const caller = await this.whoIsCalling.bySession(claims.sid, claims.jti, request.organizationChoice);
    return caller?.session && !hasExpired(claims, caller.session.readAt) ? caller : false;
  }
}

function hasExpired({ exp }: SessionClaims, now: Date): boolean {
  return exp !== undefined && exp * 1000 <= now.getTime();
}
