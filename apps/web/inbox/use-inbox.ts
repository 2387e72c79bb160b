import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InboxCounts, Page, TaskShown } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { WORK } from '../shared/api/work.js';
import { mendInbox } from './mend-inbox.js';
import type { InboxFilters } from './search.js';

const PAGE = 100;

/** The tasks of the reader's queues as filtered, page by page as far as the list has been scrolled. */
export function useInbox(filters: InboxFilters) {
  const query = useInfiniteQuery({
    queryKey: ['inbox', filters],
    queryFn: ({ pageParam, signal }) =>
      request<Page<TaskShown>>(address('/api/v1/inbox', { ...filters, limit: PAGE, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: { follows: { kinds: WORK }, mend: mendInbox },
  });
  const tasks = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return { ...query, tasks };
}

export const useInboxCounts = () =>
  useQuery({
    queryKey: ['inbox-counts'],
    queryFn: ({ signal }) => request<InboxCounts>('/api/v1/inbox/counts', { signal }),
    meta: { follows: { kinds: WORK } },
  });
