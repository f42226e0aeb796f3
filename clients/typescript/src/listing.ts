import type { CallOptions, Calls, OperationOf, Output, PathOf } from './calls.js';

/** The item of a list's answer, in the styles of all contracts; never for an answer that is no list. */
export type ItemOf<Answer> = Answer extends readonly (infer Item)[]
  ? Item
  : Answer extends { readonly items: readonly (infer Item)[] }
    ? Item
    : Answer extends { readonly data: readonly (infer Item)[] }
      ? Item
      : Answer extends { readonly data: { readonly organizations: readonly (infer Item)[] } }
        ? Item
        : never;

/** The paths of lists. */
export type ListPath = {
  [P in PathOf<'get'>]: [ItemOf<Output<P, 'get'>>] extends [never] ? never : P;
}[PathOf<'get'>];

type Part<P extends ListPath, Place extends 'path' | 'query'> =
  OperationOf<P, 'get'> extends { readonly parameters: Readonly<Partial<Record<Place, infer Values>>> }
    ? [NonNullable<Values>] extends [never]
      ? object
      : NonNullable<Values>
    : object;

/** All parameters of a list in one object. The slug is that of the client's organization unless it is given. */
export type ListParameters<P extends ListPath> = Omit<Part<P, 'path'>, 'slug'> &
  Partial<Pick<Part<P, 'path'>, Extract<keyof Part<P, 'path'>, 'slug'>>> &
  Omit<Part<P, 'query'>, 'marker' | 'page'>;

/** A list of Atrium, read page by page while it is iterated over. Each iteration begins at the first page. */
export interface Listing<Item, Page> extends AsyncIterable<Item> {
  /** The answers, one for each page. */
  pages(): AsyncIterableIterator<Page>;
  /** All items of all pages. */
  toArray(): Promise<Item[]>;
}

type Arguments<P extends ListPath> =
  object extends ListParameters<P>
    ? [parameters?: ListParameters<P>, options?: CallOptions]
    : [parameters: ListParameters<P>, options?: CallOptions];

/** Lists what is at a path. */
export interface Lister<P extends ListPath> {
  list(...input: Arguments<P>): Listing<ItemOf<Output<P, 'get'>>, Output<P, 'get'>>;
}

/** What the styles of paging have, together. */
interface AnyPage {
  readonly items?: readonly unknown[];
  readonly marker?: string;
  readonly data?: readonly unknown[] | { readonly organizations: readonly unknown[] };
  readonly has_next_page?: boolean;
}

type Query = Readonly<Record<string, unknown>>;
type Read = (query: Query) => Promise<readonly unknown[] | AnyPage>;

/** Makes listers. @param slug of the organization that lists belong to unless the caller names another */
export function listersOf(
  calls: Calls,
  slug: () => string | undefined | Promise<string | undefined>,
): <P extends ListPath>(path: P) => Lister<P> {
  const get = calls.get as (path: string, input: object) => Promise<readonly unknown[] | AnyPage>;
  return (path) => {
    const list = (parameters: Query = {}, options: CallOptions = {}): Listing<unknown, unknown> =>
      listing(async (query) => {
        const { inPath, inQuery } = placed(path, { ...parameters, ...query });
        if (path.includes('{slug}')) {
          inPath.slug ??= await slug();
        }
        return get(path, { ...options, params: { path: inPath, query: inQuery } });
      });
    return { list } as Lister<typeof path>;
  };
}

function placed(path: string, parameters: Query): Record<'inPath' | 'inQuery', Record<string, unknown>> {
  const entries = Object.entries(parameters);
  const isInPath = ([name]: [string, unknown]): boolean => path.includes(`{${name}}`);
  return {
    inPath: Object.fromEntries(entries.filter(isInPath)),
    inQuery: Object.fromEntries(entries.filter((entry) => !isInPath(entry))),
  };
}

function listing(read: Read): Listing<unknown, unknown> {
  const list: Listing<unknown, unknown> = {
    pages: () => pagesOf(read),
    async *[Symbol.asyncIterator]() {
      for await (const page of pagesOf(read)) {
        yield* itemsOf(page);
      }
    },
    async toArray() {
      const items: unknown[] = [];
      for await (const item of list) {
        items.push(item);
      }
      return items;
    },
  };
  return list;
}

async function* pagesOf(read: Read): AsyncGenerator<readonly unknown[] | AnyPage, undefined> {
  let query: Query | undefined = {};
  for (let number = 1; query !== undefined; number += 1) {
    const page: readonly unknown[] | AnyPage = await read(query);
    yield page;
    query = next(page, number);
  }
}

/** The query of the page that follows. */
function next(page: readonly unknown[] | AnyPage, number: number): Query | undefined {
  if ('marker' in page && page.marker !== undefined) {
    return { marker: page.marker };
  }
  return 'has_next_page' in page && page.has_next_page ? { page: number + 1 } : undefined;
}

function itemsOf(page: readonly unknown[] | AnyPage): readonly unknown[] {
  if ('items' in page && page.items !== undefined) {
    return page.items;
  }
  const list = 'data' in page && page.data !== undefined ? page.data : page;
  return 'organizations' in list ? list.organizations : (list as readonly unknown[]);
}
