import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { type ByteStream, FileStorage, type StoredFile } from '../../core/storage/file-storage.js';

/** The job that removes contents unless an artifact has them. */
const SWEEP = 'artifact_sweep';

interface SweepPayload {
  readonly keys: readonly string[];
}

/** Contents that one job removes. */
const BATCH = 500;

/** Seconds after which what was stored must be in use. No transaction lasts as long. */
const TIME_TO_BE_USED = 60 * 60;

/** The declared type of a content is stored with the artifact; the store need not know it. */
const TYPE = 'application/octet-stream';

/** Keeps the contents of artifacts, exactly as long as an artifact has them. */
@Injectable()
export class ArtifactContentsService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly storage: FileStorage,
    private readonly jobs: Jobs,
    private readonly worker: JobWorker,
  ) {}

  onModuleInit(): void {
    this.worker.register(SWEEP, (payload) => this.sweep(payload as SweepPayload));
  }

  /**
   * Stores a content under a new key. It is deleted automatically when no artifact has it in time, so a failure of the
   * process or the database leaves no file behind.
   *
   * @throws Problem `unavailable`
   */
  async store(content: Uint8Array | ByteStream): Promise<string> {
    const key = `artifacts/${randomUUID()}`;
    await this.plan([key], TIME_TO_BE_USED);
    await this.storage.put(key, content, TYPE);
    return key;
  }

  /** The content, or undefined when the store has lost it. @throws Problem `unavailable` */
  read(key: string): Promise<StoredFile | undefined> {
    return this.storage.get(key);
  }

  /** Removes a content that no artifact has any more, once the running transaction has committed. */
  discard(key: string): Promise<void> {
    return this.plan([key]);
  }

  /** The same for all artifacts of a project. */
  async discardOf(projectId: string): Promise<void> {
    const artifacts = await this.prisma.db.artifact.findMany({
      where: { projectId, contentKey: { not: null } },
      select: { contentKey: true },
    });
    const keys = artifacts.flatMap(({ contentKey }) => contentKey ?? []);
    for (let start = 0; start < keys.length; start += BATCH) {
      await this.plan(keys.slice(start, start + BATCH));
    }
  }

  private plan(keys: readonly string[], delay?: number): Promise<void> {
    return this.jobs.enqueue(SWEEP, { keys } satisfies SweepPayload, { delay });
  }

  private async sweep({ keys }: SweepPayload): Promise<void> {
    const used = await this.prisma.db.artifact.findMany({
      where: { contentKey: { in: [...keys] } },
      select: { contentKey: true },
    });
    const kept = new Set(used.map(({ contentKey }) => contentKey));
    for (const key of keys.filter((it) => !kept.has(it))) {
      await this.storage.delete(key);
    }
  }
}
