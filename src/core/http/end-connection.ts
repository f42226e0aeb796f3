import type { Socket } from 'node:net';
import type { Request } from 'express';

/** Milliseconds that a client which was refused may go on sending, so that it reads the answer and not a reset connection. */
const READ_TIMEOUT_MS = 5_000;

/** Stops reading a body. What is still under way is dropped; a client that sends on for too long is disconnected. */
export function stopReading(request: Request): void {
  request.resume();
  if (!request.complete) {
    const stop = disconnectLater(request.socket);
    // Both: the connection may serve the next request before this one is closed.
    request.once('end', stop).once('close', stop);
  }
}

/** Sends the last bytes of a connection. A client that sends on for too long is disconnected. */
export function endConnection(socket: Socket, lastBytes: string): void {
  // Without a listener a reset of the connection would end the process.
  socket.on('error', () => socket.destroy());
  socket.once('close', disconnectLater(socket));
  socket.end(lastBytes);
  socket.resume();
}

/** @returns what cancels it */
function disconnectLater(socket: Socket): () => void {
  const timer = setTimeout(() => socket.destroy(), READ_TIMEOUT_MS).unref();
  return () => {
    clearTimeout(timer);
  };
}
