import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { Unavailable } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';

/** Whether the service has all it needs to answer: it listens from the start, and answers once the database is migrated. */
@Injectable()
export class Readiness {
  private ready = false;
  private ending = false;

  /** Whether balancers should send requests. */
  get isReady(): boolean {
    return this.ready && !this.ending;
  }

  declareReady(): void {
    this.ready = true;
  }

  /** The process is stopping. Requests are still answered, but balancers should send no more of them. */
  declareEnding(): void {
    this.ending = true;
  }

  /** Answers the API's routes with 503 until the service is ready. */
  readonly gate: RequestHandler = (request, _response, next) => {
    next(this.ready || !request.path.startsWith('/api/') ? undefined : unavailable());
  };
}

/** The problem that asks a client to try again later. */
export function unavailable(cause?: unknown): Problem {
  return new Problem(Unavailable, { headers: { 'Retry-After': '5' }, cause });
}
