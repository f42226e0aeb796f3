import type { components } from '@atrium/client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import type { InvitationState } from '../../api/invitation-state.ts';

export type Invitation = components['schemas']['InvitationDto'];

/** Invitations of a page. */
const LIMIT = 25;

/** The invitations of a state, or all, page by page. */
export const invitationsQuery = (slug: string, state: InvitationState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['organizations', slug, 'invitations', state],
    queryFn: ({ pageParam: marker, signal }) => {
      const query = { limit: LIMIT, marker, state: state && [state] };
      return atrium.get('/api/v1/orgs/{slug}/invitations', { params: { path: { slug }, query }, signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ marker }) => marker,
  });
