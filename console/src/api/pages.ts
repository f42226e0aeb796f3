import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

interface Page<Item> {
  readonly items: readonly Item[];
  /** The marker of the next page. Omitted on the last page. */
  readonly marker?: string;
}

/**
 * Reads a list page by page. While filters change, the previous rows remain.
 *
 * @param key of the query, with all filters
 */
export function usePages<Item>(
  key: readonly unknown[],
  read: (marker: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ marker }) => marker,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });
}
