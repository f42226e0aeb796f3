import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { eventually } from '../time/eventually.js';

/** A span as the collector got it. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code: number };
}

interface Message {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: CollectedSpan['attributes'] };
    readonly scopeSpans: readonly { readonly spans: readonly CollectedSpan[] }[];
  }[];
}

/** A collector of traces (OTLP, JSON over HTTP) on this machine. */
export class TraceCollector {
  readonly spans: CollectedSpan[] = [];
  /** The values of the resource that sent them. */
  resource: Readonly<Record<string, unknown>> = {};
  /** Whether it accepts connections and never answers. */
  isSilent = false;
  /** The messages that it got. */
  messages = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TraceCollector> {
    const server = createServer();
    const collector = new TraceCollector(server);
    server.on('request', (request: IncomingMessage, response) => {
      collector.messages++;
      if (collector.isSilent) {
        return;
      }
      void collector.take(request).then(() => response.setHeader('Content-Type', 'application/json').end('{}'));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** The first span of a trace for which the question is answered with yes. */
  async find(question: (span: CollectedSpan) => boolean): Promise<CollectedSpan> {
    await eventually(() => this.spans.some(question));
    return this.spans.find(question) as CollectedSpan;
  }

  /** The spans below one. */
  below({ spanId }: CollectedSpan): CollectedSpan[] {
    return this.spans.filter(({ parentSpanId }) => parentSpanId === spanId);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage): Promise<void> {
    const { resourceSpans } = (await json(request)) as Message;
    for (const { resource, scopeSpans } of resourceSpans) {
      this.resource = valuesOf(resource);
      this.spans.push(...scopeSpans.flatMap(({ spans }) => spans));
    }
  }
}

/** Attributes by their keys. */
export function valuesOf({ attributes }: Pick<CollectedSpan, 'attributes'>): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
