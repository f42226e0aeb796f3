import { Injectable } from '@nestjs/common';
import type { CookieOptions, Response } from 'express';
import { Config } from '../core/config/config.js';

/** The cookie that carries a browser's session token. */
@Injectable()
export class SessionCookie {
  /** `__Host-` binds a cookie to this host and to TLS (RFC 6265bis, section 4.1.3.2); plain http cannot have it. */
  readonly name: string;
  private readonly options: CookieOptions;

  constructor(config: Config) {
    const secure = config.publicUrl.startsWith('https:');
    this.name = secure ? '__Host-session' : 'session';
    this.options = { httpOnly: true, sameSite: 'lax', path: '/', secure };
  }

  set(response: Response, token: string, expiresAt: Date): void {
    response.cookie(this.name, token, { ...this.options, expires: expiresAt });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }
}
