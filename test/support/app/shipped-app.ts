import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { answers } from '../network/answers.js';
import { freePort } from '../network/free-port.js';
import { eventually } from '../time/eventually.js';

const MAIN = resolve('dist/main.js');

/** The built application in a process of its own, as an operator starts it. */
export class ShippedApp {
  /** What it wrote to its standard output and error so far. */
  output = '';
  /** What of it went to its standard output. */
  standardOutput = '';
  private readonly closed: Promise<unknown>;

  private constructor(
    readonly baseUrl: string,
    private readonly process: ChildProcess,
  ) {
    const collect = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    this.closed = once(process, 'close');
    process.stdout?.on('data', collect);
    process.stdout?.on('data', (chunk: Buffer) => {
      this.standardOutput += chunk.toString();
    });
    process.stderr?.on('data', collect);
  }

  /** Begins to start it on the data folder with these variables, and nothing else of this process' environment. */
  static async launch(dataDir: string, variables: Readonly<Record<string, string>> = {}): Promise<ShippedApp> {
    if (!existsSync(MAIN)) {
      throw new Error('There is no dist/main.js: run npm run build first');
    }
    const port = String(await freePort());
    const base = { HOST: '127.0.0.1', PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'warn', RATE_LIMIT_SIGN_IN: 'off' };
    // Away from the checkout, whose .env is the developer's.
    const child = spawn(process.execPath, [MAIN], {
      env: { ...base, ...variables },
      cwd: dataDir,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ShippedApp(`http://127.0.0.1:${port}`, child);
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** Resolves with the exit code, null when a signal ended it, once all it wrote is in `output`. */
  async ended(): Promise<number | null> {
    await this.closed;
    return this.process.exitCode;
  }

  /** @param signal `SIGKILL` gives it no chance to do anything more */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended();
  }

  /** Resolves when it answers requests. @throws Error with what it wrote when it ended instead */
  async ready(): Promise<void> {
    await eventually(() => {
      if (this.process.exitCode !== null) {
        throw new Error(`It ended while it started:\n${this.output}`);
      }
      return answers(`${this.baseUrl}/health/ready`);
    });
  }
}
