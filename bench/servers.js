// The two servers as child processes.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const POOL_SIZE = '10';
const LONGEST_START = 60_000;

export const jwtSecret = randomBytes(32).toString('base64url');

/** One for all starts: a database accepts no other. */
const encryptionKey = randomBytes(32).toString('base64');

/**
 * @typedef {object} Server
 * @property {string} origin
 * @property {number} readyAfter milliseconds
 * @property {() => number} residentMegabytes
 * @property {() => Promise<{stall: number, processor: number}>} sinceLast milliseconds since the last call: the longest time that
 *   the event loop stood still, and what all threads used of the processor
 * @property {() => Promise<void>} stop
 */

/** Starts the bare server. @param {string} databaseUrl @returns {Promise<Server>} */
export function startBare(databaseUrl) {
  return start('bare.js', '/ready', { DATABASE_URL: databaseUrl, SESSION_IDLE_SECONDS: '28800' });
}

/**
 * Starts Atrium as it runs in production, its log on /dev/null.
 *
 * @param {string} databaseUrl
 * @param {{probed?: boolean}} [options] `probed`: {@link Server.sinceLast} is wanted
 * @returns {Promise<Server>}
 */
export async function startAtrium(databaseUrl, { probed = false } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'atrium-bench-'));
  const server = await start(
    '../dist/main.js',
    '/health/ready',
    {
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      JWT_SECRET: jwtSecret,
      ENCRYPTION_KEY: encryptionKey,
    },
    probed,
  );
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function start(file, readyPath, variables, probed = false) {
  const port = await freePort();
  const started = performance.now();
  const probe = probed ? ['--import', new URL('stall-probe.js', import.meta.url).href] : [];
  const child = spawn(process.execPath, [...probe, fileURLToPath(new URL(file, import.meta.url))], {
    // Only what is named here: the settings of whoever runs this must not change what is measured.
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATABASE_POOL_SIZE: POOL_SIZE,
      RATE_LIMIT_SIGN_IN: 'off',
      ...variables,
    },
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'inherit', ...(probed ? ['ipc'] : [])],
  });
  // When this process fails, its servers must not stay.
  process.once('exit', () => child.kill());
  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}${readyPath}`, child);
  return {
    origin,
    readyAfter: performance.now() - started,
    residentMegabytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024,
    sinceLast: async () => {
      child.send('measure');
      return (await once(child, 'message'))[0];
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Resolves when the URL answers 200. */
async function answers(url, child) {
  const deadline = performance.now() + LONGEST_START;
  while (!(await fetch(url).catch(() => undefined))?.ok) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill();
      throw new Error(`${url} does not answer`);
    }
    await setTimeout(10);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
