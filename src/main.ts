import { existsSync } from 'node:fs';
import { bootstrap } from './bootstrap.js';
import { type Config, ConfigError, readConfig } from './core/config/config.js';
import { Readiness } from './core/http/readiness.js';
import { Database } from './core/prisma/database.js';
import { prepareDatabase } from './core/prisma/prepare-database.js';
import { type DemoCredentials, DemoService } from './modules/demo/demo.service.js';

/** Starts the process: it listens at once and answers when the database is ready. */
async function main(): Promise<void> {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  const config = readConfig(process.env);
  const app = await bootstrap(config);
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
    app.close().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  await (config.host === undefined ? app.listen(config.port) : app.listen(config.port, config.host));
  await prepareDatabase(app.get(Database), config, stopping.signal);
  const demo = config.demo ? app.get(DemoService) : undefined;
  const credentials = await demo?.makeOnce();
  app.get(Readiness).declareReady();
  console.log(welcome(config, credentials, demo?.existing()));
}

function welcome(config: Config, credentials: DemoCredentials | undefined, kept: string | undefined): string {
  const lines = [`Atrium is ready.`, `  Swagger UI   ${config.publicUrl}/docs`];
  if (credentials) {
    lines.push(
      `  Sign in      ${credentials.users[0]?.email ?? ''}`,
      `  Password     ${credentials.password}`,
      `  API key      ${credentials.apiKey}`,
      `  Organization ${credentials.users[0]?.organization ?? ''}`,
    );
  }
  if (kept !== undefined) {
    lines.push(`  The demo’s credentials are kept in ${kept}`);
  }
  return `\n${lines.join('\n')}\n`;
}

function fail(error: unknown): void {
  if ((error as Error | null)?.name === 'AbortError') {
    return;
  }
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

main().catch(fail);
