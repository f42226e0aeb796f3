import { existsSync } from 'node:fs';
import { bootstrap } from './bootstrap.js';
import { ConfigError, readConfig } from './core/config/config.js';
import { start } from './start.js';

async function main(): Promise<void> {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  const app = await bootstrap(readConfig(process.env));
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
    app.close().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  console.log(await start(app, stopping.signal));
}

function fail(error: unknown): void {
  if ((error as Error | null)?.name === 'AbortError') {
    return;
  }
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

main().catch(fail);
