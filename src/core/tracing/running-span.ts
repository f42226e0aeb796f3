import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from './span.js';

const storage = new AsyncLocalStorage<Span>();

/** Runs `work`, and everything it starts, in the span. */
export function runInSpan<T>(span: Span, work: () => T): T {
  return storage.run(span, work);
}

/** The span of the step that runs. Undefined: none, or nothing is measured. */
export function runningSpan(): Span | undefined {
  return storage.getStore();
}
