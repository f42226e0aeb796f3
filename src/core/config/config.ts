import { plainToInstance } from 'class-transformer';
import { isBoolean, isObject, validateSync } from 'class-validator';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { type Bucket, parseBucketUrl } from '../storage/bucket-url.js';
import { CONSOLE_PATH } from '../web/console-path.js';
import { requireWritable } from './data-dir.js';
import { Environment } from './environment.js';
import { listed } from './listed.js';
import { secretProblems } from './secret-rules.js';
import { readSecrets, type Secrets } from './secrets.js';

/** Every problem of the environment at once. Each begins with the variable's name; several have a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    const list = problems.length === 1 ? ` ${problems.join()}` : problems.map((problem) => `\n  - ${problem}`).join('');
    super(`The configuration cannot be used:${list}`);
  }
}

/** The configuration of Atrium. It is read once from the environment; nothing else reads environment variables. */
export abstract class Config {
  abstract readonly production: boolean;
  /** TCP port to listen on. The start replaces 0 by a free one before it reads the configuration. */
  abstract readonly port: number;
  /** Address to listen on. Undefined: all of them. */
  abstract readonly host: string | undefined;
  /** The number of processes that serve the same database. */
  abstract readonly instances: number;
  /** Seconds after which a connection without a request is closed. */
  abstract readonly keepAliveSeconds: number;
  /** Seconds that requests have to end when the process stops. */
  abstract readonly shutdownSeconds: number;
  /** TCP port on which metrics are served; 0 takes a free one. Undefined: there are none. */
  abstract readonly metricsPort: number | undefined;
  /** Base URL of the collector that spans are sent to (OTLP over HTTP). Undefined: nothing is traced. */
  abstract readonly traceCollector: string | undefined;
  /** URL under which clients reach Atrium, with the path that a proxy takes off, without a trailing slash. */
  abstract readonly publicUrl: string;
  /** The console, to whose pages links in mails lead, without a trailing slash. */
  abstract readonly consoleUrl: string;
  /** Origins of pages that may call Atrium from a browser, beside its own. */
  abstract readonly corsOrigins: readonly string[];
  /** URL of the SMTP server. Undefined: mails are written as files to `<dataDir>/mail`. */
  abstract readonly mailUrl: string | undefined;
  /** The sender of mails: an address, with or without a name before it. */
  abstract readonly mailFrom: string;
  /** PostgreSQL's URL. Undefined: the embedded database in `<dataDir>/db`. */
  abstract readonly databaseUrl: string | undefined;
  /** URL of the same database past a pooler, for migrations. Undefined: they use {@link databaseUrl}. */
  abstract readonly databaseDirectUrl: string | undefined;
  /** URL of a replica of that database, which serves lists. Undefined: there is none. */
  abstract readonly databaseReplicaUrl: string | undefined;
  abstract readonly databasePoolSize: number;
  /** Seconds that a request waits for a connection of the pool, or for a new one to be made. */
  abstract readonly databasePoolTimeout: number;
  /** Seconds that a statement waits for a lock. 0: as long as the server lets it. */
  abstract readonly databaseLockTimeout: number;
  /** Seconds that a statement may take, and in which the statements of a request must have begun. 0: no limit. */
  abstract readonly databaseStatementTimeout: number;
  /** Redis' URL. Undefined: limits are counted in this process alone. */
  abstract readonly redisUrl: string | undefined;
  /** The S3-compatible store for files. Undefined: they are in `<dataDir>/files`. */
  abstract readonly bucket: Bucket | undefined;
  /** Absolute path of the folder for all data that Atrium stores in files. */
  abstract readonly dataDir: string;
  abstract readonly secrets: Secrets;
  /** The operator's break-glass credential. Undefined: there is none. */
  abstract readonly rootKey: string | undefined;
  /** Whether an empty database gets the demo's people and things. Never in production. */
  abstract readonly demo: boolean;
  /** The addresses that may register: all of them, those with a pending invitation, or none. */
  abstract readonly registration: 'open' | 'invited' | 'closed';
  /** Addresses and CIDR ranges of proxies whose `X-Forwarded-For` and `Forwarded` are believed. */
  abstract readonly trustedProxies: readonly string[];
  abstract readonly featureFlags: Readonly<Record<string, boolean>>;
  /** Days after which the personal data of a deleted account is erased. */
  abstract readonly accountPurgeDays: number;
  /** Days after which an audit event is deleted. 0: never. */
  abstract readonly auditRetentionDays: number;
  /** Requests that one client may send to public routes that hash, write or mail. Undefined: no limit. Duration in seconds. */
  abstract readonly signInLimit: { readonly points: number; readonly duration: number } | undefined;
  abstract readonly logLevel: Environment['LOG_LEVEL'];
  /** Limits of a session, in seconds. */
  abstract readonly session: { readonly idle: number; readonly absolute: number; readonly stepUp: number };
}

/**
 * Reads and validates the environment.
 *
 * @throws ConfigError naming every variable that is missing or wrong
 */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const environment = plainToInstance(Environment, pick(variables));
  const problems = [...wrongVariables(environment), ...secretProblems(environment), ...contradictions(environment)];
  if (problems.length > 0) {
    throw new ConfigError(problems);
  }
  const dataDir = resolve(environment.DATA_DIR);
  requireDataDir(dataDir, environment);
  const publicUrl = withoutSlash(new URL(environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`).href);
  return {
    production: environment.NODE_ENV === 'production',
    port: environment.PORT,
    host: environment.HOST,
    instances: environment.INSTANCES,
    keepAliveSeconds: environment.KEEP_ALIVE_SECONDS,
    shutdownSeconds: environment.SHUTDOWN_SECONDS,
    metricsPort: environment.METRICS_PORT,
    traceCollector: environment.OTEL_EXPORTER_OTLP_ENDPOINT,
    publicUrl,
    consoleUrl: withoutSlash(environment.CONSOLE_URL ?? `${publicUrl}${CONSOLE_PATH}`),
    corsOrigins: listed(environment.CORS_ORIGINS),
    mailUrl: environment.MAIL_URL,
    mailFrom: environment.MAIL_FROM ?? `Atrium <no-reply@${new URL(publicUrl).hostname}>`,
    databaseUrl: environment.DATABASE_URL,
    databaseDirectUrl: environment.DATABASE_DIRECT_URL,
    databaseReplicaUrl: environment.DATABASE_REPLICA_URL,
    databasePoolSize: environment.DATABASE_POOL_SIZE,
    databasePoolTimeout: environment.DATABASE_POOL_TIMEOUT_SECONDS,
    databaseLockTimeout: environment.DATABASE_LOCK_TIMEOUT_SECONDS,
    databaseStatementTimeout: environment.DATABASE_STATEMENT_TIMEOUT_SECONDS,
    redisUrl: environment.REDIS_URL,
    bucket: environment.STORAGE_URL === undefined ? undefined : parseBucketUrl(environment.STORAGE_URL),
    dataDir,
    secrets: readSecrets(join(dataDir, 'secrets.json'), environment),
    rootKey: environment.ROOT_KEY,
    demo: environment.DEMO === undefined ? isDemoByDefault(environment) : environment.DEMO === 'true',
    registration: environment.REGISTRATION ?? (environment.NODE_ENV === 'production' ? 'invited' : 'open'),
    trustedProxies: listed(environment.TRUSTED_PROXIES),
    featureFlags: parseFlags(environment.FEATURE_FLAGS) ?? {},
    accountPurgeDays: environment.ACCOUNT_PURGE_DAYS,
    auditRetentionDays: environment.AUDIT_RETENTION_DAYS,
    signInLimit: parseLimit(environment.RATE_LIMIT_SIGN_IN),
    logLevel: environment.LOG_LEVEL,
    session: {
      idle: environment.SESSION_IDLE_SECONDS,
      absolute: environment.SESSION_ABSOLUTE_SECONDS,
      stepUp: environment.STEP_UP_SECONDS,
    },
  };
}

function pick(variables: NodeJS.ProcessEnv): Partial<Record<string, string>> {
  const names = [...Object.keys(new Environment())];
  return Object.fromEntries(names.filter((name) => variables[name]).map((name) => [name, variables[name]]));
}

function wrongVariables(environment: Environment): string[] {
  return validateSync(environment, { whitelist: true }).flatMap(({ constraints }) => Object.values(constraints ?? {}));
}

/** @throws ConfigError when files must be written to the folder, and cannot be */
function requireDataDir(dataDir: string, environment: Environment): void {
  const { DATABASE_URL, MAIL_URL, STORAGE_URL, JWT_SECRET, ENCRYPTION_KEY } = environment;
  if ([DATABASE_URL, MAIL_URL, STORAGE_URL, JWT_SECRET, ENCRYPTION_KEY].some((value) => value === undefined)) {
    try {
      requireWritable(dataDir);
    } catch (error) {
      throw new ConfigError([`DATA_DIR cannot be written: ${(error as Error).message}`]);
    }
  }
}

function contradictions(environment: Environment): string[] {
  const problems: string[] = [];
  if (environment.DEMO === 'true' && environment.NODE_ENV === 'production') {
    problems.push('DEMO must not be true when NODE_ENV is production');
  }
  if (environment.METRICS_PORT === environment.PORT && environment.PORT !== 0) {
    problems.push('METRICS_PORT must not be the same as PORT');
  }
  if (environment.PUBLIC_URL !== undefined && !isPlace(environment.PUBLIC_URL)) {
    problems.push('PUBLIC_URL must be an origin, with a path at most, as in https://example.com/atrium');
  }
  for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URL', 'MAIL_URL'] as const) {
    if (environment[name]?.includes('://') && !URL.canParse(environment[name])) {
      problems.push(`${name} must be a URL; signs like @ : / in a user or password are percent-encoded`);
    }
  }
  for (const name of ['DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URL'] as const) {
    if (environment[name] !== undefined && environment.DATABASE_URL === undefined) {
      problems.push(`${name} needs DATABASE_URL: the embedded database has no server`);
    }
  }
  if (environment.STORAGE_URL !== undefined && !parseBucketUrl(environment.STORAGE_URL)) {
    problems.push(
      'STORAGE_URL must be like s3://key:secret@bucket?endpoint=https://…&region=…&forcePathStyle=true; signs like @ : / in a key or secret are percent-encoded',
    );
  }
  if (!listed(environment.CORS_ORIGINS).every(isOrigin)) {
    problems.push('CORS_ORIGINS must be a comma list of origins, as in https://console.example.com, without a path');
  }
  if (!listed(environment.TRUSTED_PROXIES).every(isProxy)) {
    problems.push('TRUSTED_PROXIES must be a comma list of IP addresses and CIDR ranges');
  }
  if (!parseFlags(environment.FEATURE_FLAGS)) {
    problems.push('FEATURE_FLAGS must be a JSON object of flag name to true or false');
  }
  return problems;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** An origin and a path that can be used in a cookie and before other paths. Other rules refuse what is no URL. */
function isPlace(text: string): boolean {
  if (!URL.canParse(text)) {
    return true;
  }
  const { origin, pathname, href } = new URL(text);
  return href === `${origin}${pathname}` && !/[?#]/.test(text) && /^(\/[\w.~%-]+)*\/*$/.test(pathname);
}

/** Scheme, host and port alone, written as browsers write it (RFC 6454, section 6.2). */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

/** An address, or a range of them in CIDR notation (RFC 4632, section 3.1). */
function isProxy(text: string): boolean {
  const [address = '', bits = '1', ...rest] = text.split('/');
  const longest = isIP(address) === 4 ? 32 : 128;
  return isIP(address) > 0 && /^[1-9]\d*$/.test(bits) && Number(bits) <= longest && rest.length === 0;
}

function isDemoByDefault(environment: Environment): boolean {
  return environment.NODE_ENV !== 'production' && environment.DATABASE_URL === undefined;
}

/** Reads `30;w=60`. Undefined for `off`; the rules of the environment refuse everything else. */
function parseLimit(text: string): { points: number; duration: number } | undefined {
  const [points, duration] = text.split(';w=').map(Number);
  return points && duration ? { points, duration } : undefined;
}

function parseFlags(json: string): Record<string, boolean> | undefined {
  try {
    const flags: unknown = JSON.parse(json);
    const valid = isObject(flags) && !Array.isArray(flags) && Object.values(flags).every(isBoolean);
    return valid ? (flags as Record<string, boolean>) : undefined;
  } catch {
    return undefined;
  }
}
