import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { SavedLocale } from '../core/i18n/saved-locale.js';
import { AccessGuard } from './access.guard.js';
import { CallerCheck } from './caller-check.js';
import { ClientLimit } from './client-limit.js';
import { Identification } from './identification.js';
import { LastUse } from './last-use.js';
import { RouteInventory } from './route-inventory.js';
import { SessionCookie } from './session-cookie.js';
import { SessionGuard } from './session.guard.js';
import { SessionStrategy } from './session.strategy.js';
import { SessionToken } from './session-token.js';
import { StepUp } from './step-up.js';
import { WhoIsCalling } from './who-is-calling.js';

/** Turns requests into principals and decides what they may do. */
@Global()
@Module({
  imports: [DiscoveryModule, PassportModule],
  providers: [
    CallerCheck,
    ClientLimit,
    Identification,
    LastUse,
    RouteInventory,
    SessionCookie,
    SessionGuard,
    SessionStrategy,
    SessionToken,
    StepUp,
    WhoIsCalling,
    { provide: SavedLocale, useExisting: Identification },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [CallerCheck, Identification, RouteInventory, SavedLocale, SessionCookie, SessionToken, StepUp],
})
export class AccessModule {}
