import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Systems give connections and servers that name no port one from 32768 (Linux) or 49152 (RFC 6335, section 6) on. A port
 * below stays free until its owner listens on it, and whenever that pauses.
 */
const FIRST = 12_000;
const END = 32_000;

/** Each worker of a run has every 64th port, so that none is given to two. Where it begins differs from run to run. */
const STRIDE = 64;
const OWN = Number(process.env.JEST_WORKER_ID ?? 0) % STRIDE;
const COUNT = Math.floor((END - FIRST) / STRIDE);

let turn = Math.floor(Math.random() * COUNT);

/** A port of this machine that nobody listens on, and that only those who name it can get. */
export async function freePort(): Promise<number> {
  for (;;) {
    turn = (turn + 1) % COUNT;
    const port = FIRST + turn * STRIDE + OWN;
    if (await isFree(port)) {
      return port;
    }
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      return false;
    }
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}
