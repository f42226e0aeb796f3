import { AtriumProblem } from './problem.js';

export interface AttemptOptions {
  /**
   * How often a GET is sent again after a failure of the network or a 503; 2 by default, 0 switches it off. Writes are sent once:
   * their effect may have happened.
   */
  readonly retries?: number;
  /**
   * Is called when a call needs a step-up. The call is sent again once when it resolves, and fails with its error when it rejects.
   * Calls that need a step-up at the same time share one. `problem.methods` names the possible methods.
   */
  readonly onStepUpRequired?: (problem: AtriumProblem) => Promise<unknown>;
}

/** Seconds that a caller waits at most before a further attempt: after a longer `Retry-After`, the problem is thrown at once. */
const LONGEST_WAIT_SECONDS = 10;

/** Makes the attempts of calls. */
export class Attempts {
  private readonly retries: number;
  private stepUp: Promise<unknown> | undefined;

  constructor(private readonly options: AttemptOptions) {
    this.retries = options.retries ?? 2;
  }

  /** @param isSafe whether the request can be sent twice (RFC 9110, section 9.2.1) */
  async of<T>(send: () => Promise<T>, isSafe: boolean, signal: AbortSignal | undefined): Promise<T> {
    const attempt = isSafe ? () => this.again(send, signal) : send;
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof AtriumProblem && error.code === 'step_up_required') || !this.options.onStepUpRequired) {
        throw error;
      }
      await this.steppedUp(error, this.options.onStepUpRequired);
      return attempt();
    }
  }

  private async again<T>(send: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      try {
        return await send();
      } catch (error) {
        signal?.throwIfAborted();
        const seconds = secondsUntilNext(error, failures);
        if (seconds === undefined || seconds > LONGEST_WAIT_SECONDS || failures >= this.retries) {
          throw error;
        }
        await wait(seconds, signal);
      }
    }
  }

  private async steppedUp(problem: AtriumProblem, hook: (problem: AtriumProblem) => Promise<unknown>): Promise<void> {
    this.stepUp ??= hook(problem).finally(() => {
      this.stepUp = undefined;
    });
    await this.stepUp;
  }
}

/** Undefined: a further attempt would fail like this one. */
function secondsUntilNext(error: unknown, failures: number): number | undefined {
  if (error instanceof AtriumProblem) {
    return error.status === 503 ? (error.retryAfterSeconds ?? 1) : undefined;
  }
  // fetch throws a TypeError when the network fails.
  return error instanceof TypeError ? 0.25 * 2 ** failures : undefined;
}

/** @throws the signal's reason when it ends first */
function wait(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
