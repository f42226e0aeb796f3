import { Logger } from '@nestjs/common';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { reason } from '../prisma/prepare-database.js';

/** An exporter that logs once when sending begins to fail, and once when it works again. */
export class LoggingExporter implements SpanExporter {
  private readonly logger = new Logger('Tracing');
  private isAway = false;

  constructor(private readonly exporter: SpanExporter) {}

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.exporter.export(spans, (result) => {
      this.logChange(result);
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.exporter.forceFlush?.();
  }

  private logChange({ code, error }: ExportResult): void {
    const isAway = code === ExportResultCode.FAILED;
    if (isAway && !this.isAway) {
      this.logger.warn(`Spans are lost, because the collector cannot be reached: ${reason(error)}`);
    } else if (!isAway && this.isAway) {
      this.logger.log('Spans are sent again');
    }
    this.isAway = isAway;
  }
}
