import { Injectable } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { Unavailable } from '../problems/common.problems.js';
import { Problem } from '../problems/problem.js';

/** Whether the service has all it needs to answer: it listens from the start, and answers once the database is migrated. */
@Injectable()
export class Readiness {
  private ready = false;

  get isReady(): boolean {
    return this.ready;
  }

  declareReady(): void {
    this.ready = true;
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
