import { bootstrap } from '../bootstrap.js';
import type { Config } from '../core/config/config.js';
import { Connections } from '../core/http/connections.js';
import { freePort } from '../listen.js';
import { start } from '../start.js';
import { onStopSignal, stop } from '../stop.js';
import { loadConfig } from './environment.js';
import { EXIT } from './exit.js';
import { explain } from './explain.js';

/** Starts the server. The process ends with SIGTERM or SIGINT, or when the start fails. */
export async function startCommand(): Promise<void> {
  const stopping = new AbortController();
  try {
    const app = await bootstrap(await configuration());
    const connections = new Connections(app.getHttpServer());
    onStopSignal(() => {
      stopping.abort();
      stop(app, connections).then(() => process.exit(EXIT.done), fail);
    });
    const welcome = await start(app, stopping.signal);
    if (welcome !== undefined) {
      process.stdout.write(`${welcome}\n`);
    }
  } catch (error) {
    fail(error);
  }
}

async function configuration(): Promise<Config> {
  const config = loadConfig();
  return config.port > 0 ? config : loadConfig({ PORT: (await freePort(config.host)).toString() });
}

/** The server listens already, which would keep the process alive. */
function fail(error: unknown): void {
  if ((error as Error | null)?.name === 'AbortError') {
    return;
  }
  process.stderr.write(`${explain(error)}\n`);
  process.exit(EXIT.failed);
}
