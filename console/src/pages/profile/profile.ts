import type { components } from '@atrium/client';
import { queryOptions } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';

export type Profile = components['schemas']['AccountUserDto'];

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => atrium.get('/api/v1/user', { signal }),
});
