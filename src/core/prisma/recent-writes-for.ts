import type { Config } from '../config/config.js';
import { connectRedis } from '../redis/connect-redis.js';
import { RecentWrites } from './recent-writes.js';

/** The recent writes of the configuration. Without a replica, nothing reads them. */
export async function recentWritesFor({ databaseReplicaUrl, redisUrl }: Config): Promise<RecentWrites> {
  const isShared = databaseReplicaUrl !== undefined && redisUrl !== undefined;
  return new RecentWrites(isShared ? await connectRedis(redisUrl, 'RecentWrites') : undefined);
}
