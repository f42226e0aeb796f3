import type { Response } from 'supertest';
import { expectRefusal } from '../expectations/refusals.js';

/** How many race. */
export const RACERS = 16;

/** How often a race between two is run. The embedded database has one connection, so there is little to their order. */
export const ROUNDS = process.env.TEST_DATABASE_URL ? 16 : 4;

/** Lets them all go at once. @returns what each was answered */
export function race(racer: (number: number) => Promise<Response>): Promise<Response[]> {
  return Promise.all(Array.from({ length: RACERS }, (_, number) => racer(number)));
}

/** Makes each caller wait until that many have called. @returns what they call */
export function barrier(callers: number): () => Promise<void> {
  let arrived = 0;
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived++;
    if (arrived === callers) {
      open();
    }
    return opened;
  };
}

/**
 * Expects that one was answered with success, and that each of the others was refused for one of the reasons.
 *
 * @param reasons status, code and members of a refusal; "too many" is one wherever failures are counted
 * @returns the answer of the winner
 */
export function expectOneWinner(
  answers: Response[],
  ...reasons: (readonly [status: number, code: string, occurrence?: Parameters<typeof expectRefusal>[3]])[]
): Response {
  const [winner, ...others] = answers.filter(({ status }) => status < 300);
  expect(others.map(({ status, body }) => ({ status, body }))).toEqual([]);
  if (!winner) {
    throw new Error(`Nobody won: ${answers.map(({ text }) => text).join('\n')}`);
  }
  for (const answer of answers.filter(({ status }) => status >= 300)) {
    const reason = reasons.find(([, code]) => code === answer.body.code) ?? reasons[0] ?? ([0, ''] as const);
    const [status, code, occurrence] = reason;
    expectRefusal(answer, status, code, occurrence);
    expect('retry-after' in answer.headers).toBe(status === 429);
  }
  return winner;
}
