import type { components } from '@atrium/client';
import { queryOptions } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';

export type Factors = components['schemas']['FactorsDto'];

export const factorsQuery = queryOptions({
  queryKey: ['factors'],
  queryFn: ({ signal }) => atrium.get('/api/v1/auth/factors', { signal }),
});
