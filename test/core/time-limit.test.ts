import { setTimeout } from 'node:timers/promises';
import { runInContext } from '../../src/core/http/request-context.js';
import { isDatabaseUnavailable } from '../../src/core/prisma/failures.js';
import { outsideTimeLimit, removeTimeLimit, timeLeft } from '../../src/core/prisma/time-limit.js';

/** Milliseconds. */
const LIMIT = 50;
const LONGER = 2 * LIMIT;

/** Runs work as part of a request of its own. */
function inRequest<T>(work: () => T): T {
  const context = { requestId: 'request', remoteIp: '127.0.0.1', userAgent: '' };
  return runInContext(context, work);
}

function failure(): unknown {
  try {
    timeLeft(LIMIT);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('The time of a request in the database', () => {
  it('begins with the first statement, and ends', () =>
    inRequest(async () => {
      await setTimeout(LONGER);
      expect(timeLeft(LIMIT)).toBe(LIMIT);
      await setTimeout(LONGER);
      expect(failure()).toMatchObject({ message: 'The statements of a request took longer than 0.05 s' });
      expect(isDatabaseUnavailable(failure())).toBe(true);
    }));

  it('does not include other work', () =>
    inRequest(async () => {
      timeLeft(LIMIT);
      expect(await outsideTimeLimit(() => setTimeout(LONGER, 'done'))).toBe('done');
      await expect(outsideTimeLimit(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
      expect(timeLeft(LIMIT)).toBeGreaterThan(0);
    }));

  it('has no limit in imports and exports', () =>
    inRequest(() => {
      removeTimeLimit();
      expect(timeLeft(LIMIT)).toBe(Infinity);
    }));

  it('has no limit outside of requests', async () => {
    removeTimeLimit();
    await outsideTimeLimit(() => setTimeout(1));
    expect(timeLeft(LIMIT)).toBe(Infinity);
  });
});
