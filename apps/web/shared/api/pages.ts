import type { Page } from './answers.js';
import { address, request, type QueryValue } from './client.js';

interface Asking {
  readonly pageParam: string | undefined;
  readonly signal: AbortSignal;
}

/** A list of the api that is read page by page: each page says where the next begins. For an infinite query. */
export const pagesOf = <T>(href: string, asked: Readonly<Record<string, QueryValue>> = {}) => ({
  queryFn: ({ pageParam, signal }: Asking) =>
    request<Page<T>>(address(href, { ...asked, cursor: pageParam }), { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: Page<T>) => next,
});
