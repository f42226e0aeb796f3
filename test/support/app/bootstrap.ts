import type { NestExpressApplication } from '@nestjs/platform-express';
import { bootstrap } from '../../../src/bootstrap.js';
import { readConfig } from '../../../src/core/config/config.js';

/**
 * Builds the application as it ships, except that it ends no connection because no request comes. Client and server share an
 * event loop here: when that was blocked for longer than the server waits, the server would end what the client is about to use.
 *
 * @param variables of the environment
 */
export async function bootstrapApp(variables: Readonly<Record<string, string>>): Promise<NestExpressApplication> {
  const nest = await bootstrap(readConfig({ NODE_ENV: 'test', ...variables }));
  nest.getHttpServer().keepAliveTimeout = 0;
  return nest;
}
