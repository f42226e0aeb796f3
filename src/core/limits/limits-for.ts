import type { Config } from '../config/config.js';
import type { Metrics } from '../metrics/metrics.js';
import { connectRedis } from '../redis/connect-redis.js';
import type { Tracing } from '../tracing/tracing.js';
import { Limits } from './limits.js';
import { traceCommands } from './trace-commands.js';

/** Limits that are counted in the store of the configuration. */
export async function limitsFor({ redisUrl }: Config, metrics: Metrics, tracing: Tracing): Promise<Limits> {
  if (redisUrl === undefined) {
    return new Limits(undefined, metrics);
  }
  const redis = await connectRedis(redisUrl, 'Limits');
  if (tracing.isOn) {
    redis.once('end', traceCommands(tracing));
  }
  return new Limits(redis, metrics);
}
