import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../../../core/config/config.js';
import { readCookie } from '../../../core/http/cookies.js';
import { currentContext } from '../../../core/http/request-context.js';
import { isId, newId } from '../../../core/ids/ids.js';
import type { Device } from '../sessions.service.js';

/** Browsers keep a cookie for at most this long: 400 days, in milliseconds. */
const LONGEST = 400 * 24 * 60 * 60 * 1000;

/** Recognises a browser by a random cookie, so that its logins can be told from those of others. It proves nothing. */
@Injectable()
export class DeviceCookie {
  private readonly name: string;
  private readonly secure: boolean;

  constructor(config: Config) {
    this.secure = config.publicUrl.startsWith('https:');
    this.name = this.secure ? '__Host-device' : 'device';
  }

  /** The device a request comes from; a browser that is new gets its cookie. */
  recognise(request: Request, response: Response): Device {
    const known = readCookie(request, this.name);
    const deviceId = known !== undefined && isId(known) ? known : newId();
    response.cookie(this.name, deviceId, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: this.secure,
      maxAge: LONGEST,
    });
    const context = currentContext();
    return { deviceId, remoteIp: context?.remoteIp ?? '', userAgent: context?.userAgent ?? '' };
  }
}
