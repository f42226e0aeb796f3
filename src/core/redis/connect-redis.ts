import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';

/** Milliseconds until Redis counts as away. */
const LONGEST_WAIT_MS = 1000;

/** A connection to Redis. A command fails at once while there is none. @param user the context of its log lines */
export async function connectRedis(url: string, user: string): Promise<Redis> {
  // Loaded only when it is used.
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    connectionName: 'atrium',
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    // One that hangs must not take sign-in along.
    commandTimeout: LONGEST_WAIT_MS,
    socketTimeout: LONGEST_WAIT_MS,
  });
  const logger = new Logger(user);
  redis.on('error', (error) => {
    logger.warn(`Redis cannot be reached: ${error.message}`);
  });
  return redis;
}
