/** Limits how many pieces of work run at the same time. Others wait in the order of their calls, until a limit. */
export class Slots {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  /**
   * @param longestWaitMs until waiting fails
   * @param tooLong makes the error that it fails with
   */
  constructor(
    count: number,
    private readonly longestWaitMs: number,
    private readonly tooLong: () => Error,
  ) {
    this.free = count;
  }

  /** Runs `work` in a slot. @throws what `tooLong` makes; what `work` throws */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<void> {
    if (this.free > 0) {
      this.free--;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(begin), 1);
        reject(this.tooLong());
      }, this.longestWaitMs);
      this.waiting.push(begin);
    });
  }

  /** A slot passes to the next waiting task and is not free in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) {
      next();
    } else {
      this.free++;
    }
  }
}
