import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { freePort } from './free-port.js';

/** Stands between the application and a server it needs, to be taken away and put back. */
export class TcpProxy {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private silent = false;
  private bytesPerSecond = Infinity;
  private delayMs = 0;

  private constructor(
    private readonly target: URL,
    /** Stays the same, also while nothing listens there. */
    readonly port: number,
  ) {}

  /** Makes a proxy that is down: connections are refused until {@link open}. */
  static async create(target: string): Promise<TcpProxy> {
    return new TcpProxy(new URL(target), await freePort());
  }

  /** Lets connections through. */
  async open(): Promise<void> {
    await this.listen(false);
  }

  /** Lets connections through that carry so much to the server in a second. */
  async slowDown(bytesPerSecond: number): Promise<void> {
    await this.listen(false);
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Ends every connection. On new ones, each message arrives at the server so much later. */
  async delay(milliseconds: number): Promise<void> {
    await this.listen(false);
    this.delayMs = milliseconds;
  }

  /** Takes connections and says nothing on them, as a firewall or a frozen machine does. */
  async fallSilent(): Promise<void> {
    await this.listen(true);
  }

  /** Keeps the connections there are, and lets nothing through any more. */
  freeze(): void {
    this.sockets.forEach((socket) => socket.unpipe().pause());
  }

  /** Ends every connection and refuses new ones, as a server that died does. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }

  private async listen(silent: boolean): Promise<void> {
    await this.cut();
    this.silent = silent;
    this.bytesPerSecond = Infinity;
    this.delayMs = 0;
    const server = createServer((socket) => this.accept(socket)).listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.server = server;
  }

  private accept(socket: Socket): void {
    this.keep(socket);
    if (this.silent) {
      return;
    }
    const upstream = connect(Number(this.target.port || 5432), this.target.hostname);
    this.keep(upstream);
    const { bytesPerSecond, delayMs } = this;
    const isSlow = Number.isFinite(bytesPerSecond) || delayMs > 0;
    const pause = ({ length }: Buffer): number => delayMs + (length / bytesPerSecond) * 1000;
    const sent = isSlow ? socket.pipe(slowed(pause)) : socket;
    sent.pipe(upstream).pipe(socket);
    // One side that is gone takes the other with it.
    socket.once('close', () => upstream.destroy());
    upstream.once('close', () => socket.destroy());
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket)).on('error', () => socket.destroy());
  }
}

function slowed(pauseMs: (piece: Buffer) => number): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      setTimeout(() => done(null, piece), pauseMs(piece));
    },
  });
}
