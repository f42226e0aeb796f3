import { unavailable } from '../http/readiness.js';

/** Bounds what all uploads of a kind hold together, in memory or on the disk, however many come at once. */
export class ByteBudget {
  private taken = 0;

  constructor(private readonly mostBytes: number) {}

  /**
   * Does `work`, which asks for every piece that it keeps. All of it is given back when the work is done.
   *
   * @throws Problem `unavailable` from `take` when there is no room; and what the work throws
   */
  async during<T>(work: (take: (length: number) => void) => Promise<T>): Promise<T> {
    let own = 0;
    try {
      return await work((length) => {
        if (this.taken + length > this.mostBytes) {
          throw unavailable();
        }
        this.taken += length;
        own += length;
      });
    } finally {
      this.taken -= own;
    }
  }
}
