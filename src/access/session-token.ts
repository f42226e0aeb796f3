import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { Config } from '../core/config/config.js';

/** The claims of a session token. It only names a session: the session is read on every request. */
export interface SessionClaims {
  /** The session's id. */
  readonly sid: string;
  /** The session's current token id. */
  readonly jti: string;
  /** When the token expires, in seconds since 1970. */
  readonly exp?: number;
}

/** Only this algorithm is accepted. The header of the token does not matter (RFC 8725, section 3.1). */
export const TOKEN_ALGORITHM = 'HS256';
export const TOKEN_ISSUER = 'atrium';

/**
 * The key of session tokens. Given the secret's text, jsonwebtoken first tries to read it as a PEM key at every call, and
 * OpenSSL's refusal costs 0.3 ms: as much as all the rest of a request.
 */
export function tokenKey({ secrets }: Config): KeyObject {
  return createSecretKey(secrets.jwtSecret, 'utf8');
}

/** Signs session tokens (RFC 7519). */
@Injectable()
export class SessionToken {
  private readonly key: KeyObject;

  constructor(config: Config) {
    this.key = tokenKey(config);
  }

  /** @param session the session of the token. The token is valid until the session's absolute limit at the latest */
  sign(session: { id: string; userId: string; tokenId: string; expiresAt: Date }): string {
    const claims = { sid: session.id, exp: Math.floor(session.expiresAt.getTime() / 1000) };
    return jwt.sign(claims, this.key, {
      algorithm: TOKEN_ALGORITHM,
      issuer: TOKEN_ISSUER,
      subject: session.userId,
      jwtid: session.tokenId,
    });
  }
}
