import type { Config } from '../config/config.js';
import { type Metrics, NO_METRICS } from './metrics.js';

/** The metrics of the configuration. Without a port for them, nothing is measured, and the library is not loaded. */
export async function metricsFor({ metricsPort }: Config): Promise<Metrics> {
  if (metricsPort === undefined) {
    return NO_METRICS;
  }
  const { PrometheusMetrics } = await import('./prometheus-metrics.js');
  return new PrometheusMetrics();
}
