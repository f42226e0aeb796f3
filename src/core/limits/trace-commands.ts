import { tracingChannel } from 'node:diagnostics_channel';
import type { Span } from '../tracing/span.js';
import { kindOf, type Tracing } from '../tracing/tracing.js';

/** The object that ioredis publishes for a command. It has its values as well, which are not read. */
interface Command {
  readonly command: string;
  readonly error?: unknown;
}

/**
 * Measures every command of ioredis that a request or a job runs, by the channel on which ioredis publishes them.
 *
 * @returns a function that ends it
 */
export function traceCommands(tracing: Tracing): () => void {
  const spans = new WeakMap<Command, Span>();
  const end = (command: Command): void => {
    spans.get(command)?.end({ failure: command.error === undefined ? undefined : kindOf(command.error) });
  };
  const channel = tracingChannel<string, Command>('ioredis:command');
  const subscribers = {
    start: (command: Command) => {
      const name = command.command.toUpperCase();
      spans.set(command, tracing.below(name, { 'db.system.name': 'redis', 'db.operation.name': name }));
    },
    end: () => undefined,
    asyncStart: () => undefined,
    asyncEnd: end,
    error: () => undefined,
  };
  channel.subscribe(subscribers);
  return () => {
    channel.unsubscribe(subscribers);
  };
}
