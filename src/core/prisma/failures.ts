import { Prisma } from './generated/client.js';

/** SQLSTATE classes of a server that is not there or not ready: connection, out of resources, operator intervention. */
const UNAVAILABLE_CLASSES = /^(08|53|57P)/;

/** SQLSTATEs of two transactions of which PostgreSQL ended one: serialization failure, deadlock. */
const CONFLICT_CODES: readonly string[] = ['40001', '40P01'];

const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  // PostgreSQL: a write on a server that a failover made read-only, a lock not given in time, a cancelled statement.
  '25006',
  '55P03',
  '57014',
  ...CONFLICT_CODES,
  // Prisma: cannot reach, timed out reaching, connection closed, no connection free in time, a transaction that has expired
  // or could not begin, a conflict of two.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2034',
]);

/** The messages of the `pg` driver, which have no code, for a connection that is lost or not available in time. */
const UNAVAILABLE_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/;

/** What Prisma's driver adapter calls two transactions of which PostgreSQL ended one. */
const CONFLICT_KIND = 'TransactionWriteConflict';

/** What Prisma's driver adapter calls a lost or refused connection. */
const UNAVAILABLE_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  CONFLICT_KIND,
]);

/**
 * Whether an error, or one of its causes, means that the database cannot do now what it may do later: it cannot be reached,
 * writes nothing for now, or did not give a lock, a connection or an answer in time. The same request can succeed later.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  return causes(error).some(
    ({ code, originalCode, kind, message }) =>
      [code, originalCode].some((it) => typeof it === 'string' && saysUnavailable(it)) ||
      UNAVAILABLE_KINDS.has(kind ?? '') ||
      UNAVAILABLE_MESSAGES.test(message ?? ''),
  );
}

function saysUnavailable(code: string): boolean {
  return UNAVAILABLE_CODES.has(code) || UNAVAILABLE_CLASSES.test(code);
}

/** Whether two transactions were in each other's way, and PostgreSQL ended this one. It may be run again at once. */
export function isConflict(error: unknown): boolean {
  return causes(error).some(
    ({ code, originalCode, kind }) =>
      kind === CONFLICT_KIND || CONFLICT_CODES.some((it) => it === code || it === originalCode),
  );
}

/**
 * The innermost cause of a failure in one line: its code and the message of the database or the driver. It has no
 * values.
 */
export function describeFailure(error: unknown): string {
  const { code, originalCode, kind, message, originalMessage } = causes(error).at(-1) ?? {};
  // Prisma puts the place of the call before its own words.
  const words = (originalMessage ?? message ?? '').trim().split('\n').at(-1);
  const name = [originalCode, code, kind].find((it) => typeof it === 'string');
  return [name, words].filter(Boolean).join(': ') || String(error);
}

/**
 * SQLSTATEs of named refusals of the database: a unique value exists already, or a deleted row is still referred to (a
 * separate error from PostgreSQL 18 on).
 */
const VIOLATION_CODES = new Set(['23505', '23503', '23001']);

/** What Prisma's driver adapter calls them. */
const VIOLATION_KINDS = new Set(['UniqueConstraintViolation', 'ForeignKeyConstraintViolation', 'RestrictViolation']);

/**
 * The name of the unique constraint, unique index or foreign key that was violated according to an error, else
 * undefined.
 */
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
  originalMessage?: string;
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
