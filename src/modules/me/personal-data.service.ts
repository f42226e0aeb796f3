import { Injectable } from '@nestjs/common';
import type { AuditEvent } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { SessionsService } from '../sessions/sessions.service.js';

/** Audit rows read at once. */
const BATCH = 500;

/** What is stored about a person, but for what would be a secret (hashes, sealed secrets). */
export interface PersonalData {
  readonly about: Readonly<Record<string, unknown>>;
  /** All that he did and all that was done to him, oldest first; read as it is asked for, however much it is. */
  readonly audit: AsyncIterable<AuditEvent>;
}

/** Gathers everything that is stored about a person (GDPR, article 15 and 20). */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly sessions: SessionsService,
  ) {}

  async gather(userId: string): Promise<PersonalData> {
    const { db } = this.prisma;
    const [profile, logins, apiKeys] = await Promise.all([
      this.profile(userId),
      this.sessions.listActive(userId),
      db.apiKey.findMany({ where: { membership: { userId } }, omit: { keyHash: true } }),
    ]);
    const { emails, memberships, trustedDevices, knownDevices, passkeys, totp, ...user } = profile;
    const { teams, others } = splitTeams(memberships);
    const authenticatorApp = totp && { createdAt: totp.createdAt, activatedAt: totp.activatedAt };
    return {
      about: {
        profile: user,
        emails,
        logins: logins.map(({ tokenId: _tokenId, ...login }) => login),
        trustedDevices,
        knownDevices,
        secondFactors: { passkeys, authenticatorApp },
        memberships: others,
        teams,
        apiKeys,
      },
      audit: this.audit(userId),
    };
  }

  private profile(userId: string) {
    return this.prisma.db.user.findUniqueOrThrow({
      where: { id: userId },
      omit: { passwordHash: true },
      include: {
        emails: true,
        trustedDevices: { omit: { secretHash: true } },
        knownDevices: true,
        passkeys: { select: { id: true, name: true, createdAt: true, lastUsedAt: true } },
        totp: { select: { createdAt: true, activatedAt: true } },
        memberships: {
          include: {
            organization: { select: { slug: true, name: true } },
            role: { select: { name: true } },
            teams: { include: { team: { select: { name: true } }, role: { select: { name: true } } } },
            projects: true,
            artifacts: true,
            integrations: { omit: { credentialsEncrypted: true } },
          },
        },
      },
    });
  }

  private async *audit(userId: string): AsyncGenerator<AuditEvent> {
    let last: string | undefined;
    for (;;) {
      const batch: AuditEvent[] = await this.prisma.db.auditEvent.findMany({
        where: { OR: [{ actorId: userId }, { targetId: userId }], id: { gt: last } },
        orderBy: { id: 'asc' },
        take: BATCH,
      });
      yield* batch;
      last = batch.at(-1)?.id;
      if (batch.length < BATCH) {
        return;
      }
    }
  }
}

function splitTeams<Membership extends { teams: unknown[] }>(memberships: readonly Membership[]) {
  return {
    teams: memberships.flatMap(({ teams }) => teams),
    others: memberships.map(({ teams: _teams, ...membership }) => membership),
  };
}
