import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { NO_TRACING } from '../tracing/no-tracing.js';
import type { Tracing } from '../tracing/tracing.js';
import { FileFolder } from './file-folder.js';
import type { FileStorage } from './file-storage.js';

/** The place for files that the configuration names. */
export async function storageFor({ bucket, dataDir }: Config, tracing: Tracing = NO_TRACING): Promise<FileStorage> {
  if (!bucket) {
    return new FileFolder(join(dataDir, 'files'));
  }
  // The SDK takes a quarter of a second to load: it is loaded only when it is used.
  const { S3Storage } = await import('./s3-storage.js');
  return new S3Storage(bucket, { tracing });
}
