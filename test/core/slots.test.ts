import { Slots } from '../../src/core/bulk/slots.js';

const LONG = 60_000;

/** Work that lasts until it is ended. */
function held(): { work: () => Promise<void>; end: () => void; begun: () => boolean } {
  let end = (): void => undefined;
  let hasBegun = false;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = (): Promise<void> => {
    hasBegun = true;
    return ended;
  };
  return { work, end, begun: () => hasBegun };
}

const turn = (): Promise<void> => new Promise(setImmediate);

describe('Slots', () => {
  it('run so many at once, the others in the order in which they came', async () => {
    const slots = new Slots(2, LONG, () => new Error('late'));
    const all = Array.from({ length: 5 }, held);
    const done = all.map(({ work }) => slots.run(work));
    const begun = (): boolean[] => all.map((it) => it.begun());
    await turn();
    expect(begun()).toEqual([true, true, false, false, false]);
    all[1]?.end();
    await done[1];
    await turn();
    expect(begun()).toEqual([true, true, true, false, false]);
    all.forEach(({ end }) => {
      end();
    });
    await Promise.all(done);
    expect(begun()).toEqual(all.map(() => true));
  });

  it('are free again after work that failed', async () => {
    const slots = new Slots(1, LONG, () => new Error('late'));
    await expect(slots.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(slots.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });

  it('refuse work that waited for too long, which leaves its place to the next', async () => {
    const slots = new Slots(1, 1, () => new Error('late'));
    const [first, second] = [held(), held()];
    const done = slots.run(first.work);
    await expect(slots.run(second.work)).rejects.toThrow('late');
    first.end();
    await done;
    expect(second.begun()).toBe(false);
    await expect(slots.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });
});
