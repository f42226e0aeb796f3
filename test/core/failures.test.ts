import pg from 'pg';
import {
  describeFailure,
  isConflict,
  isDatabaseUnavailable,
  violatedConstraint,
} from '../../src/core/prisma/failures.js';
import { Prisma } from '../../src/core/prisma/generated/client.js';

function withCode(code: string, message = 'x'): Error {
  return Object.assign(new Error(message), { code });
}

function databaseError(code: string, more: object = {}): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError('x', 1, 'error'), { code, ...more });
}

/** As Prisma wraps what its driver adapter threw. */
function prismaError(code: string, cause: object): Error {
  const driverAdapterError = Object.assign(new Error('x'), { name: 'DriverAdapterError', cause });
  return new Prisma.PrismaClientKnownRequestError('x', { code, clientVersion: '7', meta: { driverAdapterError } });
}

describe('The database is not available', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EPIPE',
    'ETIMEDOUT',
  ])('when the network says %s', (code) => {
    expect(isDatabaseUnavailable(withCode(code))).toBe(true);
  });

  it.each([
    ['08006', 'connection_failure'],
    ['08P01', 'protocol_violation'],
    ['53300', 'too_many_connections'],
    ['53100', 'disk_full'],
    ['57P01', 'admin_shutdown'],
    ['57P02', 'crash_shutdown'],
    ['57P03', 'cannot_connect_now'],
    ['57014', 'query_canceled'],
    ['55P03', 'lock_not_available'],
    ['25006', 'read_only_sql_transaction'],
    ['40P01', 'deadlock_detected'],
    ['40001', 'serialization_failure'],
  ])('when PostgreSQL says %s, %s', (code) => {
    expect(isDatabaseUnavailable(databaseError(code))).toBe(true);
    expect(isDatabaseUnavailable(prismaError('P2010', { kind: 'postgres', originalCode: code }))).toBe(true);
  });

  it.each(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'])('when Prisma says %s', (code) => {
    expect(isDatabaseUnavailable(prismaError(code, {}))).toBe(true);
  });

  it.each([
    'DatabaseNotReachable',
    'ConnectionClosed',
    'SocketTimeout',
    'TooManyConnections',
    'TransactionWriteConflict',
  ])('when the driver adapter says %s', (kind) => {
    expect(isDatabaseUnavailable(prismaError('P2010', { kind }))).toBe(true);
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('when the driver says, without a code: %s', (message) => {
    expect(isDatabaseUnavailable(new Error(message))).toBe(true);
  });

  it('when that is the cause of the cause', () => {
    const cause = new Error('y', { cause: new Error('z', { cause: withCode('ECONNREFUSED') }) });
    expect(isDatabaseUnavailable(new Error('x', { cause }))).toBe(true);
  });
});

describe('The database is available', () => {
  it.each([
    ['23505', 'unique_violation'],
    ['23503', 'foreign_key_violation'],
    ['42P01', 'undefined_table'],
    ['25P02', 'in_failed_sql_transaction'],
    ['28P01', 'invalid_password'],
    ['3D000', 'invalid_catalog_name'],
  ])('when PostgreSQL says %s, %s', (code) => {
    expect(isDatabaseUnavailable(databaseError(code))).toBe(false);
    expect(isDatabaseUnavailable(prismaError('P2010', { kind: 'postgres', originalCode: code }))).toBe(false);
  });

  it.each([new Error('x'), new TypeError('timeout'), 'ECONNREFUSED', null, undefined, 8006, {}, []])(
    'as far as %p tells',
    (error) => {
      expect(isDatabaseUnavailable(error)).toBe(false);
    },
  );

  it('as far as causes that lead round in a circle tell', () => {
    const error = new Error('x');
    error.cause = error;
    expect(isDatabaseUnavailable(error)).toBe(false);
    expect(violatedConstraint(error)).toBeUndefined();
  });
});

describe('The constraint that was violated', () => {
  it('is named by the driver', () => {
    expect(violatedConstraint(databaseError('23505', { constraint: 'UserEmail_owner_key' }))).toBe(
      'UserEmail_owner_key',
    );
  });

  it('is named by Prisma', () => {
    const cause = { kind: 'UniqueConstraintViolation', constraint: { index: 'UserEmail_owner_key' } };
    expect(violatedConstraint(prismaError('P2002', cause))).toBe('UserEmail_owner_key');
  });

  it.each([
    ['23503', 'ForeignKeyConstraintViolation', 'P2003'],
    ['23001', 'RestrictViolation', 'P2039'],
  ])('is a foreign key too: %s, %s', (code, kind, prismaCode) => {
    const constraint = 'Membership_roleId_fkey';
    expect(violatedConstraint(databaseError(code, { constraint }))).toBe(constraint);
    expect(violatedConstraint(prismaError(prismaCode, { kind, constraint: { index: constraint } }))).toBe(constraint);
  });

  it.each([
    ['another violation', databaseError('23514', { constraint: 'UserEmail_address_check' })],
    ['fields alone', prismaError('P2002', { kind: 'UniqueConstraintViolation', constraint: { fields: ['a'] } })],
    ['an unknown row', prismaError('P2025', {})],
    ['another error', new Error('x')],
    ['nothing', undefined],
  ])('is not named by %s', (_, error) => {
    expect(violatedConstraint(error)).toBeUndefined();
  });
});

describe('A conflict of two transactions', () => {
  it.each(['40P01', '40001'])('is recognized by the code %s, from the driver and from Prisma', (code) => {
    expect(isConflict(databaseError(code))).toBe(true);
    expect(isConflict(prismaError('P2010', { kind: 'postgres', originalCode: code }))).toBe(true);
  });

  it('is recognized by what the driver adapter calls it', () => {
    expect(isConflict(prismaError('P2034', { kind: 'TransactionWriteConflict' }))).toBe(true);
  });

  it.each(['25006', '23505', '55P03', '57014', '57P01'])('is not %s', (code) => {
    expect(isConflict(databaseError(code))).toBe(false);
    expect(isConflict(prismaError('P2010', { kind: 'postgres', originalCode: code }))).toBe(false);
  });
});

describe('The description of a failure', () => {
  it.each([
    [
      'the driver',
      Object.assign(databaseError('57P01'), { message: 'terminating connection' }),
      '57P01: terminating connection',
    ],
    [
      'Prisma’s driver adapter',
      prismaError('P2010', { kind: 'postgres', originalCode: '55P03', originalMessage: 'canceling statement' }),
      '55P03: canceling statement',
    ],
    [
      'Prisma',
      withCode('P2028', '\nInvalid call in\n/a/file:1\n\nThe transaction expired'),
      'P2028: The transaction expired',
    ],
    ['an error without a message', withCode('ECONNREFUSED', ''), 'ECONNREFUSED'],
    ['an error without a code', new Error('Connection terminated'), 'Connection terminated'],
    ['no error', 'text', 'text'],
  ])('is one line from %s', (_, error, line) => {
    expect(describeFailure(error)).toBe(line);
  });
});
