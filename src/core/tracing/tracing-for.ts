import type { Config } from '../config/config.js';
import { NO_TRACING } from './no-tracing.js';
import type { Tracing } from './tracing.js';

/** The tracing of the configuration. Without a collector, nothing is measured, and the packages of OpenTelemetry are not loaded. */
export async function tracingFor({ traceCollector }: Config): Promise<Tracing> {
  if (traceCollector === undefined) {
    return NO_TRACING;
  }
  const { OtelTracing } = await import('./otel-tracing.js');
  return new OtelTracing(traceCollector);
}
