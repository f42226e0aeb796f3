/** What the applications log that are started between the capture and `stop`. */
export interface LogLines {
  lines(): Record<string, unknown>[];
  text(): string;
  stop(): void;
}

/** Pino writes through `process.stdout` when it finds that somebody has taken its `write` over. */
export function captureLog(): LogLines {
  const write = process.stdout.write.bind(process.stdout);
  let log = '';
  process.stdout.write = (...parameters: unknown[]): boolean => {
    const [chunk] = parameters;
    if (typeof chunk === 'string' && chunk.startsWith('{')) {
      log += chunk;
      return true;
    }
    return Reflect.apply(write, undefined, parameters) as boolean;
  };
  const lines = (): string[] => log.split('\n').filter(Boolean);
  return {
    lines: () => lines().map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => log,
    stop: () => {
      process.stdout.write = write;
    },
  };
}
