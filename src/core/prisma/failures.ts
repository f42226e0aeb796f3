import { Prisma } from './generated/client.js';

/** SQLSTATE classes that say the server is not there or not ready: connection, out of resources, operator intervention. */
const UNAVAILABLE_CLASSES = /^(08|53|57P)/;

const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  // Prisma: cannot reach, timed out reaching, connection closed, no connection free in time.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
]);

/** What the `pg` driver says, without a code, when a connection is lost or cannot be had in time. */
const UNAVAILABLE_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Unable to start a transaction in the given time|Transaction API error: (Transaction not found|Unable to start)/;

/** Whether an error, or one of its causes, means that the database cannot be reached now. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return causes(error).some(
    (cause) =>
      (typeof cause.code === 'string' && (UNAVAILABLE_CODES.has(cause.code) || UNAVAILABLE_CLASSES.test(cause.code))) ||
      (typeof cause.originalCode === 'string' && UNAVAILABLE_CLASSES.test(cause.originalCode)) ||
      UNAVAILABLE_KINDS.has(cause.kind ?? '') ||
      UNAVAILABLE_MESSAGES.test(cause.message ?? ''),
  );
}

/** What Prisma's driver adapter calls a lost or refused connection. */
const UNAVAILABLE_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);

/** Whether two transactions waited for each other's rows, and PostgreSQL ended this one. */
export function isDeadlock(error: unknown): boolean {
  return causes(error).some(({ code, originalCode }) => code === DEADLOCK || originalCode === DEADLOCK);
}

const DEADLOCK = '40P01';

/**
 * SQLSTATEs of what the database refuses by name: what must be unique is there already, or what goes is still referred to
 * (an error of its own from PostgreSQL 18 on).
 */
const VIOLATION_CODES = new Set(['23505', '23503', '23001']);

/** What Prisma's driver adapter calls them. */
const VIOLATION_KINDS = new Set(['UniqueConstraintViolation', 'ForeignKeyConstraintViolation', 'RestrictViolation']);

/** The name of the unique constraint, unique index or foreign key an error says was violated, else undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  for (const cause of causes(error)) {
    if (VIOLATION_CODES.has(String(cause.code)) && typeof cause.constraint === 'string') {
      return cause.constraint;
    }
    if (VIOLATION_KINDS.has(cause.kind ?? '') && isRecord(cause.constraint)) {
      return typeof cause.constraint.index === 'string' ? cause.constraint.index : undefined;
    }
  }
  return undefined;
}

interface Cause {
  code?: unknown;
  originalCode?: unknown;
  kind?: string;
  message?: string;
  constraint?: unknown;
}

/** The error and everything it was caused by: Prisma keeps the driver's error in `meta` or `cause`. */
function causes(error: unknown): Cause[] {
  const found: Cause[] = [];
  let next: unknown = error;
  while (isRecord(next) && found.length < 8) {
    found.push(next);
    next = next instanceof Prisma.PrismaClientKnownRequestError ? next.meta?.driverAdapterError : next.cause;
  }
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
