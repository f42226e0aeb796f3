import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../core/config/config.js';
import { JobWorker } from '../../core/jobs/job-worker.js';
import { message } from '../../core/i18n/message.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { NotFound } from '../../core/problems/common.problems.js';
import { Problem } from '../../core/problems/problem.js';
import { FileStorage, type StoredFile } from '../../core/storage/file-storage.js';
import { inputProblem } from '../../core/validation/input-errors.js';

/** What pictures are of; also the first part of their paths. */
export type PictureKind = 'avatars' | 'logos';

/** The job that removes a picture unless something refers to it. */
const SWEEP = 'picture_sweep';

interface SweepPayload {
  readonly kind: PictureKind;
  readonly url: string;
}

/** Seconds after which a picture that was stored must be in use. No transaction lasts as long. */
const TIME_TO_BE_USED = 60 * 60;

const NAME = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const TYPE = 'image/webp';

/** Keeps pictures under addresses of this service, exactly as long as something refers to them. */
@Injectable()
export class PicturesService implements OnModuleInit {
  private readonly users = new Map<PictureKind, (url: string) => Promise<boolean>>();

  constructor(
    private readonly storage: FileStorage,
    private readonly jobs: Jobs,
    private readonly worker: JobWorker,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.worker.register(SWEEP, (payload) => this.sweep(payload as SweepPayload));
  }

  /** Registers the check whether a row refers to a picture of that kind. */
  register(kind: PictureKind, isUsed: (url: string) => Promise<boolean>): void {
    this.users.set(kind, isUsed);
  }

  /**
   * Stores a WebP under a new name. It is deleted automatically when no row refers to it in time, so a failure of the
   * process or the database leaves no file behind.
   *
   * @returns its address
   * @throws Problem `unavailable`
   */
  async store(kind: PictureKind, webp: Uint8Array): Promise<string> {
    const name = randomUUID();
    const url = `${this.prefix(kind)}${name}.webp`;
    await this.plan({ kind, url }, TIME_TO_BE_USED);
    await this.storage.put(keyOf(kind, name), webp, TYPE);
    return url;
  }

  /** @throws Problem `not_found`, `unavailable` */
  async read(kind: PictureKind, name: string): Promise<StoredFile> {
    const file = NAME.test(name) ? await this.storage.get(keyOf(kind, name)) : undefined;
    if (!file) {
      throw new Problem(NotFound);
    }
    return file;
  }

  /**
   * Refuses an address without TLS that is none of this service's: browsers load it unencrypted from wherever it leads.
   *
   * @param pointer to the field that holds it
   * @throws Problem `validation_failed`
   */
  requireSafe(kind: PictureKind, url: string | null, pointer: string): void {
    if (url?.startsWith('http:') && this.nameIn(kind, url) === undefined) {
      throw inputProblem([{ pointer, code: 'is_https_url', detail: message('input.https_url') }]);
    }
  }

  /**
   * Removes the picture at an address that is no longer used, once the running transaction has committed. An address
   * elsewhere is left alone, and so is a picture that something else refers to: addresses can be copied.
   */
  async discard(kind: PictureKind, url: string | null): Promise<void> {
    if (url !== null && this.nameIn(kind, url) !== undefined) {
      await this.plan({ kind, url });
    }
  }

  private plan(payload: SweepPayload, delay?: number): Promise<void> {
    return this.jobs.enqueue(SWEEP, payload, { delay });
  }

  private async sweep({ kind, url }: SweepPayload): Promise<void> {
    const name = this.nameIn(kind, url);
    if (name !== undefined && (await this.users.get(kind)?.(url)) === false) {
      await this.storage.delete(keyOf(kind, name));
    }
  }

  private nameIn(kind: PictureKind, url: string): string | undefined {
    const prefix = this.prefix(kind);
    const name = url.startsWith(prefix) ? url.slice(prefix.length).replace(/\.webp$/, '') : '';
    return NAME.test(name) ? name : undefined;
  }

  private prefix(kind: PictureKind): string {
    return `${this.config.publicUrl}/${kind}/`;
  }
}

function keyOf(kind: PictureKind, name: string): string {
  return `${kind}/${name}.webp`;
}
