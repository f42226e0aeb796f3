import type { Problem } from '../../../src/core/problems/problem.js';

/** Expects that the store says no more than that it cannot answer. */
export async function expectStorageUnavailable(work: Promise<unknown>): Promise<void> {
  const problem = await work.then(
    () => undefined,
    (error: unknown) => error as Problem,
  );
  expect(problem).toMatchObject({ type: { code: 'unavailable' }, occurrence: { headers: { 'Retry-After': '5' } } });
  expect(problem?.message).toBe('The service cannot answer right now');
}
