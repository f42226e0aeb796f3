import { queryOptions } from '@tanstack/react-query';
import { atrium } from './atrium.ts';

/** Items of a page where all pages are read. */
const LARGEST_PAGE = 100;

/** All roles of an organization: the built-in ones, then its own. */
export const rolesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['roles', slug],
    queryFn: ({ signal }) => atrium.directory.roles.list({ limit: LARGEST_PAGE }, { signal }).toArray(),
  });
