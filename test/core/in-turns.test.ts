import { inTurns } from '../../src/core/http/in-turns.js';

/** Items that are there at once. */
// eslint-disable-next-line @typescript-eslint/require-await -- an asynchronous source that waits for nothing is the case
async function* items(count: number): AsyncGenerator<number> {
  for (let item = 0; item < count; item++) {
    yield item;
  }
}

/** Uses the processor for longer than a turn may take. */
function work(): void {
  const end = performance.now() + 10;
  while (performance.now() < end) {
    // Nothing else is answered here.
  }
}

describe('Work on many items', () => {
  it('lets other requests run after each item that takes a while', async () => {
    const events: string[] = [];
    for await (const item of inTurns(items(3))) {
      setImmediate(() => events.push(`other ${item}`));
      work();
      events.push(`item ${item}`);
    }
    expect(events.slice(0, 5)).toEqual(['item 0', 'other 0', 'item 1', 'other 1', 'item 2']);
  });

  it('passes on every item, in order', async () => {
    const passed: number[] = [];
    for await (const item of inTurns(items(1_000))) {
      passed.push(item);
    }
    expect(passed).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
  });
});
