import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Config } from './core/config/config.js';
import type { Connections } from './core/http/connections.js';
import { Readiness } from './core/http/readiness.js';
import { JobWorker } from './core/jobs/job-worker.js';

/** The part of the grace in which new connections are accepted. */
const OPEN_SHARE = 1 / 4;

/** Milliseconds after the grace until the end, for closing the connections to the database and other servers. */
const CLOSING_MS = 3_000;

/** Milliseconds in which a second signal is a copy of the first: for Ctrl+C, the terminal and npm send one each. */
const SAME_SIGNAL_MS = 500;

const logger = new Logger('Stop');

/**
 * Stops the application: requests and jobs under way have `SHUTDOWN_SECONDS` to end. What is not done by then is cut off, and
 * transactions that have not committed are undone by the database.
 */
export async function stop(app: NestExpressApplication, connections: Connections): Promise<void> {
  const { shutdownSeconds } = app.get(Config);
  const graceMs = shutdownSeconds * 1000;
  const deadline = setTimeout(graceMs + CLOSING_MS);
  logger.log(`Atrium stops. Requests have ${shutdownSeconds.toString()} s to end.`);
  app.get(Readiness).declareEnding();
  await Promise.race([end(), deadline]);

  async function end(): Promise<void> {
    const jobs = app.get(JobWorker).stop();
    const cut = await connections.end({ open: graceMs * OPEN_SHARE, requests: graceMs });
    if (cut > 0) {
      logger.warn(`Connections cut off because their requests did not end in time: ${cut.toString()}`);
    }
    await jobs;
    await app.close();
  }
}

/** Calls `first` at SIGTERM or SIGINT. A second signal ends the process at once, with the exit code 1. */
export function onStopSignal(first: () => void): void {
  let began: number | undefined;
  const listener = (): void => {
    if (began === undefined) {
      began = performance.now();
      first();
    } else if (performance.now() - began > SAME_SIGNAL_MS) {
      process.exit(1);
    }
  };
  process.on('SIGTERM', listener).on('SIGINT', listener);
}
