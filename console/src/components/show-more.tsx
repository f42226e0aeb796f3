import { Button, Center } from '@mantine/core';
import { useTexts } from '../i18n/locale-context.ts';

interface ShowMoreProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Reads the next page of a list. */
export function ShowMore({ query }: ShowMoreProps) {
  const t = useTexts();
  return query.hasNextPage ? (
    <Center>
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('list.more')}
      </Button>
    </Center>
  ) : null;
}
