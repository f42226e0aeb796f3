import { runningSpan } from './running-span.js';
import type { Span } from './span.js';

/** The values of a span. Log lines have the same ones: never an address, a query, a body or a parameter of a statement. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Headers, of which `traceparent` and `tracestate` are read (W3C Trace Context). */
export type TraceHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Measures the steps of requests and jobs as spans of traces.
 *
 * @example await tracing.measure('smtp send', {}, () => transport.sendMail(mail))
 */
export abstract class Tracing {
  /** False: no span is measured. */
  abstract readonly isOn: boolean;

  /**
   * Starts the span of a request or a job.
   *
   * @param parent the span of another process that caused it. Without a valid one, a trace begins
   */
  abstract begin(name: string, kind: 'server' | 'consumer', parent: TraceHeaders): Span;

  /** Starts a span below the running one. Where none runs, as between jobs, nothing is measured. */
  abstract below(name: string, attributes: Attributes): Span;

  /** Measures `work` as a span below the running one. Its rejection marks the span as failed. */
  async measure<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
    const span = this.below(name, attributes);
    try {
      const result = await span.run(work);
      span.end({});
      return result;
    } catch (error) {
      span.end({ failure: kindOf(error) });
      throw error;
    }
  }
}

/** The kind of an error: its code, else its class. Its message may have values. */
export function kindOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return [code, name].find((text) => typeof text === 'string') ?? 'error';
}

/** The header `traceparent` for a request or a job that the running span causes. Undefined: no span runs. */
export function traceParent(): string | undefined {
  return runningSpan()?.traceParent;
}
