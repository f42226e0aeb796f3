import { pipeline, type Readable, Transform } from 'node:stream';

/** Milliseconds of silence after which a request is given up. */
export const INACTIVITY_TIMEOUT_MS = 10_000;

/**
 * Bytes that the systems on the way may have taken and not delivered yet, and how many of them they deliver in a second at
 * least. While they do, a sender hears nothing, and the server is not silent.
 */
const ON_THE_WAY = 8 * 1024 * 1024;
const SLOWEST = 80 * 1024;

/**
 * Ends a request to a server that has become silent, and lets one go on that is slow: each piece of the body that is taken gives
 * it time again.
 */
export class InactivityTimeout {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private sent = 0;

  /** @param silence milliseconds of it after which the request is given up */
  constructor(private readonly silence: number) {
    this.restart();
  }

  /** Aborted when the server has been silent for too long, or when the body failed. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Allows for bytes that are sent now. */
  sending(bytes: number): void {
    this.sent += bytes;
    this.restart();
  }

  /** The same bytes, counted as they are taken. When their source fails, the request ends. */
  watch(source: Readable): Readable {
    const counted = new Transform({
      transform: (piece: Buffer, _encoding, done) => {
        this.sending(piece.length);
        done(null, piece);
      },
    });
    return pipeline(source, counted, (error) => {
      if (error) {
        this.controller.abort();
      }
    });
  }

  /** Stops watching: the request has ended. */
  end(): void {
    clearTimeout(this.timer);
  }

  private restart(): void {
    clearTimeout(this.timer);
    const allowed = this.silence + (Math.min(this.sent, ON_THE_WAY) / SLOWEST) * 1000;
    this.timer = setTimeout(() => this.controller.abort(), allowed);
  }
}
