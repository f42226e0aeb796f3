import { constants, fstatSync, openSync, writeSync } from 'node:fs';

/** Bytes of lines that wait until they can be written. Further lines are dropped. */
const MOST_BYTES = 1024 * 1024;

/** Milliseconds until waiting lines are tried again. */
const PAUSE_MS = 50;

/** How often the end of the process waits for a reader of standard output. */
const LAST_TRIES = 10;

/** Lines that this process has dropped. */
let droppedLines = 0;

/** The number of lines that this process has dropped since it started. */
export function countDroppedLines(): number {
  return droppedLines;
}

/**
 * Writes log lines to standard output, and goes on when that is full, closed or blocked: lines wait, and are dropped when too
 * many wait. The number of dropped lines is logged as soon as lines can be written again.
 */
export class LogOutput {
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private dropped = 0;
  private cause = '';
  private timer: NodeJS.Timeout | undefined;

  /** @param fd a file descriptor, which should not block */
  constructor(private readonly fd: number) {}

  /** The standard output of this process. Its lines are written before the process ends, if there is a reader. */
  static ofProcess(): LogOutput {
    const output = new LogOutput(nonBlocking(process.stdout.fd));
    // Otherwise the end of a reader would end the process.
    process.stdout.on('error', () => undefined);
    process.stderr.on('error', () => undefined);
    process.on('exit', () => output.flushBeforeExit());
    return output;
  }

  write(line: string): void {
    const bytes = Buffer.from(line);
    if (this.waitingBytes + bytes.length > MOST_BYTES) {
      this.dropped++;
      droppedLines++;
    } else {
      this.add(bytes);
    }
    // While lines wait, the timer tries. A line does not cost a try each.
    if (this.timer === undefined) {
      this.flush();
    }
  }

  private add(bytes: Buffer): void {
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
  }

  private flush(): void {
    this.timer = undefined;
    this.writeWaiting();
    if (this.waiting.length > 0) {
      this.timer = setTimeout(() => this.flush(), PAUSE_MS).unref();
    } else if (this.dropped > 0) {
      this.add(Buffer.from(dropNotice(this.dropped, this.cause)));
      this.dropped = 0;
      this.flush();
    }
  }

  private writeWaiting(): void {
    try {
      for (let bytes = this.waiting[0]; bytes; bytes = this.waiting[0]) {
        const written = writeSync(this.fd, bytes);
        this.waitingBytes -= written;
        if (written < bytes.length) {
          this.waiting[0] = bytes.subarray(written);
        } else {
          this.waiting.shift();
        }
      }
    } catch (error) {
      this.cause = (error as NodeJS.ErrnoException).code ?? '';
    }
  }

  private flushBeforeExit(): void {
    for (let tries = 0; this.waiting.length > 0 && tries < LAST_TRIES; tries++) {
      this.writeWaiting();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, this.waiting.length > 0 ? PAUSE_MS : 0);
    }
  }
}

function dropNotice(count: number, cause: string): string {
  const msg = `Log lines dropped because standard output could not be written (${cause}): ${count.toString()}`;
  return `${JSON.stringify({ level: 40, levelName: 'warn', time: Date.now(), context: 'Log', msg })}\n`;
}

/** A pipe is opened again, in a mode in which a write never waits. All others, and pipes of other users, are used as they are. */
function nonBlocking(fd: number): number {
  try {
    if (fstatSync(fd).isFIFO()) {
      return openSync(`/proc/self/fd/${fd.toString()}`, constants.O_WRONLY | constants.O_NONBLOCK);
    }
  } catch {
    // The pipe of another user, or a system without /proc.
  }
  return fd;
}
