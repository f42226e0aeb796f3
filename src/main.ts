import { existsSync } from 'node:fs';
import { bootstrap } from './bootstrap.js';
import { ConfigError, readConfig } from './core/config/config.js';
import { EncryptionKeyError } from './core/crypto/encryption-keys.js';
import { Connections } from './core/http/connections.js';
import { DirectoryLockedError } from './core/prisma/directory-lock.js';
import { MigrationError } from './core/prisma/migrator.js';
import { start } from './start.js';
import { onStopSignal, stop } from './stop.js';

/** Errors with a complete message. The stack would only hide it. */
const PLAIN = [ConfigError, DirectoryLockedError, EncryptionKeyError, MigrationError];

async function main(): Promise<void> {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
  const app = await bootstrap(readConfig(process.env));
  const connections = new Connections(app.getHttpServer());
  const stopping = new AbortController();
  onStopSignal(() => {
    stopping.abort();
    stop(app, connections).then(() => process.exit(0), fail);
  });
  const welcome = await start(app, stopping.signal);
  if (welcome !== undefined) {
    console.log(welcome);
  }
}

function fail(error: unknown): void {
  if ((error as Error | null)?.name === 'AbortError') {
    return;
  }
  console.error(PLAIN.some((type) => error instanceof type) ? (error as Error).message : error);
  process.exit(1);
}

main().catch(fail);
