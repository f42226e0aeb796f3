import { Injectable } from '@nestjs/common';
import { Config } from '../core/config/config.js';
import { Prisma } from '../core/prisma/generated/client.js';
import { PrismaService } from '../core/prisma/prisma.service.js';
import { Problem } from '../core/problems/problem.js';
import { SessionRequired, StepUpRequired, UserRequired } from './access.problems.js';
import type { Principal, SessionInfo } from './principal.js';

/** What a step-up can be made with. */
export type StepUpMethod = 'password' | 'totp' | 'recovery_code' | 'passkey';

/** What a user has beside his password. */
export interface Factors {
  readonly totp: boolean;
  readonly recovery: boolean;
  readonly passkey: boolean;
}

/** The columns that tell a user's {@link Factors}, for any statement. @param userId his id, or the column that has it */
export function factorColumns(userId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    EXISTS (SELECT FROM "Totp" WHERE "userId" = ${userId} AND "activatedAt" IS NOT NULL) AS totp,
    EXISTS (SELECT FROM "RecoveryCode" WHERE "userId" = ${userId} AND "usedAt" IS NULL) AS recovery,
    EXISTS (SELECT FROM "Passkey" WHERE "userId" = ${userId}) AS passkey`;
}

/** What proves that it is the user who has these. A second factor, once there is one, cannot be stepped around by password. */
export function methodsWith({ totp, recovery, passkey }: Factors): StepUpMethod[] {
  if (!totp && !passkey) {
    return ['password'];
  }
  return [
    ...(totp ? ['totp' as const] : []),
    ...(recovery ? ['recovery_code' as const] : []),
    ...(passkey ? ['passkey' as const] : []),
  ];
}

/** Whether a session was confirmed recently enough for a sensitive action (RFC 9470). */
@Injectable()
export class StepUp {
  constructor(
    private readonly config: Config,
    private readonly prisma: PrismaService,
  ) {}

  /** When the session's step-up stops counting; null when there was none, or it no longer counts. */
  expiresAt(session: SessionInfo): Date | null {
    return session.stepUpAt && this.counts(session.stepUpAt, session) ? this.endOf(session.stepUpAt) : null;
  }

  /**
   * @param orSignIn whether signing in counts as well
   * @throws Problem `step_up_required` unless the session was stepped up recently
   */
  async require(userId: string, session: SessionInfo, orSignIn: boolean): Promise<void> {
    if (!this.expiresAt(session) && !(orSignIn && this.counts(session.authTime, session))) {
      await this.refuse(userId);
    }
  }

  /**
   * For what needs a step-up only in some requests, as the service finds out.
   *
   * @throws Problem `session_required`, `user_required`, `step_up_required`
   */
  async requireOf(principal: Principal): Promise<void> {
    if (!principal.session) {
      throw new Problem(principal.kind === 'user' ? SessionRequired : UserRequired);
    }
    await this.require(principal.id, principal.session, false);
  }

  private counts(confirmedAt: Date, { readAt }: SessionInfo): boolean {
    return this.endOf(confirmedAt) > readAt;
  }

  private endOf(confirmedAt: Date): Date {
    return new Date(confirmedAt.getTime() + this.config.session.stepUp * 1000);
  }

  /** @throws Problem `step_up_required` with what this user can step up with */
  async refuse(userId: string): Promise<never> {
    const maxAge = this.config.session.stepUp.toString();
    throw new Problem(StepUpRequired, {
      headers: { 'WWW-Authenticate': `Bearer error="insufficient_user_authentication", max_age="${maxAge}"` },
      members: { methods: await this.methodsOf(userId) },
    });
  }

  /** What proves that it is this user. */
  async methodsOf(userId: string): Promise<StepUpMethod[]> {
    const columns = factorColumns(Prisma.sql`${userId}::uuid`);
    const rows = await this.prisma.query<Factors>(Prisma.sql`SELECT ${columns}`);
    return rows.flatMap(methodsWith);
  }
}
