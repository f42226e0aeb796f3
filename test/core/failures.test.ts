import pg from 'pg';
import { Prisma } from '../../src/core/prisma/generated/client.js';
import { isDatabaseUnavailable, isDeadlock, violatedConstraint } from '../../src/core/prisma/failures.js';

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

describe('The database cannot be reached', () => {
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
  ])('when PostgreSQL says %s, %s', (code) => {
    expect(isDatabaseUnavailable(databaseError(code))).toBe(true);
    expect(isDatabaseUnavailable(prismaError('P2010', { kind: 'postgres', originalCode: code }))).toBe(true);
  });

  it.each(['P1001', 'P1002', 'P1008', 'P1017', 'P2024'])('when Prisma says %s', (code) => {
    expect(isDatabaseUnavailable(prismaError(code, {}))).toBe(true);
  });

  it.each(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])(
    'when the driver adapter says %s',
    (kind) => {
      expect(isDatabaseUnavailable(prismaError('P2010', { kind }))).toBe(true);
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Transaction API error: Unable to start a transaction in the given time.',
  ])('when the driver says, without a code: %s', (message) => {
    expect(isDatabaseUnavailable(new Error(message))).toBe(true);
  });

  it('when that is the cause of the cause', () => {
    const cause = new Error('y', { cause: new Error('z', { cause: withCode('ECONNREFUSED') }) });
    expect(isDatabaseUnavailable(new Error('x', { cause }))).toBe(true);
  });
});

describe('The database can be reached', () => {
  it.each([
    ['23505', 'unique_violation'],
    ['23503', 'foreign_key_violation'],
    ['42P01', 'undefined_table'],
    ['40001', 'serialization_failure'],
    ['40P01', 'deadlock_detected'],
    ['57014', 'query_canceled'],
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

describe('A deadlock', () => {
  it('is told from the driver and from Prisma', () => {
    expect(isDeadlock(databaseError('40P01'))).toBe(true);
    expect(isDeadlock(prismaError('P2010', { kind: 'postgres', originalCode: '40P01' }))).toBe(true);
  });

  it.each(['40001', '23505', '57P01'])('is not %s', (code) => {
    expect(isDeadlock(databaseError(code))).toBe(false);
    expect(isDeadlock(prismaError('P2010', { kind: 'postgres', originalCode: code }))).toBe(false);
  });
});
