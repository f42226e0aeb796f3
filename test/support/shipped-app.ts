import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { answers } from './answers.js';
import { eventually } from './eventually.js';
import { freePort } from './free-port.js';

const MAIN = resolve('dist/main.js');

/** The built application in a process of its own, as an operator starts it. */
export class ShippedApp {
  /** What it wrote to its standard output and error so far. */
  output = '';

  private constructor(
    readonly baseUrl: string,
    private readonly process: ChildProcess,
  ) {
    const collect = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    process.stdout?.on('data', collect);
    process.stderr?.on('data', collect);
  }

  /** Begins to start it on the data folder, with nothing else of this process' environment. */
  static async launch(dataDir: string, variables: Record<string, string> = {}): Promise<ShippedApp> {
    if (!existsSync(MAIN)) {
      throw new Error('There is no dist/main.js: run npm run build first');
    }
    const port = String(await freePort());
    const env = { HOST: '127.0.0.1', PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...variables };
    // Away from the checkout, whose .env is the developer's.
    const child = spawn(process.execPath, [MAIN], { env, cwd: dataDir, stdio: ['ignore', 'pipe', 'pipe'] });
    return new ShippedApp(`http://127.0.0.1:${port}`, child);
  }

  /** Starts it and waits until it answers. */
  static async start(dataDir: string, variables: Record<string, string> = {}): Promise<ShippedApp> {
    const app = await ShippedApp.launch(dataDir, variables);
    await eventually(() => app.isReady(), 60_000);
    return app;
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** Resolves with the exit code, null when a signal ended it. */
  async ended(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      await once(this.process, 'exit');
    }
    return this.process.exitCode;
  }

  /** @param signal `SIGKILL` gives it no chance to do anything more */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended();
  }

  private async isReady(): Promise<boolean> {
    if (this.process.exitCode !== null) {
      throw new Error(`It ended while it started:\n${this.output}`);
    }
    return answers(`${this.baseUrl}/health/ready`);
  }
}
