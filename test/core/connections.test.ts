import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Connections } from '../../src/core/http/connections.js';
import { RawConnection } from '../support/clients/raw-http.js';
import { eventually } from '../support/time/eventually.js';
import { Stopwatch } from '../support/time/stopwatch.js';

const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

/** Milliseconds; longer than a test waits. */
const LONGER = 90_000;

let server: Server;
let connections: Connections;
let sockets: Socket[];
let baseUrl: string;
let listener: RequestListener;

beforeEach(async () => {
  listener = (_request, response) => response.end('done');
  server = createServer((request, response) => listener(request, response));
  server.keepAliveTimeout = 0;
  connections = new Connections(server);
  sockets = [];
  server.on('connection', (socket) => sockets.push(socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  baseUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

async function kept(): Promise<RawConnection> {
  const connection = await RawConnection.open(baseUrl);
  connection.send(GET);
  expect((await connection.answer()).headers.connection).toBe('keep-alive');
  return connection;
}

describe('A server that ends', () => {
  it('ends at once when there are no connections', async () => {
    const waited = new Stopwatch();
    expect(await connections.end({ open: LONGER, requests: LONGER })).toBe(0);
    expect(waited.stop()).toBeLessThan(LONGER / 2);
    await expect(RawConnection.open(baseUrl)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('answers requests on connections that were kept, and on new ones, and asks to close them', async () => {
    const first = await kept();
    const ended = connections.end({ open: LONGER, requests: LONGER });
    const second = await RawConnection.open(baseUrl);
    for (const connection of [first, second]) {
      connection.send(GET);
      expect((await connection.answer()).headers.connection).toBe('close');
    }
    expect(await ended).toBe(0);
  });

  it('asks to close the connection of a request that has begun before', async () => {
    let answer: (() => void) | undefined;
    listener = (_request, response) => {
      answer = () => response.end('done');
    };
    const connection = await RawConnection.open(baseUrl);
    connection.send(GET);
    await eventually(() => answer !== undefined);
    const ended = connections.end({ open: 0, requests: LONGER });
    answer?.();
    expect((await connection.answer()).headers.connection).toBe('close');
    expect(await ended).toBe(0);
  });

  it('closes connections without a request, also those on which nothing was sent', async () => {
    await kept();
    await RawConnection.open(baseUrl);
    expect(await connections.end({ open: 0, requests: LONGER })).toBe(0);
  });

  it('closes the connection of an answer that had begun, once that is complete', async () => {
    let complete: (() => void) | undefined;
    listener = (_request, response) => {
      response.setHeader('content-length', '2').write('a');
      complete = () => response.end('b');
    };
    const connection = await RawConnection.open(baseUrl);
    connection.send(GET);
    await eventually(() => complete !== undefined);
    const ended = connections.end({ open: 0, requests: LONGER });
    complete?.();
    expect((await connection.answer()).text).toBe('ab');
    expect(await ended).toBe(0);
  });

  it('cuts off requests and answers that do not end in time', async () => {
    const sending = await RawConnection.open(baseUrl);
    listener = (request) => request.resume();
    sending.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\na');
    const silent = await RawConnection.open(baseUrl);
    silent.send('GET / HTTP/1.1\r\n');
    await eventually(() => sockets.length === 2 && sockets.every(({ bytesRead }) => bytesRead > 0));
    expect(await connections.end({ open: 0, requests: 200 })).toBe(2);
    await eventually(() => sockets.every(({ closed }) => closed));
  });
});
