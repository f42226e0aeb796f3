import { Injectable } from '@nestjs/common';
import type { CookieOptions, Response } from 'express';
import { Config } from '../core/config/config.js';
import { cookieScope } from '../core/http/cookies.js';

/** The cookie that carries a browser's session token. */
@Injectable()
export class SessionCookie {
  readonly name: string;
  private readonly options: CookieOptions;

  constructor(config: Config) {
    const { prefix, options } = cookieScope(config.publicUrl);
    this.name = `${prefix}session`;
    this.options = options;
  }

  set(response: Response, token: string, expiresAt: Date): void {
    response.cookie(this.name, token, { ...this.options, expires: expiresAt });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }
}
