/** Milliseconds between two ticks. */
const TICK = 10;

/**
 * Measures for how long the event loop ran. A pause in which it stood still counts as one tick, however long it was: that the
 * machine is busy says nothing about the application. On a quiet machine this is the time that passed.
 */
export class Stopwatch {
  private ticks = 0;
  private readonly timer = setInterval(() => this.ticks++, TICK).unref();

  /** @returns milliseconds since it was made */
  stop(): number {
    clearInterval(this.timer);
    return this.ticks * TICK;
  }
}
