import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Problem } from '../core/problems/problem.js';
import { Unauthenticated } from './access.problems.js';

/** The one answer to every credential that does not hold (RFC 6750, section 3). */
export function unauthenticated(): Problem {
  return new Problem(Unauthenticated, { headers: { 'WWW-Authenticate': 'Bearer' } });
}

/** Runs passport's session strategy and leaves the caller on the request. */
@Injectable()
export class SessionGuard extends AuthGuard('session') {
  /** @throws Problem when the token is not good, and whatever the look-up threw */
  override handleRequest<Caller>(
    error: unknown,
    caller: Caller | false,
    _info: unknown,
    _context: ExecutionContext,
  ): Caller {
    if (error) {
      throw error instanceof Error ? error : new Error('The session could not be read', { cause: error });
    }
    if (!caller) {
      throw unauthenticated();
    }
    return caller;
  }
}
