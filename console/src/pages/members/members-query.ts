import type { components } from '@atrium/client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';

export type Member = components['schemas']['MemberDto'];

/** The filters of the list, as the address of the page has them. */
export interface MemberFilters {
  /** Part of the name or the address. */
  readonly q?: string;
  readonly role?: string;
  readonly state?: 'Active' | 'Inactive';
}

/** Members of a page. */
const LIMIT = 25;

/** The members that fit the filters, page by page. */
export const membersQuery = (slug: string, { q, role, state }: MemberFilters) =>
  infiniteQueryOptions({
    queryKey: ['organizations', slug, 'members', { q, role, state }],
    queryFn: ({ pageParam: marker, signal }) => {
      const query = { limit: LIMIT, marker, q, role, state: state && [state] };
      return atrium.get('/api/v1/orgs/{slug}/members', { params: { path: { slug }, query }, signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ marker }) => marker,
  });
