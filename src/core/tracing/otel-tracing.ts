import { setTimeout } from 'node:timers/promises';
import type { OnApplicationShutdown } from '@nestjs/common';
import { type Context, defaultTextMapGetter, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Span as OtelSpan } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { LoggingExporter } from './logging-exporter.js';
import { runInSpan, runningSpan } from './running-span.js';
import { NO_SPAN, type Span, type SpanEnd } from './span.js';
import { type Attributes, type TraceHeaders, Tracing } from './tracing.js';

/** Milliseconds between two sendings. */
const INTERVAL_MS = 1_000;
/** Milliseconds that the collector may take to answer. Spans of a failed sending are lost. */
const LONGEST_EXPORT_MS = 5_000;
/** Milliseconds that the last spans may delay the end of the process. */
const LAST_EXPORT_MS = 1_000;
/** Spans that wait to be sent. Further ones are dropped. */
const MOST_WAITING = 2_048;

const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER, client: SpanKind.CLIENT };

/** Measures with OpenTelemetry's SDK, and sends spans to a collector as OTLP (JSON over HTTP). */
export class OtelTracing extends Tracing implements OnApplicationShutdown {
  override readonly isOn = true;
  private readonly propagator = new W3CTraceContextPropagator();
  private readonly provider: TracerProvider;
  private readonly tracer;

  /** @param collector base URL: spans are posted to `v1/traces` below it, with the headers of OTEL_EXPORTER_OTLP_HEADERS */
  constructor(collector: string) {
    super();
    const url = `${collector.replace(/\/+$/, '')}/v1/traces`;
    const exporter = new LoggingExporter(new OTLPTraceExporter({ url, timeoutMillis: LONGEST_EXPORT_MS }));
    this.provider = new TracerProvider({
      // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES of the environment replace the name.
      resource: defaultResource()
        .merge(resourceFromAttributes({ 'service.name': 'atrium' }))
        .merge(detectResources({ detectors: [envDetector] })),
      spanProcessors: [
        new BatchSpanProcessor({
          exporter,
          maxQueueSize: MOST_WAITING,
          scheduledDelayMillis: INTERVAL_MS,
          exportTimeoutMillis: LONGEST_EXPORT_MS,
        }),
      ],
    });
    this.tracer = this.provider.getTracer('atrium');
  }

  override begin(name: string, kind: 'server' | 'consumer', parent: TraceHeaders): Span {
    const context = this.propagator.extract(ROOT_CONTEXT, parent, defaultTextMapGetter);
    return this.start(name, kind, {}, context);
  }

  override below(name: string, attributes: Attributes): Span {
    const parent = runningSpan();
    return parent instanceof MeasuredSpan && parent.owner === this
      ? this.start(name, 'client', attributes, parent.context)
      : NO_SPAN;
  }

  /** Sends the spans that wait. A collector that does not answer delays the end of the process by a second at most. */
  async onApplicationShutdown(): Promise<void> {
    const sent = this.provider.shutdown().catch(() => undefined);
    await Promise.race([sent, setTimeout(LAST_EXPORT_MS, undefined, { ref: false })]);
  }

  private start(name: string, kind: keyof typeof KINDS, attributes: Attributes, parent: Context): Span {
    const span = this.tracer.startSpan(name, { kind: KINDS[kind], attributes: { ...attributes } }, parent);
    return new MeasuredSpan(this, span, trace.setSpan(parent, span));
  }
}

/** A span of OpenTelemetry. Its methods can be passed on as functions. */
class MeasuredSpan implements Span {
  readonly traceId: string;
  readonly traceParent: string;

  constructor(
    readonly owner: OtelTracing,
    private readonly span: OtelSpan,
    readonly context: Context,
  ) {
    const { traceId, spanId, traceFlags } = span.spanContext();
    this.traceId = traceId;
    this.traceParent = `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  }

  readonly run = <T>(work: () => T): T => runInSpan(this, work);

  readonly end = ({ name, attributes = {}, failure }: SpanEnd): void => {
    if (name !== undefined) {
      this.span.updateName(name);
    }
    this.span.setAttributes(attributes);
    if (failure !== undefined) {
      this.span.setAttribute('error.type', failure).setStatus({ code: SpanStatusCode.ERROR });
    }
    this.span.end();
  };
}
