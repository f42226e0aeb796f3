import { Injectable } from '@nestjs/common';
import type { SessionInfo, UserPrincipal } from '../../access/principal.js';
import { unauthenticated } from '../../access/session.guard.js';
import { SessionToken } from '../../access/session-token.js';
import type { StepUpMethod } from '../../access/step-up.queries.js';
import { Config } from '../../core/config/config.js';
import { newId } from '../../core/ids/ids.js';
import type { Prisma, Session } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { Retention } from '../../core/jobs/retention.js';
import { past } from '../../core/jobs/retention.queries.js';
import { AuditService } from '../audit/audit.service.js';
import { InvalidCredentials } from './sessions.problems.js';
import { leavingClosed, opening } from './sign-in/sign-in.queries.js';

/** Where a login comes from. */
export interface Device {
  /** Names the browser. */
  readonly deviceId: string;
  /** The client sent the id, so it stores cookies. */
  readonly sentId?: boolean;
  readonly remoteIp: string;
  readonly userAgent: string;
}

/** A session and the token that only its owner ever sees. */
export interface OpenedSession {
  readonly id: string;
  readonly userId: string;
  readonly token: string;
  readonly expiresAt: Date;
  /** A temporary password was used and must be changed, or the account has no password yet. */
  readonly passwordChangeRequired: boolean;
}

/** The life of logins: opened, renewed, listed, ended. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly config: Config,
    private readonly tokens: SessionToken,
    private readonly audit: AuditService,
    retention: Retention,
  ) {
    // A day longer than they are valid, for questions about what happened.
    retention.register('Session', past('expiresAt', { days: 1 }));
  }

  /**
   * Opens a session of a user who has proved their identity, in the user's primary organization or in none. The first
   * session makes a pending account active.
   *
   * @param amr RFC 8176 names of the methods that were used
   * @param passwordHash the hash of the password of this sign-in, if there was one
   * @throws Problem `invalid_credentials` when the account was suspended or deleted, or the password changed, just now
   */
  async open(
    userId: string,
    amr: readonly string[],
    device: Device,
    passwordHash: string | null = null,
  ): Promise<OpenedSession> {
    const lifetime = this.config.session.absolute;
    const session = { id: newId(), tokenId: newId(), userId, amr, lifetime, ...device };
    const entry = {
      action: 'session.opened',
      actor: { kind: 'user', id: userId },
      target: session.id,
      changes: { amr: [...amr] },
    } as const;
    const entriesFor = (managedById: Prisma.Sql): Prisma.Sql => this.audit.managedRows([entry], managedById);
    return this.prisma.transaction(async () => {
      const [account] = await this.prisma.query(opening(session, passwordHash, entriesFor));
      if (!account) {
        throw new Problem(InvalidCredentials);
      }
      await this.prisma.query(leavingClosed(session.id));
      return this.withToken({ ...session, expiresAt: account.expiresAt }, account.passwordChangeRequired);
    });
  }

  /**
   * Gives a session a new token. The old token stops working. Of several renewals of one token at once, one succeeds.
   *
   * @param change what is recorded with it: the method of a step-up, and its name in `amr`
   * @throws Problem `unauthenticated` when the token is not current any more
   */
  async renew(
    userId: string,
    current: SessionInfo,
    change: { amr?: string; stepUp?: StepUpMethod },
  ): Promise<OpenedSession> {
    const stepUp = change.stepUp && { stepUpAt: await this.prisma.now(), stepUpMethod: change.stepUp };
    const amr = change.amr === undefined ? current.amr : [...new Set([...current.amr, change.amr])];
    const [session] = await this.prisma.db.session.updateManyAndReturn({
      where: { id: current.id, userId, tokenId: current.tokenId },
      data: { tokenId: newId(), amr: [...amr], ...stepUp },
    });
    if (!session) {
      throw unauthenticated();
    }
    return this.withToken(session, change.stepUp !== undefined && current.passwordChangeRequired);
  }

  /** The user's sessions that still count, newest first. */
  async listActive(userId: string): Promise<Session[]> {
    return this.prisma.db.session.findMany({
      where: { userId, ...(await this.active()) },
      orderBy: [{ authTime: 'desc' }, { id: 'desc' }],
    });
  }

  async countActive(userId: string): Promise<number> {
    return this.prisma.db.session.count({ where: { userId, ...(await this.active()) } });
  }

  /** Ends a session of the user at once, and records it as the user's own doing. @returns whether there was one */
  end(userId: string, sessionId: string): Promise<boolean> {
    return this.prisma.transaction(async () => {
      const isEnded = await this.remove(userId, sessionId);
      if (isEnded) {
        await this.audit.record({
          action: 'session.ended',
          actor: { kind: 'user', id: userId },
          target: sessionId,
        });
      }
      return isEnded;
    });
  }

  /** Ends a session of the user at once, without a record. @returns whether there was one */
  async remove(userId: string, sessionId: string): Promise<boolean> {
    const where = { id: sessionId, userId, ...(await this.active()) };
    return (await this.prisma.db.session.deleteMany({ where })).count > 0;
  }

  /** Ends all sessions of the user at once, but the one that is named. */
  async endAll(userId: string, except?: string): Promise<void> {
    await this.prisma.db.session.deleteMany({
      where: { userId, ...(except !== undefined && { id: { not: except } }) },
    });
  }

  /** Makes an organization the one that this session's requests are about. */
  async switchOrganization(principal: UserPrincipal, organizationId: string): Promise<void> {
    const session = await this.prisma.db.session.findFirst({ where: { id: principal.session?.id ?? '' } });
    if (!session || session.activeOrganizationId === organizationId) {
      return;
    }
    const { id, activeOrganizationId: before } = session;
    await this.prisma.db.session.updateMany({ where: { id }, data: { activeOrganizationId: organizationId } });
    await this.audit.record({
      action: 'session.organization_switched',
      actor: principal,
      target: id,
      changes: { organizationId: { before, after: organizationId } },
    });
  }

  /** Removes the organization from all sessions in which it is active. */
  async leaveClosed(organizationId: string): Promise<void> {
    await this.prisma.db.session.updateMany({
      where: { activeOrganizationId: organizationId },
      data: { activeOrganizationId: null },
    });
  }

  /**
   * Removes the organization from the user's sessions in which it is active: the membership was removed or deactivated.
   */
  async leaveOrganization(userId: string, organizationId: string): Promise<void> {
    await this.prisma.db.session.updateMany({
      where: { userId, activeOrganizationId: organizationId },
      data: { activeOrganizationId: null },
    });
  }

  private withToken(
    session: Pick<Session, 'id' | 'userId' | 'tokenId' | 'expiresAt'>,
    passwordChangeRequired: boolean,
  ): OpenedSession {
    const { id, userId, expiresAt } = session;
    return { id, userId, expiresAt, passwordChangeRequired, token: this.tokens.sign(session) };
  }

  /** Neither past its absolute limit nor idle for too long: what the access layer asks of every request. */
  private async active() {
    const now = await this.prisma.now();
    return {
      expiresAt: { gt: now },
      lastUsedAt: { gt: new Date(now.getTime() - this.config.session.idle * 1000) },
    } satisfies Prisma.SessionWhereInput;
  }
}
