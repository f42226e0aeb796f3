import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/locale-context.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what a query read, or that it is still reading, or why it failed. What was read before stays while it reads again. */
export function QueryView<Data>({ query, children }: QueryViewProps<Data>) {
  const { data, error, isPending } = query;
  if (isPending) {
    return <Loading />;
  }
  return (
    <Stack gap="md">
      {error && <ProblemAlert error={error} onRetry={() => void query.refetch()} />}
      {data !== undefined && children(data)}
    </Stack>
  );
}

function Loading() {
  const t = useTexts();
  return (
    <Stack role="status" aria-label={t('page.loading')} aria-busy>
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height={36} />
      ))}
    </Stack>
  );
}
