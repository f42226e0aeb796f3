import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { SessionCookie } from '../../../access/session-cookie.js';
import { Config } from '../../../core/config/config.js';
import { cookieScope, readCookie } from '../../../core/http/cookies.js';
import { publicPath } from '../../../core/http/public-path.js';
import { currentContext } from '../../../core/http/request-context.js';
import { canonicalId, isId, newId } from '../../../core/ids/ids.js';
import type { OpenedSession } from '../sessions.service.js';
import type { SigningInDevice } from '../sign-in/sign-in.service.js';
import { TRUST_TTL_SECONDS } from '../devices/trusted-devices.service.js';

/** Browsers keep a cookie for at most this long: 400 days, in milliseconds. */
const LONGEST = 400 * 24 * 60 * 60 * 1000;

/** The header of {@link BrowserCookies.clear}, for the OpenAPI document. */
export const CLEAR_SITE_DATA = {
  'Clear-Site-Data': { schema: { type: 'string' }, description: '`"cache", "cookies", "storage"`' },
} as const;

/** Reads and sets the cookies of a browser: its device id, the proof that it is trusted, and its session. */
@Injectable()
export class BrowserCookies {
  private readonly deviceName: string;
  private readonly trustedName: string;
  private readonly options: CookieOptions;
  private readonly ownsOrigin: boolean;

  constructor(
    private readonly session: SessionCookie,
    config: Config,
  ) {
    const { prefix, options } = cookieScope(config.publicUrl);
    this.deviceName = `${prefix}device`;
    this.trustedName = `${prefix}trusted-device`;
    this.options = options;
    this.ownsOrigin = publicPath(config.publicUrl) === '';
  }

  /**
   * The device a request comes from. A random cookie distinguishes its logins from those of other browsers; it proves
   * nothing.
   */
  recognise(request: Request, response: Response): SigningInDevice {
    const known = readCookie(request, this.deviceName);
    const sentId = known !== undefined && isId(known);
    return this.name(request, response, { deviceId: sentId ? canonicalId(known) : newId(), sentId });
  }

  /**
   * The same under a new name, for proofs by this name later: the earlier name is in lists of logins, which others may
   * have read.
   */
  rename(request: Request, response: Response): SigningInDevice {
    return this.name(request, response, { deviceId: newId(), sentId: false });
  }

  private name(
    request: Request,
    response: Response,
    { deviceId, sentId }: Pick<SigningInDevice, 'deviceId' | 'sentId'>,
  ): SigningInDevice {
    response.cookie(this.deviceName, deviceId, { ...this.options, maxAge: LONGEST });
    const context = currentContext();
    return {
      deviceId,
      sentId,
      remoteIp: context?.remoteIp ?? '',
      userAgent: context?.userAgent ?? '',
      trustedSecret: readCookie(request, this.trustedName),
    };
  }

  /** Sets the cookie of a session. */
  setSession(response: Response, { token, expiresAt }: OpenedSession): void {
    this.session.set(response, token, expiresAt);
  }

  /** Sets the cookie that lets the browser skip the second factor. */
  setTrusted(response: Response, secret: string): void {
    response.cookie(this.trustedName, secret, { ...this.options, maxAge: TRUST_TTL_SECONDS * 1000 });
  }

  /**
   * Removes the session, and makes the browser delete all it stored for this origin (W3C Clear Site Data, section 3.1). Below a
   * path, the origin belongs to other services as well, and the browser deletes the session alone.
   */
  clear(response: Response): void {
    this.session.clear(response);
    if (this.ownsOrigin) {
      response.setHeader('Clear-Site-Data', '"cache", "cookies", "storage"');
    }
  }
}
