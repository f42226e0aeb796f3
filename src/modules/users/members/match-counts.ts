interface Count {
  readonly matches: Promise<number>;
  /** Milliseconds since the start of the process. */
  readonly until: number;
}

/** More matches than this take long to count (0.5 to 1.3 s for 1,000,000), and no reader pages so far. */
const MANY = 10_000;

/** Milliseconds for which a number over {@link MANY} is reused. */
const KEPT = 60_000;

/** Searches remembered at most. */
const MOST = 1_000;

/**
 * Counts what a search matches. The number is exact; over {@link MANY} it may be a minute old, so that paging through
 * what half of an organization matches counts once. Concurrent requests for the same count share one query.
 */
export class MatchCounts {
  private readonly counts = new Map<string, Count>();

  /** @param key of what is counted, the organization included */
  async get(key: string, count: () => Promise<number>): Promise<number> {
    const known = this.counts.get(key);
    if (known && known.until > performance.now()) {
      return known.matches;
    }
    const matches = count();
    this.keep(key, { matches, until: performance.now() + KEPT });
    try {
      const found = await matches;
      if (found <= MANY) {
        this.counts.delete(key);
      }
      return found;
    } catch (error) {
      this.counts.delete(key);
      throw error;
    }
  }

  private keep(key: string, count: Count): void {
    const [oldest] = this.counts.keys();
    if (oldest !== undefined && this.counts.size >= MOST) {
      this.counts.delete(oldest);
    }
    this.counts.delete(key);
    this.counts.set(key, count);
  }
}
