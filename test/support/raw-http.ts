import { connect } from 'node:net';
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
  const { hostname, port } = new URL(baseUrl);
  const socket = connect(Number(port), hostname);
  // Latin-1, so that every character is one byte.
  socket.end(bytes, 'latin1');
  const [head = '', content = ''] = (await text(socket)).split('\r\n\r\n', 2);
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = headers['content-type']?.includes('json') ? (JSON.parse(content) as Record<string, unknown>) : {};
  return { status: Number(statusLine.split(' ')[1]), headers, body, text: content };
}
