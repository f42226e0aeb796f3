import { randomUUID } from 'node:crypto';
import { runInContext } from '../../../src/core/http/request-context.js';
import { Problem } from '../../../src/core/problems/problem.js';
import { InvalidCode } from '../../../src/modules/sessions/sessions.problems.js';
import { type AttemptedAccount, SignInAttempts } from '../../../src/modules/sessions/protection/sign-in-attempts.js';
import type { TestApp } from '../app/app.js';
import { newAddress } from '../app/limited-app.js';

/** Fails to sign in so many times, past the door: what a failure leaves behind, without the hash of a wrong password. */
export async function addFailures(
  app: TestApp,
  times: number,
  whose: { account?: AttemptedAccount; remoteIp?: string },
): Promise<void> {
  const { account, remoteIp = newAddress() } = whose;
  const attempts = app.nest.get(SignInAttempts);
  const fail = (): Promise<void> => Promise.reject(new Problem(InvalidCode));
  for (let count = 0; count < times; count++) {
    const somebody = { email: `${randomUUID()}@example.com` };
    const context = { requestId: randomUUID(), remoteIp, userAgent: 'test' };
    const failed = runInContext(context, () => attempts.count(account ?? somebody, 'second_factor', fail));
    await expect(failed).rejects.toThrow(Problem);
  }
}
