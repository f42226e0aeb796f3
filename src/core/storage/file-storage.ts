import type { Readable } from 'node:stream';

/** Bytes on their way, and how many there are. */
export interface ByteStream {
  readonly stream: Readable;
  readonly size: number;
}

/** A stored file. The caller must read the stream to its end or destroy it. */
export interface StoredFile extends ByteStream {
  readonly contentType: string;
}

/** Keeps files under keys such as `avatars/0b54….webp`. All of it throws Problem `unavailable` when the store cannot be reached. */
export abstract class FileStorage {
  /**
   * Resolves once the file would outlast a crash. A part of it is never visible.
   *
   * @param contentType what it is served as; a folder knows it by the key's extension alone
   */
  abstract put(key: string, content: Uint8Array | ByteStream, contentType: string): Promise<void>;

  /** The file, or undefined when there is none. */
  abstract get(key: string): Promise<StoredFile | undefined>;

  /** Resolves as well when there is no such file. */
  abstract delete(key: string): Promise<void>;
}

/** Names of lower-case letters, digits and hyphens, one below the other; the last may have an extension. */
const KEY = /^(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)?$/;
const LONGEST_KEY = 200;

/** @throws Error for a key that could lead out of its place: keys are made by the service, never by clients */
export function checkKey(key: string): void {
  if (key.length > LONGEST_KEY || !KEY.test(key)) {
    throw new Error('Not a key of a file');
  }
}
