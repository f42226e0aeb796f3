import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { EmbeddedDatabase } from '../../../src/core/prisma/embedded.js';

/** Bytes before the length of a message: none in the first one of a connection (PostgreSQL's documentation, "Message Formats"). */
const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;

/** An embedded database behind a port, for what expects a server. It has one session: give a pool of one connection. */
export class EmbeddedServer {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly database: EmbeddedDatabase,
    private readonly server: Server,
  ) {}

  static async start(directory: string): Promise<EmbeddedServer> {
    const database = new EmbeddedDatabase(directory);
    await database.open();
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const started = new EmbeddedServer(database, server);
    server.on('connection', (socket) => {
      started.accept(socket);
    });
    return started;
  }

  get url(): string {
    return `postgresql://postgres@127.0.0.1:${String((this.server.address() as AddressInfo).port)}/postgres`;
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server.close(resolve));
    await this.database.close();
  }

  private accept(socket: Socket): void {
    this.sockets.add(socket);
    const stream = this.database.connect();
    const end = (): void => {
      this.sockets.delete(socket);
      stream.destroy();
    };
    socket.once('close', end).on('error', () => socket.destroy());
    stream.on('error', () => socket.destroy());
    stream.once('connect', () => socket.pipe(wholeMessages()).pipe(stream).pipe(socket));
    (stream as unknown as Socket).connect(0);
  }
}

/** Passes messages on when they are whole, as the embedded database expects them. */
function wholeMessages(): Transform {
  let rest = Buffer.alloc(0);
  let head = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      rest = Buffer.concat([rest, piece]);
      while (rest.length >= head + LENGTH_BYTES && rest.length >= head + rest.readUInt32BE(head)) {
        const length = head + rest.readUInt32BE(head);
        this.push(rest.subarray(0, length));
        rest = rest.subarray(length);
        head = TYPE_BYTES;
      }
      done();
    },
  });
}
