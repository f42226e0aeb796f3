import { setTimeout } from 'node:timers/promises';

/** Asks again and again until the answer is yes. @throws Error when it is not in time */
export async function eventually(question: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await question())) {
    if (Date.now() > deadline) {
      throw new Error(`Still not so after ${milliseconds} ms: ${question.toString()}`);
    }
    await setTimeout(20);
  }
}
