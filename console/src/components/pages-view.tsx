import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { usePages } from '../api/pages.ts';
import { useTexts } from '../i18n/locale-context.ts';
import { QueryView } from './query-view.tsx';

interface PagesViewProps<Item> {
  readonly query: ReturnType<typeof usePages<Item>>;
  /** What is shown when the list has no rows. */
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** Shows the rows that `usePages` has read so far, and reads more of them. */
export function PagesView<Item>({ query, empty, children }: PagesViewProps<Item>) {
  const t = useTexts();
  return (
    <QueryView query={query}>
      {(items) => (
        <>
          {items.length === 0 ? empty : children(items)}
          {query.hasNextPage && (
            <Button
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => {
                void query.fetchNextPage();
              }}
            >
              {t('list.more')}
            </Button>
          )}
        </>
      )}
    </QueryView>
  );
}
