import { plainToInstance } from 'class-transformer';
import { isBoolean, isObject, validateSync } from 'class-validator';
import { join, resolve } from 'node:path';
import { Environment } from './environment.js';
import { readSecrets, type Secrets } from './secrets.js';

/** Every problem of the environment at once, a line each that begins with the variable's name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** What Atrium was told at start. Read once from the environment; nothing else reads environment variables. */
export abstract class Config {
  abstract readonly production: boolean;
  /** TCP port to listen on; 0 takes a free one. */
  abstract readonly port: number;
  /** Address to listen on. Undefined: all of them. */
  abstract readonly host: string | undefined;
  /** Origin under which clients reach Atrium, without a trailing slash. Undefined until a free port is known. */
  abstract readonly publicUrl: string;
  /** PostgreSQL's URL. Undefined: the embedded database in `<dataDir>/db`. */
  abstract readonly databaseUrl: string | undefined;
  abstract readonly databasePoolSize: number;
  /** Absolute path of the folder for whatever Atrium keeps in files. */
  abstract readonly dataDir: string;
  abstract readonly secrets: Secrets;
  /** The operator's break-glass credential. Undefined: there is none. */
  abstract readonly rootKey: string | undefined;
  /** Whether an empty database gets the demo's people and things. Never in production. */
  abstract readonly demo: boolean;
  /** Addresses and CIDR ranges of proxies whose `X-Forwarded-For` is believed. */
  abstract readonly trustedProxies: readonly string[];
  abstract readonly featureFlags: Readonly<Record<string, boolean>>;
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
  const problems = [...wrongVariables(environment), ...contradictions(environment)];
  if (problems.length > 0) {
    throw new ConfigError(problems);
  }
  const dataDir = resolve(environment.DATA_DIR);
  return {
    production: environment.NODE_ENV === 'production',
    port: environment.PORT,
    host: environment.HOST,
    publicUrl: (environment.PUBLIC_URL ?? `http://localhost:${environment.PORT.toString()}`).replace(/\/+$/, ''),
    databaseUrl: environment.DATABASE_URL,
    databasePoolSize: environment.DATABASE_POOL_SIZE,
    dataDir,
    secrets: readSecrets(join(dataDir, 'secrets.json'), environment),
    rootKey: environment.ROOT_KEY,
    demo: environment.DEMO === undefined ? isDemoByDefault(environment) : environment.DEMO === 'true',
    trustedProxies: environment.TRUSTED_PROXIES.split(',')
      .map((proxy) => proxy.trim())
      .filter(Boolean),
    featureFlags: parseFlags(environment.FEATURE_FLAGS) ?? {},
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
  return validateSync(environment, { whitelist: true }).flatMap((error) => Object.values(error.constraints ?? {}));
}

function contradictions(environment: Environment): string[] {
  const problems: string[] = [];
  if (environment.DEMO === 'true' && environment.NODE_ENV === 'production') {
    problems.push('DEMO must not be true when NODE_ENV is production');
  }
  if (!parseFlags(environment.FEATURE_FLAGS)) {
    problems.push('FEATURE_FLAGS must be a JSON object of flag name to true or false');
  }
  return problems;
}

function isDemoByDefault(environment: Environment): boolean {
  return environment.NODE_ENV !== 'production' && environment.DATABASE_URL === undefined;
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
