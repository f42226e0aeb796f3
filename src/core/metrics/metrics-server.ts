import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config, ConfigError } from '../config/config.js';
import { type Exposition, Metrics } from './metrics.js';

/**
 * Serves the metrics at `/metrics`, on a port of their own, so that a proxy in front of Atrium does not make them public. Without a port,
 * it does nothing. It answers from before the database is ready until the process ends.
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Metrics');
  private server: Server | undefined;

  constructor(
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  /** The port that it listens on. Undefined: none. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | null | undefined)?.port;
  }

  /** @throws ConfigError when another process listens on the port */
  async onApplicationBootstrap(): Promise<void> {
    const { exposition } = this.metrics;
    if (!exposition) {
      return;
    }
    this.server = createServer((request, response) => {
      this.answer(exposition, request, response).catch((error: unknown) => {
        this.logger.error(error);
        response.destroy();
      });
    });
    await this.listen(this.server);
    this.logger.log(`Metrics are served on port ${this.port?.toString() ?? ''}`);
  }

  async onApplicationShutdown(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
  }

  private async listen(server: Server): Promise<void> {
    const { metricsPort = 0, host } = this.config;
    try {
      await once(server.listen(metricsPort, host), 'listening');
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      const reason = code === 'EADDRINUSE' ? 'is in use by another process' : `cannot be listened on: ${message}`;
      throw new ConfigError([`METRICS_PORT ${metricsPort} ${reason}`]);
    }
  }

  private async answer(exposition: Exposition, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.split('?', 1)[0] !== '/metrics') {
      response.writeHead(404).end();
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else {
      const text = await exposition.text();
      response.writeHead(200, { 'Content-Type': exposition.contentType, 'Cache-Control': 'no-store' }).end(text);
    }
  }
}
