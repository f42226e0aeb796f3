import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../config/config.js';
import { currentContext } from '../http/request-context.js';
import { runningSpan } from '../tracing/running-span.js';
import { jsonInOneLine } from '../validation/invisible.js';
import { LogOutput } from './log-output.js';
import { forReader } from './pretty-line.js';

/** The keys that are never logged, at any place in a logged object. */
const REDACTED = ['*.password', '*.token', '*.key', '*.secret', '*.authorization', '*.cookie'];

/** Parts of Nest that log at every start what the code already shows. */
const CHATTY = new Set(['InstanceLoader', 'NestFactory', 'NestApplication', 'RouterExplorer', 'RoutesResolver']);

/** One for the process. */
let output: LogOutput | undefined;

/** Standard output. If its `write` was replaced, as by a test that reads the log, lines go there. */
function destination(config: Config): DestinationStream {
  if (Object.hasOwn(process.stdout, 'write')) {
    return process.stdout;
  }
  output ??= LogOutput.ofProcess();
  return forReader(output, config, process.stdout);
}

/** Nest's logger over pino: JSON lines on standard output, each with the id of the request and of the trace it belongs to. */
export class PinoLogger implements LoggerService {
  private readonly logger: Logger;

  constructor(config: Config) {
    const options = {
      level: config.logLevel,
      base: undefined,
      redact: REDACTED,
      formatters: { level: (levelName: string, level: number) => ({ level, levelName }) },
      // Names of users turn up in the messages of errors.
      hooks: { streamWrite: jsonInOneLine },

      mixin: () => {
        const { requestId, traceId = runningSpan()?.traceId } = currentContext() ?? {};
        return requestId === undefined && traceId === undefined ? {} : { requestId, traceId };
      },
    };
    this.logger = pino(options, destination(config));
  }

  log(message: unknown, ...context: unknown[]): void {
    this.write(CHATTY.has(String(context.at(-1))) ? 'debug' : 'info', message, context);
  }

  error(message: unknown, ...context: unknown[]): void {
    this.write('error', message, context);
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.write('warn', message, context);
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.write('debug', message, context);
  }

  verbose(message: unknown, ...context: unknown[]): void {
    this.write('trace', message, context);
  }

  fatal(message: unknown, ...context: unknown[]): void {
    this.write('fatal', message, context);
  }

  /** Nest passes the name of the logging class last. */
  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    context: unknown[],
  ): void {
    const fields = { context: context.at(-1) };
    if (message instanceof Error) {
      this.logger[level]({ ...fields, err: message }, message.message);
    } else if (typeof message === 'object' && message !== null) {
      this.logger[level]({ ...fields, ...message });
    } else {
      this.logger[level](fields, String(message));
    }
  }
}
