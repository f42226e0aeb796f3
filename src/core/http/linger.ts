import type { Request } from 'express';

/** Milliseconds that a client which was refused may go on sending, so that it reads the answer and not a reset connection. */
const LINGER = 5_000;

/** Stops reading a body: lets what is under way run out for a moment, then hangs up on whoever still sends. */
export function leave(request: Request): void {
  request.resume();
  if (!request.complete) {
    const timer = setTimeout(() => request.socket.destroy(), LINGER).unref();
    // Both: the connection may serve the next request before this one is closed.
    request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
  }
}
