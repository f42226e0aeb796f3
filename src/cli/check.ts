import { lookup } from 'node:dns/promises';
import type { Config } from '../core/config/config.js';
import { describeFailure } from '../core/prisma/failures.js';
import { Database } from '../core/prisma/database.js';
import { missingMigrations } from '../core/prisma/migrator.js';
import { placeOf } from '../core/prisma/place-of.js';
import { locationOf, reason } from '../core/prisma/prepare-database.js';
import { isInRecovery } from '../core/prisma/replica.js';
import { serverPool } from '../core/prisma/server-pool.js';
import { storageFor } from '../core/storage/storage-for.js';
import { loadConfig } from './environment.js';
import { CliError } from './exit.js';

/** What is checked, and a text of what was found. */
interface Check {
  readonly name: string;
  readonly run: () => Promise<string>;
}

/** A key that no file has: reading it needs the right to read, and finds nothing. */
const NO_FILE = 'check/none';

/** Checks what the configuration names, and writes a line for each. @throws CliError when a check fails */
export async function checkCommand(): Promise<void> {
  // A wrong configuration has its own lines, and nothing else can be checked.
  const config = loadConfig();
  write('configuration', 'ok', 'valid');
  let failures = 0;
  for (const { name, run } of checksOf(config)) {
    try {
      write(name, 'ok', await run());
    } catch (error) {
      failures++;
      write(name, 'FAILED', describeError(error));
    }
  }
  if (failures > 0) {
    throw new CliError(`Failed checks: ${failures}`);
  }
}

function checksOf(config: Config): Check[] {
  return [
    { name: 'database', run: () => checkDatabase(config) },
    { name: 'replica', run: () => checkReplica(config) },
    { name: 'redis', run: () => checkRedis(config) },
    { name: 'mail', run: () => checkMail(config) },
    { name: 'storage', run: () => checkStorage(config) },
    { name: 'dns', run: () => checkDns(config) },
  ];
}

async function checkDatabase(config: Config): Promise<string> {
  const database = new Database(config);
  try {
    await database.embedded?.open();
    const missing = await missingMigrations(database.pool);
    const place = locationOf(config);
    return missing.length === 0 ? `${place}, up to date` : `${place}, missing migrations: ${missing.length}`;
  } finally {
    await database.onApplicationShutdown();
  }
}

async function checkReplica(config: Config): Promise<string> {
  const { databaseReplicaUrl } = config;
  if (databaseReplicaUrl === undefined) {
    return 'not used: the database serves all reads';
  }
  const pool = serverPool(config, databaseReplicaUrl);
  try {
    const place = placeOf(databaseReplicaUrl);
    return (await isInRecovery(pool)) ? place : `${place}, not in recovery: no replica`;
  } finally {
    await pool.end();
  }
}

async function checkRedis({ redisUrl }: Config): Promise<string> {
  if (redisUrl === undefined) {
    return 'not used: limits are counted in the process';
  }
  const { Redis } = await import('ioredis');
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
  let failure: Error | undefined;
  redis.on('error', (error) => {
    failure = error;
  });
  try {
    await redis.connect();
    await redis.ping();
    return new URL(redisUrl).host;
  } catch (error) {
    // connect() reports that the connection is closed, without the reason.
    throw failure ?? error;
  } finally {
    redis.disconnect();
  }
}

async function checkMail({ mailUrl, dataDir }: Config): Promise<string> {
  if (mailUrl === undefined) {
    return `not used: mails are files in ${dataDir}/mail`;
  }
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(mailUrl);
  try {
    await transport.verify();
    return new URL(mailUrl).host;
  } finally {
    transport.close();
  }
}

async function checkStorage(config: Config): Promise<string> {
  const storage = await storageFor(config);
  (await storage.get(NO_FILE))?.stream.destroy();
  return config.bucket === undefined ? `${config.dataDir}/files` : `bucket ${config.bucket.name}`;
}

/** The names under which clients and readers of mails reach Atrium. */
async function checkDns({ publicUrl, consoleUrl }: Config): Promise<string> {
  const names = new Set([publicUrl, consoleUrl].map((url) => new URL(url).hostname.replace(/^\[|\]$/g, '')));
  const found = await Promise.all([...names].map(async (name) => `${name} is ${(await lookup(name)).address}`));
  return found.join(', ');
}

function describeError(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof AggregateError ? reason(cause) : describeFailure(cause).split('\n').join(' ');
}

function write(name: string, result: string, text: string): void {
  process.stdout.write(`${name.padEnd(14)}${result.padEnd(8)}${text}\n`);
}
