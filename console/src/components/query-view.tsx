import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/locale-context.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface QueryViewProps<Data> {
  /** The result of `useQuery` or of `usePages`. */
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => Promise<unknown>;
  };
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
      {error !== null && <ProblemAlert error={error} onRetry={() => void query.refetch()} />}
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
