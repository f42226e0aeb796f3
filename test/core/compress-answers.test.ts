import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import express from 'express';
import { compressAnswers } from '../../src/core/http/compress-answers.js';

let server: Server;
let url: string;
/** Lets the answer go on after its first part. */
let goOn: () => void;
let isEnded: Promise<unknown>;

beforeEach(async () => {
  const waiting = new Promise<void>((resolve) => (goOn = resolve));
  const app = express().use(compressAnswers());
  app.get('/', (_request, response) => {
    isEnded = once(response, 'close');
    async function* parts(): AsyncGenerator<string> {
      yield 'first';
      await waiting;
      yield ' second';
    }
    Readable.from(parts()).pipe(response.type('json'));
  });
  app.all('/long', (_request, response) => response.type('json').send(JSON.stringify('x'.repeat(3000))));
  server = createServer(app);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function answer(): Promise<IncomingMessage> {
  const [message] = (await once(get(url, { headers: { 'accept-encoding': 'gzip' } }), 'response')) as [IncomingMessage];
  return message;
}

describe('A streamed answer that is compressed', () => {
  it('is sent up to where it is while the rest is not there yet', async () => {
    const text = (await answer()).pipe(createGunzip()).setEncoding('utf8');
    const [first] = (await once(text, 'data')) as [string];
    expect(first).toBe('first');
    goOn();
    const [second] = (await once(text, 'data')) as [string];
    expect(second).toBe(' second');
  });

  it('ends when the client closes the connection', async () => {
    (await answer()).destroy();
    await isEnded;
    goOn();
  });
});

describe('A long answer', () => {
  it.each([
    ['GET', 'gzip'],
    ['POST', null],
    ['PUT', null],
    ['PATCH', null],
    ['DELETE', null],
  ])('of %s has the content coding %j', async (method, coding) => {
    const { headers } = await fetch(`${url}long`, { method, headers: { 'accept-encoding': 'gzip' } });
    expect(headers.get('content-encoding')).toBe(coding);
  });
});
