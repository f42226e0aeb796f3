import { queryOptions } from '@tanstack/react-query';
import { atrium } from './atrium.ts';

/** The organizations of the user, with the user’s roles in them. */
export const myOrganizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) => atrium.get('/api/v1/orgs/my', { signal }),
});

/** An organization of the user. */
export const organizationQuery = (slug: string) =>
  queryOptions({
    queryKey: ['organizations', slug],
    queryFn: ({ signal }) => atrium.get('/api/v1/orgs/{slug}', { params: { path: { slug } }, signal }),
  });
