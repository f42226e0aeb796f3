import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { unavailable } from '../http/readiness.js';
import { reason } from '../prisma/prepare-database.js';
import { outsideTimeLimit } from '../prisma/time-limit.js';
import { NO_TRACING } from '../tracing/no-tracing.js';
import { traceParent, type Tracing } from '../tracing/tracing.js';
import type { Bucket } from './bucket-url.js';
import { type ByteStream, checkKey, FileStorage, type StoredFile } from './file-storage.js';
import { INACTIVITY_TIMEOUT_MS, InactivityTimeout } from './inactivity-timeout.js';

/** Milliseconds to connect, and without a sign on a connection: longer than {@link InactivityTimeout} waits while something is sent. */
const CONNECT_TIMEOUT_MS = 3_000;
const SOCKET_TIMEOUT_MS = 120_000;

/** Keeps files in a bucket of Amazon S3 or of a store with its protocol. */
export class S3Storage extends FileStorage implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly logger = new Logger('Storage');

  private readonly silence: number;
  private readonly tracing: Tracing;

  /** @param settings.silence milliseconds without a sign of the store after which a request is given up */
  constructor(
    { name, ...options }: Bucket,
    { silence = INACTIVITY_TIMEOUT_MS, tracing = NO_TRACING }: { silence?: number; tracing?: Tracing } = {},
  ) {
    super();
    this.bucket = name;
    this.silence = silence;
    this.tracing = tracing;
    this.client = new S3Client({
      ...options,
      logger: this.sdkLogger(),
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: CONNECT_TIMEOUT_MS,
        socketTimeout: SOCKET_TIMEOUT_MS,
      },
      // By default the SDK adds checksums in trailers, which many stores that are not Amazon's refuse.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    passTraceOn(this.client);
  }

  override async put(key: string, content: Uint8Array | ByteStream, contentType: string): Promise<void> {
    await this.attempt('s3 put', (timeout) => {
      const isWhole = content instanceof Uint8Array;
      if (isWhole) {
        timeout.sending(content.length);
      }
      const command = new PutObjectCommand({
        ...this.at(key),
        ContentType: contentType,
        Body: isWhole ? content : timeout.watch(content.stream),
        ContentLength: isWhole ? content.length : content.size,
      });
      return this.client.send(command, { abortSignal: timeout.signal });
    });
  }

  override async get(key: string): Promise<StoredFile | undefined> {
    const command = new GetObjectCommand(this.at(key));
    const object = await this.attempt('s3 get', async ({ signal }) => {
      try {
        return await this.client.send(command, { abortSignal: signal });
      } catch (error) {
        if (error instanceof NoSuchKey) {
          return undefined;
        }
        throw error;
      }
    });
    return object && fileOf(object);
  }

  override async delete(key: string): Promise<void> {
    const command = new DeleteObjectCommand(this.at(key));
    await this.attempt('s3 delete', ({ signal }) => this.client.send(command, { abortSignal: signal }));
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  /** Warnings go to the log; by default the SDK writes some to the console. The rest is about every request. */
  private sdkLogger() {
    const ignore = (): void => undefined;
    const warn = (text: string): void => this.logger.warn(text);
    return { trace: ignore, debug: ignore, info: ignore, warn, error: warn };
  }

  private at(key: string): { Bucket: string; Key: string } {
    checkKey(key);
    return { Bucket: this.bucket, Key: key };
  }

  /** The answer of a store names buckets, hosts and keys: it is logged, and not sent to the client. */
  private async attempt<T>(name: string, work: (timeout: InactivityTimeout) => Promise<T>): Promise<T> {
    const timeout = new InactivityTimeout(this.silence);
    try {
      return await outsideTimeLimit(() => this.tracing.measure(name, {}, () => work(timeout)));
    } catch (error) {
      this.logger.error(`The bucket ${this.bucket} cannot be used: ${nameOf(error)}, ${reason(error)}`);
      throw unavailable(error);
    } finally {
      timeout.end();
    }
  }
}

/** Sends the trace along. The header comes after the signature, because proxies on the way may change it. */
function passTraceOn(client: S3Client): void {
  const middleware =
    <Call extends object, Result>(next: (call: Call) => Promise<Result>) =>
    (call: Call): Promise<Result> => {
      const { request } = call as { request?: { headers: Record<string, string> } };
      const header = traceParent();
      if (request && header !== undefined) {
        request.headers.traceparent = header;
      }
      return next(call);
    };
  client.middlewareStack.addRelativeTo(middleware, {
    relation: 'after',
    toMiddleware: 'httpSigningMiddleware',
    name: 'traceParent',
  });
}

/** In Node the SDK returns the response itself. */
function fileOf({ Body, ContentLength, ContentType }: GetObjectCommandOutput): StoredFile {
  return {
    stream: Body as Readable,
    size: ContentLength ?? 0,
    contentType: ContentType ?? 'application/octet-stream',
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
