import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** A connection, with the answer that is being sent on it. */
export type Connection = Socket & { _httpMessage?: ServerResponse | null };

/** Milliseconds between two looks at the connections that are left. */
const PAUSE_MS = 50;

/** How long the connections of a server that ends may go on, in milliseconds from the beginning of the end. */
export interface Grace {
  /** Until new connections are refused and connections without a request are closed. */
  readonly open: number;
  /** Until requests are cut off. */
  readonly requests: number;
}

/** The open connections of a server. They end without a lost request if their clients allow it. */
export class Connections {
  private readonly open = new Set<Connection>();

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Connection) => {
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
    });
  }

  /**
   * Ends the server. At first it accepts connections as before: balancers need a moment to learn that it ends, and a client may
   * be sending a request on a connection that it has kept. Every answer asks its client to close the connection (RFC 9112,
   * section 9.6). Later new connections are refused, and at last requests are cut off.
   *
   * @returns the number of connections that were cut off
   */
  async end({ open, requests }: Grace): Promise<number> {
    const began = performance.now();
    this.closeAfterAnswers();
    await this.untilNone(began + open);
    this.server.close();
    await this.untilNone(began + requests, () => this.closeUnused());
    const { size } = this.open;
    this.server.closeAllConnections();
    return size;
  }

  private closeAfterAnswers(): void {
    this.server.prependListener('request', (_request: IncomingMessage, response) => {
      response.shouldKeepAlive = false;
    });
    for (const { _httpMessage: response } of this.open) {
      if (response) {
        response.shouldKeepAlive = false;
      }
    }
  }

  /** Also those on which nothing was ever sent. Browsers open them in advance, and the server waits for a request on them. */
  private closeUnused(): void {
    this.server.closeIdleConnections();
    for (const socket of this.open) {
      if (socket.bytesRead === 0) {
        socket.destroy();
      }
    }
  }

  private async untilNone(deadline: number, look?: () => void): Promise<void> {
    for (look?.(); this.open.size > 0 && performance.now() < deadline; look?.()) {
      await setTimeout(PAUSE_MS);
    }
  }
}
