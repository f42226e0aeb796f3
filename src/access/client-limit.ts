import { Injectable } from '@nestjs/common';
import { Config } from '../core/config/config.js';
import { clientNetwork } from '../core/http/client-network.js';
import { currentContext } from '../core/http/request-context.js';
import { type Limit, Limits } from '../core/limits/limits.js';

/** Bounds what one client asks of the routes that are declared `@LimitedPerClient()`. */
@Injectable()
export class ClientLimit {
  private readonly limit: Limit | undefined;

  constructor(config: Config, limits: Limits) {
    this.limit = config.signInLimit && limits.create({ name: 'public-client', ...config.signInLimit });
  }

  /** Counts the running request. @throws Problem `too_many_requests` */
  async count(): Promise<void> {
    await this.limit?.count(clientNetwork(currentContext()?.remoteIp ?? ''));
  }
}
