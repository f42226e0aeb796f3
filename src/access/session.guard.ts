import { Injectable } from '@nestjs/common';
import { Problem } from '../core/problems/problem.js';
import { Unauthenticated } from './access.problems.js';
import type { Caller } from './caller.js';
import { type IdentifiedRequest, SessionStrategy } from './session.strategy.js';

/** The one answer to every credential that does not hold (RFC 6750, section 3). */
export function unauthenticated(): Problem {
  return new Problem(Unauthenticated);
}

/**
 * Runs passport's session strategy as passport does: on an object that inherits from it and that receives the outcome.
 * Passport's own middleware adds half a dozen properties to every request, for its own logins, after which V8 treats
 * the request as a slow object: a sixth of the requests per second.
 */
@Injectable()
export class SessionGuard {
  constructor(private readonly strategy: SessionStrategy) {}

  /** @throws Problem when the token is not valid, and every error of the look-up */
  identify(request: IdentifiedRequest): Promise<Caller> {
    return new Promise((resolve, reject) => {
      const attempt = Object.create(this.strategy) as SessionStrategy;
      attempt.success = (caller) => {
        resolve(caller as Caller);
      };
      attempt.fail = () => {
        reject(unauthenticated());
      };
      attempt.error = reject;
      attempt.authenticate(request);
    });
  }
}
