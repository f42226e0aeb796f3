import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';

const HOURLY = 60 * 60;

/** Milliseconds that rows are kept after they expired, for whoever has to find out what happened. */
const KEPT = 24 * 60 * 60 * 1000;

/** Clears away what has long expired: sessions, trusted devices, one-time tokens. */
@Injectable()
export class ExpiredRows implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly worker: JobWorker,
  ) {}

  onModuleInit(): void {
    this.worker.every('clear_expired', HOURLY, () => this.clear());
  }

  /** Deletes what expired a day ago or earlier. */
  async clear(): Promise<void> {
    const where = { expiresAt: { lt: new Date(Date.now() - KEPT) } };
    await this.prisma.db.session.deleteMany({ where });
    await this.prisma.db.trustedDevice.deleteMany({ where });
    await this.prisma.db.oneTimeToken.deleteMany({ where });
  }
}
