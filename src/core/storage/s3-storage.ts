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
import type { Bucket } from './bucket-url.js';
import { type ByteStream, checkKey, FileStorage, type StoredFile } from './file-storage.js';

/** Milliseconds to connect, until the answer begins, all tries together, and between two pieces of what is read. */
const TO_CONNECT = 3_000;
const TO_ANSWER = 8_000;
const TO_SUCCEED = 10_000;
const TO_GO_ON = 30_000;

/** Keeps files in a bucket of Amazon S3 or of a store that speaks its protocol. */
export class S3Storage extends FileStorage implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly logger = new Logger('Storage');

  constructor({ name, ...options }: Bucket) {
    super();
    this.bucket = name;
    this.client = new S3Client({
      ...options,
      logger: this.sdkLogger(),
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: TO_CONNECT,
        requestTimeout: TO_ANSWER,
        throwOnRequestTimeout: true,
        socketTimeout: TO_GO_ON,
      },
      // By default the SDK adds checksums in trailers, which many stores that are not Amazon's refuse.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  override async put(key: string, content: Uint8Array | ByteStream, contentType: string): Promise<void> {
    const isWhole = content instanceof Uint8Array;
    const command = new PutObjectCommand({
      ...this.at(key),
      ContentType: contentType,
      Body: isWhole ? content : content.stream,
      ContentLength: isWhole ? content.length : content.size,
    });
    await this.attempt(
      (abortSignal) => this.client.send(command, { abortSignal }),
      isWhole ? undefined : content.stream,
    );
  }

  override async get(key: string): Promise<StoredFile | undefined> {
    const command = new GetObjectCommand(this.at(key));
    const object = await this.attempt(async (abortSignal) => {
      try {
        return await this.client.send(command, { abortSignal });
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
    await this.attempt((abortSignal) => this.client.send(command, { abortSignal }));
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  /** Warnings go to the log; by default the SDK writes some to the console. The rest tells of every request. */
  private sdkLogger() {
    const ignore = (): void => undefined;
    const warn = (text: string): void => this.logger.warn(text);
    return { trace: ignore, debug: ignore, info: ignore, warn, error: warn };
  }

  private at(key: string): { Bucket: string; Key: string } {
    checkKey(key);
    return { Bucket: this.bucket, Key: key };
  }

  /**
   * What a store answers names buckets, hosts and keys: it goes to the log, not to the client.
   *
   * @param source what is sent; the SDK would wait for ever for the rest of one that failed
   */
  private async attempt<T>(work: (signal: AbortSignal) => Promise<T>, source?: Readable): Promise<T> {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    const timer = setTimeout(abort, TO_SUCCEED);
    source?.once('error', abort);
    try {
      return await work(controller.signal);
    } catch (error) {
      this.logger.error(`The bucket ${this.bucket} cannot be used: ${nameOf(error)}, ${reason(error)}`);
      throw unavailable(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** In Node the SDK hands over the response itself. */
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
