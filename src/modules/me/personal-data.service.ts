import { Injectable } from '@nestjs/common';
import type { AuditEvent } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';

/** Audit rows read at once. */
const BATCH = 500;

/** What is stored about a person, but for what would be a secret (hashes, sealed secrets). */
export interface PersonalData {
  readonly about: Readonly<Record<string, unknown>>;
  /**
   * All events that the user caused or that concern the user, oldest first. They are read page by page, in any number.
   */
  readonly audit: AsyncIterable<AuditEvent>;
}

/** Gathers everything that is stored about a person (GDPR, article 15 and 20). */
@Injectable()
export class PersonalDataService {
  constructor(private readonly prisma: PrismaService) {}

  async gather(userId: string): Promise<PersonalData> {
    const { db } = this.prisma;
    const [profile, apiKeys] = await Promise.all([
      this.profile(userId),
      db.apiKey.findMany({ where: { membership: { userId } }, omit: { keyHash: true } }),
    ]);
    const { emails, sessions, memberships, trustedDevices, knownDevices, ...others } = profile;
    const { passkeys, totp, recoveryCodes, ...user } = others;
    return {
      about: {
        profile: user,
        emails,
        logins: sessions,
        trustedDevices,
        knownDevices,
        secondFactors: { passkeys, authenticatorApp: totp, recoveryCodes },
        ...splitTeams(memberships),
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
        sessions: { omit: { tokenId: true } },
        trustedDevices: { omit: { secretHash: true } },
        knownDevices: true,
        passkeys: { select: { id: true, name: true, createdAt: true, lastUsedAt: true } },
        totp: { select: { createdAt: true, activatedAt: true } },
        recoveryCodes: { select: { usedAt: true } },
        memberships: {
          // What lists are searched and filtered by repeats the names, the address and the state of the account.
          omit: { searchText: true, accountText: true, accountStatus: true, secondFactor: true },
          include: {
            organization: { select: { slug: true, name: true } },
            role: { select: { name: true } },
            teams: { include: { team: { select: { name: true } }, role: { select: { name: true } } } },
            projects: true,
            pins: true,
            ownedProjects: { select: { id: true, name: true } },
            artifacts: { omit: { contentKey: true } },
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
      yield* batch.map((event) => withoutOthers(event, userId));
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
    memberships: memberships.map(({ teams: _teams, ...membership }) => membership),
  };
}

/**
 * Hides the network address and browser of another person, and the changes of another account: they belong to others.
 */
function withoutOthers(event: AuditEvent, userId: string): AuditEvent {
  const byAnother = event.actorKind !== 'anonymous' && event.actorId !== userId;
  const aboutAnother = event.targetKind === 'user' && event.targetId !== userId;
  return {
    ...event,
    ...(byAnother && { sessionId: null, apiKeyId: null, remoteIp: null, userAgent: null, requestId: null }),
    ...(aboutAnother && { changes: {} }),
  };
}
