import { NO_SPAN, type Span } from './span.js';
import { Tracing } from './tracing.js';

class NoTracing extends Tracing {
  override readonly isOn = false;

  override begin(): Span {
    return NO_SPAN;
  }

  override below(): Span {
    return NO_SPAN;
  }

  override measure<T>(_name: string, _attributes: object, work: () => Promise<T>): Promise<T> {
    return work();
  }
}

/** Measures nothing. */
export const NO_TRACING: Tracing = new NoTracing();
