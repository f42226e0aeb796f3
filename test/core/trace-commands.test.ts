import { tracingChannel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Redis } from 'ioredis';
import { traceCommands } from '../../src/core/limits/trace-commands.js';
import { NO_SPAN, type Span, type SpanEnd } from '../../src/core/tracing/span.js';
import { type Attributes, Tracing } from '../../src/core/tracing/tracing.js';

/** Records the spans instead of sending them. */
class RecordedTracing extends Tracing {
  override readonly isOn = true;
  readonly begun: [string, Attributes][] = [];
  readonly ended: SpanEnd[] = [];

  override begin(): Span {
    return NO_SPAN;
  }

  override below(name: string, attributes: Attributes): Span {
    this.begun.push([name, attributes]);
    return { ...NO_SPAN, end: (end) => this.ended.push(end) };
  }
}

let tracing: RecordedTracing;
let endTracing: () => void;

beforeEach(() => {
  tracing = new RecordedTracing();
  endTracing = traceCommands(tracing);
});

afterEach(() => endTracing());

/** Publishes a command as ioredis does. */
async function publish(work: () => Promise<void>): Promise<void> {
  const command = { command: 'evalsha', args: ['rate:sam@example.com'] };
  await tracingChannel('ioredis:command')
    .tracePromise(work, command)
    .catch(() => undefined);
}

describe('A command of Redis', () => {
  it('has a span with its name, without values', async () => {
    await publish(() => Promise.resolve());
    expect(tracing.begun).toEqual([['EVALSHA', { 'db.system.name': 'redis', 'db.operation.name': 'EVALSHA' }]]);
    expect(tracing.ended).toEqual([{ failure: undefined }]);
  });

  it('has failed if Redis refuses it', async () => {
    await publish(() => Promise.reject(Object.assign(new Error('of sam@example.com'), { code: 'NOSCRIPT' })));
    expect(tracing.ended).toEqual([{ failure: 'NOSCRIPT' }]);
  });

  it('has no span when tracing has ended', async () => {
    endTracing();
    await publish(() => Promise.resolve());
    expect(tracing.begun).toEqual([]);
  });

  it('is published by ioredis', async () => {
    const server = createServer((socket) => socket.on('data', () => socket.write('+OK\r\n')));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const redis = new Redis(port, '127.0.0.1', { lazyConnect: true, enableReadyCheck: false, disableClientInfo: true });
    await redis.connect();
    await redis.get('sam@example.com');
    redis.disconnect();
    server.close();
    expect(tracing.begun.map(([name]) => name)).toContain('GET');
    expect(JSON.stringify(tracing.begun)).not.toContain('sam');
  });
});
