import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../core/config/config.js';
import { rememberCaller } from '../core/http/request-context.js';
import { SavedLocale } from '../core/i18n/saved-locale.js';
import type { Caller } from './caller.js';
import { type Credential, readCredential } from './credential.js';
import { SessionCookie } from './session-cookie.js';
import { SessionGuard, unauthenticated } from './session.guard.js';
import type { IdentifiedRequest } from './session.strategy.js';
import { WhoIsCalling } from './who-is-calling.js';

/** Finds the owner of the credential of a request. */
@Injectable()
export class Identification extends SavedLocale {
  constructor(
    private readonly config: Config,
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionGuard,
    private readonly whoIsCalling: WhoIsCalling,
  ) {
    super();
  }

  credentialOf(request: Request): Credential | undefined {
    return readCredential(request, this.cookie.name, this.config.rootKey);
  }

  /** @throws Problem `unauthenticated` */
  async identify(request: IdentifiedRequest): Promise<Caller> {
    const credential = this.credentialOf(request);
    if (!credential) {
      throw unauthenticated();
    }
    request.credential = credential;
    const caller = await this.callerOf(request, credential);
    if (!caller) {
      throw unauthenticated();
    }
    rememberCaller(caller);
    return caller;
  }

  override async of(request: Request): Promise<string | null> {
    try {
      return (await this.identify(request)).locale;
    } catch {
      return null;
    }
  }

  private callerOf(request: IdentifiedRequest, credential: Credential): Promise<Caller | undefined> {
    switch (credential.kind) {
      case 'session':
        return this.sessions.identify(request);
      case 'apiKey':
        return this.whoIsCalling.byKey(credential.key, request.organizationChoice);
      case 'root':
        return this.whoIsCalling.byRootKey(request.organizationChoice);
    }
  }
}
