import { setTimeout } from 'node:timers/promises';

/** Milliseconds until a wait is given up. Only what hangs takes as long, and Jest's own limit (`testTimeout`) is twice as long. */
const PATIENCE = 60_000;

/** How often a wait asks at least: while the event loop is blocked, time passes in which nothing can come true. */
const ROUNDS = 100;

const PAUSE = 20;

/** Asks again and again until the answer is yes. @throws Error when the answer stays no for a minute */
export async function eventually(question: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  for (let round = 1; !(await question()); round++) {
    if (round > ROUNDS && performance.now() > deadline) {
      throw new Error(`Still not so after ${PATIENCE / 1000} s: ${question.toString()}`);
    }
    await setTimeout(PAUSE);
  }
}
