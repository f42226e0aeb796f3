import { bootstrap } from '../bootstrap.js';
import { Connections } from '../core/http/connections.js';
import { start } from '../start.js';
import { onStopSignal, stop } from '../stop.js';
import { loadConfig } from './environment.js';
import { EXIT, explain } from './exit.js';

/** Starts the server. The process ends with SIGTERM or SIGINT, or when the start fails. */
export async function startCommand(): Promise<void> {
  const config = loadConfig();
  const stopping = new AbortController();
  try {
    const app = await bootstrap(config);
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

/** The server listens already, which would keep the process alive. */
function fail(error: unknown): void {
  if ((error as Error | null)?.name === 'AbortError') {
    return;
  }
  process.stderr.write(`${explain(error)}\n`);
  process.exit(EXIT.failed);
}
