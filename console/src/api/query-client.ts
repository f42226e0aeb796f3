import { MutationCache, QueryClient } from '@tanstack/react-query';
import { isStale, isTemporary } from './problems.ts';

/** Times that a reading is tried again after a failure that may pass. */
const RETRIES = 2;

/** Milliseconds for which a page shows what it read without reading again. */
const FRESH_MS = 10_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => count < RETRIES && isTemporary(error), staleTime: FRESH_MS },
    mutations: { retry: false },
  },
  mutationCache: new MutationCache({
    // The page reads again what it shows: all of it after a change, and also when a change was refused for what is there.
    onSettled: (_data, error) => {
      if (error === null || isStale(error)) {
        void queryClient.invalidateQueries();
      }
    },
  }),
});
