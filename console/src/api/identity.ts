import type { components } from '@atrium/client';
import { queryOptions } from '@tanstack/react-query';
import { publicAtrium } from './atrium.ts';
import { isProblem } from './problems.ts';
import { queryClient } from './query-client.ts';

export type Identity = components['schemas']['IdentityDto'];

/** The signed-in user. Null: the browser has no session. */
export const identityQuery = queryOptions({
  queryKey: ['identity'],
  queryFn: async (): Promise<Identity | null> => {
    try {
      return await publicAtrium.get('/api/v1/auth/me');
    } catch (error) {
      if (isProblem(error, 'unauthenticated')) {
        return null;
      }
      throw error;
    }
  },
});

/** Forgets what the previous user could see, after a sign-in or a sign-out. */
export async function readIdentityAgain(): Promise<void> {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'identity' });
  await queryClient.query({ ...identityQuery, staleTime: 0 });
}

/** Ends the session of this browser. A session that has ended already is no error. */
export async function signOut(): Promise<void> {
  try {
    await publicAtrium.post('/api/v1/auth/logout');
  } catch (error) {
    if (!isProblem(error, 'unauthenticated')) {
      throw error;
    }
  }
  queryClient.setQueryData(identityQuery.queryKey, null);
}
