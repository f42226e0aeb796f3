import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { Config } from '../config/config.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Tracing } from '../tracing/tracing.js';
import { Limits } from './limits.js';
import { traceCommands } from './trace-commands.js';

/** Milliseconds until Redis counts as away. */
const LONGEST_WAIT_MS = 1000;

/** Limits that are counted in the store of the configuration. */
export async function limitsFor({ redisUrl }: Config, metrics: Metrics, tracing: Tracing): Promise<Limits> {
  return new Limits(redisUrl === undefined ? undefined : await connect(redisUrl, tracing), metrics);
}

async function connect(url: string, tracing: Tracing): Promise<Redis> {
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
  if (tracing.isOn) {
    redis.once('end', traceCommands(tracing));
  }
  const logger = new Logger('Limits');
  redis.on('error', (error) => {
    logger.warn(`Redis cannot be reached: ${error.message}`);
  });
  return redis;
}
