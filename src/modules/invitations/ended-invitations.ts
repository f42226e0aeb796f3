import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';

const HOURLY = 60 * 60;

/** Milliseconds that an invitation is kept after it ended without being accepted. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** Erases invitations that came to nothing: they hold the addresses of people who never came. */
@Injectable()
export class EndedInvitations implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly worker: JobWorker,
  ) {}

  onModuleInit(): void {
    this.worker.every('clear_invitations', HOURLY, () => this.clear());
  }

  /** Deletes what expired or was revoked thirty days ago or earlier. What was accepted stays as long as the account. */
  async clear(): Promise<void> {
    const longAgo = new Date(Date.now() - KEPT);
    await this.prisma.db.invitation.deleteMany({
      where: { acceptedAt: null, OR: [{ expiresAt: { lt: longAgo } }, { revokedAt: { lt: longAgo } }] },
    });
  }
}
