import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Parsed when it is JSON. */
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** Sends bytes that no well-behaved client sends, closes this side, and reads one answer to its end. */
export async function sendRaw(baseUrl: string, bytes: string): Promise<RawAnswer> {
  const socket = open(baseUrl);
  // Latin-1, so that every character is one byte.
  socket.end(bytes, 'latin1');
  return parse(await text(socket));
}

/** A connection that the client keeps open, to send a request in parts and several requests in turn. */
export class RawConnection {
  private unread = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {
    socket.on('data', (piece: Buffer) => {
      this.unread = Buffer.concat([this.unread, piece]);
      socket.emit('more');
    });
    // A server may close the connection while this side still sends.
    socket.on('error', () => undefined);
  }

  static async open(baseUrl: string): Promise<RawConnection> {
    const socket = open(baseUrl);
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  send(bytes: string | Buffer): void {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  }

  /** The next answer, which has a length. @throws Error when the server closes the connection before its end */
  async answer(): Promise<RawAnswer> {
    for (;;) {
      const all = this.unread.toString('latin1');
      const end = all.indexOf('\r\n\r\n') + 4;
      const size = end + Number(/^content-length: *(\d+)/im.exec(all.slice(0, end))?.[1] ?? 0);
      if (end >= 4 && all.length >= size) {
        this.unread = this.unread.subarray(size);
        return parse(Buffer.from(all.slice(0, size), 'latin1').toString());
      }
      await Promise.race([once(this.socket, 'more'), this.closed()]);
    }
  }

  close(): void {
    this.socket.destroy();
  }

  private async closed(): Promise<void> {
    await once(this.socket, 'close');
    throw new Error(`The server closed the connection after: ${this.unread.toString()}`);
  }
}

function open(baseUrl: string): Socket {
  const { hostname, port } = new URL(baseUrl);
  return connect(Number(port), hostname);
}

function parse(answer: string): RawAnswer {
  const [head = '', content = ''] = answer.split('\r\n\r\n', 2);
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = headers['content-type']?.includes('json') ? (JSON.parse(content) as Record<string, unknown>) : {};
  return { status: Number(statusLine.split(' ')[1]), headers, body, text: content };
}
