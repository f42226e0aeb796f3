import { Injectable } from '@nestjs/common';
import { SessionToken } from '../../access/session-token.js';
import { Config } from '../../core/config/config.js';
import { newId } from '../../core/ids/ids.js';
import type { Prisma, Session } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';

/** Where a login comes from. */
export interface Device {
  /** Names the browser. */
  readonly deviceId: string;
  readonly remoteIp: string;
  readonly userAgent: string;
}

/** A session just opened, and the token that only its owner ever sees. */
export interface OpenedSession {
  readonly id: string;
  readonly userId: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** The life of logins: opened, listed, ended. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly config: Config,
    private readonly tokens: SessionToken,
  ) {}

  /** Opens a session in the user's primary organization, or in none. @param amr RFC 8176 names of the methods used */
  async open(userId: string, amr: readonly string[], device: Device): Promise<OpenedSession> {
    const now = new Date();
    const primary = await this.prisma.db.membership.findFirst({
      where: { userId, isPrimary: true, state: 'Active' },
      select: { organizationId: true },
    });
    const session = await this.prisma.db.session.create({
      data: {
        id: newId(),
        userId,
        tokenId: newId(),
        activeOrganizationId: primary?.organizationId ?? null,
        authTime: now,
        createdAt: now,
        lastUsedAt: now,
        expiresAt: new Date(now.getTime() + this.config.session.absolute * 1000),
        amr: [...amr],
        ...device,
      },
    });
    return { id: session.id, userId, token: this.tokens.sign(session), expiresAt: session.expiresAt };
  }

  /** The user's sessions that still count, newest first. */
  listActive(userId: string): Promise<Session[]> {
    return this.prisma.db.session.findMany({
      where: { userId, ...this.active() },
      orderBy: [{ authTime: 'desc' }, { id: 'desc' }],
    });
  }

  countActive(userId: string): Promise<number> {
    return this.prisma.db.session.count({ where: { userId, ...this.active() } });
  }

  /** Ends a session of the user at once. */
  async end(userId: string, sessionId: string): Promise<void> {
    await this.prisma.db.session.deleteMany({ where: { id: sessionId, userId } });
  }

  /** Makes an organization the one that this session's requests are about. */
  async switchOrganization(userId: string, sessionId: string, organizationId: string): Promise<void> {
    await this.prisma.db.session.updateMany({
      where: { id: sessionId, userId },
      data: { activeOrganizationId: organizationId },
    });
  }

  /** Neither past its absolute limit nor idle for too long: what the access layer asks of every request. */
  private active(): Prisma.SessionWhereInput {
    const now = Date.now();
    return {
      expiresAt: { gt: new Date(now) },
      lastUsedAt: { gt: new Date(now - this.config.session.idle * 1000) },
    };
  }
}
