import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** The environment variables Atrium reads, with their defaults. `.env.example` explains each to its user. */
export class Environment {
  @IsIn(['development', 'production', 'test'])
  NODE_ENV: 'development' | 'production' | 'test' = 'development';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  @IsOptional()
  @IsString()
  HOST: string | undefined = undefined;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  INSTANCES = 1;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3600)
  KEEP_ALIVE_SECONDS = 65;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(600)
  SHUTDOWN_SECONDS = 20;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  METRICS_PORT: number | undefined = undefined;

  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  OTEL_EXPORTER_OTLP_ENDPOINT: string | undefined = undefined;

  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL: string | undefined = undefined;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must start with postgresql://' })
  DATABASE_URL: string | undefined = undefined;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_DIRECT_URL must start with postgresql://' })
  DATABASE_DIRECT_URL: string | undefined = undefined;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_REPLICA_URL must start with postgresql://' })
  DATABASE_REPLICA_URL: string | undefined = undefined;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  DATABASE_POOL_SIZE = 10;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(60)
  DATABASE_POOL_TIMEOUT_SECONDS = 5;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10)
  DATABASE_LOCK_TIMEOUT_SECONDS = 3;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(60)
  DATABASE_STATEMENT_TIMEOUT_SECONDS = 5;

  /** Where links in mails lead: the origin, and a path if there is one, of the console. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  CONSOLE_URL: string | undefined = undefined;

  @IsString()
  CORS_ORIGINS = '';

  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'MAIL_URL must start with smtp:// or smtps://' })
  MAIL_URL: string | undefined = undefined;

  @IsOptional()
  @Matches(/^([^<>@\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u, {
    message: 'MAIL_FROM must be an address, or a name and an address in angle brackets',
  })
  MAIL_FROM: string | undefined = undefined;

  @IsOptional()
  @IsString()
  STORAGE_URL: string | undefined = undefined;

  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'REDIS_URL must start with redis://' })
  REDIS_URL: string | undefined = undefined;

  @IsString()
  DATA_DIR = '.data';

  /** For this, ENCRYPTION_KEY and ROOT_KEY, secret-rules.ts has the rules. */
  @IsOptional()
  @IsString()
  JWT_SECRET: string | undefined = undefined;

  @IsOptional()
  @IsString()
  ENCRYPTION_KEY: string | undefined = undefined;

  @IsOptional()
  @IsString()
  ROOT_KEY: string | undefined = undefined;

  @IsOptional()
  @IsIn(['true', 'false'])
  DEMO: 'true' | 'false' | undefined = undefined;

  @IsOptional()
  @IsIn(['open', 'invited', 'closed'])
  REGISTRATION: 'open' | 'invited' | 'closed' | undefined = undefined;

  @IsString()
  TRUSTED_PROXIES = '';

  @Matches(/^(off|[1-9]\d{0,8};w=[1-9]\d{0,5})$/, {
    message: 'RATE_LIMIT_SIGN_IN must be a number of requests and a window in seconds, as in 30;w=60, or off',
  })
  RATE_LIMIT_SIGN_IN = '30;w=60';

  @IsString()
  FEATURE_FLAGS = '{}';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3650)
  ACCOUNT_PURGE_DAYS = 30;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(36_500)
  AUDIT_RETENTION_DAYS = 400;

  @IsIn(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
  LOG_LEVEL: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' = 'info';

  @Type(() => Number)
  @IsInt()
  @Min(60)
  SESSION_IDLE_SECONDS = 8 * HOUR;

  @Type(() => Number)
  @IsInt()
  @Min(60)
  SESSION_ABSOLUTE_SECONDS = 7 * DAY;

  @Type(() => Number)
  @IsInt()
  @Min(30)
  STEP_UP_SECONDS = 600;
}
