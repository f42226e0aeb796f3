import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
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
 * The keys of session tokens: the first signs, and all verify. Given the secret's text, jsonwebtoken first tries to read it as a PEM
 * key at every call, and OpenSSL's refusal costs 0.3 ms: as much as all the rest of a request.
 */
export function tokenKeys({ secrets }: Config): readonly [KeyObject, ...KeyObject[]] {
  const [first, ...others] = secrets.jwtSecrets;
  return [keyFrom(first), ...others.map(keyFrom)];
}

function keyFrom(secret: string): KeyObject {
  return createSecretKey(secret, 'utf8');
}

/** The key that signed the token. The first one for a token that none of them signed: its verification fails. */
export function keyOf(token: string, keys: readonly [KeyObject, ...KeyObject[]]): KeyObject {
  const [first, ...others] = keys;
  return others.length === 0 ? first : (keys.find((key) => isSignedWith(token, key)) ?? first);
}

/** HMAC-SHA-256 over the first two parts (RFC 7515, section 5.2). */
function isSignedWith(token: string, key: KeyObject): boolean {
  const end = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  const expected = createHmac('sha256', key)
    .update(token.slice(0, Math.max(end, 0)))
    .digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}

/** Signs session tokens (RFC 7519). */
@Injectable()
export class SessionToken {
  private readonly key: KeyObject;

  constructor(config: Config) {
    [this.key] = tokenKeys(config);
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
